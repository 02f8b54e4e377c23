/// The nominal size of a figure in points.
///
/// The page is usually a little smaller: it is cut to what is drawn and the theme's margin.
public struct FigureSize: Sendable, Hashable {
  /// The nominal width.
  public let width: Double
  /// The nominal height.
  public let height: Double

  /// The sides that a figure may have: up to 200 in, the largest page that PDF readers agree on.
  public static let sides = 1.0...14_400.0

  /// The size of the chapter's figures, 5 in by 2.5 in.
  public static let chapter = FigureSize(uncheckedWidth: 360, height: 180)

  /// That of a figure with a panel below for a difference.
  package static let withDifference = FigureSize(uncheckedWidth: 360, height: 324)

  private init(uncheckedWidth width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// A size in points; throws `PlottingError.sizeOutOfRange` for a side outside `sides`.
  public init(width: Double, height: Double) throws(PlottingError) {
    for side in [width, height] {
      guard Self.sides.contains(side) else { throw .sizeOutOfRange(side) }
    }
    self.init(uncheckedWidth: width, height: height)
  }
}
