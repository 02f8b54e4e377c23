internal import Wording

/// Reads comma-separated values row by row (RFC 4180), empty rows left out.
struct CSVReader {
  /// A value and where it begins, counted in characters from 1.
  struct Field {
    var text = ""
    let line: Int
    let column: Int
    /// The characters that it takes, quotation marks and all.
    var length = 0

    /// The number that it is; with a comma before decimals where that cannot separate values.
    func number(decimalComma: Bool) -> Double? {
      let word = trimmed(text)
      return Double(decimalComma ? word.replacing(",", with: ".") : word)
    }
  }

  /// What stands between values: a tab or a semicolon if the first row has one, or else a comma.
  let separator: Character
  private let characters: [Character]
  private var position = 0
  private var line = 1
  private var lineStart = 0

  var separatorName: String {
    switch separator {
    case "\t": "tabs"
    case ";": "semicolons"
    default: "commas"
    }
  }

  init(_ text: String) {
    // Spreadsheets begin a file with a mark of its encoding.
    characters = Array(text.hasPrefix("\u{FEFF}") ? text.dropFirst() : text[...])
    let first = characters.prefix { !$0.isNewline }
    separator = first.contains("\t") ? "\t" : first.contains(";") ? ";" : ","
  }

  /// The next row that is not empty; `nil` at the end.
  ///
  /// - Throws: `PointsFileError` for a quotation mark without its partner.
  mutating func row() throws(PointsFileError) -> [Field]? {
    while position < characters.count {
      let fields = try nextRow()
      if fields.contains(where: { !trimmed($0.text).isEmpty }) { return fields }
    }
    return nil
  }

  private mutating func nextRow() throws(PointsFileError) -> [Field] {
    var fields: [Field] = []
    while true {
      fields.append(try field())
      guard position < characters.count else { return fields }
      let end = characters[position]
      position += 1
      guard end == separator else {
        line += 1
        lineStart = position
        return fields
      }
    }
  }

  private mutating func field() throws(PointsFileError) -> Field {
    let start = position
    var field = Field(line: line, column: position - lineStart + 1)
    while position < characters.count, characters[position] != separator,
      !characters[position].isNewline
    {
      if characters[position] == "\"", trimmed(field.text).isEmpty {
        field.text = try quotedText()
      } else {
        field.text.append(characters[position])
        position += 1
      }
    }
    field.length = position - start
    return field
  }

  /// What stands between quotation marks, two of which stand for one.
  private mutating func quotedText() throws(PointsFileError) -> String {
    let (line, column) = (line, position - lineStart + 1)
    var text = ""
    position += 1
    while position < characters.count {
      let character = characters[position]
      position += 1
      if character == "\"" {
        guard position < characters.count, characters[position] == "\"" else { return text }
        position += 1
      } else if character.isNewline {
        self.line += 1
        lineStart = position
      }
      text.append(character)
    }
    throw PointsFileError(
      line: line, column: column,
      problem: "This quotation mark is not closed; add one behind the value.")
  }
}
