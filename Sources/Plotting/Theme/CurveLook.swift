/// How a curve is drawn where that differs from the theme.
public struct CurveLook: Sendable, Hashable {
  /// The colour; the theme's if `nil`.
  public var color: CurveColor?
  /// The pattern; the theme's if `nil`.
  public var dash: Dash?
  /// The width in points; the theme's if `nil`.
  public var width: Double?

  /// As the theme has it.
  public init() {}

  /// The patterns that have a name.
  public enum Dash: String, Sendable, Hashable, CaseIterable {
    case solid, dashed, dashdot, dotted

    /// The lengths of dashes and gaps at a width of 1.5 pt, as the chapter has them.
    fileprivate var lengths: [Double] {
      switch self {
      case .solid: Theme.chapterDashings[0]
      case .dashed: Theme.chapterDashings[1]
      case .dashdot: Theme.chapterDashings[2]
      case .dotted: Theme.chapterDashings[3]
      }
    }
  }
}

/// The colour of a curve, by itself or as the theme has it.
public enum CurveColor: Sendable, Hashable {
  /// The same in every theme.
  case color(Color)
  /// That of the theme's curve of this number, from 0.
  case ofTheme(Int)
}

extension Theme {
  /// The look with curves that differ from it, in the order of the curves.
  public func styled(_ looks: [CurveLook]) -> Theme {
    guard !looks.isEmpty else { return self }
    var theme = self
    // With those that come when the colours go round again, so that all others stay what they are.
    let known = (0..<max(looks.count, curves.count * max(1, dashings.count))).map { curve($0) }
    theme.curves = known
    for (index, look) in looks.enumerated() {
      theme.curves[index] = known[index].styled(look, in: known)
    }
    return theme
  }
}

extension StrokeStyle {
  fileprivate func styled(_ look: CurveLook, in known: [StrokeStyle]) -> StrokeStyle {
    var style = self
    switch look.color {
    case .color(let color): style.color = color
    case .ofTheme(let index): style.color = known[index % known.count].color
    case nil: break
    }
    if let width = look.width { style = style.scaled(by: width / style.width) }
    if let dash = look.dash {
      style.dashes = dash.lengths.map { $0 * style.width / 1.5 }
      style.cap = style.dashes.isEmpty ? .square : .butt
    }
    return style
  }
}
