import Books
import Figures

/// What a spec file gives when it is read from start to end.
struct SpecReading {
  private(set) var figures: [FigureEntry] = []
  private(set) var problems: [Problem] = []
  let file: SpecFile

  init(_ text: String, firstLine: Int = 1, columnOffset: Int = 0) {
    self.init(
      SpecFile(
        Array(text.utf8), path: "book.yaml", firstLine: firstLine, columnOffset: columnOffset))
  }

  init(_ file: SpecFile) {
    self.file = file
    var figures: [FigureEntry] = [], problems: [Problem] = []
    file.read { reading in
      switch reading {
      case .figure(let entry): figures.append(entry)
      case .problem(let problem), .remark(let problem): problems.append(problem)
      }
    }
    (self.figures, self.problems) = (figures, problems)
  }

  /// Each figure on a line: its name, then what it is told in the order of the table of settings.
  var lines: [String] { figures.map(Self.line) }

  /// Each problem as `line:column: message`.
  var messages: [String] {
    problems.map { "\($0.place.line):\($0.place.column): \($0.message)" }
  }

  static func line(_ entry: FigureEntry) -> String {
    let settings = entry.settings.names.map { name in
      let words = entry.settings[name] ?? []
      return words.isEmpty ? name : "\(name)=\(words.joined(separator: "|"))"
    }
    return ([entry.name.map { "\($0):" } ?? "-"] + settings).joined(separator: " ")
  }
}
