import Figures
import Files
import Foundation
import Testing

@testable import Books

/// Documents as pandoc sends them to a filter, and as they go back.
@Suite struct PandocDocumentTests {
  /// A document of the classes, attributes and text of one block.
  private static func document(
    _ block: String, version: String = "1,23,1,1", meta: String = ""
  ) -> [UInt8] {
    Array(
      "{ \"pandoc-api-version\":[\(version)], \"meta\":{\(meta)},\"blocks\" : [\(block)]}\n".utf8)
  }

  private static let block =
    #"{"t":"CodeBlock","c":[["fig-relu",["actplot","wide"],[["caption","A $x$ b"],["alt","A \"ramp\""],["width","50%"]]],"relu --grad"]}"#

  private static func link(_ path: String, caption: String?) -> FigureLink {
    var attributes = BlockAttributes()
    attributes.image.identifier = "fig-relu"
    attributes.image.classes = ["wide"]
    attributes.set("width", to: "50%")
    return FigureLink(
      line: 1, name: "fig-relu", path: path, alternativeText: "A \"ramp\"", caption: caption,
      image: attributes.image)
  }

  @Test func whatABlockSaysIsThatOfItsFigure() throws {
    let document = try PandocDocument(Self.document(Self.block))
    let block = try #require(document.blocks.first)
    #expect(block.path == "block 1 (#fig-relu)" && document.output == nil)
    var figures: [FigureEntry] = []
    block.read { if case .figure(let entry) = $0 { figures.append(entry) } }
    #expect(figures.count == 1)
    let figure = try #require(figures.first)
    #expect(figure.name == "fig-relu" && figure.caption == "A $x$ b")
    #expect(figure.settings["alt"] == ["A \"ramp\""] && figure.settings["functions"] == ["relu"])
    #expect(figure.image == Self.link("", caption: nil).image)
  }

  private static let image =
    #"[{"t": "Image", "c": [["", ["wide"], [["width", "50%"]]], [{"t": "Str", "c": "A"}, {"t": "Space"}, {"t": "Str", "c": "\"ramp\""}], ["f/relu.svg", ""]]}]"#
  private static let words =
    #"[{"t": "Str", "c": "A"}, {"t": "Space"}, {"t": "Math", "c": [{"t": "InlineMath"}, "x"]}, {"t": "Space"}, {"t": "Str", "c": "b"}]"#

