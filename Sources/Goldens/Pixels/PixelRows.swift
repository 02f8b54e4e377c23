internal import Glibc

/// A pixel as four samples of up to 16 bits, red lowest.
struct Pixel: Hashable {
  let bits: UInt64

  var red: Int { Int(truncatingIfNeeded: bits & 0xffff) }
  var green: Int { Int(truncatingIfNeeded: bits >> 16 & 0xffff) }
  var blue: Int { Int(truncatingIfNeeded: bits >> 32 & 0xffff) }
  var alpha: Int { Int(truncatingIfNeeded: bits >> 48) }
}

/// The pixels of an image in memory.
struct PixelRows {
  fileprivate let base: UnsafeRawPointer
  let width: Int
  let height: Int
  /// The bits of a sample in memory.
  let depth: Int
  /// What samples are multiplied by; 257 makes 16 bits of 8.
  private let factor: UInt64

  /// The sample that is all of a colour.
  var largest: Int { depth == 8 ? 255 * Int(factor) : 65535 }

  /// - Parameter isWidened: Whether pixels have 16 bits whatever there is in memory.
  init(_ base: UnsafeRawPointer, width: Int, height: Int, depth: Int, isWidened: Bool) {
    self.base = base
    self.width = width
    self.height = height
    self.depth = depth
    factor = isWidened && depth == 8 ? 257 : 1
  }

  subscript(x: Int, y: Int) -> Pixel {
    let index = y * width + x
    guard depth == 8 else {
      return Pixel(
        bits: UInt64(littleEndian: base.load(fromByteOffset: index * 8, as: UInt64.self)))
    }
    let raw = UInt64(UInt32(littleEndian: base.load(fromByteOffset: index * 4, as: UInt32.self)))
    // The four bytes are spread onto places of 16 bits.
    let pairs = (raw | raw << 16) & 0x0000_ffff_0000_ffff
    return Pixel(bits: ((pairs | pairs << 8) & 0x00ff_00ff_00ff_00ff) &* factor)
  }

  /// Whether a row has the same bytes as that of another image of the same size and depth.
  func isSame(_ y: Int, as other: PixelRows) -> Bool {
    let size = width * depth / 2
    return memcmp(base + y * size, other.base + y * size, size) == 0
  }

  /// The first column from `x` on where both rows differ; `nil` if there is none.
  func firstDifference(from other: PixelRows, in y: Int, from x: Int) -> Int? {
    var x = x
    if depth == other.depth {
      // Eight bytes at a time as long as they are the same, which most are.
      let pixels = 16 / depth
      while x + pixels <= width, word(x, y) == other.word(x, y) { x += pixels }
    }
    while x < width {
      if self[x, y] != other[x, y] { return x }
      x += 1
    }
    return nil
  }

  private func word(_ x: Int, _ y: Int) -> UInt64 {
    base.loadUnaligned(fromByteOffset: (y * width + x) * depth / 2, as: UInt64.self)
  }
}

extension RasterImage {
  /// Calls `body` with the pixels.
  ///
  /// - Parameter isWidened: Whether pixels have 16 bits whatever the image has; white is then white.
  func withRows<Result>(isWidened: Bool = false, _ body: (PixelRows) -> Result) -> Result {
    withBase { base in
      body(PixelRows(base, width: width, height: height, depth: depth, isWidened: isWidened))
    }
  }
}

/// Finds the pixels that lie between a darker and a lighter neighbour. The rows around the one that
/// is looked at are kept as lightness, so that each pixel is mixed once and not nine times.
struct EdgeFinder {
  private let rows: PixelRows
  /// Three rows, the outermost pixels of each twice, so that all have neighbours on both sides.
  private var lightness: [UInt64]
  private let stride: Int
  /// Which row each of them is.
  private var numbers = [-1, -1, -1]
  private var near = 0...0

  init(_ rows: PixelRows) {
    self.rows = rows
    stride = rows.width + 2
    lightness = [UInt64](repeating: 0, count: 3 * stride)
  }

  /// Makes ready for the pixels of a row.
  mutating func move(to y: Int) {
    near = max(0, y - 1)...min(rows.height - 1, y + 1)
    for row in near where numbers[row % 3] != row { load(row) }
  }

  /// Whether a pixel is on an edge, in the row that was moved to.
  func isEdge(_ x: Int, _ y: Int) -> Bool {
    lightness.withUnsafeBufferPointer { lightness in
      let own = lightness[y % 3 * stride + x + 1]
      var darkest = own, lightest = own
      for row in near {
        let start = row % 3 * stride + x
        for index in start..<start + 3 {
          darkest = min(darkest, lightness[index])
          lightest = max(lightest, lightness[index])
        }
      }
      return darkest < own && own < lightest
    }
  }

  private mutating func load(_ row: Int) {
    numbers[row % 3] = row
    let start = row % 3 * stride, end = start + stride
    lightness.withUnsafeMutableBufferPointer { lightness in
      rows.lightness(of: row) { x, value in lightness[start &+ 1 &+ x] = value }
      lightness[start] = lightness[start + 1]
      lightness[end - 1] = lightness[end - 2]
    }
  }
}

extension PixelRows {
  /// Tells how light each pixel of a row is on white paper, in any unit.
  @inline(__always)
  fileprivate func lightness(of row: Int, _ body: (_ x: Int, _ value: UInt64) -> Void) {
    // Nothing here can overflow, and without checks it is done for several pixels at once.
    if depth == 8 {
      let row = base + row * width * 4
      for x in 0..<width {
        let pixel = UInt32(littleEndian: row.load(fromByteOffset: x &* 4, as: UInt32.self))
        let (red, green, blue) = (pixel & 0xff, pixel >> 8 & 0xff, pixel >> 16 & 0xff)
        let ink = 2 &* red &+ 5 &* green &+ blue, alpha = pixel >> 24
        body(x, UInt64(ink &* alpha &+ 8 &* 255 &* (255 &- alpha)))
      }
    } else {
      for x in 0..<width {
        let pixel = self[x, row]
        let ink = 2 &* pixel.red &+ 5 &* pixel.green &+ pixel.blue
        body(x, UInt64(ink &* pixel.alpha &+ 8 &* 65535 &* (65535 &- pixel.alpha)))
      }
    }
  }
}
