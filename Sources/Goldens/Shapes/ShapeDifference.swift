internal import Wording

/// How a shape became another.
struct ShapeDifference {
  var geometry: Geometry?
  /// Such as "colour #1f77b4 became #ff7f0e".
  var style: [String] = []

  var isNone: Bool { geometry == nil && style.isEmpty }

  /// What became of an outline.
  enum Geometry {
    /// As a whole, in points.
    case moved(SIMD2<Double>)
    /// A line that became longer or shorter.
    case length(Double, Double)
    /// So many of its points moved by up to so far.
    case points(Int, Double)
    /// It has other steps; the numbers of points, and how far the lines are apart at most.
    case outline(Int, Int, Double)
  }

  init(from old: SVGShape, to new: SVGShape, tolerance: Double) {
    if old.content != new.content {
      if let before = old.text, let after = new.text, before != after {
        style.append("“\(before)” became “\(after)”")
      } else if old.name == "text", new.name == "text" {
        style += Self.settingChanges(old.setting, new.setting)
      } else {
        style.append("another \(old.name)")
      }
    }
    style += Self.styleChanges(old.style, new.style, tolerance / 10)
    if !Self.areEqual(old.clips, new.clips, tolerance) { style.append("clipped otherwise") }
    // Texts of which one is made as long as it says are set otherwise.
    let isOfOneKind = old.content == nil || old.outline.verbs == new.outline.verbs
    if isOfOneKind, !old.coversPage || !new.coversPage {
      geometry = Self.geometry(old.outline, new.outline, tolerance)
    }
  }

  private static func geometry(
    _ old: SVGOutline, _ new: SVGOutline, _ tolerance: Double
  ) -> Geometry? {
    guard old.verbs == new.verbs else {
      return .outline(old.points.count, new.points.count, separation(old.points, new.points))
    }
    let moves = zip(old.points, new.points).map { $1 - $0 }
    let far = moves.filter { $0.length > tolerance }
    guard !far.isEmpty else { return nil }
    let mean = moves.reduce(.zero, +) / Double(moves.count)
    // Cairo writes points to 1/256, so those of a shape that moved do not all move alike.
    if moves.allSatisfy({ ($0 - mean).length <= max(tolerance, 0.01) }), mean.length > tolerance {
      return .moved(mean)
    }
    if old.points.count == 2 {
      let before = old.points[1] - old.points[0], after = new.points[1] - new.points[0]
      let turn = abs(before.x * after.y - before.y * after.x)
      if turn <= tolerance * max(before.length, after.length), (before * after).sum() > 0 {
        return .length(before.length, after.length)
      }
    }
    return .points(far.count, far.map(\.length).max() ?? 0)
  }

  /// How text is set that reads the same.
  private static func settingChanges(
    _ old: [String: String], _ new: [String: String]
  ) -> [String] {
    let changes = Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map { name in
      let word = name == "font-family" ? "font" : name.replacing("-", with: " ")
      return "\(word) \(old[name] ?? "of the page") became \(new[name] ?? "of the page")"
    }
    return changes.isEmpty ? ["set otherwise"] : changes
  }

  /// How two styles differ, where both are to be seen.
  ///
  /// - Parameter slack: How far lengths may be off, in points.
  private static func styleChanges(_ old: SVGStyle, _ new: SVGStyle, _ slack: Double) -> [String] {
    if old == new { return [] }
    var changes: [String] = []
    func note(_ what: String, _ before: String, _ after: String) {
      if before != after { changes.append("\(what) \(before) became \(after)") }
    }
    let hasBoth = old.fill != nil && old.stroke != nil
    changes += paintChanges(hasBoth ? "fill colour" : "colour", "fill", old.fill, new.fill)
    changes += paintChanges(hasBoth ? "line colour" : "colour", "line", old.stroke, new.stroke)
    if old.fill != nil, new.fill != nil, old.isEvenOdd != new.isEvenOdd {
      changes.append("filled by another rule")
    }
    if old.stroke != nil, new.stroke != nil {
      if abs(old.width - new.width) > slack {
        note("line width", decimal(old.width) + " pt", decimal(new.width) + " pt")
      }
      let dashesDiffer =
        old.dashes.count != new.dashes.count
        || zip(old.dashes, new.dashes).contains { abs($0 - $1) > slack }
      if dashesDiffer { note("dashes", dashes(old), dashes(new)) }
      if !dashesDiffer, abs(old.dashOffset - new.dashOffset) > slack {
        note("start of dashes", decimal(old.dashOffset) + " pt", decimal(new.dashOffset) + " pt")
      }
      note("line ends", old.cap, new.cap)
      note("line joins", old.join, new.join)
      if old.join.hasPrefix("miter"), new.join == old.join,
        abs(old.miterLimit - new.miterLimit) > 1e-3
      {
        note("miter limit", decimal(old.miterLimit), decimal(new.miterLimit))
      }
    }
    if old.others != new.others { changes.append("other effects") }
    return changes
  }

