import Figures
import Files
import TestSupport
import Testing

@testable import Gallery

@Suite struct FiguresPageTests {
  private func page(_ texts: [String]) -> String {
    var page = FiguresPage(title: texts.first ?? "")
    for text in texts {
      var item = FiguresPage.Item(name: text, place: text)
      item.caption = text
      item.alternativeText = text
      item.files = [.init(text, path: text)]
      item.command = text
      item.page = (100, 50)
      item.image = (.svg, Array(text.utf8))
      page.add(item)
    }
    return String(decoding: page.bytes, as: UTF8.self)
  }

  /// What names and captions say never becomes markup: the page has as many tags and quotes as with
  /// plain words.
  @Test func hostileTextsPutNothingIntoThePage() {
    let parts = [
      "<script>alert(1)</script>", "\"", "'", "<", ">", "&", "&lt;", "]]>", "-->", "<!--", "</dd>",
      "</article>", "<img src=x onerror=y>", "javascript:", "\u{0}", "\u{202E}", "\u{1B}[0m", "함수",
      "\n", "\r", "`", "=", "/", "\\", "\u{2028}", "\u{FFFE}", "{{", "%3C", "style=", "a",
    ]
    var random = SplitMix64(seed: 18)
    let texts = (0..<10_000).map { _ in
      (0..<Int(random.next() % 6 + 1)).map { _ in parts[Int(random.next() % UInt64(parts.count))] }
        .joined()
    }
    let hostile = page(texts), plain = page(texts.map { _ in "a" })
    for mark in ["<", ">", "\""] {
      #expect(
        hostile.utf8.count(where: { $0 == mark.utf8.first })
          == plain.utf8.count(where: { $0 == mark.utf8.first }),
        "\(mark) got through")
    }
    #expect(!hostile.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  /// A link leads to a file, whatever that is called.
  @Test func linksLeadToFilesOnly() {
    #expect(urlEncoded("javascript:x", keeping: "/") == "javascript%3Ax")
    #expect(urlEncoded("../a/ß?#%&\".svg", keeping: "/") == "../a/%C3%9F%3F%23%25%26%22.svg")
  }

  @Test(arguments: [(400.0, false), (401, true)])
  func aWideFigureHasMoreRoom(_ width: Double, _ isWide: Bool) {
    var page = FiguresPage()
    var item = FiguresPage.Item(name: "mlp", place: "book.yaml:3:5")
    item.page = (width, 100)
    page.add(item)
    let text = String(decoding: page.bytes, as: UTF8.self)
    #expect(text.contains("class=\"function wide-figure\"") == isWide)
  }

  @Test func aFigureSaysAllThatItsAuthorChecks() {
    var page = FiguresPage()
    var item = FiguresPage.Item(name: "relu", place: "book.yaml:3:5")
    item.caption = "Rectified."
    item.page = (72, 36)
    item.files = [.init("relu.svg", path: "a b/relu.svg"), .init("relu.png")]
    item.command = "actplot relu"
    item.image = (.png, [1, 2, 3])
    page.add(item)
    page.add(FiguresPage.Item(name: "lost", place: "book.yaml:9:5"))
    let text = String(decoding: page.bytes, as: UTF8.self)
    for words in [
      ">relu<", "Rectified.", "1 × 0.5 in (72 × 36 pt)",
      "<a href=\"a%20b/relu.svg\">relu.svg</a>, <a href=\"relu.png\">relu.png</a>", "book.yaml:3:5",
      "<code>actplot relu</code>",
      "<a href=\"relu.png\"><img loading=\"lazy\" src=\"data:image/png;base64,AQID\"",
      "width=\"96\"",
      "2 figures",
      "There is no SVG or PNG", "<dd>none</dd>",
    ] {
      #expect(text.contains(words), "\(words) is missing")
    }
    #expect(!text.contains("<script"))
  }
}
