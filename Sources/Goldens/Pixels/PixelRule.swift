/// How two PNGs are compared.
struct PixelRule {
  var tolerance: Tolerance
  var ignoring: [Ignored] = []
  /// By what marks are found.
  var places = MarkPlaces()
  /// How many pixels one of the units is that regions are in.
  var scale = 1.0

  /// What was found of a pair.
  struct Found {
    var isEqual: Bool
    var findings: [String]
    var severity: Double
    var pixels: PixelComparison?
    var leftOut: [LeftOut]
  }

  /// Decodes and compares, once there is memory for it.
  func compare(_ actual: [UInt8], _ expected: [UInt8]) throws(ImageError) -> Found {
    try PixelBudget.shared.spending(PNGHeader.decodedBytes(actual, expected)) {
      () throws(ImageError) in
      let new = try PairPart.image.read { () throws(ImageError) in try RasterImage(png: actual) }
      // A golden that is the image to the byte has not to be decoded as well.
      let old =
        actual == expected
        ? new
        : try PairPart.golden.read { () throws(ImageError) in try RasterImage(png: expected) }
      var ignored = IgnoredPixels.none
      if new.width == old.width, new.height == old.height {
        ignored = try ignoredPixels(old, isSame: actual == expected)
      }
      let pixels = PixelComparison.compared(new, old, tolerance, ignored)?.comparison
      var (isEqual, findings) =
        pixels?.judged(by: tolerance)
        ?? (
          false,
          [
            "The size of \(old.width) x \(old.height) pixels became \(new.width) x \(new.height)."
          ]
        )
      let said = PNGDeclarations(expected), says = PNGDeclarations(actual)
      let changes = said.changes(to: says)
      findings += changes
      isEqual = isEqual && changes.isEmpty
      if isEqual, let doubt = said.doubt(about: says) { throw ImageError(doubt) }
      // Colours that are said to be others, and frames, change what is nowhere measured.
      let isMeasured = isEqual || pixels.map { $0.changedPixels > 0 } ?? false
      let severity =
        isMeasured ? pixels.map { min(1, $0.changedShare * $0.largestDifference) } ?? 1 : 1
      return Found(
        isEqual: isEqual, findings: findings, severity: severity, pixels: pixels,
        leftOut: ignored.leftOut)
    }
  }

  /// - Parameter isSame: Whether the images are one to the byte, so that no mark need be found.
  private func ignoredPixels(
    _ image: RasterImage, isSame: Bool
  ) throws(ImageError) -> IgnoredPixels {
    let isUnplaced = places.actual == nil && places.expected == nil
    let ignoring = isSame && isUnplaced ? ignoring.filter { !$0.isOfMarks } : ignoring
    return try IgnoredPixels(
      ignoring, width: image.width, height: image.height, scale: scale, places)
  }

  /// What has changed as a PNG, once there is memory for it; `nil` if it cannot be drawn, or nothing
  /// has.
  func difference(_ actual: [UInt8], _ expected: [UInt8]) -> Comparison.Picture? {
    // Pictures of two sizes are laid upon a page that has both.
    let memory = PNGHeader.decodedBytes(actual, expected, actual, expected)
    return PixelBudget.shared.spending(memory) {
      guard let new = try? RasterImage(png: actual), let old = try? RasterImage(png: expected)
      else { return nil }
      guard new.width == old.width, new.height == old.height else {
        return SizeDifference(new, old, tolerance).picture
      }
      let ignored = try? ignoredPixels(old, isSame: false)
      let marks = PixelComparison.compared(new, old, tolerance, ignored ?? .none)?.marks
      return marks.flatMap { DifferencePicture($0, on: old).png() }
        .map { Comparison.Picture(type: .png, bytes: $0) }
    }
  }
}

extension PNGHeader {
  /// How much memory the pixels of images take.
  fileprivate static func decodedBytes(_ images: [UInt8]...) -> Int {
    images.reduce(0) { $0 + (PNGHeader($1)?.decodedBytes ?? 0) }
  }
}
