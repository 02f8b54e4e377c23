/// Reads text whose letters are drawn as filled outlines, as those of an SVG are.
///
/// The other way round from `TextSetter`: an outline is that of a character if the points of the
/// font, moved and scaled and perhaps leaning, are its points but for Cairo's rounding. Fonts are
/// looked into when the first text is read. An instance belongs to one thread.
///
/// Rules, hats over several letters and brackets made of rules are read over, and fractions from
/// top to bottom. Text of nothing but quadrilaterals, such as l, / or −, is not told from a shape,
/// nor is a single letter of one contour that is neither Latin nor Greek.
package final class OutlineReader {
  private var index: OutlineIndex

  /// A reader of text that was set with these families; see `TextSetter.init`.
  package init(families: [String]) throws(RenderingError) {
    index = OutlineIndex(try TextSetter(families: families).faces)
  }

  /// The text of one filled path, with a space where there is room for one.
  ///
  /// - Parameter contours: The points of each contour in drawing order, on the curve and control
  ///   points alike, in points with y down; the text goes rightwards, upwards or downwards.
  /// - Returns: The text, or `nil` if a part of it cannot be read.
  package func text(of contours: [[SIMD2<Double>]]) -> String? {
    // Longer outlines than those of letters and lines are curves.
    guard contours.count <= 4000, contours.allSatisfy({ $0.count <= 600 }) else { return nil }
    let directions = Direction.allCases.map { direction in
      contours.compactMap { OutlineContour($0.map(direction.turned)) }
    }
    if !index.hasCommon { index.extend() }
    repeat {
      for contours in directions {
        if let text = OutlineReading(of: contours, by: index)?.text { return text }
      }
      // An arrow, a dot or a box is not worth a look into all of a font.
      guard directions[0].count > 1 else { return nil }
    } while index.extend()
    return nil
  }

  /// Where lines of text go.
  private enum Direction: CaseIterable {
    case right, up, down

    /// Where a point would be if the line went rightwards.
    func turned(_ point: SIMD2<Double>) -> SIMD2<Double> {
      switch self {
      case .right: point
      case .up: SIMD2(-point.y, point.x)
      case .down: SIMD2(point.y, -point.x)
      }
    }
  }
}

/// The most plausible characters for a line of contours.
private struct OutlineReading {
  /// The characters, from left to right but for mathematics.
  private let placements: [OutlinePlacement]

  /// A way to go on from a contour.
  private struct Step {
    /// `nil` for a rule, which is no character.
    let placement: OutlinePlacement?
    /// The contour after it, and which of the steps from there is the best.
    let end: Int
    let next: Int
    /// How implausible this and all that follows is.
    let cost: Double
  }

  /// `nil` if there is no way to read all of them.
  init?(of contours: [OutlineContour], by index: OutlineIndex) {
    var steps = Array(repeating: [Step](), count: contours.count + 1)
    for start in contours.indices.reversed() {
      steps[start] = Self.steps(from: start, in: contours, steps, index)
    }
    var placements: [OutlinePlacement] = []
    guard var best = steps[0].indices.min(by: { steps[0][$0].cost < steps[0][$1].cost }) else {
      return nil
    }
    var position = 0
    while position < contours.count {
      let step = steps[position][best]
      if let placement = step.placement { placements.append(placement) }
      (position, best) = (step.end, step.next)
    }
    guard placements.contains(where: { !$0.shape.isPlain }) else { return nil }
    self.placements = placements
  }

  /// The ways to read on from a contour up to the last.
  private static func steps(
    from start: Int, in contours: [OutlineContour], _ steps: [[Step]], _ index: OutlineIndex
  ) -> [Step] {
    var found: [Step] = []
    func add(_ placement: OutlinePlacement?, upTo end: Int, cost: Double) {
      let rest = steps[end].map { $0.cost + changeCost(from: placement, to: $0.placement) }
      if let next = rest.indices.min(by: { rest[$0] < rest[$1] }) {
        found.append(Step(placement: placement, end: end, next: next, cost: cost + rest[next]))
      } else if end == contours.count {
        let total = cost + changeCost(from: placement, to: nil)
        found.append(Step(placement: placement, end: end, next: 0, cost: total))
      }
    }
    for shape in index.candidates(for: contours[start])
    where shape.count <= contours.count - start {
      let end = start + shape.count
      for placement in shape.placements(on: contours[start..<end]) {
        add(placement, upTo: end, cost: placement.cost)
      }
    }
    if contours[start].isRule { add(nil, upTo: start + 1, cost: 8.5) }
    return found
  }

  /// How implausible it is that one comes after the other; `nil` is a rule, or the end.
  ///
  /// Characters of one outline are told apart by the size and the baseline of their neighbours. A
  /// bar that shares them with neither is a rule rather than a minus, the more so if it goes back,
  /// to above or below what was set before it.
  private static func changeCost(
    from placement: OutlinePlacement?, to next: OutlinePlacement?
  ) -> Double {
    guard let placement else { return 0 }
    guard let next else { return placement.shape.isPlain ? 3 : 0 }
    if placement.isInLine(with: next) { return 0 }
    if next.shape.isPlain, next.isBack(from: placement) { return 6 }
    return next.shape.isPlain || placement.shape.isPlain ? 3 : 1.5
  }

  /// The characters with their spaces.
  var text: String {
    var text = ""
    var previous: OutlinePlacement?
    for placement in placements {
      let characters = Self.pieces[placement.shape.scalar] ?? String(placement.shape.scalar)
      guard !characters.isEmpty else { continue }
      if let previous, placement.isApart(from: previous) { text += " " }
      text += characters
      previous = placement
    }
    return text
  }

  /// What the pieces of which high braces are made stand for.
  private static let pieces: [Unicode.Scalar: String] = [
    "⎧": "", "⎨": "{", "⎩": "", "⎪": "", "⎫": "", "⎬": "}", "⎭": "",
  ]
}
