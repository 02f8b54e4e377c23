/// A comparison of two images of the same type.
public struct Comparison: Sendable {
  /// The type of both.
  public let type: ImageType
  /// Whether the images differ by no more than is tolerated.
  public let isEqual: Bool
  /// How the images differ, in sentences, the most important first, also where that is tolerated.
  /// Empty if nothing differs.
  public let findings: [String]
  /// How bad it is, from 0 for no difference to 1 for images that have nothing in common: the share
  /// of what has changed, weighted by how much for pixels.
  public let severity: Double
  /// What was found of pixels, if the images are PNG, or PDF that was drawn, and of the same size; of
  /// several pages that of the first that differs.
  public let pixels: PixelComparison?
  /// What was found of shapes, if the images are SVG.
  public let shapes: SVGComparison?
  /// What was to be left out, and how much that was.
  public let leftOut: [LeftOut]
  private var pair: Pair?
  private var drawn: Picture?

  /// How an image is compared with its golden; throws why they cannot be.
  package typealias Rule =
    @Sendable (_ actual: [UInt8], _ expected: [UInt8], _ places: MarkPlaces) throws -> Comparison

  /// What differs; kept as it came, because pixels would take a hundred times as much memory.
  struct Pair: Sendable {
    let actual: [UInt8]
    let expected: [UInt8]
    var rule = PixelRule(tolerance: .exact)
  }

  /// A picture as the bytes of a file.
  public struct Picture: Sendable {
    /// Of which type it is.
    public let type: ImageType
    /// How two images of different sizes are laid upon each other in it, as in “aligned by the axes”;
    /// `nil` if both have one size.
    public let alignment: String?
    /// The file.
    public var bytes: [UInt8] { content.bytes }
    private let content: ImageBytes

    init(type: ImageType, bytes: [UInt8], alignment: String? = nil) {
      self.init(type: type, content: .inMemory(bytes), alignment: alignment)
    }

    private init(type: ImageType, content: ImageBytes, alignment: String?) {
      (self.type, self.content, self.alignment) = (type, content, alignment)
    }

    /// The same, put away.
    fileprivate func kept(in store: ImageSpool) -> Picture {
      Picture(type: type, content: store.put(bytes), alignment: alignment)
    }
  }

  /// Compares an image with its golden.
  ///
  /// PDFs are compared by the pixels that Poppler's `pdftocairo` draws at 150 to the inch, where it is
  /// found on the `PATH`, and byte by byte otherwise; `findings` says which.
  ///
  /// - Parameters:
  ///   - ignoring: What is left out of both; `leftOut` has how much that was.
  ///   - places: The SVGs of both, by which marks that are ignored are found in pixels. One of them
  ///     does if marks did not move.
  /// - Throws: `ImageError` if one of them cannot be read, they are of different types, or marks are to
  ///   be ignored and nothing says where they are.
  public init(
    of actual: [UInt8], with expected: [UInt8], tolerance: Tolerance = .exact,
    ignoring: [Ignored] = [], places: MarkPlaces = MarkPlaces()
  ) throws(ImageError) {
    let type = try ImageType.common(of: actual, and: expected)
    var rule = PixelRule(tolerance: tolerance, ignoring: ignoring, places: places)
    let isSame = actual == expected
    let pair = isSame ? nil : Pair(actual: actual, expected: expected, rule: rule)
    switch type {
    case .png:
      let found = try rule.compare(actual, expected)
      self.init(
        type: type, isEqual: found.isEqual, findings: found.findings, severity: found.severity,
        pixels: found.pixels, leftOut: found.leftOut, pair: pair)
    case .svg:
      let found = try SVGComparison(
        of: actual, with: expected, tolerance: tolerance, ignoring: ignoring)
      self.init(
        type: type, isEqual: found.changes.isEmpty,
        findings: found.changes.map(\.sentence) + found.notes, severity: found.changedShare,
        shapes: found.withoutDrawing, leftOut: found.leftOut, pair: pair)
    case .pdf:
      guard !isSame else {
        self.init(type: type, isEqual: true, findings: [], severity: 0, pair: nil)
        return
      }
      rule.scale = Double(PageRenderer.dpi) / 72
      let found = try PageComparison(actual, expected, rule)
      self.init(
        type: type, isEqual: found.isEqual, findings: found.findings, severity: found.severity,
        pixels: found.pixels, leftOut: found.leftOut,
        pair: found.pair.map { Pair(actual: $0.actual, expected: $0.expected, rule: rule) })
    }
  }

  /// The golden with what has changed marked, as a PNG of pixels and an SVG of shapes; `nil` if nothing
  /// has or it cannot be shown, as of PDFs that nothing draws. It is drawn anew each time, unless it
  /// was drawn before.
  public var difference: Picture? {
    if let drawn { return drawn }
    guard let pair else { return nil }
    guard type == .svg else { return pair.rule.difference(pair.actual, pair.expected) }
    let comparison = try? SVGComparison(
      of: pair.actual, with: pair.expected, tolerance: pair.rule.tolerance,
      ignoring: pair.rule.ignoring)
    return comparison?.picture
  }

  /// A comparison that was made elsewhere.
  package init(
    type: ImageType, isEqual: Bool, findings: [String], severity: Double
  ) {
    self.init(type: type, isEqual: isEqual, findings: findings, severity: severity, pair: nil)
  }

  init(
    type: ImageType, isEqual: Bool, findings: [String], severity: Double,
    pixels: PixelComparison? = nil, shapes: SVGComparison? = nil, leftOut: [LeftOut] = [],
    pair: Pair?
  ) {
    self.type = type
    self.isEqual = isEqual
    self.findings = findings
    self.severity = severity
    self.pixels = pixels
    self.shapes = shapes
    self.leftOut = leftOut
    self.pair = pair
  }
}

extension Comparison {
  /// The same with its difference drawn and put away; what it is drawn from is forgotten.
  func kept(in store: ImageSpool) -> Comparison {
    var comparison = self
    comparison.drawn = difference?.kept(in: store)
    comparison.pair = nil
    return comparison
  }

  /// The same without what the difference is drawn from.
  var withoutImages: Comparison {
    var comparison = self
    comparison.pair = nil
    comparison.drawn = nil
    return comparison
  }
}
