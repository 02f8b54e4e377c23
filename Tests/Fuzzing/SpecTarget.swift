import Books
import Figures

/// Spec files: every figure is read or has a problem, and every problem has a place in the file.
struct SpecTarget: FuzzTarget {
  static let name = "spec"

  static var corpus: [[UInt8]] {
    let settings = Setting.all.map { setting in
      let value =
        switch setting.form {
        case .flag: "true"
        case .choice(let words): words.last ?? "x"
        case .number: "2"
        case .assignments: "{a: 1, b: [1, 2]}"
        default: "[1, x]"
        }
      return "figures: {f: {functions: swish, \(setting.name): \(value)}}"
    }
    let books = [
      """
      output: figures
      defaults: {format: [svg, pdf]}
      define:
        softclip(x, a=1): a * tanh(x / a)
      styles:
        gradient: {grad: true, ylabel: slope}
      figures:
        relu: {caption: The rectified linear unit.}
        relu-grad: {functions: relu, style: gradient, caption: Its slope.}
        clip:
          functions: [hardtanh, softclip]
          range: -3:3
          let: {a: 0.5}
          alt: |
            Two curves.
            One has corners.
      """,
      "figures:\n  a: &a {functions: relu}\n  b: {<<: *a, dpi: 300}\n  c: {functions: \"x^2\"}\n",
      "- functions: relu\n- tanh\n- gelu\n",
    ]
    return (books + settings).map { Array($0.utf8) }
  }

  static let words =
    Setting.all.map { "\($0.name): " } + [
      "figures:", "defaults:", "styles:", "style: ", "define:", "let:", "output:", "name: ", "\n",
      "  ", "- ", ": ", "{", "}", "[", "]", ", ", "&a ", "*a", "<<: ", "!!str ", "|\n", ">-\n",
      "\"",
      "'", "#", "---\n", "...\n", "? ", "\t", "~", "true", "null", "\u{feff}", "\u{2028}",
      "%YAML 1.1",
    ]

  mutating func check(_ input: [UInt8]) throws -> String {
    let file = SpecFile(input, path: "book.yaml")
    var readings: [Reading] = []
    file.read { readings.append($0) }
    return try outcome(of: readings, in: input)
  }
}

/// What became of a file with figures. Every figure and every problem has a place in it.
func outcome(of readings: [Reading], in input: [UInt8]) throws -> String {
  // What YAML and Markdown take for the end of a line; a place may be behind the last.
  let text = String(decoding: input, as: UTF8.self)
  let lines =
    text.unicodeScalars.count { "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) } + 2
  func check(_ place: Place) throws {
    try require(
      (1...lines).contains(place.line) && place.column >= 1 && place.column <= input.count + 2,
      "There is no place \(place) in \(lines - 1) lines.")
  }
  var kinds: [String] = []
  for reading in readings {
    switch reading {
    case .figure(let entry):
      try check(entry.place)
      for place in entry.settingPlaces.values {
        try check(Place(file: "", line: place.line, column: place.column))
      }
      do {
        _ = try (entry.settings.request(), entry.settings.formats())
        kinds.append("figure \(entry.settings.names)")
      } catch {
        kinds.append(try sentence(of: error))
      }
    case .problem(let problem), .remark(let problem):
      try check(problem.place)
      kinds.append(try sentence(of: WithoutPlace(description: problem.message)))
      _ = problem.description
    }
  }
  return kinds.prefix(3).joined(separator: "; ")
}

private struct WithoutPlace: Error, CustomStringConvertible {
  let description: String
}
