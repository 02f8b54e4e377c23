package import Typesetting

extension Scene.Mark {
  /// Which part of its words keeps its place when they are set in other letters: 0 for the left end, 1
  /// for the right, a half for the middle.
  package var anchor: Double {
    switch self {
    case .tickLabel(.y, _), .tickFactor(.x), .tickFactor(.twin): 1
    case .legendLabel, .tickLabel(.twin, _), .tickFactor(.y), .colorBarLabel, .keyTitle: 0
    default: 0.5
    }
  }
}

extension Scene {
  /// The box that the sides of the axes are; `nil` if not all are drawn, or there are several panels.
  package var axes: Rectangle? {
    var found: [Side: Point] = [:]
    for element in elements {
      guard case .spine(let side) = element.mark, case .stroke(let runs, _, _) = element.shape,
        let corner = runs.first?.first
      else { continue }
      guard found.updateValue(corner, forKey: side) == nil else { return nil }
    }
    guard let left = found[.left]?.x, let right = found[.right]?.x, let top = found[.top]?.y,
      let bottom = found[.bottom]?.y
    else { return nil }
    return Rectangle(left: left, top: top, width: right - left, height: bottom - top)
  }
}
