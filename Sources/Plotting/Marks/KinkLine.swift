internal import Typesetting

/// A line at the place of a kink.
public struct KinkLine: Sendable, Hashable {
  /// The abscissa of the kink.
  public var x: Double
}

extension Annotation {
  /// A line at the place of a kink.
  public static func kink(x: Double) -> Annotation { .kink(KinkLine(x: x)) }
}

extension KinkLine: AnnotationMark {
  func line(in layout: PanelLayout<some TextMeasurer>) -> [Point] { layout.uprightLine(at: x) }

  func stroke(in theme: Theme) -> StrokeStyle { theme.kinkLine }
}
