internal import Glibc

/// The lines and curves of a shape, all kinds of them made lines and cubic curves, absolute.
package struct SVGOutline: Sendable, Hashable {
  /// What happens, in order.
  package var verbs: [Verb] = []
  /// One for a move or line, two controls and the end for a curve.
  package var points: [SIMD2<Double>] = []

  /// A step of an outline.
  package enum Verb: UInt8, Sendable {
    case move
    case line
    case curve
    case close

    var pointCount: Int {
      switch self {
      case .move, .line: 1
      case .curve: 3
      case .close: 0
      }
    }
  }

  init() {}

  mutating func move(_ to: SIMD2<Double>) {
    verbs.append(.move)
    points.append(to)
  }

  mutating func line(_ to: SIMD2<Double>) {
    verbs.append(.line)
    points.append(to)
  }

  mutating func curve(_ a: SIMD2<Double>, _ b: SIMD2<Double>, _ to: SIMD2<Double>) {
    verbs.append(.curve)
    points.append(a)
    points.append(b)
    points.append(to)
  }

  mutating func close() {
    verbs.append(.close)
  }

  mutating func append(_ other: SVGOutline) {
    verbs += other.verbs
    points += other.points
  }

  func transformed(_ map: Affine) -> SVGOutline {
    var result = self
    for index in points.indices { result.points[index] = map(points[index]) }
    return result
  }

  /// The polygon through corners, closed or not.
  static func polyline(_ corners: [SIMD2<Double>], isClosed: Bool) -> SVGOutline {
    var outline = SVGOutline()
    guard let first = corners.first else { return outline }
    outline.move(first)
    for corner in corners.dropFirst() { outline.line(corner) }
    if isClosed { outline.close() }
    return outline
  }

  static func box(_ box: Box) -> SVGOutline {
    polyline(
      [box.low, [box.high.x, box.low.y], box.high, [box.low.x, box.high.y]], isClosed: true)
  }

  static func ellipse(_ center: SIMD2<Double>, _ radii: SIMD2<Double>) -> SVGOutline {
    roundedBox(Box(low: center - radii, high: center + radii), radii)
  }

  /// An ellipse that begins where SVG begins it, at the right, which dashes show.
  var begunAtTheRight: SVGOutline {
    guard points.count == 13 else { return self }
    var result = self
    result.points = Array(points[3...] + points[1...3])
    return result
  }

  /// A box with corners that are quarters of an ellipse, begun as SVG begins a `rect`.
  static func roundedBox(_ box: Box, _ wanted: SIMD2<Double>) -> SVGOutline {
    let radii = pointwiseMin(wanted, box.size / 2)
    guard radii.x > 0, radii.y > 0 else { return .box(box) }
    // How far the controls of a quarter's curve lie from its corner, in radii.
    let rest = 1 - 4 / 3 * (2.0.squareRoot() - 1)
    var outline = SVGOutline()
    let low = box.low, high = box.high
    let right: SIMD2<Double> = [1, 0], down: SIMD2<Double> = [0, 1]
    let corners: [(SIMD2<Double>, from: SIMD2<Double>, to: SIMD2<Double>)] = [
      (SIMD2(high.x, low.y), -right, down), (high, -down, -right),
      (SIMD2(low.x, high.y), right, -down), (low, down, right),
    ]
    for (corner, from, to) in corners {
      let start = corner + from * radii
      if outline.verbs.isEmpty {
        outline.move([box.low.x + radii.x, box.low.y])
      }
      // Of an ellipse the sides between the corners have no length.
      if outline.points.last?.distance(start) ?? 0 > 1e-9 * box.size.length { outline.line(start) }
      outline.curve(
        corner + from * radii * rest, corner + to * radii * rest, corner + to * radii)
    }
    outline.close()
    return outline
  }

  /// What is drawn of it: Cairo leaves a move behind every letter, and a line to where a closed
  /// contour began says nothing.
  ///
  /// - Parameter keepsDots: Keeps contours of no length, which round and square caps show.
  func drawn(keepsDots: Bool) -> SVGOutline {
    var result = SVGOutline()
    for contour in contours {
      var verbs = contour.verbs, points = contour.points
      if verbs.count > 2, verbs.last == .close, verbs[verbs.endIndex - 2] == .line,
        let first = points.first, points.last?.distance(first) ?? 1 < 1e-9
      {
        verbs.remove(at: verbs.endIndex - 2)
        points.removeLast()
      }
      if verbs.count > (keepsDots || verbs.contains(.line) || verbs.contains(.curve) ? 1 : 2) {
        result.verbs += verbs
        result.points += points
      }
    }
    return result
  }

  /// The parts from one move to the next.
  var contours: [(verbs: ArraySlice<Verb>, points: ArraySlice<SIMD2<Double>>)] {
    var result: [(verbs: ArraySlice<Verb>, points: ArraySlice<SIMD2<Double>>)] = []
    var start = 0, firstPoint = 0, point = 0
    for (index, verb) in verbs.enumerated() {
      if verb == .move, index > start {
        result.append((verbs[start..<index], points[firstPoint..<point]))
        start = index
        firstPoint = point
      }
      point += verb.pointCount
    }
    if start < verbs.count { result.append((verbs[start...], points[firstPoint...])) }
    return result
  }

  /// The box that it is, if it is one along the axes.
  var asBox: Box? {
    guard verbs.first == .move, verbs.dropFirst().prefix(3).allSatisfy({ $0 == .line }),
      verbs.count == 5 && verbs[4] == .close || verbs.count == 4, points.count == 4,
      let box = Box(points), box.area > 0
    else { return nil }
    for (a, b) in zip(points, points.dropFirst()) {
      let step = a - b
      if abs(step.x) > 1e-6, abs(step.y) > 1e-6 { return nil }
      if abs(step.x) <= 1e-6, abs(step.y) <= 1e-6 { return nil }
    }
    let closing = points[3] - points[0]
    return abs(closing.x) > 1e-6 && abs(closing.y) > 1e-6 ? nil : box
  }
}
