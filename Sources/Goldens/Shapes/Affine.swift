internal import Glibc
internal import Wording

/// A map of the plane: (x, y) goes to x * `x` + y * `y` + `origin`.
struct Affine: Sendable, Hashable {
  var x = SIMD2(1.0, 0)
  var y = SIMD2(0, 1.0)
  var origin = SIMD2(0.0, 0)

  static func translation(_ by: SIMD2<Double>) -> Affine { Affine(origin: by) }

  static func scale(_ by: SIMD2<Double>) -> Affine { Affine(x: [by.x, 0], y: [0, by.y]) }

  func callAsFunction(_ point: SIMD2<Double>) -> SIMD2<Double> {
    x * point.x + y * point.y + origin
  }

  /// The map that does `inner` first.
  func after(_ inner: Affine) -> Affine {
    Affine(
      x: x * inner.x.x + y * inner.x.y, y: x * inner.y.x + y * inner.y.y, origin: self(inner.origin)
    )
  }

  /// By which lengths grow, in the geometric mean of all directions.
  var lengthScale: Double { abs(x.x * y.y - x.y * y.x).squareRoot() }

  /// Whether circles stay circles.
  var isSimilarity: Bool {
    let small = 1e-6 * (x * x + y * y).sum()
    return abs((x * y).sum()) <= small && abs((x * x).sum() - (y * y).sum()) <= small
  }

  var isFinite: Bool { (x + y + origin).sum().isFinite }

  /// Reads the attribute `transform`.
  ///
  /// - Throws: `ImageError` if it is not one.
  init(attribute text: String) throws(ImageError) {
    var scanner = SVGScanner(text)
    self.init()
    scanner.skipSeparator()
    while !scanner.isAtEnd {
      let name = scanner.word()
      scanner.skipSpace()
      guard scanner.skip("("), let numbers = SVGScanner.numbers(scanner.text(upTo: ")")),
        let step = Self.named(name, numbers)
      else { throw ImageError("The SVG has the transform “\(text.shortened())”, which is none.") }
      self = after(step)
      scanner.skipSeparator()
    }
  }

  init(
    x: SIMD2<Double> = [1, 0], y: SIMD2<Double> = [0, 1], origin: SIMD2<Double> = [0, 0]
  ) {
    self.x = x
    self.y = y
    self.origin = origin
  }

  private static func named(_ name: String, _ n: [Double]) -> Affine? {
    switch (name, n.count) {
    case ("matrix", 6): return Affine(x: [n[0], n[1]], y: [n[2], n[3]], origin: [n[4], n[5]])
    case ("translate", 1): return translation([n[0], 0])
    case ("translate", 2): return translation([n[0], n[1]])
    case ("scale", 1): return scale([n[0], n[0]])
    case ("scale", 2): return scale([n[0], n[1]])
    case ("rotate", 1): return rotation(n[0])
    case ("rotate", 3):
      return translation([n[1], n[2]]).after(rotation(n[0])).after(translation([-n[1], -n[2]]))
    case ("skewX", 1): return Affine(y: [tan(n[0] * .pi / 180), 1])
    case ("skewY", 1): return Affine(x: [1, tan(n[0] * .pi / 180)])
    default: return nil
    }
  }

  private static func rotation(_ degrees: Double) -> Affine {
    let angle = degrees * .pi / 180
    return Affine(x: [cos(angle), sin(angle)], y: [-sin(angle), cos(angle)])
  }
}

/// A rectangle along the axes.
struct Box: Sendable, Hashable {
  var low: SIMD2<Double>
  var high: SIMD2<Double>

  /// The least box around points; `nil` if there are none.
  init?(_ points: some Collection<SIMD2<Double>>) {
    guard let first = points.first else { return nil }
    low = first
    high = first
    for point in points {
      low = pointwiseMin(low, point)
      high = pointwiseMax(high, point)
    }
  }

  init(low: SIMD2<Double>, high: SIMD2<Double>) {
    self.low = low
    self.high = high
  }

  var size: SIMD2<Double> { high - low }
  var center: SIMD2<Double> { (low + high) / 2 }
  var area: Double { max(size.x, 0) * max(size.y, 0) }
  var isEmpty: Bool { low.x > high.x || low.y > high.y }

  func intersection(_ other: Box) -> Box {
    Box(low: pointwiseMax(low, other.low), high: pointwiseMin(high, other.high))
  }

  func contains(_ other: Box, within slack: Double = 0) -> Bool {
    !isEmpty && other.low.x >= low.x - slack && other.low.y >= low.y - slack
      && other.high.x <= high.x + slack && other.high.y <= high.y + slack
  }

  func grown(by margin: Double) -> Box { Box(low: low - margin, high: high + margin) }

  /// The greatest distance of a side from the same one of another box.
  func distance(_ other: Box) -> Double {
    max(low.distance(other.low), high.distance(other.high))
  }
}

extension SIMD2<Double> {
  var length: Double { (self * self).sum().squareRoot() }

  func distance(_ other: SIMD2<Double>) -> Double { (self - other).length }
}
