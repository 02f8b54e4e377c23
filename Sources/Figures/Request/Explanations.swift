internal import Activations
internal import Plotting
internal import Wording

/// What is drawn to explain the curves.
public struct Explanations: Sendable, Hashable {
  /// Shade where the size of the slope is below this; nowhere if `nil`.
  public var saturation: Double?
  /// Whether the straight lines are drawn that a function nears: on both sides, and where it runs off.
  public var showsAsymptotes = false
  /// Whether the places are marked where a function is not smooth.
  public var showsKinks = false
  /// Whether functions of straight pieces have their bends marked and their slopes named.
  public var showsSlopes = false
  /// Whether the terms of sums are drawn as thin curves behind them.
  public var showsTerms = false
  /// Whether a panel below shows how far two functions are apart, in units of the last place.
  public var showsDifference = false
  /// Where tangents touch the curves.
  public var tangents: [Double] = []
  /// Where points of the curves are marked with their coordinates.
  public var points: [Double] = []
  /// Lines across the axes.
  public var levels: [Level] = []
  /// What is filled; nothing if `nil`.
  public var fill: Fill?
  /// Words.
  public var notes: [Note] = []

  /// No explanations.
  public init() {}

  /// An area in the colour of a curve.
  public struct Fill: Sendable, Hashable {
    /// What bounds the area besides a curve.
    public enum Side: String, Sendable, Hashable, CaseIterable {
      /// The x axis, below or above each curve; on a logarithmic axis, which has no 0, its lower end.
      case under
      /// The other one of two curves.
      case between
    }

    /// What bounds it.
    public var side: Side
    /// From where to where it goes; as far as the curves if `nil`.
    public var range: ClosedRange<Double>?

    /// An area as wide as the curves unless it has a range.
    public init(_ side: Side, range: ClosedRange<Double>? = nil) {
      self.side = side
      self.range = range
    }
  }

  /// A line across the axes with words beside it.
  public struct Level: Sendable, Hashable {
    /// Whether the line stands upright at an x or lies at a y.
    public var isUpright: Bool
    /// The x or the y.
    public var value: Double
    /// The words; none if empty.
    public var label: String

    /// A line at a value.
    public init(isUpright: Bool, value: Double, label: String = "") {
      self.isUpright = isUpright
      self.value = value
      self.label = label
    }
  }

  /// Words whose middle is at a point of the data, or as near to it as keeps them within the axes.
  public struct Note: Sendable, Hashable {
    /// The abscissa.
    public var x: Double
    /// The ordinate.
    public var y: Double
    /// The words.
    public var text: String

    /// Words at (x, y).
    public init(x: Double, y: Double, text: String) {
      self.x = x
      self.y = y
      self.text = text
    }
  }
}

extension Explanations {
  /// Those of single curves, without what a panel has once.
  var ofCurves: Explanations {
    var explanations = self
    explanations.saturation = nil
    explanations.showsKinks = false
    explanations.levels = []
    explanations.notes = []
    return explanations
  }

  /// The annotations of a panel with these curves over that part of the x axis.
  ///
  /// - Parameter shown: What the axes show, as far as that is known.
  func annotations(
    of curves: [SampledDerivative], styles: [Int], in domain: ClosedRange<Double>,
    shown: (x: ClosedRange<Double>, y: AxisLimits?), _ words: FigureWords, _ numbers: NumberStyle
  ) throws -> [Annotation] {
    var annotations: [Annotation] = []
    for formula in saturation != nil || showsKinks ? curves.uniqueFormulas() : [] {
      if let saturation {
        annotations += formula.saturation(below: saturation, in: domain).map { .shade($0) }
      }
      if showsKinks { annotations += formula.kinks(in: domain).map { .kink(x: $0.x) } }
    }
    annotations += levels.map {
      .level($0.isUpright ? .x : .y, value: $0.value, label: $0.label)
    }
    for (curve, style) in zip(curves, styles) {
      if showsAsymptotes { annotations += curve.asymptotes() + curve.poles(in: domain) }
      if showsSlopes {
        annotations += try curve.slopes(style: style, in: shown.x, shown.y) {
          words.slope(numbers.written($0))
        }
      }
      annotations += try tangents.flatMap {
        try curve.tangent(at: $0, style: style, words, numbers)
      }
      annotations += try points.compactMap { try curve.point(at: $0, style: style, numbers) }
    }
    annotations += notes.map { .text(x: $0.x, y: $0.y, $0.text) }
    var known: Set<Annotation> = []
    return annotations.filter { known.insert($0).inserted }
  }
}

