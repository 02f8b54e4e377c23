import Figures
import Foundation

@testable import Books

/// Reads what a Markdown file in tests says.
struct MarkdownReadings {
  var figures: [FigureEntry] = []
  var problems: [Problem] = []
  var remarks: [Problem] = []
  let file: MarkdownFile

  init(_ text: String, path: String = "book.md") {
    file = MarkdownFile(text: text, path: path, readYAML: Self.yaml)
    file.read { reading in
      switch reading {
      case .figure(let entry): figures.append(entry)
      case .problem(let problem): problems.append(problem)
      case .remark(let remark): remarks.append(remark)
      }
    }
  }

  /// A figure for each line `NAME: FUNCTION`, at the place of the name.
  static let yaml: YAMLBlockReader = { text, path, firstLine, column in
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      row, line in
      let parts = line.split(separator: ":")
      guard parts.count == 2 else { return nil }
      var settings = FigureSettings()
      settings["functions"] = [parts[1].trimmingCharacters(in: .whitespaces)]
      return .figure(
        FigureEntry(
          name: String(parts[0]),
          place: Place(file: path, line: firstLine + row, column: column + 1), settings: settings))
    }
  }

  /// The functions of each figure.
  var functions: [[String]] { figures.map { $0.settings["functions"] ?? [] } }

  /// Lines of a file in Fixtures.
  static func fixture(_ name: String) throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Fixtures/\(name)")
    return try String(contentsOf: file, encoding: .utf8)
  }
}

extension FigureSettings {
  subscript(name: String, default usual: [String]) -> [String] {
    get { self[name] ?? usual }
    set { self[name] = newValue }
  }
}
