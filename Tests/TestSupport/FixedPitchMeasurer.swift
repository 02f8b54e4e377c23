public import Typesetting

/// A font of equal letters: 0.6 em wide, 0.75 em high, 0.2 em deep.
public struct FixedPitchMeasurer: TextMeasurer {
  /// The font.
  public init() {}

  /// The room of the letters, whatever they are.
  public func measure(_ text: String, fontSize: Double, style: FontStyle) -> TextExtent {
    TextExtent(
      advance: 0.6 * fontSize * Double(text.count), ascent: 0.75 * fontSize,
      descent: 0.2 * fontSize)
  }
}

extension Glyphs {
  /// The room of the run, in letters of equal size.
  public var ink: Rectangle {
    Rectangle(
      left: origin.x, top: origin.y - 0.75 * fontSize * stretch,
      width: 0.6 * fontSize * Double(string.count), height: 0.95 * fontSize * stretch)
  }
}

/// Whether two lengths in points are the same but for rounding.
public func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-9 }
