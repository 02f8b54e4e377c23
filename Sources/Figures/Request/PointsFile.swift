internal import Files
internal import Wording

/// Points from a CSV file: a row each, with x, y and a label or none.
///
/// Where the first row has names instead of numbers, x, y and label are looked for among them, in any
/// order. Values are separated by commas, or all over the file by semicolons, beside which a comma
/// before decimals is understood, or by tabs. Quotation marks can hold any of them.
struct PointsFile {
  private(set) var points: [DataPoint] = []

  /// The most bytes that a file may have.
  static let maximumSize = 1 << 24
  /// The most points: of more no figure shows each.
  static let maximumCount = 100_000

  /// - Throws: `WordsError`, a sentence that names the file, and where there is one the line and column.
  init(path: String) throws {
    let bytes: [UInt8]
    do {
      bytes = try wholeFile(path, atMost: Self.maximumSize)
    } catch {
      throw WordsError("\(quoted(path)) cannot be read: \(Self.reason(error))")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw WordsError("\(quoted(path)) is not text in UTF-8; save it as CSV in that encoding.")
    }
    do {
      try self.init(text)
    } catch let error as PointsFileError {
      throw WordsError("\(path.visible):\(error)")
    }
  }

  private static func reason(_ error: ReadingError) -> String {
    switch error {
    case .system(let number): "\(systemReason(number))."
    case .noFile(let kind): "it is \(kind); name a .csv file."
    case .tooLarge(let size): "it has \(size) bytes, and \(maximumSize) are the most."
    }
  }

  /// - Throws: `PointsFileError`.
  init(_ text: String) throws {
    var reader = CSVReader(text)
    guard let first = try reader.row() else {
      throw PointsFileError(
        line: 1, column: 1, problem: "There is no point; write a row for each, as in 0.5,1.2,name.")
    }
    let columns = try PointColumns(header: first)
    if columns == nil { points.append(try PointColumns().point(first, reader)) }
    while let row = try reader.row() {
      guard points.count < Self.maximumCount else {
        throw PointsFileError(
          line: row[0].line, column: 1,
          problem: "There are more than \(grouped(Self.maximumCount)) points; leave some out.")
      }
      points.append(try (columns ?? PointColumns()).point(row, reader))
    }
    guard points.isEmpty else { return }
    throw PointsFileError(
      line: first[0].line + 1, column: 1,
      problem: "There is no point below the names of the columns; write a row for each, as in"
        + " 0.5,1.2,name.")
  }
}

/// What cannot be understood of a file of points, and where.
struct PointsFileError: Error, Hashable, CustomStringConvertible {
  let line: Int
  /// In characters, from 1.
  let column: Int
  let problem: String

  var description: String { "\(line):\(column): \(problem)" }
}

/// Which value of a row is what.
private struct PointColumns {
  var x = 0
  var y = 1
  var label: Int? = 2

  init() {}

  /// The columns that a first row names; `nil` if it has a number, and so is a point.
  init?(header row: [CSVReader.Field]) throws {
    guard row.allSatisfy({ $0.number(decimalComma: true) == nil }) else { return nil }
    let names = row.map { trimmed($0.text).lowercased() }
    guard let x = names.firstIndex(of: "x"), let y = names.firstIndex(of: "y") else {
      throw PointsFileError(
        line: row[0].line, column: row[0].column,
        problem: "\(quoted(row[0].text)) is no number, and among the names of columns there is no"
          + " \(names.contains("x") ? "y" : "x"); write x,y,label or numbers.")
    }
    (self.x, self.y, label) = (x, y, names.firstIndex(of: "label"))
  }

  func point(_ row: [CSVReader.Field], _ reader: CSVReader) throws -> DataPoint {
    func value(_ column: Int, _ name: String) throws -> Double {
      guard row.indices.contains(column) else {
        let last = row[row.count - 1]
        throw PointsFileError(
          line: last.line, column: last.column + last.length,
          problem:
            "There is no \(name) in this row, which has \(counted(row.count, "value")); write"
            + " x, y and a label or none, with \(reader.separatorName) between.")
      }
      let field = row[column]
      guard let number = field.number(decimalComma: reader.separator != ","), number.isFinite else {
        throw PointsFileError(
          line: field.line, column: field.column,
          problem: "\(quoted(field.text)) is no finite number; write \(name) as in 0.5.")
      }
      return number
    }
    let name = label.flatMap { row.indices.contains($0) ? trimmed(row[$0].text) : nil } ?? ""
    return DataPoint(x: try value(x, "x"), y: try value(y, "y"), label: name)
  }
}
