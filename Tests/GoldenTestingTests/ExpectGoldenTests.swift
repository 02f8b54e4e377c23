import Activations
import Figures
import Foundation
import Goldens
import Synchronization
import Testing

@testable import GoldenTesting

/// The functions that tests call. Nothing is recorded here, whatever the environment says: names
/// lead to goldens that are there, or through a file that is no folder.
@Suite struct ExpectGoldenTests {
  let folder: GoldenFolder

  init() throws { folder = try GoldenFolder() }

  @Test func equalPasses() throws {
    let figure = FigureRequest([try Formula("relu")], orders: [1])
    for format in ImageFormat.standard {
      try folder.put(try figure.render(as: format), "relu-grad.\(format.rawValue)")
    }
    expectGolden(figure, named: "relu-grad", filePath: folder.testFile)
    expectGolden(try figure.render(as: .svg), named: "relu-grad", filePath: folder.testFile)
    expectGolden(
      try figure.render(as: .png), named: "relu-grad", in: folder.url.path + "/Goldens",
      filePath: "nowhere")
  }

  @Test func whatIsWrongFailsWhereItIsExpected() throws {
    let figure = FigureRequest([try Formula("relu")])
    try folder.put([], "file")
    let lines = Mutex([Int]())
    let first = #line + 2
    withKnownIssue {
      expectGolden(figure, named: "file/relu", filePath: folder.testFile)
      expectGolden(TestImages.white, named: "file/white", filePath: folder.testFile)
      expectGolden(TestImages.white, named: "../white", filePath: folder.testFile)
      expectGolden([], named: "empty", filePath: folder.testFile)
      expectGolden(
        TestImages.white, named: "file/own", filePath: folder.testFile,
        comparing: { try Comparison(of: $0, with: $1) })
    } matching: { issue in
      if let line = issue.sourceLocation?.line { lines.withLock { $0.append(line) } }
      return !issue.comments.isEmpty
    }
    #expect(lines.withLock { $0 } == [first, first, first + 1, first + 2, first + 3, first + 4])
  }

  /// Nobody would hear of it there.
  @Test func withoutATestTheProcessEndsWithASentence() async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      await Task.detached { expectGolden([], named: "empty") }.value
    }
    let words = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(words.contains("is called where no test is running that could fail"))
    #expect(words.contains("empty is no image that can be compared. It is empty"))
  }
}
