internal import Activations

/// Samples of a function, with more between neighbours that disagree about what is halfway.
struct TargetRefinement {
  /// The function at a point.
  struct Node {
    let x: Double
    let value: Double
    let slope: Double

    /// What a cubic through both, with their slopes, is halfway; a line's value without slopes.
    func valueHalfway(to other: Node) -> Double {
      let line = value / 2 + other.value / 2
      let bent = line + (other.x - x) / 8 * (slope - other.slope)
      return bent.isFinite ? bent : line
    }
  }

  /// Ascending by x.
  let nodes: [Node]
  /// Whether all neighbours agree.
  let isComplete: Bool

  /// More points than these are not added.
  private static let most = 32768
  /// How far the point halfway may be from what its neighbours say, of all that the function extends:
  /// a sine is cut into steps of less than 0.8, between which its peaks rise by less than a tenth.
  private static let tolerance = 0x1p-11

  /// - Parameter points: Where to begin, ascending.
  init(of target: Formula, at points: [Double]) {
    let start = Self.nodes(of: target, at: points)
    let known = start.map(\.value).filter(\.isFinite)
    let extent = (known.max() ?? 0) / 2 - (known.min() ?? 0) / 2
    var open = Array(zip(start, start.dropFirst()))
    var added: [Node] = []
    while !open.isEmpty, added.count <= Self.most {
      let halves = open.filter { $0.x < $0.x / 2 + $1.x / 2 && $0.x / 2 + $1.x / 2 < $1.x }
      let middles = Self.nodes(of: target, at: halves.map { $0.x / 2 + $1.x / 2 })
      open = []
      for ((first, last), middle) in zip(halves, middles) {
        let difference = (middle.value - first.valueHalfway(to: last)).magnitude
        guard difference > 2 * Self.tolerance * extent else { continue }
        added.append(middle)
        open += [(first, middle), (middle, last)]
      }
    }
    nodes = added.isEmpty ? start : (start + added).sorted { $0.x < $1.x }
    isComplete = open.isEmpty
  }

  private static func nodes(of target: Formula, at points: [Double]) -> [Node] {
    guard let samples = try? target.samples(at: points, order: 1) else { return [] }
    return points.indices.map {
      Node(x: points[$0], value: samples.values[$0], slope: samples.derivatives[1][$0])
    }
  }
}
