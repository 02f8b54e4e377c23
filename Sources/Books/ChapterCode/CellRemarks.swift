/// What is said of the calls of a file that are left alone: once of each kind, with the lines of all.
struct CellRemarks {
  private struct Remark {
    var problem: Problem
    /// The lines of the others of its kind.
    var lines: [Int] = []
  }

  private var remarks: [Remark] = []
  /// The places in `remarks` by kind.
  private var places: [String: Int] = [:]
  /// How many lines are named.
  private static let most = 5

  /// Notes why a call of a function is left alone.
  mutating func add(_ statement: PythonStatement, _ name: String, _ reason: String) {
    let kind = "\(name) \(Self.kind(reason))"
    if let place = places[kind] {
      if statement.place.line != remarks[place].problem.place.line {
        remarks[place].lines.append(statement.place.line)
      }
      return
    }
    places[kind] = remarks.count
    let message =
      "This call of \(name) is left alone: \(reason). An actplot block can describe its figure."
    remarks.append(
      Remark(problem: Problem(at: statement.place, message, line: statement.line.shown)))
  }

  /// The remarks in their order.
  var readings: [Reading] {
    remarks.map { remark in
      var problem = remark.problem
      if let last = remark.lines.last {
        let shown = remark.lines.prefix(Self.most).map(String.init)
        let more = remark.lines.count - shown.count
        let lines =
          more > 0
          ? "\(shown.joined(separator: ", ")) and \(more) more"
          : shown.count == 1
            ? shown[0] : "\(shown.dropLast().joined(separator: ", ")) and \(last)"
        problem.message += " The like is so in line\(remark.lines.count == 1 ? "" : "s") \(lines)."
      }
      return .remark(problem)
    }
  }

  /// A reason without what is quoted in it and without numbers.
  private static func kind(_ reason: String) -> String {
    var isQuoted = false
    return String(
      reason.filter { character in
        if character == "“" { isQuoted = true }
        if character == "”" { isQuoted = false }
        return !isQuoted && !character.isNumber
      })
  }
}
