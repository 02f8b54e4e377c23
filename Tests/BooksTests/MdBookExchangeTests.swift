import Files
import Foundation
import Testing

@testable import Books

/// Books as mdBook sends them to a preprocessor, and as they go back.
@Suite struct MdBookExchangeTests {
  /// An exchange in the shape that mdBook's documentation gives; from 0.5 on `sections` are `items`.
  private static func exchange(_ content: String, key: String = "sections") -> [UInt8] {
    let text = JSONText.literal(content)
    return Array(
      """
      [{"root":"/book","config":{"book":{"authors":[],"language":"en","src":"text","title":"T"},\
      "preprocessor":{"actplot":{"command":"actplot mdbook","output":"img"}}},"renderer":"html",\
      "mdbook_version":"0.4.40"},{"\(key)":["Separator",{"PartTitle":"P"},{"Chapter":{"name":"A",\
      "content":\(text),"number":[1],"sub_items":[{"Chapter":{"name":"B","content":"b","number":[1,1],\
      "sub_items":[],"path":"b/b.md","source_path":"b/b.md","parent_names":["A"]}}],"path":"a.md",\
      "source_path":"a.md","parent_names":[]}},{"Chapter":{"name":"Draft","content":"","number":null,\
      "sub_items":[],"path":null,"source_path":null,"parent_names":[]}}],"__non_exhaustive":null}]
      """.utf8)
  }

  @Test("Both shapes of a book are read, and given back", arguments: ["sections", "items"])
  func shapes(key: String) throws {
    let before = "A\n\n```actplot\nrelu\n```\n"
    let exchange = try MdBookExchange(Self.exchange(before, key: key))
    #expect(exchange.root == "/book" && exchange.source == "text" && exchange.output == "img")
    #expect(exchange.chapters.map(\.path) == ["/book/text/a.md", "/book/text/b/b.md"])
    let link = FigureLink(
      line: 4, name: "relu", path: "img/relu.svg", alternativeText: "A ramp.", caption: "Relu.")
    let bytes = exchange.replacingBlocks(by: ["/book/text/a.md": [link]])
    let after = "A\n\n![A ramp.](img/relu.svg \"Relu.\")\n\nRelu.\n"
    // Only the book goes back, and of it all else as it came.
    let expected = String(decoding: Self.exchange(after, key: key), as: UTF8.self)
    let start = try #require(expected.range(of: "},{\"\(key)\""))
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == expected[expected.index(start.lowerBound, offsetBy: 2)...].dropLast())
  }

  @Test(
    "A figure stands where its block did",
    arguments: [
      ("1. ```actplot\n   relu\n   ```\n2. b\n", 2, "1. ![a](r.svg)\n2. b\n"),
      ("> ```actplot\n> relu\n> ```\nb", 2, "> ![a](r.svg)\nb"),
      ("a\r\n```actplot\r\nrelu\r\n```\r\nb\r\n", 3, "a\r\n![a](r.svg)\r\nb\r\n"),
      ("<!-- actplot\nrelu --grad\n-->\n", 2, "![a](r.svg)\n"),
      (
        "```actplot\nrelu\n```\n<!-- actplot: r -->\n![x](y)\n<!-- /actplot -->\n", 2,
        "![a](r.svg)\n"
      ),
      ("```actplot\nrelu\n", 2, "```actplot\nrelu\n"),
    ] as [(String, Int, String)])
  func places(before: String, line: Int, after: String) throws {
    let file = MarkdownReadings(before).file
    let link = FigureLink(line: line, name: "r", path: "r.svg", alternativeText: "a")
    let text = file.updating(links: [link], replacingBlocks: true)
    #expect(text.utf8.elementsEqual(after.utf8), "\(text.debugDescription)")
  }

  @Test(
    "What is no exchange is told",
    arguments: [
      ("", "Nothing came"), ("[]", "book.toml"), ("[1", "byte 3"),
      (
        String(decoding: exchange(""), as: UTF8.self).replacing("\"output\"", with: "\"outptu\""),
        "“outptu”"
      ),
    ] as [(String, String)])
  func errors(text: String, words: String) {
    do {
      _ = try MdBookExchange(Array(text.utf8))
      Issue.record("\(text) is taken")
    } catch { #expect("\(error)".contains(words), "\(error)") }
  }
}
