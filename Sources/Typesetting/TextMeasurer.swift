/// Knows how much room text takes. The renderer implements it, tests replace it.
public protocol TextMeasurer {
  /// The extent of a line of plain text around the left end of its baseline.
  ///
  /// - Parameters:
  ///   - fontSize: The em in points.
  ///   - style: Whether the letters lean.
  /// - Throws: An error for text that cannot be drawn.
  func measure(_ text: String, fontSize: Double, style: FontStyle) throws -> TextExtent
}

/// How the letters of a line stand.
public enum FontStyle: Sendable, Hashable {
  /// As the font has them.
  case upright
  /// Slanted, as the variables of mathematics are.
  case italic
}

/// The room that a line of text takes, in points.
public struct TextExtent: Sendable, Hashable {
  /// From the origin to where the next text would start.
  public var advance: Double
  /// From the baseline up to the highest ink; below 0 if all of it is under the baseline.
  public var ascent: Double
  /// From the baseline down to the lowest ink; below 0 if all of it is above the baseline.
  public var descent: Double
  /// From the end of the advance to the rightmost ink; below 0 if the ink ends before.
  public var overhang: Double

  /// From the lowest point to the highest.
  package var height: Double { ascent + descent }

  /// The extent of a line of text, in points.
  public init(advance: Double, ascent: Double, descent: Double, overhang: Double = 0) {
    self.advance = advance
    self.ascent = ascent
    self.descent = descent
    self.overhang = overhang
  }
}
