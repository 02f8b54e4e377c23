/// What one document may cost, since whoever wrote it may mean harm.
extension SVGFlattener {
  /// How far from the page's corner a point may be, in points.
  static let farthest = 1e7
  /// How many elements may be drawn, all uses of an element counted.
  static let mostVisits = 200_000
  static let mostPoints = 3_000_000

  func checkCost(_ around: Surroundings) throws(ImageError) {
    guard around.depth <= XMLTree.deepest else {
      throw ImageError("The SVG uses an element in itself, or nests uses too deep.")
    }
    guard visits <= Self.mostVisits else {
      throw ImageError("The SVG draws more than \(Self.mostVisits) elements.")
    }
    guard sheet.cost.isAffordable else {
      throw ImageError("The SVG has style sheets that ask too much of too many elements.")
    }
    guard points <= Self.mostPoints else {
      throw ImageError("The SVG draws more than \(Self.mostPoints) points.")
    }
  }

  static func check(_ outline: SVGOutline) throws(ImageError) {
    // Written so that what is no number is too far as well.
    for point in outline.points {
      guard abs(point.x) <= farthest, abs(point.y) <= farthest else { throw tooFar }
    }
  }

  static let tooFar = ImageError(
    "The SVG has a point further than \(Int(farthest)) pt from the page's corner.")
}
