extension Theme {
  /// The same look around labels of another size; what stands beside text grows with it, and so do the
  /// margins of the page and the lines.
  ///
  /// - Parameter fontSize: The em of tick and axis labels in points, above 0.
  public func scaled(fontSize: Double) -> Theme {
    let factor = fontSize / labelSize
    var theme = self
    for length in Self.lengthsBesideText { theme[keyPath: length] *= factor }
    theme.legendBox.cornerRadius *= factor
    theme.network = network.scaled(text: factor)
    return theme.scaled(lineWidth: factor * curve(0).width)
  }

  /// The same look with curves of another width.
  ///
  /// Dashes keep their proportion to the width, as in matplotlib. Lines that are not data change by
  /// the square root, so that hairlines around heavy curves, or heavy boxes around fine ones, are
  /// not to be had by accident.
  ///
  /// - Parameter lineWidth: The width of the first curve in points, above 0; the others keep their
  ///   proportion to it.
  public func scaled(lineWidth: Double) -> Theme {
    let factor = lineWidth / curve(0).width, root = factor.squareRoot()
    var theme = self
    theme.curves = curves.map { $0.scaled(by: factor) }
    theme.dashings = dashings.map { $0.map { $0 * factor } }
    theme.grid = grid?.scaled(by: root)
    for line in Self.linesBesideCurves {
      theme[keyPath: line] = theme[keyPath: line].scaled(by: root)
    }
    theme.legendBox.edgeWidth *= root
    // A dot stands out of its curve however wide that is, and does not vanish with it.
    theme.dotRadius *= max(factor, root)
    theme.dotEdgeWidth *= max(factor, root)
    theme.pointRadius *= max(factor, root)
    theme.network = network.scaled(lines: factor)
    return theme
  }

  private static var lengthsBesideText: [WritableKeyPath<Theme, Double>] {
    [
      \.labelSize, \.titleSize, \.tickLabelDistance, \.axisLabelDistance, \.titleDistance,
      \.tickLength, \.minorTickLength, \.arrowLength, \.arrowWidth, \.panelGap, \.pageMargin,
    ]
  }

  private static var linesBesideCurves: [WritableKeyPath<Theme, StrokeStyle>] {
    [\.spine, \.axis, \.tick, \.minorTick, \.annotation, \.kinkLine]
  }
}

extension StrokeStyle {
  /// The line with its width and dashes multiplied.
  func scaled(by factor: Double) -> StrokeStyle {
    var style = self
    style.width *= factor
    style.dashes = dashes.map { $0 * factor }
    return style
  }
}
