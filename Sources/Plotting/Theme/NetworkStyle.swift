/// How the diagrams of networks look: a part of a theme. Lengths are points.
///
/// As made, it is the look of the multilayer perceptron that Dive into Deep Learning publishes.
public struct NetworkStyle: Sendable, Hashable {
  /// The look that Dive into Deep Learning publishes.
  public init() {}

  // MARK: Units

  /// The radius of a unit, to the middle of its edge.
  public var radius = 11.852_736_75
  /// How the edge of a unit is drawn.
  public var edge = StrokeStyle(color: Color(0x000000), width: 0.929_626_411_815_812_4)
  /// The area of inputs and outputs.
  public var outerFill = Color(0xb2d9ff)
  /// The area of hidden units.
  public var hiddenFill = Color(0x66bfff)
  /// The area of biases.
  public var biasFill = Color(0xffffff)
  /// How the edge, the cross and the name of a dropped unit are drawn.
  public var dropped = StrokeStyle(
    color: Color(0x6b6b6b), width: 0.929_626_411_815_812_4, dashes: [2.4, 1.6])
  /// The areas of units with a value: the least below 0, 0, and the greatest above it.
  public var valueFills = ValueFills(
    negative: Color(0xe8823a), zero: Color(0xffffff), positive: Color(0x2a7fc0))

  // MARK: Distances

  /// Between the centres of the units of a layer that has few.
  public var wideSpacing = 49.154
  /// Between the centres of the units of a layer that has more than `mostSpacedWidely`.
  public var spacing = 42.4142
  /// The most units, biases and gaps that stand `wideSpacing` apart.
  public var mostSpacedWidely = 4
  /// Between the centres of neighbouring layers; more where arrows would touch units otherwise.
  public var layerDistance = 56.707_21
  /// Between the captions and the units beside them.
  public var captionDistance = 28.7

  // MARK: Text

  /// The em of the names of units; names that are too long for their unit are smaller.
  public var labelSize = 9.0
  /// From the centre of a unit down to the baseline of its name.
  public var labelDrop = 1.5
  /// The em of captions.
  public var captionSize = 9.0
  /// From the middle of a layer down to the baseline of its caption.
  public var captionDrop = 2.5
  /// The em of what stands below a caption, and of keys.
  public var detailSize = 7.5

  // MARK: Connections

  /// The most connections between two layers that are drawn as wide as said here; of more, all are
  /// thinner, so that white remains between them.
  public var mostWideConnections = 40
  /// How connections are drawn.
  public var connection = StrokeStyle(
    color: Color(0x000000), width: 0.929_626_411_815_812_4)
  /// The length of an arrowhead, in widths of its line.
  public var headLength = 4.0
  /// From the line to the end of a barb, in widths of the line.
  public var headHalfWidth = 1.5
  /// How connections of dropped units are drawn where they are.
  public var droppedConnection = StrokeStyle(
    color: Color(0xb5b5b5), width: 0.6, dashes: [2, 2])
  /// How a connection of the largest weight above 0 is drawn; others are thinner in proportion.
  public var positive = StrokeStyle(color: Color(0x1f77b4), width: 2.4)
  /// How a connection of the weight furthest below 0 is drawn.
  public var negative = StrokeStyle(color: Color(0xc8501a), width: 2.4)
  /// How a connection of weight 0 is drawn; no line is thinner.
  public var zero = StrokeStyle(color: Color(0xa0a0a0), width: 0.3)

  /// The colours between which those of values are mixed.
  public struct ValueFills: Sendable, Hashable {
    /// Of the least value below 0.
    public var negative: Color
    /// Of 0.
    public var zero: Color
    /// Of the greatest value above 0.
    public var positive: Color

    /// Three colours, between which others are mixed in proportion.
    public init(negative: Color, zero: Color, positive: Color) {
      self.negative = negative
      self.zero = zero
      self.positive = positive
    }
  }
}

extension NetworkStyle {
  /// The same look around text of another size: a unit has room for its name.
  func scaled(text factor: Double) -> NetworkStyle {
    var style = self
    for length in Self.lengths { style[keyPath: length] *= factor }
    return style
  }

  /// The same look with all lines multiplied; an arrowhead grows with its line.
  func scaled(lines factor: Double) -> NetworkStyle {
    var style = self
    for line in Self.lines { style[keyPath: line] = style[keyPath: line].scaled(by: factor) }
    return style
  }

  /// The same look where so many connections are between two layers.
  func thinned(forConnections count: Int) -> NetworkStyle {
    let factor = max(0.35, min(1, Double(mostWideConnections) / Double(count)).squareRoot())
    var style = self
    for line in Self.connections { style[keyPath: line] = style[keyPath: line].scaled(by: factor) }
    return style
  }

  private static var lengths: [WritableKeyPath<NetworkStyle, Double>] {
    [
      \.radius, \.wideSpacing, \.spacing, \.layerDistance, \.captionDistance, \.labelSize,
      \.labelDrop, \.captionSize, \.captionDrop, \.detailSize,
    ]
  }

  private static var lines: [WritableKeyPath<NetworkStyle, StrokeStyle>] {
    [\.edge, \.dropped] + connections
  }

  private static var connections: [WritableKeyPath<NetworkStyle, StrokeStyle>] {
    [\.connection, \.droppedConnection, \.positive, \.negative, \.zero]
  }

  /// The area of a unit with a value, given as a part of the value furthest from 0: -1 to 1.
  func fill(ofPart part: Double) -> Color {
    valueFills.zero.mixed(
      with: part < 0 ? valueFills.negative : valueFills.positive, part: part.magnitude)
  }
}
