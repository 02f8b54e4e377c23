extension Theme {
  /// The themes that have a name.
  public enum Preset: String, Sendable, Hashable, CaseIterable {
    /// The look of the figures of Dive into Deep Learning, which are drawn by matplotlib 3.7.
    case chapter
    /// For paper without colour: black and two greys, and no two of the first curves with the same
    /// dashes.
    case print
    /// Light on a dark page, for slides and dark web pages.
    case dark
    /// Two axes and the curves: no box, no grid.
    case minimal

    /// The theme of that name.
    public var theme: Theme {
      switch self {
      case .chapter: .chapter
      case .print: .print
      case .dark: .dark
      case .minimal: .minimal
      }
    }
  }

  /// The look of the figures of Dive into Deep Learning, which are drawn by matplotlib 3.7.
  public static let chapter = Theme()

  /// For paper without colour: black and two greys, and no two of the first curves with the same
  /// dashes.
  public static let print: Theme = {
    var theme = Theme()
    theme.dashings = printDashings
    theme.curves = printCurves
    theme.grid = StrokeStyle(color: Color(0xd4d4d4), width: 0.5, snapsToPixels: true)
    theme.annotation = StrokeStyle(color: Color(0x404040), width: 0.6, dashes: [4, 2.5])
    theme.kinkLine = StrokeStyle(color: Color(0x404040), width: 0.6, dashes: [0.6, 1.8])
    theme.shade = BoxStyle(
      fill: Color(0xf1f1f1), edge: Color(0xf1f1f1), edgeWidth: 0, cornerRadius: 0, opacity: 1)
    theme.legendBox = BoxStyle(
      fill: Color(0xffffff), edge: Color(0x808080), edgeWidth: 0.6, cornerRadius: 0, opacity: 0.9)
    // A whole period of the longest dashes is to be seen.
    theme.legendHandleLength = 3.2
    theme.network = .print
    return theme
  }()

  /// Light on a dark page, for slides and dark web pages.
  public static let dark: Theme = {
    var theme = Theme()
    let line = Color(0xa9afb8)
    theme.background = Color(0x15181d)
    theme.textColor = Color(0xe8eaed)
    theme.dashings = roundDashings
    theme.curves = solid([
      0xa76ef8, 0xf771a0, 0x389230, 0xa0e164, 0xaa6c73, 0x79b2f2, 0xb09b43, 0xfdbfdd,
    ])
    theme.grid = StrokeStyle(color: Color(0x333942), width: 0.8, snapsToPixels: true)
    theme.spine.color = line
    theme.axis.color = line
    theme.tick.color = line
    theme.minorTick.color = line
    theme.annotation.color = Color(0xb8bdc6)
    theme.kinkLine.color = Color(0x9aa1ab)
    theme.shade = BoxStyle(
      fill: Color(0x1f242c), edge: Color(0x1f242c), edgeWidth: 0, cornerRadius: 0, opacity: 1)
    theme.legendBox = BoxStyle(
      fill: Color(0x1c2026), edge: Color(0x4a515c), edgeWidth: 1, cornerRadius: 2, opacity: 0.85)
    theme.network = .dark
    return theme
  }()

  /// The chapter's look in the colours for a dark page: the lines of `dark`, and curves in the hues
  /// that they have on a light page, each with a contrast of 4.5 with the dark one.
  public static let chapterInDark: Theme = {
    var theme = dark
    let colors: [UInt32] = [
      0x5fb0ec, 0xe07be0, 0x4fbf5a, 0xff7a70, 0xa594ff, 0x8fa6ff, 0xd29ab0, 0xd39a72,
    ]
    theme.dashings = chapterDashings
    theme.curves = zip(chapterCurves, colors).map { style, color in
      var style = style
      style.color = Color(color)
      return style
    }
    return theme
  }()

  /// Two axes and the curves: no box, no grid.
  public static let minimal: Theme = {
    var theme = Theme()
    let line = Color(0x555555)
    theme.textColor = Color(0x333333)
    theme.dashings = roundDashings
    theme.curves = solid([
      0x268beb, 0x7e7c20, 0x6b1e1f, 0x1e3976, 0xaa71af, 0xe94649, 0x4646cb, 0xb70f61,
    ])
    theme.grid = nil
    theme.spines = [.left, .bottom]
    theme.spine.color = line
    theme.axis.color = line
    theme.tick.color = line
    theme.minorTick.color = line
    theme.shade = BoxStyle(
      fill: Color(0xf3f3f3), edge: Color(0xf3f3f3), edgeWidth: 0, cornerRadius: 0, opacity: 1)
    theme.legendBox = BoxStyle(
      fill: Color(0xffffff), edge: Color(0xffffff), edgeWidth: 0, cornerRadius: 0, opacity: 0.8)
    theme.network = .minimal
    return theme
  }()

  // MARK: Curves

  /// Four patterns are the chapter's, at its line width; the others can be told from them and from
  /// each other within the line of a legend.
  static let chapterDashings: [[Double]] = [
    [], [5.55, 2.4], [9.6, 2.4, 1.5, 2.4], [1.5, 2.475], [12, 3],
    [6, 1.8, 1.5, 1.8, 1.5, 1.8], [3, 4.5], [7.5, 1.8, 3, 1.8],
  ]

  /// The chapter has colours for four curves. Those after it were searched for: each can be told
  /// from its neighbours with any colour vision, and has a contrast of 3.5 with the page.
  static let chapterCurves: [StrokeStyle] = {
    let colors: [UInt32] = [
      0x1f77b4, 0xbf00bf, 0x008000, 0xff0000, 0x876df9, 0x04258a, 0xa86c7e, 0x703e23,
    ]
    return zip(colors, chapterDashings).map { color, dashes in
      StrokeStyle(
        color: Color(color), width: 1.5, dashes: dashes, cap: dashes.isEmpty ? .square : .butt,
        join: .round)
    }
  }()

  private static let printDashings: [[Double]] = [
    [], [6, 2.4], [1.5, 1.8], [9, 2.1, 1.5, 2.1], [12, 3.6], [6, 1.8, 1.5, 1.8, 1.5, 1.8],
    [3, 4.5], [9, 1.8, 3, 1.8],
  ]

  /// Neighbours differ in grey as well, and the lightest is drawn widest, so that it weighs as much.
  private static let printCurves: [StrokeStyle] = {
    let greys: [(UInt32, Double)] = [
      (0x000000, 1.3), (0x555555, 1.7), (0x000000, 1.7), (0x898989, 2.1),
    ]
    return printDashings.enumerated().map { index, dashes in
      let (grey, width) = greys[index % greys.count]
      return StrokeStyle(
        color: Color(grey), width: index < greys.count ? width : 1.25 * width, dashes: dashes,
        cap: dashes.isEmpty ? .square : .butt, join: .round)
    }
  }()

  /// Patterns for when the colours go round again, each easily told from the one before.
  private static let roundDashings: [[Double]] = [
    [], [5.55, 2.4], [1.5, 2.475], [9.6, 2.4, 1.5, 2.4],
  ]

  private static func solid(_ colors: [UInt32]) -> [StrokeStyle] {
    colors.map { StrokeStyle(color: Color($0), width: 1.6, cap: .square, join: .round) }
  }
}
