extension Matrix {
  /// The matrix product, each entry rounded as if the sum had been made in twice the digits.
  ///
  /// For entries x·y of n terms the error is at most ½ ULP of the result plus n²·2^-105 times the
  /// sum of the magnitudes of the terms: dot products by the algorithm Dot2 of Ogita, Rump and Oishi
  /// 2005, "Accurate sum and dot product". What is below 2^-969 in magnitude loses that second part;
  /// a sum that overflows on its way is infinite or NaN. The order of the terms is fixed, so that the
  /// same matrices give the same bits.
  ///
  /// - Throws: `NetworkError` if the columns of one are not as many as the rows of the other.
  public func times(_ other: Matrix) throws(NetworkError) -> Matrix {
    guard columnCount == other.rowCount else {
      throw NetworkError(
        "A matrix of \(shape) cannot be multiplied by one of \(other.shape): the columns of the"
          + " first must be as many as the rows of the second; transpose one of them?")
    }
    try NetworkError.check(count: [(rowCount, other.columnCount)], of: "The product")
    return Self.sum(of: [(self, other)])
  }

  /// The sum of products of matrices that fit, and of a row that is added to each of its rows: each
  /// entry is one sum, rounded once as in `times`.
  static func sum(of products: [(Matrix, Matrix)], plus row: [Double]? = nil) -> Matrix {
    let rowCount = products[0].0.rowCount, columnCount = products[0].1.columnCount
    var elements: [Double] = []
    elements.reserveCapacity(rowCount * columnCount)
    var sum = CompensatedRow(count: columnCount)
    for i in 0..<rowCount {
      sum.reset(to: row)
      for (left, right) in products {
        for k in 0..<left.columnCount {
          sum.add(
            left.elements[i * left.columnCount + k],
            times: right.elements, from: k * columnCount)
        }
      }
      sum.append(to: &elements)
    }
    return Matrix(rowCount, columnCount, elements)
  }

  /// The sum of each column, rounded as in `times`.
  public var columnSums: [Double] {
    Self.sum(of: [(Matrix(1, rowCount, Array(repeating: 1, count: rowCount)), self)]).elements
  }
}

/// A row of sums, each with what its roundings have left out.
private struct CompensatedRow {
  private var sums: [Double]
  private var errors: [Double]

  init(count: Int) {
    sums = Array(repeating: 0, count: count)
    errors = sums
  }

  mutating func reset(to row: [Double]?) {
    for j in sums.indices {
      sums[j] = row?[j] ?? 0
      errors[j] = 0
    }
  }

  /// Adds a multiple of a row of a matrix.
  mutating func add(_ factor: Double, times elements: [Double], from start: Int) {
    for j in sums.indices {
      let product = DoubleDouble(product: factor, elements[start + j])
      let sum = DoubleDouble(sum: sums[j], product.high)
      sums[j] = sum.high
      errors[j] += sum.low + product.low
    }
  }

  func append(to elements: inout [Double]) {
    for (sum, error) in zip(sums, errors) {
      // What is infinite has no digits to add up, only infinities whose difference is NaN.
      elements.append(sum.isFinite ? sum + error : sum)
    }
  }
}
