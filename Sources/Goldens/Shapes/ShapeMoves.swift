/// Shapes that moved, put together so that what is the same is said once.
struct ShapeMoves {
  /// Shapes of a panel that moved alike.
  private(set) var together: [(move: SIMD2<Double>, shapes: [Int])] = []
  /// Shapes of a panel that moved each its own way, as ticks do on an axis with other limits.
  private(set) var scattered: [(shapes: [Int], farthest: Double)] = []

  private let names: ShapeNames

  init(_ moved: [(shape: Int, move: SIMD2<Double>)], _ names: ShapeNames, tolerance: Double) {
    self.names = names
    // By panel and the cell of a grid that a move ends in: equal ones are in cells side by side.
    var places: [[Int]: Int] = [:]
    let slack = max(tolerance, 0.02)
    for (shape, move) in moved {
      let panel = names.kind(shape).panel ?? 0
      let x = Int((move.x / slack).rounded()), y = Int((move.y / slack).rounded())
      let near = [0, 1, -1].flatMap { dx in [0, 1, -1].map { [panel, x + dx, y + $0] } }
      if let place = near.lazy.compactMap({ places[$0] }).first {
        together[place].shapes.append(shape)
      } else {
        places[[panel, x, y]] = together.count
        together.append((move, [shape]))
      }
    }
    takeScattered()
    joinByWords()
  }

  /// Takes out ticks and what goes with them, and then whatever there is so much of that nobody
  /// would read a sentence for each.
  private mutating func takeScattered() {
    let names = names
    takeScattered(moreThan: 3) { kinds in
      guard kinds.allSatisfy({ $0.count < 3 && names.kind($0[0]).isAlongAxis }) else {
        return nil
      }
      return names.panel(kinds[0][0])
    }
    takeScattered(moreThan: 8) { kinds in
      guard kinds.count == 1 else { return nil }
      return names.panel(kinds[0][0]) + names.kind(kinds[0][0]).words
    }
  }

  /// Takes out groups of the same key if they are many.
  private mutating func takeScattered(moreThan limit: Int, by key: ([[Int]]) -> String?) {
    var alike: [String: [Int]] = [:]
    for (index, group) in together.enumerated() {
      if let key = key(names.grouped(group.shapes)) { alike[key, default: []].append(index) }
    }
    var taken: Set<Int> = []
    for (_, indices) in alike.sorted(by: { $0.key < $1.key }) where indices.count > limit {
      taken.formUnion(indices)
      scattered.append(
        (
          indices.flatMap { together[$0].shapes }.sorted(),
          indices.map { together[$0].move.length }.max() ?? 0
        ))
    }
    together = together.indices.filter { !taken.contains($0) }.map { together[$0] }
  }

  /// Joins those of which the same is said, as the small part of a move is not told.
  private mutating func joinByWords() {
    var result: [(move: SIMD2<Double>, shapes: [Int])] = []
    var places: [String: Int] = [:]
    for group in together {
      let words = names.panel(group.shapes[0]) + ShapeNames.way(group.move)
      if let place = places[words] {
        result[place].shapes += group.shapes
      } else {
        places[words] = result.count
        result.append(group)
      }
    }
    together = result
  }
}
