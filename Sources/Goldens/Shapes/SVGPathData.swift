internal import Glibc
internal import Wording

extension SVGOutline {
  /// Reads the attribute `d` of a path.
  ///
  /// - Throws: `ImageError` if something in it is no command or no finite number.
  init(pathData text: String) throws(ImageError) {
    var reader = PathReader(text)
    try reader.read()
    self = reader.outline
  }
}

/// Follows the commands of path data.
private struct PathReader {
  var outline = SVGOutline()
  private var scanner: SVGScanner
  private let text: String
  private var current = SIMD2(0.0, 0)
  private var start = SIMD2(0.0, 0)
  /// The last control point of the curve before, for commands that mirror it.
  private var cubicControl: SIMD2<Double>?
  private var quadraticControl: SIMD2<Double>?
  private var isClosed = false

  init(_ text: String) {
    scanner = SVGScanner(text)
    self.text = text
  }

  mutating func read() throws(ImageError) {
    scanner.skipSpace()
    if text == "none" { return }
    while !scanner.isAtEnd {
      guard let letter = scanner.letter(), outline.verbs.isEmpty == false || letter | 0x20 == 0x6d
      else { throw problem }
      let isRelative = letter & 0x20 != 0
      try step(letter | 0x20, isRelative)
      scanner.skipSeparator()
      // Numbers that follow repeat the command; those after a move are lines.
      while let byte = scanner.next, !(byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a) {
        if letter | 0x20 == UInt8(ascii: "z") { throw problem }
        try step(letter | 0x20 == 0x6d ? 0x6c : letter | 0x20, isRelative)
        scanner.skipSeparator()
      }
    }
  }

  private var problem: ImageError {
    ImageError(
      "The SVG has the path data “\(text.shortened())”, in which something is no command or"
        + " number.")
  }

  private mutating func number() throws(ImageError) -> Double {
    scanner.skipSeparator()
    guard let number = scanner.number(), number.isFinite else { throw problem }
    return number
  }

  private mutating func point(_ isRelative: Bool) throws(ImageError) -> SIMD2<Double> {
    let point = SIMD2(try number(), try number())
    return isRelative ? current + point : point
  }

  private mutating func flag() throws(ImageError) -> Bool {
    scanner.skipSeparator()
    guard let flag = scanner.flag() else { throw problem }
    return flag
  }

  /// Draws one command, given by its small letter.
  private mutating func step(_ letter: UInt8, _ isRelative: Bool) throws(ImageError) {
    let origin = isRelative ? current : [0, 0]
    let mirrored = (
      cubic: cubicControl.map { 2 * current - $0 } ?? current,
      quadratic: quadraticControl.map { 2 * current - $0 } ?? current
    )
    cubicControl = nil
    quadraticControl = nil
    switch Unicode.Scalar(letter) {
    case "m":
      current = try point(isRelative)
      start = current
      isClosed = false
      outline.move(current)
    case "z":
      outline.close()
      current = start
      isClosed = true
    case "l": line(try point(isRelative))
    case "h": line([origin.x + (try number()), current.y])
    case "v": line([current.x, origin.y + (try number())])
    case "c": curve(try point(isRelative), try point(isRelative), try point(isRelative))
    case "s": curve(mirrored.cubic, try point(isRelative), try point(isRelative))
    case "q": quadratic(try point(isRelative), try point(isRelative))
    case "t": quadratic(mirrored.quadratic, try point(isRelative))
    case "a":
      let radii = SIMD2(try number(), try number()), angle = try number()
      let isLarge = try flag(), isSweep = try flag()
      arc(radii, angle * .pi / 180, isLarge, isSweep, try point(isRelative))
    default: throw problem
    }
  }

  /// A contour may go on after it was closed, from where it began.
  private mutating func reopen() {
    if isClosed { outline.move(start) }
    isClosed = false
  }

  private mutating func line(_ to: SIMD2<Double>) {
    reopen()
    outline.line(to)
    current = to
  }

  private mutating func curve(_ a: SIMD2<Double>, _ b: SIMD2<Double>, _ to: SIMD2<Double>) {
    reopen()
    outline.curve(a, b, to)
    cubicControl = b
    current = to
  }

  private mutating func quadratic(_ control: SIMD2<Double>, _ to: SIMD2<Double>) {
    curve((current + 2 * control) / 3, (to + 2 * control) / 3, to)
    cubicControl = nil
    quadraticControl = control
  }

  /// An arc of an ellipse as curves, by the implementation notes of SVG 1.1, F.6.5 and F.6.6.
  private mutating func arc(
    _ wanted: SIMD2<Double>, _ angle: Double, _ isLarge: Bool, _ isSweep: Bool,
    _ to: SIMD2<Double>
  ) {
    let axes = Affine(x: [cos(angle), sin(angle)], y: [-sin(angle), cos(angle)])
    let back = Affine(x: [cos(angle), -sin(angle)], y: [sin(angle), cos(angle)])
    var radii = SIMD2(abs(wanted.x), abs(wanted.y))
    guard radii.x > 0, radii.y > 0, to != current else { return line(to) }
    // In units in which the ellipse is a circle of radius 1.
    var half = back((current - to) / 2) / radii
    let reach = (half * half).sum()
    if reach > 1 {
      radii *= reach.squareRoot()
      half /= reach.squareRoot()
    }
    let square = (half * half).sum()
    let height = (max(0, 1 - square) / square).squareRoot() * (isLarge == isSweep ? -1 : 1)
    let center = SIMD2(half.y, -half.x) * height
    let first = atan2(half.y - center.y, half.x - center.x)
    var sweep = atan2(-half.y - center.y, -half.x - center.x) - first
    if isSweep, sweep < 0 { sweep += 2 * .pi }
    if !isSweep, sweep > 0 { sweep -= 2 * .pi }
    let middle = (current + to) / 2
    func onPage(_ unit: SIMD2<Double>) -> SIMD2<Double> { middle + axes((unit + center) * radii) }

    // Radii of next to nothing, or ends that are too far apart, leave nothing to calculate with.
    guard sweep.isFinite, onPage(.zero).sum().isFinite else { return line(to) }
    let count = max(1, Int((abs(sweep) / (.pi / 2) - 1e-9).rounded(.up)))
    let part = sweep / Double(count), reachOfControls = 4 / 3 * tan(part / 4)
    for index in 0..<count {
      let a = first + part * Double(index), b = a + part
      let from = SIMD2(cos(a), sin(a)), end = SIMD2(cos(b), sin(b))
      curve(
        onPage(from + SIMD2(-from.y, from.x) * reachOfControls),
        onPage(end - SIMD2(-end.y, end.x) * reachOfControls),
        index == count - 1 ? to : onPage(end))
    }
    cubicControl = nil
  }
}
