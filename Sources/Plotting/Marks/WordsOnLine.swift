internal import Typesetting

/// Words beside that part of the line y = slope · x + intercept, which is not drawn, in the colour of
/// a curve.
public struct WordsOnLine: Sendable, Hashable {
  /// The words.
  public var label: String
  /// The abscissas of the part.
  public var range: ClosedRange<Double>
  /// How much y grows with x along the line.
  public var slope: Double
  /// The y of the line at x = 0.
  public var intercept: Double
  /// Which of the theme's curve styles gives the colour.
  public var curveStyle: Int
}

extension Annotation {
  /// Words beside that part of the line y = slope · x + intercept, which is not drawn.
  public static func words(
    _ words: String, beside range: ClosedRange<Double>, slope: Double, intercept: Double, style: Int
  ) -> Annotation {
    .words(
      WordsOnLine(
        label: words, range: range, slope: slope, intercept: intercept, curveStyle: style))
  }
}

extension WordsOnLine: AnnotationMark {
  var style: Int? { curveStyle }
  /// Pieces can be so short that all beside them is other curves.
  var standsApart: Bool { true }

  func path(in layout: PanelLayout<some TextMeasurer>) -> [Point] {
    let x = (0...32).map { step in
      let share = Double(step) / 32
      return range.lowerBound * (1 - share) + range.upperBound * share
    }
    let points = layout.points(x, x.map { slope * $0 + intercept }, reach: 0)
    return clip(points, to: layout.axes).max { $0.count < $1.count } ?? []
  }
}
