import Foundation
import GoldenImages
import TestSupport
import Testing

/// Documents written otherwise, so that nothing that is drawn changes, are equal.
@Suite struct NeutralMutationTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()

  private static let folders = [
    "Fixtures/cairo-1.16", "Fixtures/cairo-1.18", "Fixtures/matplotlib", "Fixtures/pairs",
    "Fixtures/writers", "../GoldenTests/Goldens/Gallery",
  ]

  private static let documents: [String] = folders.flatMap { folder in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: tests.appending(path: folder).path)
    return (names ?? []).filter { $0.hasSuffix(".svg") }.sorted().map { "\(folder)/\($0)" }
  }

  @Test(arguments: NeutralMutation.all)
  func aDocumentWrittenOtherwiseIsEqual(_ mutation: NeutralMutation) throws {
    #expect(Self.documents.count > 30)
    for (index, name) in Self.documents.enumerated() {
      let old = Array(try Data(contentsOf: Self.tests.appending(path: name)))
      var random = SplitMix64(seed: UInt64(index))
      let root = try MutableElement(document: old)
      mutation.mutate(root, &random)
      let isPlain = Bool.random(using: &random)
      let text = root.written(
        space: isPlain ? " " : "\n  ", quote: isPlain ? "\"" : "'",
        comment: isPlain ? "" : "\n<!-- nothing -->\n")
      let new = Array("<svg xmlns='http://www.w3.org/2000/svg'\(text.dropFirst(4))".utf8)
      let finding: String?
      do throws(ImageError) {
        finding = try SVGComparison(of: new, with: old).changes.first?.sentence
      } catch {
        finding = "\(error)"
      }
      #expect(finding == nil, "\(name)")
    }
  }
}
