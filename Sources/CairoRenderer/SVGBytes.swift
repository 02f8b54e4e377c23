internal import Plotting
internal import Typesetting

/// SVG in the making: markup, numbers as short as they can be, and ids whose prefix is not known yet.
struct SVGBytes {
  private var bytes: [UInt8] = []
  /// Where the prefix of an id is missing.
  private var places: [Int] = []

  var isEmpty: Bool { bytes.isEmpty }

  mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ other: SVGBytes) {
    places += other.places.map { $0 + bytes.count }
    bytes += other.bytes
  }

  /// The id of a part, or of the document itself.
  mutating func id(_ part: String?) {
    places.append(bytes.count)
    if let part { raw("-\(part)") }
  }

  /// The whole, with ids that begin with a word and a hash of all of it.
  func bytes(behind word: String) -> [UInt8] {
    var hash = Hash()
    hash.add(bytes)
    let prefix = word + String(hash.value, radix: 36)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + places.count * prefix.utf8.count)
    var start = 0
    for place in places {
      output += bytes[start..<place]
      output += prefix.utf8
      start = place
    }
    return output + bytes[start...]
  }

  // MARK: Attributes

  mutating func pair(_ name: String, _ value: Double, places: Int = 2) {
    raw(" \(name)=\"\(Self.number(value, places: places))\"")
  }

  mutating func opacity(_ property: String, _ opacity: Double) {
    if opacity < 1 { pair("\(property)-opacity", opacity, places: 4) }
  }

  /// A number to so many decimal places, without zeros that say nothing.
  static func number(_ value: Double, places: Int) -> String {
    var bytes = SVGBytes()
    bytes.append(Self.units(value, of: places), places: places)
    return String(decoding: bytes.bytes, as: UTF8.self)
  }

  private static let powers = [
    1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
  ]

  /// The nearest whole number of units in the last decimal place; what is too large for that or no
  /// number is far out of any page all the same.
  private static func units(_ value: Double, of places: Int) -> Int {
    let units = (value * Double(powers[places])).rounded()
    return units.magnitude < 1e15
      ? Int(units) : units < 0 ? -1_000_000_000_000_000 : 1_000_000_000_000_000
  }

  private mutating func append(_ units: Int, places: Int) {
    if units < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = Int(units.magnitude).quotientAndRemainder(dividingBy: Self.powers[places])
    if whole > 0 || rest == 0 { raw(String(whole)) }
    guard rest > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    var left = rest, unit = Self.powers[places] / 10
    while left > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(left / unit))
      left %= unit
      unit /= 10
    }
  }

  // MARK: Path data

  /// A line through points; what is a run of one point is a dot, whose caps make it seen.
  ///
  /// Points are rounded where they are, and the steps between them are what is written: no error adds
  /// up.
  mutating func path(_ points: [Point], isClosed: Bool) {
    guard let first = points.first else { return }
    var pen = PathPen(first, in: self)
    for point in points.dropFirst() { pen.line(to: point) }
    // Caps make the dot, and some programs put none on a line of no length.
    if !isClosed, !pen.hasMoved { pen.line(to: Point(x: first.x + 0.02, y: first.y)) }
    if isClosed { pen.close() } else { pen.finish() }
    self = pen.bytes
  }

  /// An outline in the units of its font.
  mutating func outline(_ commands: [Glyph.Command]) {
    var pen: PathPen?
    var last = Point(x: 0, y: 0)
    for command in commands {
      defer { last = command.end }
      switch command {
      case .move(let to):
        pen?.close()
        if pen == nil { pen = PathPen(to, in: self, places: 0) } else { pen?.move(to: to) }
      case .line(let to): pen?.line(to: to)
      case .curve(let first, let second, let to):
        // TrueType has quadratic curves, and they are shorter.
        if let control = Self.quadraticControl(of: (last, first, second, to)) {
          pen?.curve([control, to], named: "q")
        } else {
          pen?.curve([first, second, to], named: "c")
        }
      }
    }
    pen?.close()
    if let pen { self = pen.bytes }
  }

  /// The control point of the quadratic curve that a cubic one is, if it is one.
  private static func quadraticControl(
    of curve: (start: Point, first: Point, second: Point, end: Point)
  ) -> Point? {
    func control(_ from: Point, _ to: Point) -> Point {
      Point(x: from.x + 1.5 * (to.x - from.x), y: from.y + 1.5 * (to.y - from.y))
    }
    let one = control(curve.start, curve.first), other = control(curve.end, curve.second)
    let isOne = abs(one.x - other.x) < 1e-6 && abs(one.y - other.y) < 1e-6
    return isOne ? one : nil
  }

  /// Writes steps of path data.
  private struct PathPen {
    var bytes: SVGBytes
    private let places: Int
    private var x = 0
    private var y = 0
    /// A line that is not written yet, as it may go on.
    private var step = (x: 0, y: 0)
    /// The command that would be repeated if none is named.
    private var command = UInt8(ascii: " ")
    private(set) var hasMoved = false

    init(_ start: Point, in bytes: SVGBytes, places: Int = 2) {
      self.bytes = bytes
      self.places = places
      move(to: start)
    }

    mutating func move(to point: Point) {
      finish()
      (x, y) = units(point)
      name("M")
      number(x)
      number(y)
    }

    /// Steps in one direction are one.
    mutating func line(to point: Point) {
      let (newX, newY) = units(point)
      let dx = newX - x, dy = newY - y
      if dx == 0, dy == 0 { return }
      let goesOn = dx * step.y == dy * step.x && dx * step.x + dy * step.y > 0
      if !goesOn { finish() }
      step = (step.x + dx, step.y + dy)
      (x, y) = (newX, newY)
      hasMoved = true
    }

    /// Writes the line that may have gone on.
    mutating func finish() {
      let (dx, dy) = step
      step = (0, 0)
      if dx == 0, dy == 0 { return }
      if dy == 0 {
        name("h")
        number(dx)
      } else if dx == 0 {
        name("v")
        number(dy)
      } else {
        name("l")
        number(dx)
        number(dy)
      }
    }

    mutating func curve(_ points: [Point], named letter: Unicode.Scalar) {
      finish()
      name(letter)
      let places = points.map { units($0) }
      for place in places {
        number(place.0 - x)
        number(place.1 - y)
      }
      (x, y) = places.last ?? (x, y)
      hasMoved = true
    }

    mutating func close() {
      finish()
      name("z")
    }

    private func units(_ point: Point) -> (Int, Int) {
      (SVGBytes.units(point.x, of: places), SVGBytes.units(point.y, of: places))
    }

    private mutating func name(_ letter: Unicode.Scalar) {
      let byte = UInt8(ascii: letter)
      if byte != command || letter == "M" { bytes.bytes.append(byte) }
      command = byte
    }

    /// A minus sign parts numbers, and a letter does.
    private mutating func number(_ units: Int) {
      let isBehindLetter = bytes.bytes.last.map { $0 > UInt8(ascii: "9") } ?? true
      if units >= 0, !isBehindLetter { bytes.bytes.append(UInt8(ascii: " ")) }
      bytes.append(units, places: places)
    }
  }

  /// FNV-1a, 64 bits: spreads well enough to tell figures apart, and is the same everywhere, which
  /// Swift's own hashing is not.
  private struct Hash {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: [UInt8]) {
      bytes.withUnsafeBufferPointer { bytes in
        var index = 0
        while index < bytes.count {
          value = (value ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3
          index += 1
        }
      }
    }
  }
}

extension Color {
  /// As CSS writes it, with one digit for each channel where both are the same.
  var shortHex: String {
    let digits = Array(hexadecimal.utf8.dropFirst())
    let pairs = stride(from: 0, to: 6, by: 2)
    guard pairs.allSatisfy({ digits[$0] == digits[$0 + 1] }) else { return hexadecimal }
    return "#" + String(decoding: pairs.map { digits[$0] }, as: UTF8.self)
  }
}
