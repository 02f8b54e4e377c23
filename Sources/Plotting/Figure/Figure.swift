/// What a plot shows: panels with curves in data coordinates, a title and a legend.
public struct Figure: Sendable, Hashable {
  /// The panels, row by row from the top left.
  public var panels: [Panel]
  /// How many panels stand side by side.
  public var columns: Int
  /// Along which axes all panels show the same limits; labels then stand at the outer panels only.
  public var shared: Set<Axis>
  /// Where the axes are drawn.
  public var axesStyle: AxesStyle
  /// Where the curves are named.
  public var legend: LegendPlace
  /// How the legend looks.
  public var legendOptions = LegendOptions()
  /// The title above all panels; empty for none.
  public var title: String
  /// The nominal size, of which the axes boxes and what is between them take the theme's share.
  public var size: FigureSize
  /// The look.
  public var theme: Theme
  /// Whether the page has no colour.
  public var isTransparent: Bool
  /// The name of the figure for readers who cannot see it.
  public var accessibleTitle: String
  /// What the figure shows, in a sentence, for readers who cannot see it.
  public var accessibleSummary: String

  /// A figure of panels in as few columns as asked for.
  public init(
    _ panels: [Panel],
    columns: Int = 1,
    shared: Set<Axis> = [],
    axesStyle: AxesStyle = .box,
    legend: LegendPlace = .best,
    title: String = "",
    size: FigureSize = .chapter,
    theme: Theme = .chapter,
    isTransparent: Bool = false,
    accessibleTitle: String = "",
    accessibleSummary: String = ""
  ) {
    self.panels = panels
    self.columns = columns
    self.shared = shared
    self.axesStyle = axesStyle
    self.legend = legend
    self.title = title
    self.size = size
    self.theme = theme
    self.isTransparent = isTransparent
    self.accessibleTitle = accessibleTitle
    self.accessibleSummary = accessibleSummary
  }
}

/// Where the axes of a panel are drawn.
public enum AxesStyle: String, Sendable, Hashable, CaseIterable {
  /// As a box around the curves, with a grid.
  case box
  /// As arrows through the origin, or along the edge where that is nearest to it.
  case origin
}

/// Where the curves are named.
public enum LegendPlace: String, Sendable, Hashable, CaseIterable {
  /// Nowhere.
  case none
  /// In the axes where no curve is; beside them where there is no such place.
  case best
  /// In that corner of the axes.
  case topRight = "top-right"
  case topLeft = "top-left"
  case bottomLeft = "bottom-left"
  case bottomRight = "bottom-right"
  /// To the right of the axes; of several panels below them where that takes less of the page.
  case outside
  /// Below the axes, in as many columns as fit.
  case below
  /// Where each curve is seen last; where names have no room there, as with `best`.
  case ends
}

/// How a legend looks, wherever it stands.
public struct LegendOptions: Sendable, Hashable {
  /// The words above the names; none if empty.
  public var title: String
  /// In how many columns the names stand, from top to bottom; in as many as suit the place if `nil`.
  public var columns: Int?

  /// A legend of names alone, unless chosen otherwise.
  public init(title: String = "", columns: Int? = nil) {
    self.title = title
    self.columns = columns
  }
}
