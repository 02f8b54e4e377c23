internal import Typesetting

/// A shade over the whole height of the axes.
public struct Shade: Sendable, Hashable {
  /// From which abscissa to which.
  public var range: ClosedRange<Double>
}

extension Annotation {
  /// A shade from one abscissa to another.
  public static func shade(_ range: ClosedRange<Double>) -> Annotation {
    .shade(Shade(range: range))
  }
}

extension Shade: AnnotationMark {
  func box(in layout: PanelLayout<some TextMeasurer>) -> Rectangle? {
    let axes = layout.axes
    let left = max(layout.pageX(range.lowerBound), axes.left)
    let right = min(layout.pageX(range.upperBound), axes.right)
    guard left < right else { return nil }
    return Rectangle(left: left, top: axes.top, width: right - left, height: axes.height)
  }
}
