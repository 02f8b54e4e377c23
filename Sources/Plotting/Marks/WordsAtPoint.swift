internal import Typesetting

/// Words whose middle is at a point, or as near to it as keeps them within the axes.
public struct WordsAtPoint: Sendable, Hashable {
  /// The abscissa of the point.
  public var x: Double
  /// The ordinate of the point.
  public var y: Double
  /// The words.
  public var label: String
}

extension Annotation {
  /// Words whose middle is at a point, or as near to it as keeps them within the axes.
  public static func text(x: Double, y: Double, _ words: String) -> Annotation {
    .text(WordsAtPoint(x: x, y: y, label: words))
  }
}

extension WordsAtPoint: AnnotationMark {
  func obstacle(in limits: PanelLimits, of panel: Panel) -> PlottingError? {
    limits.obstacle(to: x, .x, in: panel) ?? limits.obstacle(to: y, .y, in: panel)
  }

  func middle(in layout: PanelLayout<some TextMeasurer>) -> Point? { layout.visiblePoint(x, y) }
}
