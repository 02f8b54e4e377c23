import Figures
import Gallery
import TestSupport
import Testing

@Suite struct FiguresPageTests {
  private func page(_ texts: [String]) -> String {
    var page = FiguresPage(title: texts.first ?? "")
    for text in texts {
      var item = FiguresPage.Item(name: text, place: text)
      item.caption = text
      item.alternativeText = text
      item.files = [text]
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

  @Test func aFigureSaysAllThatItsAuthorChecks() {
    var page = FiguresPage()
    var item = FiguresPage.Item(name: "relu", place: "book.yaml:3:5")
    item.caption = "Rectified."
    item.page = (72, 36)
    item.files = ["relu.svg", "relu.png"]
    item.command = "actplot relu"
    item.image = (.png, [1, 2, 3])
    page.add(item)
    page.add(FiguresPage.Item(name: "lost", place: "book.yaml:9:5"))
    let text = String(decoding: page.bytes, as: UTF8.self)
    for words in [
      ">relu<", "Rectified.", "1 × 0.5 in (72 × 36 pt)", "relu.svg, relu.png", "book.yaml:3:5",
      "<code>actplot relu</code>", "src=\"data:image/png;base64,AQID\"", "width=\"96\"",
      "2 figures",
      "There is no SVG or PNG", "<dd>none</dd>",
    ] {
      #expect(text.contains(words), "\(words) is missing")
    }
    #expect(!text.contains("<script"))
  }
}
