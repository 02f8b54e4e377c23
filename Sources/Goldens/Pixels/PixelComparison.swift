/// How the pixels of two images of the same size differ.
public struct PixelComparison: Sendable, Hashable {
  /// The width of both in pixels.
  public let width: Int
  /// The height of both in pixels.
  public let height: Int
  /// How many pixels changed by more than is tolerated.
  public internal(set) var changedPixels = 0
  /// How many of them are on anti-aliased edges.
  public internal(set) var changedEdgePixels = 0
  /// How many pixels are not the same, tolerated or not.
  public internal(set) var unequalPixels = 0
  /// The smallest box around the changed pixels; `nil` if there are none.
  public internal(set) var changedBox: Box?
  /// The greatest distance of colours in OKLab, tolerated or not.
  public internal(set) var largestDifference = 0.0
  /// Where that is first found, and the colours there, as `#rrggbb`; `nil` if nothing differs.
  public internal(set) var largestChange: ColorChange?
  /// What most of the changed pixels beside edges became, where it is first found; `nil` if there
  /// are none.
  public internal(set) var commonestChange: ColorChange?
  /// How many changed pixels that is true of.
  public internal(set) var commonestCount = 0
  /// The most changed pixels in a square of 8 x 8.
  public internal(set) var pixelsInWindow = 0
  /// The top left corner of that square.
  public internal(set) var fullestWindow = Place(x: 0, y: 0)
  /// The root mean square of the differences of 8-bit channels, as matplotlib has it.
  public internal(set) var rms = 0.0

  /// A pixel, counted from 0 at the top left.
  public struct Place: Sendable, Hashable {
    /// The column.
    public let x: Int
    /// The row.
    public let y: Int
  }

  /// Pixels from the first to the last column and row.
  public struct Box: Sendable, Hashable {
    /// The first and the last column.
    public let columns: ClosedRange<Int>
    /// The first and the last row.
    public let rows: ClosedRange<Int>
  }

  /// A pixel whose colour became another.
  public struct ColorChange: Sendable, Hashable {
    /// Which pixel it is.
    public let place: Place
    /// The colour in the golden, as `#rrggbb`.
    public let expected: String
    /// The colour in the image.
    public let actual: String
  }

  /// The side of the square in which changed pixels are counted.
  public static let windowSide = 8

  /// The share of the pixels that changed, from 0 to 1.
  public var changedShare: Double { Double(changedPixels) / Double(width * height) }

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Compares two images.
  ///
  /// - Returns: `nil` for images of different sizes.
  public init?(
    of actual: RasterImage, with expected: RasterImage, tolerance: Tolerance = .exact
  ) {
    guard let compared = Self.compared(actual, expected, tolerance) else { return nil }
    self = compared.comparison
  }

  /// What is found, and what has changed pixel by pixel; no marks if nothing differs.
  static func compared(
    _ actual: RasterImage, _ expected: RasterImage, _ tolerance: Tolerance,
    _ ignored: IgnoredPixels = .none
  ) -> (comparison: PixelComparison, marks: PixelMarks?)? {
    guard actual.width == expected.width, actual.height == expected.height else { return nil }
    if actual.isSame(as: expected) {
      return (PixelComparison(width: expected.width, height: expected.height), nil)
    }
    let isWidened = actual.depth != expected.depth
    return actual.withRows(isWidened: isWidened) { new in
      expected.withRows(isWidened: isWidened) { old in
        var comparator = PixelComparator(new, old, tolerance, ignored)
        let channels = actual.isOpaque && expected.isOpaque ? 3 : 4
        return (comparator.run(channels: channels), comparator.marks)
      }
    }
  }
}

/// What has become of each pixel.
struct PixelMarks {
  enum Mark: UInt8 {
    case equal
    case tolerated
    /// Whatever it is.
    case ignored
    /// Where only one of two images of different sizes is.
    case onlyExpected
    case onlyActual
    // What has changed is behind all that has not.
    case changed
    case changedEdge
  }

  let width: Int
  let height: Int
  /// The raw values of marks, row by row from the top left.
  var values: [UInt8]
}
