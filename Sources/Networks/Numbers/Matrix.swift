/// A matrix of Doubles, stored row by row.
///
/// A minibatch of n examples with d features is n x d, as the chapter writes it: an example a row.
public struct Matrix: Sendable, Hashable {
  /// How many rows there are.
  public let rowCount: Int
  /// How many columns there are.
  public let columnCount: Int
  /// All entries, row after row.
  public private(set) var elements: [Double]

  /// The most entries that a matrix, the weights of a network or the values of a minibatch may have:
  /// 2^24, which is 128 MB.
  public static let maximumCount = 1 << 24

  /// A matrix with the same number everywhere.
  ///
  /// - Throws: `NetworkError` for a negative count, or more than `maximumCount` entries.
  public init(
    rowCount: Int, columnCount: Int, repeating value: Double = 0
  ) throws(NetworkError) {
    guard rowCount >= 0, columnCount >= 0 else {
      throw NetworkError("There is no matrix of \(rowCount) x \(columnCount); take counts from 0.")
    }
    try NetworkError.check(count: [(rowCount, columnCount)], of: "The matrix")
    self.init(rowCount, columnCount, Array(repeating: value, count: rowCount * columnCount))
  }

  /// A matrix from its rows.
  ///
  /// - Throws: `NetworkError` if the rows differ in length, naming the first that does.
  public init(rows: [[Double]]) throws(NetworkError) {
    let columnCount = rows.first?.count ?? 0
    if let odd = rows.firstIndex(where: { $0.count != columnCount }) {
      throw NetworkError(
        "Row \(odd + 1) of the matrix has \(rows[odd].count) numbers and row 1 has \(columnCount);"
          + " give every row the same number of them.")
    }
    try NetworkError.check(count: [(rows.count, columnCount)], of: "The matrix")
    self.init(rows.count, columnCount, Array(rows.joined()))
  }

  /// A matrix from all entries, row after row.
  ///
  /// - Throws: `NetworkError` if they are not as many as the matrix has places.
  public init(rowCount: Int, columnCount: Int, elements: [Double]) throws(NetworkError) {
    guard rowCount >= 0, columnCount >= 0,
      rowCount.multipliedReportingOverflow(by: columnCount) == (elements.count, false)
    else {
      throw NetworkError(
        "\(elements.count) numbers do not fill a matrix of \(rowCount) x \(columnCount); give one for"
          + " each place.")
    }
    try NetworkError.check(count: [(rowCount, columnCount)], of: "The matrix")
    self.init(rowCount, columnCount, elements)
  }

  /// Trusts the caller that there are as many elements as places.
  init(_ rowCount: Int, _ columnCount: Int, _ elements: [Double]) {
    (self.rowCount, self.columnCount, self.elements) = (rowCount, columnCount, elements)
  }

  /// The entry in a row and a column, both counted from 0.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[index(row, column)] }
    set { elements[index(row, column)] = newValue }
  }

  private func index(_ row: Int, _ column: Int) -> Int {
    precondition(0..<rowCount ~= row && 0..<columnCount ~= column, "no such place in the matrix")
    return row * columnCount + column
  }

  /// One row, counted from 0.
  public func row(_ row: Int) -> [Double] {
    precondition(0..<rowCount ~= row, "no such row in the matrix")
    return Array(elements[row * columnCount..<(row + 1) * columnCount])
  }

  /// One column, counted from 0.
  public func column(_ column: Int) -> [Double] { (0..<rowCount).map { self[$0, column] } }

  /// The rows, each as an array.
  public var rows: [[Double]] { (0..<rowCount).map { row($0) } }

  /// Rows as columns and columns as rows.
  public var transposed: Matrix {
    let all = (0..<columnCount).flatMap { column in
      (0..<rowCount).map { elements[$0 * columnCount + column] }
    }
    return Matrix(columnCount, rowCount, all)
  }

  /// The square root of the sum of the squares (Frobenius), right also where the squares would be
  /// too small or too large for a Double; within 1 ULP unless it is subnormal.
  public var norm: Double {
    let largest = elements.reduce(0) { max($0, $1.magnitude) }
    guard largest > 0, largest.isFinite, !elements.contains(where: \.isNaN) else {
      return elements.contains(where: \.isNaN) ? .nan : largest
    }
    // Half of the power that would scale the largest to 1, twice, so that both are Doubles.
    let exponent = -Int(largest.exponent)
    let half = Double(sign: .plus, exponent: exponent / 2, significand: 1)
    let rest = Double(sign: .plus, exponent: exponent - exponent / 2, significand: 1)
    let sum = elements.reduce(DoubleDouble(0)) { sum, element in
      sum + DoubleDouble(product: element * half * rest, element * half * rest)
    }
    return sum.high.squareRoot() / half / rest
  }

  /// Where the first entry is that is not finite.
  var firstNonfinite: (row: Int, column: Int)? {
    elements.firstIndex { !$0.isFinite }.map { ($0 / columnCount, $0 % columnCount) }
  }

  /// The shape as it is written: 2 x 3.
  var shape: String { "\(rowCount) x \(columnCount)" }

  /// Every entry changed by itself.
  func map(_ change: (Double) -> Double) -> Matrix {
    Matrix(rowCount, columnCount, elements.map(change))
  }

  /// Entry by entry with another matrix of the shape.
  func combined(with other: Matrix, _ combine: (Double, Double) -> Double) -> Matrix {
    Matrix(rowCount, columnCount, zip(elements, other.elements).map(combine))
  }
}