extension [SampledDerivative] {
  /// Each function once, whatever derivatives of it there are.
  fileprivate func uniqueFormulas() -> [Formula] {
    var known: Set<Formula> = []
    return map(\.formula).filter { known.insert($0).inserted }
  }
}

extension SampledDerivative {
  /// The lines that the curve nears: those of the function, or the limits of its slope.
  fileprivate func asymptotes() -> [Annotation] {
    guard formula.differentiationParameter == nil, order <= 1 else { return [] }
    let lines = formula.asymptotes()
    return [lines.left, lines.right].compactMap { $0 }.map { line in
      order == 0
        ? .line(slope: line.slope, intercept: line.intercept, label: "")
        : .line(slope: 0, intercept: line.slope, label: "")
    }
  }

  /// Upright lines where the curve runs off to infinity; none of a function that does so at more places
  /// than can be told apart.
  fileprivate func poles(in domain: ClosedRange<Double>) -> [Annotation] {
    let poles = formula.poles(order: order, in: domain)
    guard poles.count <= Self.mostUprightAsymptotes else { return [] }
    return poles.filter { $0.left.isInfinite || $0.right.isInfinite }.map {
      .level(.x, value: $0.x, label: "")
    }
  }

  private static let mostUprightAsymptotes = 40

  /// The tangent at a place, named by its slope, and the point where it touches; at a kink those of
  /// both sides.
  fileprivate func tangent(
    at x: Double, style: Int, _ words: FigureWords, _ numbers: NumberStyle
  ) throws -> [Annotation] {
    guard order < Formula.orders.upperBound else { return [] }
    let derivatives = try formula.samples(at: [x], order: order + 1).derivatives
    let value = derivatives[order][0]
    guard value.isFinite else { return [] }
    let slopes = try slopes(at: x, derivatives[order + 1][0]).filter(\.slope.isFinite)
    let lines = slopes.map { slope, isLeft in
      let value = numbers.written(Description.written(slope))
      return Annotation.line(
        slope: slope, intercept: derivatives[order][0] - slope * x,
        label: isLeft.map { words.slope(value, isLeft: $0) } ?? words.slope(value))
    }
    return lines.isEmpty ? [] : lines + [.point(x: x, y: value, label: "", style: style)]
  }

  /// The slope at a place, or those of both sides at a kink.
  private func slopes(at x: Double, _ slope: Double) throws -> [(slope: Double, isLeft: Bool?)] {
    guard order < Kink.highestOrder,
      let kink = formula.kinks(in: x...x).first(where: { $0.x == x && $0.order <= order + 1 })
    else { return [(slope, nil)] }
    let left = (kink.left[order], kink.left[order + 1])
    let right = (kink.right[order], kink.right[order + 1])
    guard left.0 == right.0, order > 0 || kink.order > 0 else {
      throw FigureRequestError.tangentAtJump(x)
    }
    guard left.1 != right.1 else { return [(slope, nil)] }
    return [(left.1, true), (right.1, false)]
  }

  /// The bends of a function of straight pieces, and words for the slope of each piece; nothing of its
  /// derivatives.
  fileprivate func slopes(
    style: Int, in domain: ClosedRange<Double>, _ shown: AxisLimits?, words: (String) -> String
  ) throws(FigureRequestError) -> [Annotation] {
    guard order == 0 else { return [] }
    guard let pieces = formula.linearPieces else { throw .notOfStraightPieces(formula.label) }
    var annotations: [Annotation] = []
    let ends = [-Double.infinity] + pieces.bends + [Double.infinity]
    for (index, slope) in pieces.slopes.enumerated() {
      let first = max(ends[index], domain.lowerBound),
        last = min(ends[index + 1], domain.upperBound)
      guard first < last else { continue }
      let intercept = pieces.intercepts[index]
      annotations.append(
        .words(
          words(Description.written(slope)), beside: first...last, slope: slope,
          intercept: intercept,
          style: style))
      let height = slope * last + intercept
      if last < domain.upperBound, shown.map({ $0.lower...$0.upper ~= height }) ?? true {
        annotations.append(.point(x: last, y: height, label: "", style: style))
      }
    }
    return annotations
  }

  /// The point of the curve at a place, named by its coordinates.
  fileprivate func point(
    at x: Double, style: Int, _ numbers: NumberStyle
  ) throws -> Annotation? {
    let value = try formula.samples(at: [x], order: order).derivatives[order][0]
    guard value.isFinite else { return nil }
    return .point(
      x: x, y: value, label: numbers.pair(Description.place(x), Description.written(value)),
      style: style)
  }
}
