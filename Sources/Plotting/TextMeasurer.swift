/// Knows how much room text takes. The renderer implements it, tests replace it.
public protocol TextMeasurer {
  /// The extent of a line of text around the left end of its baseline.
  ///
  /// - Parameter fontSize: The em in points.
  /// - Throws: An error for text that cannot be drawn.
  func measure(_ text: String, fontSize: Double) throws -> TextExtent
}

/// The room that a line of text takes, in points.
public struct TextExtent: Sendable, Hashable {
  /// From the origin to where the next text would start.
  public var advance: Double
  /// From the baseline up to the highest ink.
  public var ascent: Double
  /// From the baseline down to the lowest ink.
  public var descent: Double

  /// The extent of a line of text, in points.
  public init(advance: Double, ascent: Double, descent: Double) {
    self.advance = advance
    self.ascent = ascent
    self.descent = descent
  }
}
