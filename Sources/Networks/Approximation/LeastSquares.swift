internal import Activations

extension Approximation {
  /// Units equally far apart, with the outputs that bring the sum of squared errors to its least.
  static func leastSquares(
    _ samples: TargetSamples, _ count: Int, _ passage: UnitShape.Passage
  ) throws(NetworkError) -> (units: [Unit], construction: Construction) {
    let (start, end) = (samples.x[0], samples.x[samples.x.count - 1])
    let distance = (end - start) / Double(max(1, count - 1))
    let centers =
      count == 1
      ? [start / 2 + end / 2] : (0..<count).map { start + Double($0) * distance }
    // Every so many of the samples, about 16 for each unit.
    let stride = max(1, samples.even.count / max(1024, 16 * count))
    let rows = Swift.stride(from: 0, to: samples.even.count, by: stride).map { samples.even[$0] }
    var best: (units: [Unit], residual: Double)?
    for span in [1.0, 2, 4] {
      let weight = passage.width / (span * distance)
      let units = centers.map { Unit(weight: weight, bias: passage.center - weight * $0) }
      let solved = try solved(units, passage, samples, rows)
      if solved.residual < best?.residual ?? .infinity { best = solved }
    }
    return (best?.units ?? [], .leastSquares(centers: centers))
  }

  /// The units with their outputs, and how far their sum is off at most at those samples.
  private static func solved(
    _ units: [Unit], _ passage: UnitShape.Passage, _ samples: TargetSamples, _ rows: [Int]
  ) throws(NetworkError) -> (units: [Unit], residual: Double) {
    var units = units
    var columns = [[Double](repeating: 1, count: rows.count)]
    for unit in units {
      let inputs = rows.map { unit.weight * samples.x[$0] + unit.bias }
      columns.append((try? passage.activation.samples(at: inputs).values) ?? [])
    }
    guard columns.allSatisfy({ $0.count == rows.count && $0.allSatisfy(\.isFinite) }) else {
      throw NetworkError(
        "Units of \(passage.activation.label) have no finite values on the interval; choose another"
          + " activation.")
    }
    let target = rows.map { samples.values[$0] }
    var problem = LeastSquares(columns: columns, target: target)
    let solution = problem.solution()
    for i in units.indices { units[i].output = solution[i + 1] }
    units[0].offset = solution[0]
    let residual = rows.indices.map { row in
      zip(columns, solution).reduce(-target[row]) { $0 + $1.0[row] * $1.1 }.magnitude
    }
    return (units, residual.max() ?? .infinity)
  }
}

/// The combination of columns that is nearest to a vector, by Householder reflections with exchanges of
/// columns (Golub 1965, "Numerical methods for solving linear least squares problems").
///
/// Columns that the others make up to 1 part in 10^12 have no part in it.
private struct LeastSquares {
  private var columns: [[Double]]
  private var target: [Double]
  private var order: [Int]

  init(columns: [[Double]], target: [Double]) {
    self.columns = columns
    self.target = target
    order = Array(columns.indices)
  }

  /// The factors of the columns, in their order.
  mutating func solution() -> [Double] {
    var diagonal: [Double] = []
    for step in columns.indices {
      let sizes = (step..<columns.count).map { Self.size(columns[$0][step...]) }
      guard let largest = sizes.indices.max(by: { sizes[$0] < sizes[$1] }),
        sizes[largest] > 1e-12 * (diagonal.first?.magnitude ?? 0)
      else { break }
      columns.swapAt(step, step + largest)
      order.swapAt(step, step + largest)
      diagonal.append(reflect(step, size: sizes[largest]))
    }
    var factors = [Double](repeating: 0, count: columns.count)
    for i in diagonal.indices.reversed() {
      var rest = target[i]
      for j in i + 1..<max(i + 1, diagonal.count) { rest -= columns[j][i] * factors[order[j]] }
      factors[order[i]] = rest / diagonal[i]
    }
    return factors
  }

  /// Reflects what is left of a column onto its first place, and all after it likewise.
  private mutating func reflect(_ step: Int, size: Double) -> Double {
    let rows = target.indices.dropFirst(step)
    let diagonal = columns[step][step] > 0 ? -size : size
    var mirror = columns[step]
    mirror[step] -= diagonal
    let half = rows.reduce(0.0) { $0 + mirror[$1] * mirror[$1] } / 2
    guard half > 0 else { return diagonal }
    func reflected(_ vector: [Double]) -> [Double] {
      var vector = vector
      let factor = rows.reduce(0.0) { $0 + mirror[$1] * vector[$1] } / half
      for i in rows { vector[i] -= factor * mirror[i] }
      return vector
    }
    for j in step + 1..<max(step + 1, columns.count) { columns[j] = reflected(columns[j]) }
    target = reflected(target)
    return diagonal
  }

  private static func size(_ vector: ArraySlice<Double>) -> Double {
    vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
