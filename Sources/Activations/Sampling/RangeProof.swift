internal import CMPFR

/// Shows that a function has no value outside of its range, over whole intervals of x: by what its
/// formula can be there, by the direction in which it goes, or by the way it bends.
struct RangeProof: ~Copyable {
  /// Between two places, of which one may be infinite.
  struct Piece {
    let low: Double
    let high: Double

    /// Both halves: by the size of x where that changes much, so that no end is far from any place.
    fileprivate var halves: [Piece]? {
      guard low.isFinite, high.isFinite else { return nil }
      let sizes = [low.magnitude, high.magnitude].sorted()
      let isWide = (low < 0) == (high < 0) && sizes[1] / 4 > sizes[0] && sizes[0] > 0
      let middle =
        isWide
        ? Double(
          sign: low.sign, exponent: Int((sizes[0].exponent + sizes[1].exponent + 1) / 2),
          significand: 1)
        : low / 2 + high / 2
      guard low < middle, middle < high else { return nil }
      return [Piece(low: low, high: middle), Piece(low: middle, high: high)]
    }
  }

  private let formula: Formula
  private let extrema: [Properties.Extremum]
  private let lower: BigFloat
  private let upper: BigFloat
  /// How many more pieces are looked at.
  private var budget: Int
  /// The slope as a formula, which often is known to have one sign where its parts are not; nothing
  /// before it is needed, or if there is none.
  private lazy var slope: Enclosure? = (try? formula.symbolicDerivative(order: 1)?.formula())
    .map { Enclosure(program: $0.program) }

  /// - Parameter extrema: Where the function is known to turn.
  init(of formula: Formula, within range: Properties.Range, extrema: [Properties.Extremum]) {
    self.formula = formula
    self.extrema = extrema
    // Give or take what the bounds themselves are rounded by.
    let bounds = [range.lowerBound, range.upperBound]
    let error = (bounds.filter(\.isFinite).map(\.magnitude).max() ?? 0) * 0x1p-44
    lower = BigFloat(range.lowerBound - error)
    upper = BigFloat(range.upperBound + error)
    budget = formula.program.evaluations(atMost: 2000, costing: 20_000)
  }

  /// Whether no value over those pieces is outside.
  mutating func holds(over pieces: [Piece]) -> Bool {
    if lower.isInfinite, upper.isInfinite { return true }
    return BigFloat.withPrecision(64) {
      var open = pieces
      while let piece = open.popLast() {
        budget -= 1
        if isInside(piece) || isBeyondNumber(piece) { continue }
        guard budget > 0, let halves = piece.halves, !isOutside(at: halves[0].high) else {
          return false
        }
        open += halves
      }
      return true
    }
  }

  private func isInside(_ value: Interval) -> Bool {
    value.isNaN || lower <= value.low && value.high <= upper
  }

  /// Whether something leaves all numbers from the nearer end of a piece on: what the formula makes of
  /// it there is for its limit to say, which is told from such places.
  private func isBeyondNumber(_ piece: Piece) -> Bool {
    mpfr_clear_flags()
    let near = piece.low < 0 ? piece.high : piece.low
    _ = Enclosure(program: formula.program).value(over: Interval(near))
    return mpfr_overflow_p() != 0
  }

  private func isOutside(at x: Double) -> Bool {
    let value = Enclosure(program: formula.program).value(over: Interval(x))
    return value.high < lower || upper < value.low
  }

  /// Whether the value at one place is inside, with all digits of x in use.
  private func isInside(at x: Double) -> Bool {
    // What is tended to there is a bound or between the bounds.
    guard x.magnitude < .greatestFiniteMagnitude else { return true }
    let program = formula.program
    return [64, 2200].contains { bits in
      BigFloat.withPrecision(bits) {
        isInside(Enclosure(program: program).value(over: Interval(x)))
      }
    }
  }

  private mutating func isInside(_ piece: Piece) -> Bool {
    let x = Interval(BigFloat(piece.low), BigFloat(piece.high))
    if isInside(Enclosure(program: formula.program).value(over: x)) { return true }
    var block = JetBlock<Interval>(program: formula.program, order: 2, samples: 1)
    block.evaluate(at: CollectionOfOne(x))
    // Between pieces of the formula the slope says nothing.
    guard !block.ties[0], !block.doubts[0] else { return false }
    if Self.hasOneSign(block.derivative(1, at: 0))
      || slope.map({ Self.hasOneSign($0.value(over: x)) }) ?? false
    {
      return isInside(at: piece.low) && isInside(at: piece.high)
    }
    let bend = block.derivative(2, at: 0)
    guard Self.hasOneSign(bend), isInside(at: piece.low), isInside(at: piece.high) else {
      return false
    }
    return extrema.contains {
      piece.low <= $0.x && $0.x <= piece.high && isInsideOfTangent(at: $0.x, over: x)
    }
  }

  private static func hasOneSign(_ x: Interval) -> Bool {
    !x.isNaN && (x.low.sign >= 0 || x.high.sign <= 0)
  }

  /// Whether the tangent at a place is inside, beyond which a function does not go that bends one way
  /// all along, and between whose ends it is on the other side.
  private func isInsideOfTangent(at place: Double, over x: Interval) -> Bool {
    let here = Interval(place)
    var block = JetBlock<Interval>(program: formula.program, order: 1, samples: 1)
    block.evaluate(at: CollectionOfOne(here))
    return isInside(block.derivative(0, at: 0) + block.derivative(1, at: 0) * (x - here))
  }
}
