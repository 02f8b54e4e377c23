import Figures
import Foundation
import Testing

@testable import Books

/// Several files whose figures go into one folder.
@Suite struct BookOfChaptersTests {
  let folder: TestFolder

  init() throws {
    folder = try TestFolder()
  }

  /// A cell that plots tanh up to there.
  private static func cell(_ end: String = "8.0") -> String {
    "```{.python .input}\n#@tab pytorch\nx = torch.arange(-2.0, \(end), 0.5)\nd2l.plot(x, torch.tanh(x))\n```\n\n"
  }

  private func svg(_ options: inout Batch.Options) { options.overrides["format"] = ["svg"] }

  private func names(_ told: RecordingReporter.Told) -> [String] { told.reports.map(\.name) }

  @Test func figuresOfCellsAreNamedByTheirChapterWhereNamesClash() throws {
    let chapters = [
      try folder.markdown("one/mlp.md", Self.cell() + Self.cell("4.0")),
      try folder.markdown("two/my intro.md", Self.cell("2.0")),
      try folder.markdown("three/mlp.md", Self.cell("3.0") + Self.cell("5.0")),
      // The second of that name, of a folder of that name.
      try folder.markdown("deep/three/mlp.md", Self.cell("6.0")),
    ]
    let (summary, told) = try folder.run(Array(chapters.prefix(3)), svg)
    #expect(summary.isGood && told.problems.isEmpty)
    let expected = ["tanh", "tanh-2", "my-intro-tanh", "mlp-tanh", "mlp-tanh-2"]
    #expect(names(told) == expected && summary.names == expected)
    #expect(try folder.run(Array(chapters.prefix(3)), check: true, svg).summary.isGood)
    #expect(names(try folder.run(chapters, svg).told) == expected + ["three-mlp-tanh"])
  }

  @Test func aNameThatAnAuthorChoseIsTheirs() throws {
    let chapters = [
      try folder.markdown("a.md", Self.cell()),
      try folder.markdown("b.md", "```actplot\nrelu --name Tanh\n```\n"),
    ]
    #expect(names(try folder.run(chapters, svg).told) == ["a-tanh", "Tanh"])
    let (_, told) = try folder.run(
      [
        try folder.markdown("a.md", "```actplot\nrelu --name x\n```\n"),
        try folder.markdown("b.md", "\n```actplot\nelu --name X\n```\n"),
      ], svg)
    let problem = try #require(told.problems.first)
    #expect(told.problems.count == 1 && problem.place.description.hasSuffix("b.md:3:1"))
    #expect(problem.message.contains("a.md:2:1"))
  }

  @Test func aChapterAloneKeepsAndPrunesItsOwn() throws {
    let one = try folder.markdown("one.md", Self.cell() + "```actplot\nrelu\ngelu\n```\n")
    let two = try folder.markdown("two.md", Self.cell("4.0") + "```actplot\nelu\nmish\n```\n")
    #expect(names(try folder.run([one], svg).told) == ["tanh", "relu", "gelu"])
    // As it would be called in a run of both.
    #expect(names(try folder.run([two], svg).told) == ["two-tanh", "elu", "mish"])
    let before = try folder.files()
    let (both, told) = try folder.run([one, two], svg)
    #expect(both.unchanged == 6 && told.remarks.isEmpty)
    #expect(
      try folder.files().filter { $0.key != "manifest.json" }
        == before.filter { $0.key != "manifest.json" })
    // A chapter that has lost figures.
    let less = try folder.markdown("two.md", "```actplot\nelu\n```\n")
    let (named, notes) = try folder.run([less], svg)
    #expect(named.unowned == 2 && notes.remarks.count == 2)
    let (other, quiet) = try folder.run([one]) {
      svg(&$0)
      $0.prunes = true
    }
    #expect(other.removed == 0 && other.unowned == 0 && quiet.remarks.isEmpty)
    let (pruned, _) = try folder.run([less]) {
      svg(&$0)
      $0.prunes = true
    }
    #expect(pruned.removed == 2)
    #expect(
      try folder.files().keys.sorted() == [
        "elu.svg", "gelu.svg", "manifest.json", "relu.svg", "tanh.svg",
      ])
    #expect(try folder.run([one, less], check: true, svg).summary.isGood)
  }

  @Test func figuresOfAFileThatIsGoneAreNamedAndKept() throws {
    let one = try folder.markdown("one.md", "```actplot\nrelu\ngelu\n```\n")
    let two = try folder.markdown("two.md", "```actplot\nelu\n```\n")
    _ = try folder.run([one, two], svg)
    try FileManager.default.removeItem(atPath: one.path)
    let (summary, told) = try folder.run([two]) {
      svg(&$0)
      $0.prunes = true
    }
    #expect(summary.removed == 0 && told.remarks.count == 1)
    #expect(told.remarks[0].contains("“gelu” and 1 more were drawn for "))
    #expect(told.remarks[0].contains("one.md, which is not there any more"))
    // Under another name the file has its figures again.
    let three = try folder.markdown("three.md", "```actplot\nrelu\ngelu\n```\n")
    let (again, quiet) = try folder.run([two, three], svg)
    #expect(again.unchanged == 3 && quiet.remarks.isEmpty)
    let (last, _) = try folder.run([try folder.markdown("three.md", "```actplot\nrelu\n```\n")]) {
      svg(&$0)
      $0.prunes = true
    }
    #expect(last.removed == 1)
  }

  @Test func whatChangedOfAnotherFileIsNotVouchedFor() throws {
    let one = try folder.markdown("one.md", "```actplot\nrelu\n```\n")
    let two = try folder.markdown("two.md", "```actplot\nelu\n```\n")
    _ = try folder.run([one, two], svg)
    let before = try folder.files()
    let size = try #require(before["relu.svg"]?.count)
    try folder.write(String(repeating: "x", count: size), to: "relu.svg")
    _ = try folder.run([try folder.markdown("two.md", "```actplot\nmish\n```\n")], svg)
    #expect(try folder.run([one], svg).summary.drawn == 1)
    #expect(try folder.files()["relu.svg"] == before["relu.svg"])
  }
}
