package import Plotting

/// A drawing on axes, which words describe: what can be told of any axes.
package protocol AxesDrawing: DescribedDrawing {
  /// What is chosen about the x axis.
  var x: AxisOptions { get set }
  /// What is chosen about the y axis.
  var y: AxisOptions { get set }
  /// Where the axes are drawn.
  var axesStyle: AxesStyle { get set }
  /// Where the curves are named; where it suits the drawing if `nil`.
  var legend: LegendPlace? { get set }
  /// The nominal size; as suits the drawing if `nil`.
  var size: FigureSize? { get set }
  /// How the legend looks.
  var legendOptions: LegendOptions { get set }
  /// Whether a unit of x is as long as one of y.
  var hasEqualUnits: Bool { get set }
  /// The nominal size that suits the drawing; `nil` for what has a size by itself, as diagrams have.
  var usualSize: FigureSize? { get }
}

extension FigureRequest: AxesDrawing {}
