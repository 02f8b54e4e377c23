internal import Plotting

/// The number of an element of a scene, told to Cairo in the colour that it is drawn in and read again
/// from the SVG that Cairo writes.
///
/// Cairo leaves out what does not show, and writes one path for what is filled and then stroked, so
/// that which path draws what cannot be told by counting. The colours of a scene have 8 bits a channel,
/// and Cairo writes a hundred-millionth of each: a number is hidden far below a level of 255, and is
/// taken out again with its digits.
enum ElementNumber {
  /// What one is of a channel that goes from 0 to 1; ten times what Cairo writes.
  private static let step = 1e-7
  /// What red carries before green carries one; all of it is two fifths of half a level.
  private static let base = 8192

  /// Red and green of a colour, from 0 to 1, with a number in them; none is 0.
  static func hide(_ number: Int, in color: Color) -> (red: Double, green: Double) {
    func channel(_ level: UInt8, _ digit: Int) -> Double {
      // Channels end at 0 and 1.
      Double(level) / 255 + Double(level < 128 ? digit : -digit) * step
    }
    return (channel(color.red, number % base), channel(color.green, number / base))
  }

  /// The number in two channels, in percent.
  static func number(red: Double, green: Double) -> Int {
    func digit(_ percent: Double) -> Int {
      Int(((percent / 100 - Double(level(percent)) / 255).magnitude / step).rounded())
    }
    return digit(red) + digit(green) * base
  }

  /// The nearest of 256 levels to a channel in percent.
  static func level(_ percent: Double) -> Int { Int((min(max(percent, 0), 100) * 2.55).rounded()) }
}
