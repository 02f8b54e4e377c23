/// How far `value` is from `reference`, the true value rounded to binary64, in units of the
/// reference's last place. The unit of zero and of the subnormals is the least positive number.
func ulps(_ value: Double, from reference: Double) -> Double {
  if value == reference || value.isNaN && reference.isNaN { return 0 }
  guard value.isFinite, reference.isFinite else { return .infinity }
  return (value - reference).magnitude / max(reference.ulp, .leastNonzeroMagnitude)
}

/// The largest error seen, and where.
struct WorstCase: CustomStringConvertible {
  private(set) var error = 0.0
  private var place = "nowhere"

  mutating func note(_ error: Double, at place: @autoclosure () -> String) {
    // Negated, so that an error that is NaN counts as the worst of all.
    guard !(error <= self.error) else { return }
    self.error = error.isNaN ? .infinity : error
    self.place = place()
  }

  var description: String { "\(error) at \(place)" }
}

/// The numbers of each line of a table of references.
func rows(of table: String) throws -> [[Double]] {
  try table.split(separator: "\n").map { line in
    try line.split(separator: " ").map { field in
      guard let number = Double(field) else { throw MalformedReference(field: String(field)) }
      return number
    }
  }
}

struct MalformedReference: Error {
  let field: String
}
