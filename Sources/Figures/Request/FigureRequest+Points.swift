internal import Plotting
internal import Wording

/// A point that was measured or computed elsewhere.
public struct DataPoint: Sendable, Hashable {
  /// The abscissa.
  public var x: Double
  /// The ordinate.
  public var y: Double
  /// What it is called; empty for none. Points of one list that share a name are named in the legend.
  public var label: String

  /// A point at (x, y).
  public init(x: Double, y: Double, label: String = "") {
    self.x = x
    self.y = y
    self.label = label
  }
}

extension FigureRequest {
  /// The derivative that data is of: the function itself where it is drawn.
  var dataOrder: Int { orders.firstIndex(of: 0) ?? orders.indices.lowerBound }

  /// Puts the points into a panel, those of one name in one style, and lets its axes hold them.
  func addPoints(to panel: inout Panel, style first: Int) {
    var style = first
    for list in points {
      let names = list.commonLabels
      // What has no name in common is in one style, and each has its own name beside it.
      let others = list.filter { !names.contains($0.label) }
      let groups =
        names.map { name in (name, list.filter { $0.label == name }) }
        + (others.isEmpty ? [] : [("", others)])
      for (index, (name, members)) in groups.enumerated() {
        for point in members {
          var dot = Dot(
            x: point.x, y: point.y, isFull: name.isEmpty || index.isMultiple(of: 2), style: style)
          dot.label = name
          panel.dots.append(dot)
          guard name.isEmpty, !point.label.isEmpty else { continue }
          panel.annotations.append(
            .datum(x: point.x, y: point.y, label: point.label, style: style))
        }
        style += 1
      }
    }
    panel.heldAbscissas = points.joined().map(\.x)
    guard let extent = panel.yExtent else { return }
    let held = points.joined().filter { point in
      y.scale.coordinate(point.y).isFinite
        && x.limits.map { $0.lower <= point.x && point.x <= $0.upper } ?? true
    }.map(\.y)
    panel.yExtent = held.reduce(extent) { min($0.lowerBound, $1)...max($0.upperBound, $1) }
  }

  /// How many points there are and what they are called, for readers who do not see them.
  var pointSentences: [String] {
    let count = points.reduce(0) { $0 + $1.count }
    guard count > 0 else { return [] }
    return [words.points(count, named: points.flatMap(\.commonLabels))]
  }
}

extension [DataPoint] {
  /// The names that several points have, in the order in which they come.
  var commonLabels: [String] {
    var counts: [String: Int] = [:], names: [String] = []
    for point in self where !point.label.isEmpty {
      counts[point.label, default: 0] += 1
      if counts[point.label] == 2 { names.append(point.label) }
    }
    return names
  }
}
