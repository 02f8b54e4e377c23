import Networks
import Testing

struct MatrixTests {
  @Test func isStoredRowByRow() throws {
    var matrix = try Matrix(rows: [[1, 2, 3], [4, 5, 6]])
    #expect((matrix.rowCount, matrix.columnCount) == (2, 3))
    #expect(matrix.elements == [1, 2, 3, 4, 5, 6])
    #expect(matrix.row(1) == [4, 5, 6] && matrix.column(2) == [3, 6])
    #expect(matrix.transposed == (try Matrix(rows: [[1, 4], [2, 5], [3, 6]])))
    #expect(try matrix == Matrix(rowCount: 2, columnCount: 3, elements: [1, 2, 3, 4, 5, 6]))
    matrix[1, 0] = 7
    #expect(matrix.rows == [[1, 2, 3], [7, 5, 6]])
    #expect(matrix.columnSums == [8, 7, 9])
  }

  @Test func multipliesByHand() throws {
    let product = try Matrix(rows: [[1, 2], [3, -1]]).times(Matrix(rows: [[0.5, 1], [-2, 4]]))
    #expect(product.rows == [[-3.5, 9], [3.5, -1]])
  }

  /// The sums, each with terms that a plain sum in the same order loses.
  private static let sums: [(left: [Double], right: [Double], sum: Double)] = [
    ([1e16, 1, -1e16], [1, 1, 1], 1),
    ([1, 0x1p-60, -1], [1, 1, 1], 0x1p-60),
    // (1 + ε)² - 1 - 2ε is ε².
    ([1 + 0x1p-52, -1, -0x1p-51], [1 + 0x1p-52, 1, 1], 0x1p-104),
    ([0.1, 0.1], [10, -10], 0),
    ([1e300, 1], [1e300, 1], .infinity),
  ]

  @Test(arguments: sums)
  func roundsOnce(left: [Double], right: [Double], sum: Double) throws {
    let product = try Matrix(rows: [left]).times(Matrix(rows: right.map { [$0] }))
    #expect(product.elements == [sum])
  }

  private static let tiny = Double.leastNonzeroMagnitude
  private static let norms: [(row: [Double], norm: Double)] = [
    ([3, 4], 5), ([3e-300, -4e-300], 5e-300), ([3e300, 4e300], 5e300),
    ([3 * tiny, 4 * tiny], 5 * tiny), ([0, 0], 0), ([.infinity, 1], .infinity),
  ]

  @Test(arguments: norms)
  func normNeitherOverflowsNorUnderflows(row: [Double], norm: Double) throws {
    let value = try Matrix(rows: [row]).norm
    #expect(value == norm || (value - norm).magnitude <= norm.ulp)
  }

  @Test func saysWhatDoesNotFit() throws {
    let message = { (make: () throws -> Matrix) in
      #expect(throws: NetworkError.self) { try make() }?.description ?? ""
    }
    #expect(
      message { try Matrix(rows: [[1, 2], [3]]) }.contains("Row 2 of the matrix has 1 numbers"))
    #expect(
      message { try Matrix(rowCount: 2, columnCount: 3, elements: [1, 2]) }
        .contains("2 numbers do not fill a matrix of 2 x 3"))
    #expect(message { try Matrix(rowCount: -1, columnCount: 2) }.contains("-1 x 2"))
    let huge = message { try Matrix(rowCount: 1_000_000, columnCount: 1_000_000) }
    #expect(huge.contains("1000000 x 1000000") && huge.contains("fewer units"))
    #expect(message { try Matrix(rowCount: .max, columnCount: .max) }.contains("more than"))
    let two = try Matrix(rows: [[1, 2, 3], [4, 5, 6]])
    let shapes = message { try two.times(two) }
    #expect(shapes.contains("2 x 3 cannot be multiplied by one of 2 x 3"))
  }
}
