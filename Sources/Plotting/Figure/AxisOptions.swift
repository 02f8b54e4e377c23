/// What there is to choose about an axis.
public struct AxisOptions: Sendable, Hashable {
  /// The words beside the axis; none if empty. Where it is `nil` a request chooses them from its
  /// functions, and a panel has none.
  public var label: String?
  /// What the axis shows; what the data takes and a margin if `nil`.
  public var limits: AxisLimits?
  /// How the axis turns values into distances.
  public var scale: AxisScale
  /// Which ticks the axis has.
  public var ticks: TickChoice
  /// Which of the theme's curve styles gives ticks, numbers and words of a y axis their colour; that of
  /// all axes if `nil`.
  public var style: Int?

  /// A linear axis with ticks at round values that shows all of the data, unless chosen otherwise.
  public init(
    label: String? = nil, limits: AxisLimits? = nil, scale: AxisScale = .linear,
    ticks: TickChoice = TickChoice()
  ) {
    self.label = label
    self.limits = limits
    self.scale = scale
    self.ticks = ticks
  }
}

extension Panel {
  /// What is chosen about an axis; nothing about a second y axis that there is not.
  subscript(axis: Axis) -> AxisOptions {
    switch axis {
    case .x: x
    case .y: y
    case .twin: twin?.y ?? AxisOptions()
    }
  }
}
