internal import Activations
internal import Glibc
internal import Wording

/// What curves show, in sentences for readers who do not see them.
///
///     tanh, odd, rises from -1 to 1, slope 1 at 0, saturates beyond |x| = 2.6. Shown for x from -8
///     to 8.
///
/// Saturated is where |f′(x)| < 0.02. Numbers have three significant digits.
enum Description {
  /// The most curves that are described one by one; of more only the extents are told.
  static let mostInFull = 4

  /// The sentences for derivatives of functions, order 0 being the function itself.
  static func text(
    of curves: [(formula: Formula, order: Int)], over domain: ClosedRange<Double>
  ) -> String {
    let isShort = curves.count > mostInFull
    let sentences = curves.map { formula, order in
      let curve = CurveDescription(of: formula, order: order, over: domain, isShort: isShort)
      return curve.phrases.joined(separator: ", ") + "."
    }
    let ends = "x from \(short(domain.lowerBound)) to \(short(domain.upperBound))."
    let opening = isShort ? ["\(curves.count) curves."] : []
    return (opening + sentences + ["Shown for " + ends]).joined(separator: " ")
  }

  /// A number in few digits: 0.000335, 12300, 1.5e-9.
  static func short(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
    let exponent = Int(log10(value.magnitude).rounded(.down)) + 1 - digits
    // A quotient of whole numbers is the Double nearest to the decimal, and is written as that.
    let rounded =
      exponent < -300 || exponent > 300
      ? value
      : exponent < 0
        ? (value * pow(10, Double(-exponent))).rounded() / pow(10, Double(-exponent))
        : (value / pow(10, Double(exponent))).rounded() * pow(10, Double(exponent))
    return plainNumeral(rounded)
  }
}

/// The phrases for one curve.
struct CurveDescription {
  private let formula: Formula
  private let order: Int
  private let facts: CurveFacts
  /// The phrases, the first of which names the curve.
  private(set) var phrases: [String] = []

