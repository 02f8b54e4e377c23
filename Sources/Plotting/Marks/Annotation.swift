internal import Typesetting

/// Something that explains the curves of a panel.
public enum Annotation: Sendable, Hashable {
  /// A line across the axes at a value of an axis.
  case level(LevelLine)
  /// A line at the place of a kink.
  case kink(KinkLine)
  /// A straight line.
  case line(StraightLine)
  /// A shade from one abscissa to another.
  case shade(Shade)
  /// A point with words beside it.
  case point(NamedPoint)
  /// Words at a point.
  case text(WordsAtPoint)
  /// Words beside a part of a straight line that is not drawn.
  case words(WordsOnLine)

  /// What layout asks of it; each answer stands in the mark's own file.
  var mark: any AnnotationMark {
    switch self {
    case .level(let mark): mark
    case .kink(let mark): mark
    case .line(let mark): mark
    case .shade(let mark): mark
    case .point(let mark): mark
    case .text(let mark): mark
    case .words(let mark): mark
    }
  }
}

/// What layout asks of a mark that explains curves. Most marks have only some of it.
protocol AnnotationMark: Sendable, Hashable {
  /// The words; none if empty.
  var label: String { get }
  /// The ordinate that axes without limits should show with the curves.
  var level: Double? { get }
  /// The style of the curve that the mark belongs to; `nil` if it belongs to none.
  var style: Int? { get }

  /// Why it cannot be seen between limits; `nil` if it can, or if that does no harm.
  func obstacle(in limits: PanelLimits, of panel: Panel) -> PlottingError?

  /// The box that is filled, behind everything else, if one is in sight.
  func box(in layout: PanelLayout<some TextMeasurer>) -> Rectangle?
  /// The line that is drawn behind the curves; empty if there is none or it is out of sight.
  func line(in layout: PanelLayout<some TextMeasurer>) -> [Point]
  /// How that line is drawn.
  func stroke(in theme: Theme) -> StrokeStyle
  /// The disc in front of the curves, if one is in sight.
  func center(in layout: PanelLayout<some TextMeasurer>) -> Point?

  /// The line beside which the words stand; empty if they stand elsewhere.
  func path(in layout: PanelLayout<some TextMeasurer>) -> [Point]
  /// Where the middle of the words is; `nil` if they stand beside a disc or a line.
  func middle(in layout: PanelLayout<some TextMeasurer>) -> Point?
  /// Whether the words may stand apart from that line with a leader to it.
  var standsApart: Bool { get }
  /// Whether it is a line through a point, beside which its words may stand then.
  func touches(_ point: NamedPoint) -> Bool
}

extension AnnotationMark {
  var label: String { "" }
  var level: Double? { nil }
  var style: Int? { nil }
  var standsApart: Bool { false }

  func obstacle(in limits: PanelLimits, of panel: Panel) -> PlottingError? { nil }
  func box(in layout: PanelLayout<some TextMeasurer>) -> Rectangle? { nil }
  func line(in layout: PanelLayout<some TextMeasurer>) -> [Point] { [] }
  func stroke(in theme: Theme) -> StrokeStyle { theme.annotation }
  func center(in layout: PanelLayout<some TextMeasurer>) -> Point? { nil }
  func path(in layout: PanelLayout<some TextMeasurer>) -> [Point] { line(in: layout) }
  func middle(in layout: PanelLayout<some TextMeasurer>) -> Point? { nil }
  func touches(_ point: NamedPoint) -> Bool { false }
}

extension PanelLayout {
  /// The shades, behind everything else.
  mutating func addShades() {
    for (index, annotation) in panel.annotations.enumerated() {
      guard let box = annotation.mark.box(in: self) else { continue }
      add(.annotation(index: index), .box(box, theme.shade))
    }
  }

  /// The lines, behind the curves.
  mutating func addLines() {
    for (index, annotation) in panel.annotations.enumerated() {
      let line = annotation.mark.line(in: self)
      guard !line.isEmpty else { continue }
      add(.annotation(index: index), .stroke([line], annotation.mark.stroke(in: theme), clip: axes))
    }
  }

  /// Where an upright line at an abscissa is; empty if it is out of sight.
  func uprightLine(at value: Double) -> [Point] {
    let x = pageX(value)
    guard axes.left <= x, x <= axes.right else { return [] }
    return [Point(x: x, y: axes.bottom), Point(x: x, y: axes.top)]
  }
}
