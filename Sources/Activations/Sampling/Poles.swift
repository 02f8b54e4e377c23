/// A place at which a function, or a derivative of it, runs off to infinity.
public struct Pole: Sendable, Hashable {
  /// The place, or the Double nearest to it.
  public let x: Double
  /// The limit from below: ∞ or -∞ where the function runs off on that side; NaN where it is not
  /// defined there or has no limit that is known.
  public let left: Double
  /// The same from above.
  public let right: Double
}

/// The poles in a range, and whether they are all there are.
package struct Singularities: Sendable {
  /// Ascending.
  package let poles: [Pole]
  /// Where something is divided by 0 and there is no pole, in any order: the function has a limit
  /// there, which it may near infinitely fast, or nothing is known.
  package let others: [Double]
  /// Whether no more were looked for because there were too many, or it could not be told at some
  /// place whether there is one.
  package let isComplete: Bool

  package init(poles: [Pole], others: [Double], isComplete: Bool) {
    self.poles = poles
    self.others = others
    self.isComplete = isComplete
  }

  /// Whether there are poles, or it is not known that there are none.
  package var runsOff: Bool { !poles.isEmpty || !isComplete }

  package static let none = Singularities(poles: [], others: [], isComplete: true)
}

extension Formula {
  /// The poles of the function or of a derivative, ascending, each found to the last bit of x.
  ///
  /// They are where denominators pass 0 or touch it, where the arguments of logarithms do, and for
  /// derivatives those of roots, and at the ends of the domains of powers and inverse functions. A
  /// place where there is a limit nevertheless, as of sin(x) / x at 0, is none, and one where it
  /// cannot be told is left out.
  ///
  /// - Parameters:
  ///   - order: The derivative, 0 for the function itself, within `Formula.orders`.
  ///   - range: Where to look; everywhere if `nil`, in steps that grow with the distance from 0.
  ///   - limit: The most that are looked for, those nearest to 0; a tangent has any number.
  public func poles(
    order: Int = 0, in range: ClosedRange<Double>? = nil, limit: Int = 1000
  ) -> [Pole] {
    let all = singularities(order: order, in: range, limit: limit).poles
    return range.map { range in all.filter { range.contains($0.x) } } ?? all
  }

  /// The poles in a range and a little beyond its ends, where they still show within it.
  package func singularities(
    order: Int, in range: ClosedRange<Double>?, limit: Int = 1000
  ) -> Singularities {
    guard limit > 0, Self.orders.contains(order), mayRunOff(order: order) else { return .none }
    let greatest = Double.greatestFiniteMagnitude
    let beside = range.map { $0.upperBound / 50 - $0.lowerBound / 50 } ?? 0
    let bounds =
      range.map { max($0.lowerBound - beside, -greatest)...min($0.upperBound + beside, greatest) }
      ?? -greatest...greatest
    let question = PlaceQuestion(bounds: bounds, limit: limit, order: order)
    return knownSingularities.answer(to: question) {
      // The zeros of a program that is differentiated by a parameter are those of the same by x,
      // whose slopes lead to them.
      guard let byX = differentiationParameter == nil ? self : try? plain() else { return .none }
      var search = PoleSearch(program: byX.program, derivatives: program, order: order)
      let (grid, isResolved) = byX.program.resolved(
        Self.grid(in: bounds), most: 8192, within: range == nil ? -100...100 : bounds)
      let found = search.singularities(between: grid, limit: limit)
      // Where none is seen among thousands of points there may be none.
      guard !isResolved, !found.poles.isEmpty else { return found }
      return Singularities(poles: found.poles, others: found.others, isComplete: false)
    }
  }

  private func mayRunOff(order: Int) -> Bool { !program.denominators(order: order).isEmpty }

  /// The formula with derivatives by x.
  func plain() throws(FormulaError) -> Formula { try differentiated(by: nil) }
}