  @Test(
    "A figure has its caption and its alt text where each pandoc has them",
    arguments: [
      (
        "1,23,1,1", "A $x$ b",
        #"{"t": "Figure", "c": [["fig-relu", [], []], [null, [{"t": "Plain", "c": \#(words)}]], [{"t": "Plain", "c": \#(image)}]]}"#
      ),
      (
        "1,22,2,1", "A $x$ b",
        #"{"t": "Para", "c": [{"t": "Image", "c": [["fig-relu", ["wide"], [["width", "50%"], ["alt", "A \"ramp\""]]], \#(words), ["f/relu.svg", "fig:"]]}]}"#
      ),
      (
        "1,23", nil,
        #"{"t": "Para", "c": \#(image.replacing(#"[["", ["#, with: #"[["fig-relu", ["#))}"#
      ),
    ] as [(String, String?, String)])
  func figure(version: String, caption: String?, element: String) throws {
    // The document around the block stays as it is, down to its spaces.
    let document = try PandocDocument(Self.document("\(Self.block) ", version: version))
    let link = Self.link("relu.svg", caption: caption).below("f")
    let bytes = document.replacingBlocks(by: ["block 1 (#fig-relu)": [link]])
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == String(decoding: Self.document("\(element) ", version: version), as: UTF8.self))
  }

  @Test(
    "What real pandocs send of the example", arguments: ["pandoc-2.17.json", "pandoc-3.9.json"])
  func recorded(name: String) throws {
    let text = try MarkdownReadings.fixture("Documents/\(name)")
    let document = try PandocDocument(Array(text.utf8))
    #expect(document.output == "build/figures")
    var names: [String?] = []
    for block in document.blocks {
      block.read { reading in
        guard case .figure(let entry) = reading else {
          Issue.record("\(reading)")
          return
        }
        names.append(entry.name)
      }
    }
    #expect(names == ["fig-sigmoid", "fig-slopes", "fig-points", nil])
    // Without figures nothing changes.
    #expect(document.replacingBlocks(by: [:]) == Array(text.utf8))
  }

  @Test func blocksAreFoundWhereverTheyStand() throws {
    let inner = #"{"t":"CodeBlock","c":[["",["actplot"],[]],"relu"]}"#
    let other = #"{"t":"CodeBlock","c":[["",["python"],[]],"actplot"]}"#
    let list = #"{"t":"BulletList","c":[[\#(other),\#(inner)],[\#(inner)]]}"#
    let document = try PandocDocument(
      Self.document(#"{"t":"BlockQuote","c":[\#(list)]},\#(inner)"#))
    #expect(document.blocks.map(\.path) == ["block 1", "block 2", "block 3"])
  }

  @Test func figuresOfABlockStandOneBehindTheOther() throws {
    let inner = #"{"t":"CodeBlock","c":[["",["actplot"],[]],"relu\ngelu"]}"#
    let document = try PandocDocument(Self.document(inner))
    let links = ["relu.svg", "gelu.svg"].map {
      FigureLink(line: 1, name: "a", path: $0, alternativeText: "")
    }
    let bytes = document.replacingBlocks(by: ["block 1": links])
    let blocks = try #require(JSONNode(bytes)?["blocks"])
    #expect(blocks.elements.count == 2 && blocks.elements.allSatisfy { $0["t"]?.text == "Para" })
  }

  @Test("What --write has put behind a block goes with it", arguments: ["", "x"])
  func written(caption: String) throws {
    func raw(_ text: String) -> String { #"{"t":"RawBlock","c":["html","\#(text)"]}"# }
    let image = #"{"t":"Para","c":[{"t":"Str","c":"\#(caption)"}]}"#
    let link = [raw("<!-- actplot: a -->"), image, raw("<!-- /actplot -->\\n")]
      .joined(separator: ", ")
    // Without an empty line before it, the comment is a part of the paragraph.
    let words = raw("<!-- /actplot -->").replacing("RawBlock", with: "RawInline")
    let closed = raw("<!-- actplot: a -->") + #",{"t":"Para","c":[{"t":"Space"},\#(words)]}"#
    let other = raw("<!-- actplot: a -->")
    let text = "\(Self.block),\(link),\(closed),\(link),\(other),\(image)"
    let document = try PandocDocument(Self.document(text))
    let bytes = document.replacingBlocks(
      by: ["block 1 (#fig-relu)": [Self.link("a", caption: nil)]])
    let blocks = try #require(JSONNode(bytes)?["blocks"]?.elements)
    #expect(blocks.map { $0["t"]?.text } == ["Para", "RawBlock", "Para"])
    #expect(document.replacingBlocks(by: [:]) == Self.document(text))
  }

  @Test func aSecondFigureIsToldThatTheWordsAreNotItsOwn() throws {
    let block = Self.block.replacing("relu --grad", with: #"relu\ngelu\nelu"#)
    let document = try PandocDocument(Self.document(block))
    var problems: [Problem] = []
    document.blocks[0].read { if case .problem(let problem) = $0 { problems.append(problem) } }
    #expect(problems.map { "\($0.place)" } == ["block 1 (#fig-relu):2:1"])
    #expect(problems.allSatisfy { $0.message.contains("a block of its own") })
  }

  @Test(
    "What pandoc writes decides the format",
    arguments: [
      ("html5", "svg"), ("markdown+smart", "svg"), ("latex", "pdf"), ("beamer", "pdf"),
      ("docx", "png"), ("docx+native_numbering", "png"), ("epub3", "svg"), ("typst", "svg"),
    ] as [(String, String)])
  func format(writer: String, format: String) {
    #expect(PandocDocument.format(for: writer).rawValue == format)
  }

  @Test(
    "What is no document, or names no folder, is told",
    arguments: [
      ("", "Nothing came"), ("{", "byte 2"), ("{}", "no document of pandoc"),
      (
        String(
          decoding: document("", meta: #""actplot":{"t":"MetaBool","c":true}"#), as: UTF8.self),
        "without the folder"
      ),
      (
        String(
          decoding: document(
            "", meta: #""actplot":{"t":"MetaMap","c":{"theme":{"t":"MetaString","c":"dark"}}}"#),
          as: UTF8.self), "“theme”"
      ),
    ] as [(String, String)])
  func errors(text: String, words: String) {
    do {
      _ = try PandocDocument(Array(text.utf8))
      Issue.record("\(text) is taken")
    } catch { #expect("\(error)".contains(words), "\(error)") }
  }
}
