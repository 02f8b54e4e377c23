internal import Typesetting
internal import Wording

/// A matrix in brackets with its name before it, as in W = [1 0; 0 1].
public struct NumberMatrix: Sendable, Hashable {
  /// The name, in TeX's notation of mathematics.
  public var name: String
  /// The entries, row by row.
  public var rows: [[Double]]

  /// A matrix of that name.
  public init(_ name: String, _ rows: [[Double]]) {
    self.name = name
    self.rows = rows
  }

  /// The most rows, and columns, whose numbers are written out; of more there is the shape alone.
  static let most = 8

  /// The entries as they are written, with as many places behind the point as tell three digits of
  /// the largest, but two at least unless all are whole.
  var texts: [[String]] {
    let all = rows.joined(), largest = all.map(\.magnitude).max() ?? 0
    let isWhole = all.allSatisfy { $0.rounded() == $0 } && largest < 1e6
    var places = isWhole ? 0 : 2, size = largest
    while !isWhole, size < 1, size > 0, places < 8 {
      size *= 10
      places += 1
    }
    return rows.map { $0.map { Self.text($0, places: max(places - 1, isWhole ? 0 : 2)) } }
  }

  /// A number with just so many places; in powers of ten where it is very large.
  private static func text(_ value: Double, places: Int) -> String {
    guard value.magnitude < 1e6 else { return "\(value)".replacingMinus }
    let power = (0..<places).reduce(1.0) { whole, _ in whole * 10 }
    let units = Int((value.magnitude * power).rounded())
    var digits = "\(units)"
    while digits.utf8.count <= places { digits = "0" + digits }
    if places > 0 { digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places)) }
    return value < 0 && units != 0 ? "−" + digits : digits
  }
}

extension String {
  fileprivate var replacingMinus: String {
    String(map { $0 == "-" ? "−" : $0 })
  }
}

/// A matrix that is set: its room, and what is drawn of it around the left end of its middle.
struct SetMatrix {
  private(set) var width = 0.0
  private(set) var height = 0.0
  private(set) var elements: [Scene.Element] = []

  /// - Parameter index: Which matrix of the picture it is.
  init(
    _ matrix: NumberMatrix, index: Int, fontSize: Double, theme: Theme,
    measuring measurer: some TextMeasurer
  ) throws {
    let em = fontSize, line = 1.35 * em
    func add(_ string: String, _ mark: Scene.Mark, rightAt right: Double? = nil, y: Double) throws
      -> Double
    {
      let set = try measurer.typeset(string, fontSize: em)
      let left = right.map { $0 - set.extent.advance } ?? width
      let text = Scene.Text(set, at: Point(x: left, y: y + 0.36 * em), color: theme.textColor)
      elements.append(Scene.Element(mark: mark, shape: .text(text)))
      return set.extent.advance
    }
    let columns = matrix.rows.first?.count ?? 0
    let isWritten = max(columns, matrix.rows.count) <= NumberMatrix.most
    let name = "$\(matrix.name)$" + (isWritten ? " =" : ": \(matrix.rows.count) × \(columns)")
    width = try add(name, .matrixName(index: index), y: 0)
    height = 1.6 * em
    guard isWritten else { return }
    height = Double(matrix.rows.count) * line
    let top = -height / 2, texts = matrix.texts.map { $0.map { theme.numbers.written($0) } }
    width += 0.5 * em
    addBracket(at: width, from: top, opens: true, em: em, index, theme)
    width += 0.35 * em
    for column in 0..<columns {
      let advances = try texts.map { try measurer.typeset($0[column], fontSize: em).extent.advance }
      let right = width + (advances.max() ?? 0) + (column == 0 ? 0 : 0.8 * em)
      for (row, texts) in texts.enumerated() {
        _ = try add(
          texts[column], .matrixEntry(index: index, row: row, column: column), rightAt: right,
          y: top + (Double(row) + 0.5) * line)
      }
      width = right
    }
    width += 0.35 * em
    addBracket(at: width, from: top, opens: false, em: em, index, theme)
  }

  private mutating func addBracket(
    at x: Double, from top: Double, opens: Bool, em: Double, _ index: Int, _ theme: Theme
  ) {
    let end = x + (opens ? 0.25 : -0.25) * em
    let points = [(end, top), (x, top), (x, -top), (end, -top)].map { Point(x: $0, y: $1) }
    let style = StrokeStyle(color: theme.textColor, width: 0.07 * em)
    elements.append(
      Scene.Element(
        mark: .matrixBracket(index: index), shape: .stroke([points], style, clip: nil)))
  }
}
