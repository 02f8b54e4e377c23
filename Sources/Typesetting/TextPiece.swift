/// A part of a line of text.
public enum TextPiece: Sendable, Hashable {
  /// Characters that follow each other on a baseline of their own.
  case glyphs(Glyphs)
  /// A filled bar, as between numerator and denominator.
  case rule(Rectangle)
  /// A filled polygon, as of a hat over several letters.
  case area([Point])
}

/// Characters of one font size on one baseline, from left to right.
public struct Glyphs: Sendable, Hashable {
  /// The characters.
  public var string: String
  /// The em in points.
  public var fontSize: Double
  /// Whether the letters lean.
  public var style: FontStyle
  /// The left end of the baseline.
  public var origin: Point
  /// How many times higher than they are the glyphs are drawn, from the baseline; for brackets
  /// around something high.
  public var stretch: Double
  /// How much thicker than they are the strokes of the letters are drawn, in points; for bold letters,
  /// which many fonts do not have of mathematics.
  public var emboldening = 0.0

  /// Characters at the origin of their line, unless placed elsewhere.
  public init(
    string: String, fontSize: Double, style: FontStyle = .upright,
    origin: Point = Point(x: 0, y: 0), stretch: Double = 1
  ) {
    self.string = string
    self.fontSize = fontSize
    self.style = style
    self.origin = origin
    self.stretch = stretch
  }
}
