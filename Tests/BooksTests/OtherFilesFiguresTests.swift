import Figures
import Foundation
import Testing

@testable import Books

/// What other files have drawn into a folder is not replaced by figures of the same names.
@Suite struct OtherFilesFiguresTests {
  let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  private static func block(_ functions: String, name: String) -> String {
    "```actplot\n\(functions) --name \(name)\n```\n"
  }

  /// Draws a Markdown file by itself.
  private func draw(
    _ file: String, _ text: String, check: Bool = false,
    _ change: (inout Batch.Options) throws -> Void = { _ in }
  ) throws -> (summary: BatchSummary, told: RecordingReporter.Told) {
    try folder.run([folder.markdown(file, text)], check: check) { options in
      options.overrides["format"] = ["svg"]
      options.reading = { path in
        (try? String(contentsOfFile: path, encoding: .utf8)).map { text in
          MarkdownFile(
            text: text, path: path,
            readYAML: MarkdownReadings.yaml)
        }
      }
      try change(&options)
    }
  }

  /// However it is drawn, and whether or not the figures are the same.
  @Test(
    arguments: ["relu", "tanh"], [("a", "a"), ("a", "A"), ("sub/x", "sub/x"), ("sub/x", "Sub/X")])
  func aNameOfAnotherFile(_ function: String, _ names: (first: String, second: String)) throws {
    #expect(try draw("one.md", Self.block("relu", name: names.first)).summary.drawn == 1)
    let before = try folder.files()
    let text = Self.block("elu", name: "mine") + "\n" + Self.block(function, name: names.second)
    for shard in [nil, try Shard("1/2"), try Shard("2/2")] {
      for check in [false, true] {
        let (summary, told) = try draw("two.md", text, check: check) { $0.shard = shard }
        #expect(summary.failed == 1 && summary.drawn == 0)
        let problem = try #require(told.problems.first)
        #expect(told.problems.count == 1 && problem.place.description.hasSuffix("two.md:6:1"))
        #expect(problem.message.contains("The figure “\(names.first)” in \(folder.output.path)"))
        #expect(
          problem.message.contains("one.md, which was drawn before; give one of them another"))
        #expect(try folder.files() == before)
      }
    }
    // What is left of the second file, and then the first, are as they were described.
    let (going, _) = try draw("two.md", text) { $0.keepsGoing = true }
    #expect(going.drawn == 1 && going.failed == 1)
    #expect(try folder.files()["\(names.first).svg"] == before["\(names.first).svg"])
    let (again, told) = try draw("one.md", Self.block("relu", name: names.first)) {
      $0.prunes = true
    }
    #expect(again.unchanged == 1 && again.removed == 0 && told.remarks.isEmpty)
    // Drawn together they clash as well.
    let both = [
      try folder.markdown("one.md", Self.block("relu", name: names.first)),
      try folder.markdown("two.md", text),
    ]
    #expect(try folder.run(both).summary.failed == 1)
  }

  /// A file that is gone, that has given the name up or that has changed places with another keeps
  /// nobody from it.
  @Test func aNameThatIsFreeAgain() throws {
    let block = Self.block("relu", name: "a"), other = Self.block("tanh", name: "b")
    #expect(try draw("one.md", block).summary.drawn == 1)
    let one = folder.url.appending(path: "one.md")
    try FileManager.default.moveItem(at: one, to: folder.url.appending(path: "sub"))
    #expect(try draw("renamed.md", block).summary.unchanged == 1)
    #expect(try draw("two.md", other).summary.drawn == 1)
    // Each now has the name that the other's figure was drawn for.
    #expect(try draw("renamed.md", other).summary.failed == 1)
    _ = try folder.markdown("two.md", block)
    #expect(try draw("renamed.md", other).summary.unchanged == 1)
    #expect(try draw("two.md", block).summary.drawn == 1)
    #expect(try draw("two.md", "No figures.\n").summary.unowned == 1)
    #expect(try draw("renamed.md", block).summary.failed == 0)
  }

  /// A file that cannot be read to its end may have any name, and so may one that nobody reads.
  @Test func aFileThatCannotBeRead() throws {
    #expect(try draw("one.md", Self.block("relu", name: "a")).summary.drawn == 1)
    _ = try folder.markdown("one.md", "```actplot\nrelu --what 3\n```\n")
    #expect(try draw("two.md", Self.block("tanh", name: "a")).summary.failed == 1)
    _ = try folder.markdown("one.md", "")
    let unread = try draw("two.md", Self.block("tanh", name: "a")) { $0.reading = { _ in nil } }
    #expect(unread.summary.failed == 1)
    #expect(try draw("two.md", Self.block("tanh", name: "a")).summary.drawn == 1)
  }

  /// A code cell of another file, whose figure is named by what it shows or by its chapter.
  @Test func aNameOfACell() throws {
    let cell =
      "```{.python .input}\n#@tab pytorch\nx = torch.arange(-2.0, 8.0, 0.5)\n"
      + "d2l.plot(x, torch.tanh(x))\n```\n"
    #expect(try draw("one.md", cell + "\n" + cell.replacing("8.0", with: "4.0")).summary.drawn == 2)
    #expect(try draw("two.md", cell).told.reports.map(\.name) == ["two-tanh"])
    for name in ["tanh", "tanh-2", "two-tanh"] {
      #expect(try draw("three.md", Self.block("relu", name: name)).summary.failed == 1, "\(name)")
    }
    #expect(try draw("three.md", Self.block("relu", name: "tanh-3")).summary.drawn == 1)
    _ = try folder.markdown("one.md", cell)
    #expect(try draw("three.md", Self.block("relu", name: "tanh-2")).summary.drawn == 1)
  }
}
