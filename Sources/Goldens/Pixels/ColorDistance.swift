internal import Glibc

extension Pixel {
  /// The colour as `#rrggbb`, with its opacity behind it where there is one.
  func name(largest: Int) -> String {
    func hex(_ sample: Int) -> String {
      let value = sample * 255 / largest
      return (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    let color = "#\(hex(red))\(hex(green))\(hex(blue))"
    return alpha == largest
      ? color : "\(color) at \((alpha * 100 + largest / 2) / largest) % opacity"
  }
}

/// A number of a pair of pixels, of which any low bits are spread well.
func pairHash(_ a: Pixel, _ b: Pixel) -> Int {
  let mixed = (a.bits &* 0x9e37_79b9_7f4a_7c15) ^ (b.bits &* 0xc2b2_ae3d_27d4_eb4f)
  return Int(truncatingIfNeeded: mixed >> 40)
}

/// Distances of colours in OKLab with the lightness of CIELAB; see `Tolerance`.
///
/// The matrices are those of Ottosson's publication. OKLab's cube roots are infinitely steep at
/// black, so that one level of 255 beside it would count as much as twenty beside grey; the toe that
/// he proposes for the lightness, Lr, still leaves it five. CIELAB's own roots, which are straight
/// below 0.9 % of the light, take the place of the cube roots, and so the colour of near black
/// counts no more than its lightness does.
struct ColorDistance {
  private let largest: Int
  private let linear: [Float]
  private var known: [Known]

  /// A pair of pixels and its distance; plots have few colours, and so few pairs.
  private struct Known {
    var a: UInt64 = 0
    var b: UInt64 = 0
    var distance: Float = 0
  }

  private static var slots: Int { 4096 }
  private static let byteTable = table(255)
  private static let deepTable = table(65535)

  /// - Parameter largest: The sample that is all of a colour: 255 or 65535.
  init(largest: Int) {
    self.largest = largest
    linear = largest == 255 ? Self.byteTable : Self.deepTable
    known = [Known](repeating: Known(), count: Self.slots)
  }

  /// How much light each sample is.
  private static func table(_ largest: Int) -> [Float] {
    (0...largest).map { sample in
      let value = Float(sample) / Float(largest)
      return value <= 0.04045 ? value / 12.92 : powf((value + 0.055) / 1.055, 2.4)
    }
  }

  /// The distance of two pixels: on paper, where they are not opaque, the greater of those on white
  /// and on black.
  mutating func callAsFunction(_ a: Pixel, _ b: Pixel) -> Float {
    let slot = pairHash(a, b) & (Self.slots - 1)
    if known[slot].a == a.bits, known[slot].b == b.bits { return known[slot].distance }
    var distance = distance(a, b, paper: largest)
    if a.alpha != largest || b.alpha != largest {
      distance = max(distance, self.distance(a, b, paper: 0))
    }
    known[slot] = Known(a: a.bits, b: b.bits, distance: distance)
    return distance
  }

  private func distance(_ a: Pixel, _ b: Pixel, paper: Int) -> Float {
    let offset = lab(a, paper) - lab(b, paper)
    return (offset * offset).sum().squareRoot()
  }

  /// The lightness and the two axes of colour of a pixel on paper of which every channel is `paper`.
  private func lab(_ pixel: Pixel, _ paper: Int) -> SIMD3<Float> {
    let alpha = pixel.alpha
    func light(_ sample: Int) -> Float {
      alpha == largest
        ? linear[sample]
        : linear[(sample * alpha + paper * (largest - alpha) + largest / 2) / largest]
    }
    let red = light(pixel.red), green = light(pixel.green), blue = light(pixel.blue)
    let cones =
      red * SIMD3<Float>(0.412_221_470_8, 0.211_903_498_2, 0.088_302_461_9)
      + green * SIMD3<Float>(0.536_332_536_3, 0.680_699_545_1, 0.281_718_837_6)
      + blue * SIMD3<Float>(0.051_445_992_9, 0.107_396_956_6, 0.629_978_700_5)
    let roots = lightnessRoots(cones)
    // The first row is larger by 1.16, which is from black to white again what straight roots have
    // taken of it; the other two take the same roots of grey for nothing.
    return roots.x * SIMD3<Float>(1.16 * 0.210_454_255_3, 1.977_998_495_1, 0.025_904_037_1)
      + roots.y * SIMD3<Float>(1.16 * 0.793_617_785_0, -2.428_592_205_0, 0.782_771_766_2)
      + roots.z * SIMD3<Float>(1.16 * -0.004_072_046_8, 0.450_593_709_9, -0.808_675_766_0)
  }
}

/// The roots from which CIELAB makes lightness: cube roots, and below (6/29)³ the straight line that
/// goes on from them, which is 4/29 at 0.
@inline(__always) private func lightnessRoots(_ numbers: SIMD3<Float>) -> SIMD3<Float> {
  let delta: Float = 6.0 / 29
  let line = numbers / (3 * delta * delta) + 4.0 / 29
  return line.replacing(
    with: cubeRoots(numbers), where: numbers .> SIMD3(repeating: delta * delta * delta))
}

/// The cube roots of three numbers from 0 to 1, to about a rounding, at once: the C library takes
/// them one by one, and of a large picture where every pixel differs that is most of the time.
///
/// A third of the exponent is a first guess, which two steps of Halley's method make exact.
@inline(__always) private func cubeRoots(_ numbers: SIMD3<Float>) -> SIMD3<Float> {
  let bits = SIMD3<UInt32>(
    numbers.x.bitPattern, numbers.y.bitPattern, numbers.z.bitPattern)
  let guess = bits / 3 &+ 0x2a51_37a0
  var root = SIMD3<Float>(
    Float(bitPattern: guess.x), Float(bitPattern: guess.y), Float(bitPattern: guess.z))
  for _ in 0..<2 {
    let cube = root * root * root
    root *= (cube + 2 * numbers) / (2 * cube + numbers)
  }
  return root
}
