import Figures
import Foundation
import TestSupport
import Testing

/// A figure that was looked at and found good, kept under Goldens/ for others to be compared with.
///
/// PNG: no channel of a decoded pixel may differ by more than 8 of 255, which other versions of
/// Cairo's rasterizer stay within, and a moved line exceeds at once. SVG: the same elements, styles
/// and texts, points within 0.01 pt. PDF: the same words and metadata, and the same pixels, both by
/// the installed Poppler.
///
/// A failure leaves expected, actual and difference pictures in Failures/. To accept new figures
/// run the tests with ACTPLOT_RECORD_GOLDENS=1 and look at what git says has changed.
struct Golden {
  /// The path of the files below Goldens/, without extension.
  let name: String

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let directory = root.appending(path: "Tests/GoldenTests/Goldens")
  static let areRecorded =
    ProcessInfo.processInfo.environment["ACTPLOT_RECORD_GOLDENS"] == "1"
  private static let failures = root.appending(path: "Tests/GoldenTests/Failures")

  func file(_ format: ImageFormat) -> URL {
    Self.directory.appending(path: "\(name).\(format.rawValue)")
  }

  /// Compares a rendering of the request with the golden, or makes it the golden.
  func check(_ request: FigureRequest, as format: ImageFormat) throws {
    let actual = try request.render(as: format)
    if Self.areRecorded {
      try FileManager.default.createDirectory(
        at: file(format).deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual).write(to: file(format))
      return
    }
    let expected = Array(try Data(contentsOf: file(format)))
    guard let found = try Self.difference(of: actual, from: expected, format) else { return }
    let stem = name.replacing("/", with: "-")
    try FileManager.default.createDirectory(at: Self.failures, withIntermediateDirectories: true)
    for (kind, bytes, type) in [
      ("expected", expected, format), ("actual", actual, format),
      ("difference", found.picture ?? [], .png),
    ] where !bytes.isEmpty {
      let file = Self.failures.appending(path: "\(stem)-\(kind).\(type.rawValue)")
      try Data(bytes).write(to: file)
    }
    Issue.record("\(name).\(format.rawValue): \(found.words) See \(Self.failures.path)/.")
  }

  /// How two images differ, in words and if there are pixels in a picture; `nil` if they do not.
  static func difference(
    of actual: [UInt8], from expected: [UInt8], _ format: ImageFormat
  ) throws -> (words: String, picture: [UInt8]?)? {
    switch format {
    case .png: return try pixelDifference(of: actual, from: expected)
    case .svg:
      let new = try #require(SVGDocument(actual)), old = try #require(SVGDocument(expected))
      let differences = new.differences(from: old, tolerance: 0.01)
      return differences.isEmpty ? nil : (differences.joined(separator: " "), nil)
    case .pdf:
      for tool in ["pdftotext", "pdfinfo"] {
        let new = try PDFReader.output(tool, actual).split(separator: "\n")
        let old = try PDFReader.output(tool, expected).split(separator: "\n")
        let changes = new.filter { !old.contains($0) } + old.filter { !new.contains($0) }
        // The size of the file is not that of the figure.
        let words = changes.filter { !$0.hasPrefix("File size") }
        if !words.isEmpty { return ("\(tool) reads \(words).", nil) }
      }
      return try pixelDifference(
        of: try PDFReader.png(actual, dpi: 72), from: try PDFReader.png(expected, dpi: 72))
    }
  }

  private static func pixelDifference(
    of actual: [UInt8], from expected: [UInt8]
  ) throws -> (words: String, picture: [UInt8]?)? {
    let new = try #require(DecodedImage(png: actual))
    let old = try #require(DecodedImage(png: expected))
    let changed = new.differingPixels(from: old, tolerance: 8)
    if changed == 0 { return nil }
    let words =
      changed.map { "\($0) pixels differ." }
      ?? "\(old.width) x \(old.height) pixels became \(new.width) x \(new.height)."
    return (words, new.difference(from: old, tolerance: 8).png())
  }
}
