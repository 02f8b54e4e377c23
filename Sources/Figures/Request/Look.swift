public import CairoRenderer
public import Plotting
public import Wording

/// How a figure looks, whatever it shows.
public struct Look: Sendable, Hashable {
  /// Colours, widths and distances.
  public var theme = Theme.chapter
  /// What SVG takes instead where its reader has asked for dark pages; `nil` for one look everywhere.
  /// It differs from the theme in colours alone.
  public var darkTheme: Theme?
  /// How SVG is written.
  public var svg = SVGFormat()
  /// Whether the page has no colour, so that what is behind the image is seen.
  public var isTransparent = false
  /// The em of labels in points, to which all other text and distances keep their proportion; the
  /// theme's if `nil`.
  public var fontSize: Double?
  /// The width of curves in points, to which all other lines keep their proportion; the theme's if
  /// `nil`.
  public var lineWidth: Double?
  /// The families that text is set in: the first for every character that it has, the others for
  /// those that the ones before lack. DejaVu Sans if there is none.
  public var fontFamilies: [String] = []
  /// How numbers are written.
  public var numbers = NumberStyle()
  /// What the first curves have that differs from the theme, in the order of their styles.
  public var curves: [CurveLook] = []
  /// The size that the page has in the end; it is cut to what is drawn if `nil`.
  public var page: PageSize?

  /// The look of the chapter's figures.
  public init() {}

  /// The sizes that labels may have, in points.
  public static let fontSizes = 1.0...200.0
  /// The widths that curves may have, in points.
  public static let lineWidths = 0.05...50.0

  /// What of the look is lost in files of those formats, in sentences with a remedy.
  package func doubts(writing formats: [ImageFormat]) -> [String] {
    let faint = theme.styled(curves).faintCurves(among: curves)
    guard !formats.contains(.svg) else { return faint }
    let asked = [
      svg.isInline ? "--inline" : nil, svg.lettering == .outlines ? nil : "--svg-text",
      darkTheme == nil ? nil : "--theme auto",
    ].compactMap { $0 }
    return faint
      + asked.map {
        "\($0) is of SVG alone, and no SVG is written; write one, as in -o fig.svg."
      }
  }

  /// The theme in the sizes that are asked for.
  ///
  /// - Throws: `LookError` for sizes out of bounds.
  func sizedTheme() throws(LookError) -> Theme {
    var sized = theme
    sized.numbers = numbers
    if let fontSize {
      guard Self.fontSizes.contains(fontSize) else { throw .fontSize(fontSize) }
      sized = sized.scaled(fontSize: fontSize)
    }
    if let lineWidth {
      guard Self.lineWidths.contains(lineWidth) else { throw .lineWidth(lineWidth) }
      sized = sized.scaled(lineWidth: lineWidth)
    }
    return sized.styled(curves)
  }
}

/// A size that nothing can be drawn in.
public enum LookError: Error, Hashable, CustomStringConvertible {
  /// The font size is outside `Look.fontSizes`.
  case fontSize(Double)
  /// The line width is outside `Look.lineWidths`.
  case lineWidth(Double)

  /// A sentence that names the size and the limits.
  public var description: String {
    switch self {
    case .fontSize(let size):
      "The font size \(size) pt is outside 1 to 200 pt; the chapter has 10."
    case .lineWidth(let width):
      "The line width \(width) pt is outside 0.05 to 50 pt; the chapter has 1.5."
    }
  }
}
