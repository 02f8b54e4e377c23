internal import Activations
internal import Typesetting

/// The phrases for one curve.
struct CurveDescription {
  let formula: Formula
  let order: Int
  let facts: CurveFacts
  /// The phrases, the first of which names the curve.
  private(set) var phrases: [String] = []

  /// What lies within a part of this of a limit is said to be the limit.
  private static let nearness = 0.005
  /// Of more places than these only the number is told.
  static let mostPlaces = 3

  init(of formula: Formula, order: Int, over domain: ClosedRange<Double>, isShort: Bool) {
    self.formula = formula
    self.order = order
    facts = CurveFacts(of: formula, order: order, in: domain)
    phrases = [subject]
    if isShort {
      addExtent()
      return
    }
    if let symmetry = facts.symmetry, facts.direction != .constant {
      phrases.append(symmetry.rawValue)
    }
    addCourse()
    phrases += kinks
    if order == 0 {
      addSlopeAtZero()
      phrases += saturation
    }
    phrases += asymptotes
  }

  private var subject: String {
    guard order > 0 else { return formula.label }
    let by = formula.differentiationParameter.map { " by \($0)" } ?? ""
    let names = ["", "first", "second", "third"]
    let name = order < names.count ? names[order] + " derivative" : "derivative of order \(order)"
    return "the \(name) of \(formula.label)\(by)"
  }

  func short(_ value: Double) -> String { Description.short(value) }

  /// A value of the curve; next to nothing beside the others is 0.
  private func told(_ value: Double) -> String {
    let size = facts.extent.map { max($0.lowerBound.magnitude, $0.upperBound.magnitude) } ?? 0
    return short(value.magnitude < 1e-9 * size ? 0 : value)
  }

  private mutating func addExtent() {
    guard let extent = facts.extent else { return }
    phrases.append("from \(told(extent.lowerBound)) to \(told(extent.upperBound))")
  }

  // MARK: Where it goes

  private mutating func addCourse() {
    guard facts.isCurve else {
      phrases.append(
        facts.kinks.contains(where: \.isAlone) ? "no curve" : "not defined in the range")
      return
    }
    if let boundary = facts.boundary {
      phrases.append("defined \(boundary.isLower ? "above" : "below") x = \(short(boundary.x))")
    } else if !facts.isWhole {
      phrases.append("not defined everywhere")
    }
    if !facts.poles.isEmpty || !facts.knowsPoles {
      phrases += poles
    } else if !facts.isWhole {
      return
    } else if facts.isBeyondNumbers {
      phrases.append("beyond the largest number, 1.8e308, in some of the range or all of it")
    } else if facts.isStraight, facts.direction != .constant {
      phrases.append("a straight line from \(told(facts.first)) to \(told(facts.last))")
    } else if let direction = facts.direction {
      let way = "from \(end(.minus)) to \(end(.plus))"
      switch direction {
      case .increasing: phrases.append("rises \(way)")
      case .decreasing: phrases.append("falls \(way)")
      case .nondecreasing: phrases.append("never falls, \(way)")
      case .nonincreasing: phrases.append("never rises, \(way)")
      case .constant: phrases.append("constant at \(short(facts.first))")
      }
    } else {
      addExtrema()
    }
  }

  /// The value at an end of the domain, or the limit beyond it, if it is as good as reached.
  private func end(_ sign: FloatingPointSign) -> String {
    let value = sign == .minus ? facts.first : facts.last
    guard let extent = facts.extent, let limit = limit(towards: sign) else { return short(value) }
    let isReached =
      (value - limit).magnitude < Self.nearness * (extent.upperBound - extent.lowerBound)
    return short(isReached ? limit : value)
  }

  func limit(towards sign: FloatingPointSign) -> Double? {
    let infinity = sign == .minus ? -Double.infinity : .infinity
    let limit = formula.limits(towards: infinity, orders: order)[order]
    return limit.isFinite ? limit : nil
  }

  private mutating func addExtrema() {
    let extrema = facts.extrema
    guard extrema.count <= Self.mostPlaces else {
      phrases.append("turns \(atLeast(extrema.count, facts.knowsExtrema)) times")
      addExtent()
      return
    }
    var places: [(what: String, x: [String])] = []
    for turn in extrema {
      let what = "\(kind(of: turn)) \(told(turn.value))"
      if let same = places.firstIndex(where: { $0.what == what }) {
        places[same].x.append("x = \(short(turn.x))")
      } else {
        places.append((what, ["x = \(short(turn.x))"]))
      }
    }
    phrases += places.map { "\($0.what) at \($0.x.joined(separator: " and "))" }
    if extrema.isEmpty { addExtent() }
    // What the curve comes to at its ends.
    let left = limit(towards: .minus), right = limit(towards: .plus)
    if let left, left == right {
      phrases.append("tends to \(short(left)) on both sides")
      return
    }
    if let left { phrases.append("tends to \(short(left)) on the left") }
    if let right { phrases.append("tends to \(short(right)) on the right") }
  }

  /// A count, or that there may be more.
  func atLeast(_ count: Int, _ isAll: Bool) -> String {
    isAll ? "\(count)" : "at least \(count)"
  }

  private func kind(of turn: CurveFacts.Turn) -> String {
    guard let extent = facts.extent else { return "" }
    // Both sides of an even function may differ in their last digits.
    let slack = 1e-6 * (extent.upperBound - extent.lowerBound)
    return turn.isMinimum
      ? turn.value <= extent.lowerBound + slack ? "least" : "a minimum of"
      : turn.value >= extent.upperBound - slack ? "greatest" : "a maximum of"
  }

  private mutating func addSlopeAtZero() {
    guard facts.domain.contains(0), facts.direction != .constant,
      !facts.kinks.contains(where: { $0.x == 0 }), formula.differentiationParameter == nil,
      let samples = try? formula.samples(at: [0], order: 1),
      samples.derivatives[1][0].isFinite, samples.derivatives[1][0] != 0
    else { return }
    phrases.append("slope \(short(samples.derivatives[1][0])) at 0")
  }
}
