internal import Activations
internal import Wording

/// The phrases for one curve.
struct CurveDescription {
  let formula: Formula
  let order: Int
  let facts: CurveFacts
  let words: FigureWords
  /// The phrases, the first of which names the curve.
  private(set) var phrases: [String] = []

  /// What lies within a part of this of a limit is said to be the limit.
  private static let nearness = 0.005
  /// Of more places than these only the number is told.
  static let mostPlaces = 3

  init(
    of formula: Formula, order: Int, over domain: ClosedRange<Double>, _ words: FigureWords,
    isShort: Bool
  ) {
    self.words = words
    self.formula = formula
    self.order = order
    facts = CurveFacts(of: formula, order: order, in: domain)
    phrases = [subject]
    if isShort {
      addExtent()
      return
    }
    if let symmetry = facts.symmetry, facts.direction != .constant {
      phrases.append(symmetry == .even ? words.even : words.odd)
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
    return words.derivative(order, of: formula.label, by: formula.differentiationParameter)
  }

  func short(_ value: Double) -> String { Description.short(value) }

  /// A value of the curve; next to nothing beside the others is 0.
  private func told(_ value: Double) -> String {
    let size = facts.extent.map { max($0.lowerBound.magnitude, $0.upperBound.magnitude) } ?? 0
    return short(value.magnitude < 1e-9 * size ? 0 : value)
  }

  private mutating func addExtent() {
    guard let extent = facts.extent else { return }
    phrases.append(words.extent(from: told(extent.lowerBound), to: told(extent.upperBound)))
  }

  // MARK: Where it goes

  private mutating func addCourse() {
    guard facts.isCurve else {
      phrases.append(
        facts.kinks.contains(where: \.isAlone) ? words.noCurve : words.notDefined)
      return
    }
    if let boundary = facts.boundary {
      phrases.append(words.defined(aboveElseBelow: boundary.isLower, short(boundary.x)))
    } else if !facts.isWhole {
      phrases.append(words.notDefinedEverywhere)
    }
    if !facts.poles.isEmpty || !facts.knowsPoles {
      phrases += poles
    } else if !facts.isWhole {
      return
    } else if facts.isBeyondNumbers {
      phrases.append(words.beyondNumbers)
    } else if facts.isStraight, facts.direction != .constant {
      phrases.append(words.straight(from: told(facts.first), to: told(facts.last)))
    } else if let direction = facts.direction {
      let (first, last) = (end(.minus), end(.plus))
      let course =
        switch direction {
        case .increasing: words.rises(from: first, to: last)
        case .decreasing: words.falls(from: first, to: last)
        case .nondecreasing: words.neverFalls(from: first, to: last)
        case .nonincreasing: words.neverRises(from: first, to: last)
        case .constant: words.constant(short(facts.first))
        }
      phrases.append(course)
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
      phrases.append(words.turns(extrema.count, isAll: facts.knowsExtrema))
      addExtent()
      return
    }
    var places: [(what: String, x: [String])] = []
    for turn in extrema {
      let what = self.what(turn)
      if let same = places.firstIndex(where: { $0.what == what }) {
        places[same].x.append(short(turn.x))
      } else {
        places.append((what, [short(turn.x)]))
      }
    }
    phrases += places.map { words.at($0.x, $0.what) }
    if extrema.isEmpty { addExtent() }
    // What the curve comes to at its ends.
    let left = limit(towards: .minus), right = limit(towards: .plus)
    if let left, left == right {
      phrases.append(words.tends(to: short(left), isLeft: nil))
      return
    }
    if let left { phrases.append(words.tends(to: short(left), isLeft: true)) }
    if let right { phrases.append(words.tends(to: short(right), isLeft: false)) }
  }

  private func what(_ turn: CurveFacts.Turn) -> String {
    guard let extent = facts.extent else { return told(turn.value) }
    // Both sides of an even function may differ in their last digits.
    let slack = 1e-6 * (extent.upperBound - extent.lowerBound)
    let isOfAll =
      turn.isMinimum
      ? turn.value <= extent.lowerBound + slack : turn.value >= extent.upperBound - slack
    return words.extremum(isLeast: turn.isMinimum, ofAll: isOfAll, told(turn.value))
  }

  private mutating func addSlopeAtZero() {
    guard facts.domain.contains(0), facts.direction != .constant,
      !facts.kinks.contains(where: { $0.x == 0 }), formula.differentiationParameter == nil,
      let samples = try? formula.samples(at: [0], order: 1),
      samples.derivatives[1][0].isFinite, samples.derivatives[1][0] != 0
    else { return }
    phrases.append(words.slopeAtZero(short(samples.derivatives[1][0])))
  }
}
