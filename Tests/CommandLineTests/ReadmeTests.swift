import Activations
import Figures
import Foundation
import Testing

/// What the README shows works as it stands there.
@Suite struct ReadmeTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The contents of the README's fenced blocks of a language.
  private static func blocks(_ language: String) throws -> [String] {
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    var blocks: [String] = []
    var fence: Substring?
    for line in readme.split(separator: "\n", omittingEmptySubsequences: false) {
      let ticks = line.prefix { $0 == "`" }
      if let open = fence {
        if line == open { fence = nil } else { blocks[blocks.count - 1] += "\(line)\n" }
      } else if ticks.count >= 3, line.dropFirst(ticks.count) == language {
        fence = ticks
        blocks.append("")
      }
    }
    return blocks
  }

  /// Every command but Scripts/test, which is what runs this.
  private static func commands() throws -> [String] {
    try blocks("sh").flatMap { $0.split(separator: "\n") }
      .map { $0.replacing("Scripts/actplot", with: "actplot").trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasPrefix("actplot") }
  }

  /// The files that the README shows, by the names in their first lines.
  private static func files() throws -> [(name: String, text: String)] {
    try (blocks("yaml") + blocks("markdown")).compactMap { text in
      let name = text.firstMatch(of: /^(?:#|<!--) (\S+)/).map { String($0.output.1) }
      return name.map { ($0, text) }
    }
  }

  @Test func everyCommandRuns() throws {
    let commands = try Self.commands()
    #expect(commands.count >= 8)
    let actplot = try Actplot()
    for file in try Self.files() where !file.name.contains("/") {
      try actplot.write(file.text, to: file.name)
    }
    for command in commands {
      let result = try actplot.shell(command)
      // What is compared there differs.
      let status: Int32 = command.hasPrefix("actplot compare") ? 1 : 0
      #expect(result.status == status, "\(command): \(result.error)")
    }
  }

  @Test func everyPictureIsThere() throws {
    let readme = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    let pictures = readme.matches(of: /src="([^"]+)"/).map { String($0.output.1) }
    #expect(!pictures.isEmpty)
    for picture in pictures {
      #expect(FileManager.default.fileExists(atPath: Self.root.appending(path: picture).path))
    }
  }

  /// The first example is that of this file, the second that of the example package.
  @Test func theExamplesAreCompiled() throws {
    let example = Self.root.appending(
      path: "Examples/TextbookGoldens/Tests/TextbookTests/SlopeTests.swift")
    let blocks = try Self.blocks("swift")
    try #require(blocks.count == 2)
    for (block, file) in zip(blocks, [URL(filePath: #filePath), example]) {
      let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        .map { $0.trimmingCharacters(in: .whitespaces) }
      for line in block.split(separator: "\n") where !line.hasPrefix("//") {
        #expect(lines.contains(line.trimmingCharacters(in: .whitespaces)), "\(line)")
      }
    }
    let (gradient, svg) = try libraryExample()
    #expect(gradient == 0.25)
    #expect(svg.starts(with: "<?xml".utf8))
  }

  private func libraryExample() throws -> (Double, [UInt8]) {
    let sigmoid = try Formula("sigmoid")
    let samples = try sigmoid.samples(over: SampleRange(from: -8, to: 8, step: 0.1), order: 1)
    let gradientAtZero = samples.derivatives[1][80]

    let request = FigureRequest([sigmoid], orders: [1], title: "The gradient of sigmoid")
    let svg: [UInt8] = try request.render(as: .svg)
    let png: [UInt8] = try request.render(as: .png)

    #expect(png.count > 1_000)
    return (gradientAtZero, svg)
  }
}
