import Figures
import Foundation

@testable import FigureBatch

/// Reads what a Markdown file in tests says.
struct MarkdownReadings {
  var figures: [FigureEntry] = []
  var problems: [Problem] = []
  var remarks: [Problem] = []
  let file: MarkdownFile

  init(_ text: String, path: String = "book.md") {
    file = MarkdownFile(
      text: text, path: path, readCommandLine: Self.commandLine, readYAML: Self.yaml)
    file.read { reading in
      switch reading {
      case .figure(let entry): figures.append(entry)
      case .problem(let problem): problems.append(problem)
      case .remark(let remark): remarks.append(remark)
      }
    }
  }

  /// Options of the table, `--name` and `--caption`; every other word is a function.
  static let commandLine: CommandLineReader = { words in
    var settings = FigureSettings()
    var name: String?, caption: String?
    var words = words[...]
    while let word = words.popFirst() {
      guard word.hasPrefix("--") else {
        settings["functions", default: []].append(word)
        continue
      }
      let option = String(word.dropFirst(2))
      switch option {
      case "name": name = words.popFirst()
      case "caption": caption = words.popFirst()
      default:
        guard let setting = Setting.named(option) else {
          throw SettingError("range", "“\(word)” is no option.")
        }
        settings[option] = setting.form == .flag ? [] : [words.popFirst() ?? ""]
      }
    }
    return (settings, name, caption)
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