  /// What lies within a part of this of a limit is said to be the limit.
  private static let nearness = 0.005
  private static let mostPlaces = 3

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
    addKinks()
    if order == 0 {
      addSlopeAtZero()
      addSaturation()
    }
    addAsymptotes()
  }

  private var subject: String {
    guard order > 0 else { return formula.label }
    let by = formula.differentiationParameter.map { " by \($0)" } ?? ""
    let names = ["", "first", "second", "third"]
    let name = order < names.count ? names[order] + " derivative" : "derivative of order \(order)"
    return "the \(name) of \(formula.label)\(by)"
  }

  private func short(_ value: Double) -> String { Description.short(value) }

  /// A value of the curve; next to nothing beside the others is 0.
  private func written(_ value: Double) -> String {
    let size = facts.extent.map { max($0.lowerBound.magnitude, $0.upperBound.magnitude) } ?? 0
    return short(value.magnitude < 1e-9 * size ? 0 : value)
  }

  private mutating func addExtent() {
    guard let extent = facts.extent else { return }
    phrases.append("from \(written(extent.lowerBound)) to \(written(extent.upperBound))")
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
      addPoles()
    } else if !facts.isWhole {
      return
    } else if facts.isStraight, facts.direction != .constant {
      phrases.append("a straight line from \(written(facts.first)) to \(written(facts.last))")
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

  private func limit(towards sign: FloatingPointSign) -> Double? {
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
      let what = "\(kind(of: turn)) \(written(turn.value))"
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
  private func atLeast(_ count: Int, _ isAll: Bool) -> String {
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

  // MARK: Poles

  private mutating func addPoles() {
    let poles = facts.poles
    guard let first = poles.first, let last = poles.last else {
      phrases.append("may run off to infinity within the range")
      return
    }
    guard poles.count > Self.mostPlaces || !facts.knowsPoles else {
      phrases += poles.map { pole in
        let way = pole.way(
          hasLeft: pole.x > facts.domain.lowerBound, hasRight: pole.x < facts.domain.upperBound)
        return "runs off to \(way) at x = \(short(pole.x))"
      }
      return
    }
    let count = facts.knowsPoles ? "at \(poles.count)" : "in at least \(poles.count)"
    phrases.append(
      "runs off to infinity \(count) places from x = \(short(first.x)) to \(short(last.x))")
    if facts.hasDensePoles { phrases.append("closer together than can be drawn") }
  }

  // MARK: Kinks

  private mutating func addKinks() {
    guard formula.differentiationParameter == nil, order <= Kink.highestOrder else { return }
    let inner = facts.kinks.filter {
      facts.domain.lowerBound < $0.x && $0.x < facts.domain.upperBound
    }
    // Where a side runs off there is a pole, which is told as such.
    let jumps = inner.filter {
      $0.left[order] != $0.right[order] && $0.left[order].isFinite && $0.right[order].isFinite
    }
    let alone = facts.kinks.filter { order == 0 && $0.isAlone }
    let apart = inner.filter {
      order == 0 && $0.order == 0 && $0.value.isFinite && $0.left[0].isFinite
        && $0.left[0] == $0.right[0]
    }
    let corners = inner.filter { kink in
      order < Kink.highestOrder && kink.left[order].isFinite
        && kink.left[order] == kink.right[order]
        && kink.left[order + 1] != kink.right[order + 1]
    }
    let steps = jumps.map { kink in
      "jumps from \(short(kink.left[order])) to \(short(kink.right[order])) at x = \(short(kink.x))"
    }
    let bends = corners.map { kink in
      if kink.left[order + 1].isNaN || kink.right[order + 1].isNaN {
        return "kink at \(short(kink.x)) without a slope on a side"
      }
      return "kink at \(short(kink.x)) where the slope jumps from \(short(kink.left[order + 1])) to"
        + " \(short(kink.right[order + 1]))"
    }
    let points = alone.map { "a single value \(short($0.value)) at x = \(short($0.x))" }
    let values = apart.map {
      "value \(short($0.value)) at x = \(short($0.x)) alone, \(short($0.left[0])) beside it"
    }
    if points.count > Self.mostPlaces, let first = alone.first, let last = alone.last {
      phrases.append(
        "values at \(points.count) single points from x = \(short(first.x)) to \(short(last.x))")
    } else {
      phrases += points
    }
    for (places, noun) in [(values, "values apart"), (steps, "jumps"), (bends, "kinks")] {
      phrases +=
        places.count > Self.mostPlaces
        ? ["\(atLeast(places.count, facts.knowsKinks)) \(noun)"] : places
    }
  }

  private mutating func addSlopeAtZero() {
    guard facts.domain.contains(0), facts.direction != .constant,
      !facts.kinks.contains(where: { $0.x == 0 }), formula.differentiationParameter == nil,
      let samples = try? formula.samples(at: [0], order: 1),
      samples.derivatives[1][0].isFinite, samples.derivatives[1][0] != 0
    else { return }
    phrases.append("slope \(short(samples.derivatives[1][0])) at 0")
  }

  // MARK: Far out

  private mutating func addSaturation() {
    let domain = facts.domain
    guard facts.direction != .constant else { return }
    let flat = formula.saturation(
      below: 0.02, in: domain, kinks: facts.kinks, points: 64, isExact: false)
    // What goes on and on has not saturated, however slowly it goes.
    let left = flat.first {
      $0.lowerBound == domain.lowerBound && $0.upperBound < domain.upperBound
    }.flatMap { limit(towards: .minus) == nil ? nil : $0 }
    let right = flat.last {
      $0.upperBound == domain.upperBound && $0.lowerBound > domain.lowerBound
    }.flatMap { limit(towards: .plus) == nil ? nil : $0 }
    let constants = (left.flatMap(constant), right.flatMap(constant))
    if let left, let right, constants == (nil, nil),
      digits(left.upperBound) == digits(-right.lowerBound)
    {
      phrases.append("saturates beyond |x| = \(digits(right.lowerBound))")
      return
    }
    if let left {
      let what = constants.0.map { "constant \(short($0))" } ?? "saturates"
      phrases.append("\(what) below x = \(digits(left.upperBound))")
    }
    if let right {
      let what = constants.1.map { "constant \(short($0))" } ?? "saturates"
      phrases.append("\(what) above x = \(digits(right.lowerBound))")
    }
  }

  private func digits(_ value: Double) -> String { Description.short(value, digits: 2) }

  /// The value of the function all along an interval, if it is the same up to a kink.
  private func constant(along interval: ClosedRange<Double>) -> Double? {
    let width = interval.upperBound - interval.lowerBound
    let x = [0.0001, 0.31, 0.77, 0.9999].map { interval.lowerBound + $0 * width }
    guard let samples = try? formula.samples(at: x, order: 1),
      samples.derivatives[1].allSatisfy({ $0 == 0 })
    else { return nil }
    return samples.values[0]
  }

  /// The sloping ones; what is level is told by the limits.
  private mutating func addAsymptotes() {
    guard order == 0, !facts.isStraight else { return }
    let lines = formula.asymptotes()
    let left = lines.left.flatMap(words), right = lines.right.flatMap(words)
    if let left, left == right {
      phrases.append("nears \(left) on both sides")
      return
    }
    if let left { phrases.append("nears \(left) on the left") }
    if let right { phrases.append("nears \(right) on the right") }
  }

  private func words(for line: Asymptote) -> String? {
    guard line.slope != 0 else { return nil }
    let slope = line.slope == 1 ? "x" : line.slope == -1 ? "-x" : "\(short(line.slope)) x"
    let sign = line.intercept < 0 ? "-" : "+"
    let intercept = line.intercept == 0 ? "" : " \(sign) \(short(line.intercept.magnitude))"
    return "y = \(slope)\(intercept)"
  }
}
