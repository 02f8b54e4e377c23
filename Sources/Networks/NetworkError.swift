/// Why there is no such matrix, layer or network, or why it has no such value.
public struct NetworkError: Error, Hashable, CustomStringConvertible {
  /// What is wrong, where, and the remedy, in sentences.
  public let description: String

  init(_ description: String) { self.description = description }

  /// Refuses what would hold more numbers than `Matrix.maximumCount`, before any is stored.
  static func check(
    count parts: [(rows: Int, columns: Int)], of what: String
  ) throws(NetworkError) {
    var count = 0
    for part in parts {
      let (product, overflows) = part.rows.multipliedReportingOverflow(by: part.columns)
      count = overflows ? .max : count.addingReportingOverflow(product).partialValue
      guard !overflows, 0...Matrix.maximumCount ~= count else {
        let largest = parts.max {
          Double($0.rows) * Double($0.columns) < Double($1.rows) * Double($1.columns)
        }
        throw NetworkError(
          "\(what) would hold more than \(Matrix.maximumCount) numbers"
            + (largest.map { ", \($0.rows) x \($0.columns) of them in one matrix" } ?? "")
            + "; take fewer units or a smaller minibatch.")
      }
    }
  }
}