  private static func paintChanges(
    _ colour: String, _ part: String, _ old: SVGStyle.Paint?, _ new: SVGStyle.Paint?
  ) -> [String] {
    if old == new { return [] }
    switch (old, new) {
    case (nil, nil): return []
    case (nil, let new?): return ["\(part) \(name(new)) is new"]
    case (let old?, nil): return ["\(part) \(name(old)) missing"]
    case (let old?, let new?):
      var changes: [String] = []
      if name(old) != name(new) {
        changes.append("\(colour) \(name(old)) became \(name(new))")
      } else if case .server(let a, _) = old, case .server(let b, _) = new, a != b {
        changes.append("another gradient or pattern")
      }
      if abs(old.opacity - new.opacity) > 0.002 {
        changes.append("opacity \(decimal(old.opacity)) became \(decimal(new.opacity))")
      }
      return changes
    }
  }

  private static func name(_ paint: SVGStyle.Paint) -> String {
    switch paint {
    case .color(let color): color.description
    case .server: "a gradient or pattern"
    }
  }

  private static func dashes(_ style: SVGStyle) -> String {
    if style.dashes.isEmpty { return "none" }
    return style.dashes.map { decimal($0) }.joined(separator: " ") + " pt"
  }

  private static func areEqual(
    _ old: [SVGShape.Clip], _ new: [SVGShape.Clip], _ tolerance: Double
  ) -> Bool {
    old.count == new.count
      && zip(old, new).allSatisfy { a, b in
        a.isEvenOdd == b.isEvenOdd && a.outline.verbs == b.outline.verbs
          && zip(a.outline.points, b.outline.points).allSatisfy { $0.distance($1) <= tolerance }
      }
  }

  /// How far the points of two lines are from the other line at most. Of long lines only some
  /// points are measured, so that it takes no time that is felt.
  private static func separation(_ a: [SIMD2<Double>], _ b: [SIMD2<Double>]) -> Double {
    func farthest(_ points: [SIMD2<Double>], from line: [SIMD2<Double>]) -> Double {
      let step = max(1, points.count * line.count / 400_000)
      return stride(from: 0, to: points.count, by: step).reduce(0) { most, index in
        let point = points[index]
        var least = line.count == 1 ? point.distance(line[0]) : Double.infinity
        for next in line.indices.dropFirst() {
          least = min(least, point.distance(toSegment: line[next - 1], line[next]))
          if least <= most { return most }
        }
        return max(most, least)
      }
    }
    if a.isEmpty || b.isEmpty { return 0 }
    return max(farthest(a, from: b), farthest(b, from: a))
  }
}

extension SVGShape {
  /// Whether both are drawn alike within a tolerance in points.
  func isEqual(_ other: SVGShape, tolerance: Double) -> Bool {
    guard outline.verbs == other.outline.verbs, content == other.content else { return false }
    if !coversPage || !other.coversPage {
      for (a, b) in zip(outline.points, other.outline.points) where a.distance(b) > tolerance {
        return false
      }
    }
    return ShapeDifference(from: self, to: other, tolerance: tolerance).isNone
  }

  /// Whether another shape is the same but for its place.
  func hasForm(of other: SVGShape, _ tolerance: Double) -> Bool {
    let slack = max(tolerance, 0.01)
    let move = other.bounds.low - bounds.low
    return outline.verbs == other.outline.verbs && content == other.content
      && zip(outline.points, other.outline.points).allSatisfy { ($0 + move).distance($1) <= slack }
  }
}

extension SIMD2<Double> {
  func distance(toSegment a: SIMD2<Double>, _ b: SIMD2<Double>) -> Double {
    let along = b - a
    let square = (along * along).sum()
    if square == 0 { return distance(a) }
    let part = Swift.min(Swift.max(((self - a) * along).sum() / square, 0), 1)
    return distance(a + along * part)
  }
}
