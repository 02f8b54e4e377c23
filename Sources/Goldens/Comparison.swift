internal import Wording

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
  /// What was found of pixels, if the images are PNG and of the same size.
  public let pixels: PixelComparison?
  /// What was found of shapes, if the images are SVG.
  public let shapes: SVGComparison?
  private var pair: Pair?
  private var drawn: Picture?

  /// How an image is compared with its golden; throws why they cannot be.
  package typealias Rule =
    @Sendable (_ actual: [UInt8], _ expected: [UInt8]) throws -> Comparison

  /// What differs; kept as it came, because pixels would take a hundred times as much memory.
  struct Pair: Sendable {
    let actual: [UInt8]
    let expected: [UInt8]
    let tolerance: Tolerance
  }

  /// A picture as the bytes of a file.
  public struct Picture: Sendable {
    /// Of which type it is.
    public let type: ImageType
    /// The file.
    public var bytes: [UInt8] { content.bytes }
    private let content: ImageBytes

    init(type: ImageType, bytes: [UInt8]) {
      self.init(type: type, content: .inMemory(bytes))
    }

    fileprivate init(type: ImageType, content: ImageBytes) {
      self.type = type
      self.content = content
    }
  }

  /// Compares an image with its golden.
  ///
  /// - Throws: `ImageError` if one of them cannot be read or they are of different types.
  public init(
    of actual: [UInt8], with expected: [UInt8], tolerance: Tolerance = .exact
  ) throws(ImageError) {
    type = try ImageType.common(of: actual, and: expected)
    pair = actual == expected ? nil : Pair(actual: actual, expected: expected, tolerance: tolerance)
    switch type {
    case .png:
      let found = try Self.comparePixels(actual, expected, tolerance)
      pixels = found.pixels
      shapes = nil
      (isEqual, findings) = found.judged
      // Colours that are said to be others, and frames, change what is nowhere measured.
      let isMeasured = isEqual || pixels.map { $0.changedPixels > 0 } ?? false
      severity =
        isMeasured ? pixels.map { min(1, $0.changedShare * $0.largestDifference) } ?? 1 : 1
    case .svg:
      let comparison = try SVGComparison(of: actual, with: expected, tolerance: tolerance)
      (pixels, shapes) = (nil, comparison.withoutDrawing)
      findings = comparison.changes.map(\.sentence) + comparison.notes
      isEqual = comparison.changes.isEmpty
      severity = comparison.changedShare
    case .pdf:
      (pixels, shapes) = (nil, nil)
      isEqual = actual == expected
      severity = isEqual ? 0 : 1
      findings =
        isEqual
        ? []
        : [
          "The PDF of \(grouped(expected.count)) bytes became another, of"
            + " \(grouped(actual.count)); of PDF only the bytes are compared."
        ]
    }
  }

  /// The golden with what has changed marked; `nil` if nothing has or it cannot be shown, as where
  /// sizes differ. It is drawn anew each time, unless it was drawn before.
  public var difference: Picture? {
    if let drawn { return drawn }
    guard let pair else { return nil }
    switch type {
    case .png:
      guard let bytes = pair.pixelDifference else { return nil }
      return Picture(type: .png, bytes: bytes)
    case .svg:
      let comparison = try? SVGComparison(
        of: pair.actual, with: pair.expected, tolerance: pair.tolerance)
      return comparison?.difference.map { Picture(type: .svg, bytes: $0) }
    case .pdf: return nil
    }
  }

  /// A comparison that was made elsewhere.
  package init(
    type: ImageType, isEqual: Bool, findings: [String], severity: Double
  ) {
    self.init(
      type: type, isEqual: isEqual, findings: findings, severity: severity, pixels: nil, pair: nil)
  }

  init(
    type: ImageType, isEqual: Bool, findings: [String], severity: Double,
    pixels: PixelComparison? = nil, shapes: SVGComparison? = nil, pair: Pair?
  ) {
    self.type = type
    self.isEqual = isEqual
    self.findings = findings
    self.severity = severity
    self.pixels = pixels
    self.shapes = shapes
    self.pair = pair
  }
}

extension Comparison {
  /// Decodes and compares, once there is memory for it.
  private static func comparePixels(
    _ actual: [UInt8], _ expected: [UInt8], _ tolerance: Tolerance
  ) throws(ImageError) -> (pixels: PixelComparison?, judged: (isEqual: Bool, findings: [String])) {
    try PixelBudget.shared.spending(decodedBytes(actual, expected)) { () throws(ImageError) in
      let new = try PairPart.image.read { () throws(ImageError) in try RasterImage(png: actual) }
      // A golden that is the image to the byte has not to be decoded as well.
      let old =
        actual == expected
        ? new
        : try PairPart.golden.read { () throws(ImageError) in try RasterImage(png: expected) }
      let pixels = PixelComparison(of: new, with: old, tolerance: tolerance)
      var judged =
        pixels?.judged(by: tolerance) ?? (isEqual: false, findings: [old.became(new)])
      let said = PNGDeclarations(expected), says = PNGDeclarations(actual)
      let changes = said.changes(to: says)
      judged.findings += changes
      judged.isEqual = judged.isEqual && changes.isEmpty
      if judged.isEqual, let doubt = said.doubt(about: says) { throw ImageError(doubt) }
      return (pixels, judged)
    }
  }

  /// How much memory the pixels of images take.
  private static func decodedBytes(_ images: [UInt8]...) -> Int {
    images.reduce(0) { $0 + (PNGHeader($1)?.decodedBytes ?? 0) }
  }

  /// The same with its difference drawn and put away; what it is drawn from is forgotten.
  func kept(in store: ImageSpool) -> Comparison {
    var comparison = self
    comparison.drawn = difference.map {
      Picture(type: $0.type, content: store.put($0.bytes))
    }
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

extension Comparison.Pair {
  /// What has changed of pixels as a PNG, once there is memory for it; `nil` if it cannot be drawn.
  fileprivate var pixelDifference: [UInt8]? {
    PixelBudget.shared.spending(Comparison.decodedBytes(actual, expected)) {
      guard let (marks, old) = markedGolden else { return nil }
      return DifferencePicture(marks, on: old).png()
    }
  }

  /// The golden, and what has changed in it. The image is not needed any more then.
  private var markedGolden: (PixelMarks, RasterImage)? {
    guard let new = try? RasterImage(png: actual), let old = try? RasterImage(png: expected),
      let marks = PixelComparison.compared(new, old, tolerance)?.marks
    else { return nil }
    return (marks, old)
  }
}

extension RasterImage {
  fileprivate func became(_ other: RasterImage) -> String {
    "The size of \(width) x \(height) pixels became \(other.width) x \(other.height)."
  }
}
