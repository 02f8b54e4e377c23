internal import Activations
internal import Wording

/// Reads the order of a derivative.
package func derivativeOrder(_ text: String) throws -> Int {
  guard let order = Int(trimmed(text)) else {
    throw WordsError("\(quoted(text)) is not an order, as 2 is.")
  }
  guard Formula.orders.contains(order) else { throw OrderError(order: order) }
  return order
}

extension [String] {
  /// The words of a setting that takes them as one.
  var only: String { last ?? "" }
}
