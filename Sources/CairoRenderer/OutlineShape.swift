internal import Plotting
internal import Typesetting

/// The outline of a character in ems, y up from the baseline and x from its origin.
struct OutlineShape {
  let scalar: Unicode.Scalar
  /// From the origin of this character to that of the next.
  let advance: Double
  /// How implausible the character is, for telling those of one outline apart.
  let cost: Double
  private let contours: [OutlineContour]
  private let upright: OutlineBox
  private let italic: OutlineBox

  /// `nil` for a character without ink.
  init?(_ scalar: Unicode.Scalar, _ glyph: Glyph, unitsPerEm: Double, cost: Double) {
    contours = glyph.contours(unitsPerEm: unitsPerEm).compactMap(OutlineContour.init)
    guard let upright = contours.box(slant: 0),
      let italic = contours.box(slant: FontStyle.italic.slant)
    else { return nil }
    self.scalar = scalar
    self.advance = glyph.advance / unitsPerEm
    self.cost = cost
    self.upright = upright
    self.italic = italic
  }

  /// The number of contours.
  var count: Int { contours.count }
  /// The number of points of the first contour.
  var firstCount: Int { contours[0].points.count }

  /// Whether this is a quadrilateral, of which figures have others than letters.
  var isPlain: Bool { count == 1 && firstCount <= 4 }

  /// Where this character is if the contours, in points and y down, are its outline.
  func placements(on drawn: ArraySlice<OutlineContour>) -> [OutlinePlacement] {
    guard hasPoints(of: drawn), let box = drawn.box(slant: 0) else { return [] }
    return [FontStyle.upright, .italic].compactMap { placement($0, on: drawn, box) }
  }

  private func hasPoints(of drawn: ArraySlice<OutlineContour>) -> Bool {
    zip(contours, drawn).allSatisfy {
      (0...Self.omitted).contains($0.points.count - $1.points.count)
    }
  }

  private func placement(
    _ style: FontStyle, on drawn: ArraySlice<OutlineContour>, _ box: OutlineBox
  ) -> OutlinePlacement? {
    let own = style == .italic ? italic : upright
    guard let scales = scales(of: own.size, to: box.size) else { return nil }
    let down = SIMD2(scales.x, -scales.y)
    let origin = box.center - down * own.center
    func place(_ point: SIMD2<Double>) -> SIMD2<Double> {
      origin + down * SIMD2(point.x + style.slant * point.y, point.y)
    }
    guard zip(contours, drawn).allSatisfy({ $1.follows($0.points, place) }) else { return nil }
    let isStretched = scales.x != scales.y
    return OutlinePlacement(
      shape: self, origin: origin, em: scales.x,
      emError: 2 * OutlineBox.tolerance / (own.size.x + own.size.y),
      height: abs(own.center.y),
      cost: cost + (isStretched ? 0.5 : 0) + (style == .italic ? 0.05 : 0))
  }

  /// The points in an em across and down, equal unless the character can be stretched.
  private func scales(of ems: SIMD2<Double>, to size: SIMD2<Double>) -> SIMD2<Double>? {
    let scale = size.sum() / ems.sum()
    guard Self.sizes.contains(scale) else { return nil }
    let error = size - scale * ems
    if max(abs(error.x), abs(error.y)) <= OutlineBox.tolerance { return SIMD2(scale, scale) }
    guard Self.stretchable.contains(scalar) else { return nil }
    let scales = size / ems
    return scales.y > scales.x && Self.sizes.contains(scales.x) ? scales : nil
  }

  /// By how many points of a contour Cairo may have drawn less than the font has.
  static let omitted = 3
  /// Ems in points. In smaller ones, letters are as small as errors of rounding.
  private static let sizes = 2.0...400
  /// What mathematics stretches to the height of other things.
  private static let stretchable = Set("(){}⟨⟩√∫∬∭∮".unicodeScalars)
}

/// A character in its place.
struct OutlinePlacement {
  let shape: OutlineShape
  /// Where its origin is, in points.
  let origin: SIMD2<Double>
  /// The em in points.
  let em: Double
  /// By how much the em may be wrong.
  let emError: Double
  /// How far the middle of its ink is from its baseline, in ems.
  let height: Double
  /// How implausible it is.
  let cost: Double

  /// Where the next character would be.
  var end: Double { origin.x + em * shape.advance }

  /// Whether both are of one size and on one baseline, as far as can be told.
  func isInLine(with other: OutlinePlacement) -> Bool {
    abs(em - other.em) <= emError + other.emError
      && abs(origin.y - other.origin.y) <= baselineError + other.baselineError
  }

  private var baselineError: Double { OutlineBox.tolerance + emError * height }

  /// Whether this begins before the end of what was drawn before it, by more than kerning does.
  func isBack(from previous: OutlinePlacement) -> Bool {
    origin.x < previous.end - 0.3 * em
  }

  /// Whether there is a space between this and what was drawn before it: a gap on the same line, or
  /// a line further down, as of a denominator.
  func isApart(from previous: OutlinePlacement) -> Bool {
    // Spaces are a quarter of an em wide or more. Thin ones of mathematics, a sixth, are none.
    origin.x > previous.end + 0.19 * max(em, previous.em)
      || (isBack(from: previous) && origin.y > previous.origin.y + 0.2 * em)
  }
}

extension Collection<OutlineContour> {
  /// The box around all of them when they lean.
  fileprivate func box(slant: Double) -> OutlineBox? {
    let corners = flatMap { contour in
      slant == 0
        ? [contour.box.low, contour.box.high]
        : contour.points.map { SIMD2($0.x + slant * $0.y, $0.y) }
    }
    return OutlineBox(around: corners)
  }
}

extension Glyph {
  /// The end and control points of each contour in ems.
  fileprivate func contours(unitsPerEm: Double) -> [[SIMD2<Double>]] {
    var contours: [[SIMD2<Double>]] = []
    var points: [SIMD2<Double>] = []
    func ems(_ point: Point) -> SIMD2<Double> { SIMD2(point.x, point.y) / unitsPerEm }
    for command in outline {
      switch command {
      case .move(let to):
        contours.append(points)
        points = [ems(to)]
      case .line(let to): points.append(ems(to))
      case .curve(let first, let second, let to): points += [ems(first), ems(second), ems(to)]
      }
    }
    return contours + [points]
  }
}
