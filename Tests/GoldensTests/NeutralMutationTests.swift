import Foundation
import TestSupport
import Testing

@testable import Goldens

/// Documents written otherwise, so that nothing that is drawn changes, are equal. `Mutations` says how
/// much of the grid of both a run tries.
@Suite struct NeutralMutationTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()

  private static let folders = [
    "Fixtures/cairo-1.16", "Fixtures/cairo-1.18", "Fixtures/matplotlib", "Fixtures/pairs",
    "Fixtures/writers", "../GoldenTests/Goldens/Gallery",
  ]

  private struct Document {
    let name: String
    let bytes: [UInt8]
    /// Read once for all mutations.
    let golden: SVGDocument
  }

  private static let documents = folders.flatMap { folder -> [Document] in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: tests.appending(path: folder).path)
    return (names ?? []).filter { $0.hasSuffix(".svg") }.sorted().compactMap { name -> Document? in
      let bytes = try? Array(Data(contentsOf: tests.appending(path: "\(folder)/\(name)")))
      guard let bytes, let golden = try? SVGDocument(bytes) else { return nil }
      return Document(name: "\(folder)/\(name)", bytes: bytes, golden: golden)
    }
  }

  @Test(arguments: NeutralMutation.all.indices)
  func aDocumentWrittenOtherwiseIsEqual(_ row: Int) throws {
    #expect(Self.documents.count > 30)
    let mutation = NeutralMutation.all[row]
    for (index, document) in Self.documents.enumerated()
    where Mutations.isTried(row, index, oneIn: 4) {
      var random = SplitMix64(seed: UInt64(index))
      let root = try MutableElement(document: document.bytes)
      mutation.mutate(root, &random)
      let isPlain = Bool.random(using: &random)
      let text = root.written(
        space: isPlain ? " " : "\n  ", quote: isPlain ? "\"" : "'",
        comment: isPlain ? "" : "\n<!-- nothing -->\n")
      let new = Array("<svg xmlns='http://www.w3.org/2000/svg'\(text.dropFirst(4))".utf8)
      let comparison = SVGComparison(of: try SVGDocument(new), with: document.golden)
      let finding = comparison.changes.first?.sentence ?? comparison.doubt
      #expect(finding == nil, "\(mutation), \(document.name)")
    }
  }

  /// What is written in one way keeps what changes the picture.
  @Test(arguments: [
    ("stop-color=\"red\"", "stop-color=\"#fe0000\""), ("offset=\".5\"", "offset=\"51%\""),
    ("offset=\"0\" stop-color=\"red\"", "offset=\"1%\" stop-color=\"red\""),
    ("stop-opacity=\"50%\"", "stop-opacity=\"0.51\""), ("rotate(30)", "rotate(31)"),
    ("stop-color:#0f0;", "stop-color:#0f0;stop-color:#0e0;"),
    ("style=\"stop-color:#0f0", "stop-color=\"#0f0\" style=\"stop-color:#00f"),
    ("stop-color=\"red\"", "stop-color=\"red\" style=\"stop-color:blue\""),
    ("stop-color=\"red\"", "stop-color=\"red\" style=\"stop-opacity:0.9\""),
    ("L 10 5 L 0 10", "L 10 6 L 0 10"), ("M 0 0 L 10 5", "M 0 0 l 10 5.1"),
    ("cx=\"50%\"", "cx=\"50\""), ("cx=\"50%\"", "cx=\"51%\""), ("rotate(45)", "rotate(44.9)"),
    ("<rect x=\"0\" y=\"0\" width=\"320\"", "<rect display=\"none\" width=\"320\""),
  ])
  func otherValuesAreOther(_ before: String, _ after: String) throws {
    let file = Self.tests.appending(path: "Fixtures/writers/gradients.svg")
    let old = try String(contentsOf: file, encoding: .utf8)
    let new = old.replacing(before, with: after, maxReplacements: 1)
    #expect(new != old)
    #expect(try !SVGComparison(of: Array(new.utf8), with: Array(old.utf8)).changes.isEmpty)
  }
}
