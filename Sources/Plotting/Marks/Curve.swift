internal import Typesetting

/// A curve through samples. Where a sample is not finite the curve is broken.
public struct Curve: Sendable, Hashable {
  /// The abscissas.
  public var x: [Double]
  /// The ordinates, one for each of `x`.
  public var y: [Double]
  /// What the legend calls it; empty for none.
  public var label: String
  /// Which of the theme's curve styles it has; that of its place among the curves if `nil`.
  public var style: Int?
  /// How much it stands out.
  public var emphasis: Emphasis

  /// How much a curve stands out.
  public enum Emphasis: Sendable, Hashable {
    /// As the theme has it.
    case full
    /// Thinner, for what stands back behind others.
    case behind
    /// Thinner and without dashes, at which a thin line would fall apart, for steps on the way and what
    /// jumps to and fro.
    case trace
  }

  /// A curve through (x[0], y[0]), (x[1], y[1]), …
  ///
  /// - Precondition: `x` and `y` are of one length.
  public init(
    x: [Double], y: [Double], label: String = "", style: Int? = nil,
    emphasis: Emphasis = .full
  ) {
    precondition(x.count == y.count, "a curve has as many ordinates as abscissas")
    self.x = x
    self.y = y
    self.label = label
    self.style = style
    self.emphasis = emphasis
  }
}

extension Panel {
  /// Which of the theme's curve styles a curve has.
  func style(ofCurve index: Int) -> Int { curves[index].style ?? index }

  /// How a curve is drawn.
  func stroke(ofCurve index: Int, in theme: Theme) -> StrokeStyle {
    theme.curve(style(ofCurve: index), curves[index].emphasis)
  }

  /// What a legend says of a curve.
  func legendEntry(ofCurve index: Int) -> Legend.Entry {
    Legend.Entry(
      label: curves[index].label, style: style(ofCurve: index), emphasis: curves[index].emphasis)
  }
}

extension PanelLayout {
  /// The curves on the page, once for drawing them and for finding room beside them.
  func tracedCurves() -> [[[Point]]] {
    panel.curves.indices.map { index in
      let reach = 10 * panel.stroke(ofCurve: index, in: theme).width
      let points = drawnPoints(of: panel.curves[index], reach: reach)
      return clip(points, to: axes.outset(by: reach))
    }
  }

  /// The samples of a curve on the page; of very many only those that make a difference.
  private func drawnPoints(of curve: Curve, reach: Double) -> [Point] {
    let points = points(curve.x, curve.y, reach: reach)
    let isDense = Double(curve.x.count) > PolylineThinning.densest * axes.width
    return isDense ? PolylineThinning.thinned(points) : points
  }

  /// The length of curves in a box, and of other lines if they count, in points.
  func coveredLength(_ box: Rectangle, withLines: Bool = false) -> Double {
    (Array(runs.joined()) + (withLines ? lines : [])).reduce(0) { sum, run in
      run.segments.reduce(sum) { $0 + $1.length(in: box) }
    }
  }

  /// The curves, from back to front, cut to the axes.
  mutating func addCurves() {
    for (index, runs) in runs.enumerated() where !runs.isEmpty {
      let style = panel.stroke(ofCurve: index, in: theme)
      add(.curve(index: index), .stroke(runs, style, clip: axes))
    }
  }
}
