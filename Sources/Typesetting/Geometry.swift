/// A point on a page or in data, depending on where it is used.
public struct Point: Sendable, Hashable {
  /// To the right.
  public var x: Double
  /// Down on a page, up in data.
  public var y: Double

  /// The point (x, y).
  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle on a page, in points.
public struct Rectangle: Sendable, Hashable {
  /// The left edge.
  public var left: Double
  /// The top edge.
  public var top: Double
  /// The extent to the right.
  public var width: Double
  /// The extent down.
  public var height: Double

  /// The rectangle with that corner and extent, in points.
  public init(left: Double, top: Double, width: Double, height: Double) {
    self.left = left
    self.top = top
    self.width = width
    self.height = height
  }

  /// The right edge.
  public var right: Double { left + width }
  /// The bottom edge.
  public var bottom: Double { top + height }
  /// The horizontal centre.
  public var midX: Double { left + width / 2 }
  /// The vertical centre.
  public var midY: Double { top + height / 2 }

  /// The square around a circle.
  package init(around center: Point, radius: Double) {
    self.init(
      left: center.x - radius, top: center.y - radius, width: 2 * radius, height: 2 * radius)
  }

  /// The smallest rectangle that holds both.
  package func union(_ other: Rectangle) -> Rectangle {
    let left = min(left, other.left), top = min(top, other.top)
    return Rectangle(
      left: left, top: top,
      width: max(right, other.right) - left, height: max(bottom, other.bottom) - top)
  }

  /// The same rectangle, further right and down by these lengths.
  package func moved(x: Double, y: Double) -> Rectangle {
    Rectangle(left: left + x, top: top + y, width: width, height: height)
  }

  /// Whether both have area in common.
  package func overlaps(_ other: Rectangle) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  /// The rectangle grown by `distance` on every side.
  package func outset(by distance: Double) -> Rectangle {
    Rectangle(
      left: left - distance, top: top - distance,
      width: width + 2 * distance, height: height + 2 * distance)
  }
}

/// Where things go: every length multiplied, and then moved right and down.
package struct Placement {
  package let scale: Double
  private let x: Double
  private let y: Double

  package init(scale: Double = 1, x: Double = 0, y: Double = 0) {
    (self.scale, self.x, self.y) = (scale, x, y)
  }

  /// Where a point goes.
  package func point(_ point: Point) -> Point {
    Point(x: point.x * scale + x, y: point.y * scale + y)
  }

  /// Where a box goes.
  package func box(_ box: Rectangle) -> Rectangle {
    Rectangle(
      left: box.left * scale + x, top: box.top * scale + y, width: box.width * scale,
      height: box.height * scale)
  }
}
