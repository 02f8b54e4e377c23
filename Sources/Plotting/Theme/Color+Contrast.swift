internal import Glibc

extension Color {
  /// Red, green and blue in proportion to light, 0 to 1 (IEC 61966-2-1).
  var linear: [Double] {
    [red, green, blue].map { byte in
      let part = Double(byte) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
  }

  private var luminance: Double {
    zip(linear, [0.2126, 0.7152, 0.0722]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The contrast of WCAG 2, from 1 for equal colours to 21 for black and white.
  func contrast(with other: Color) -> Double {
    let luminances = [luminance, other.luminance]
    return ((luminances.max() ?? 0) + 0.05) / ((luminances.min() ?? 0) + 0.05)
  }

  /// This colour if text in it is read on `ground`, and otherwise black or white, of which one
  /// always is: their contrasts multiply to 21, and 4.5 is enough.
  func readable(on ground: Color) -> Color {
    if contrast(with: ground) >= 4.5 { return self }
    let black = Color(0x000000), white = Color(0xffffff)
    return black.contrast(with: ground) >= white.contrast(with: ground) ? black : white
  }

  /// The colour at a part of the way to another, 0 to 1, each channel by itself.
  package func mixed(with other: Color, part: Double) -> Color {
    func channel(_ own: UInt8, _ others: UInt8) -> UInt32 {
      let start = Double(own), way = Double(others) - start
      return UInt32((start + way * part).rounded())
    }
    let channels = [
      channel(red, other.red), channel(green, other.green), channel(blue, other.blue),
    ]
    return Color(channels.reduce(0) { $0 << 8 | $1 })
  }
}
