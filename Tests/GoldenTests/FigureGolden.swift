import Figures
import Foundation
import Goldens
import GoldenTesting
import TestSupport
import Testing

/// A figure that was looked at and found good, kept under Goldens/ for others to be compared with.
///
/// PNG and SVG may be off as far as another version of Cairo draws them. PDF: the same words and
/// metadata, and pixels as near, both by the installed Poppler.
struct FigureGolden {
  /// The path of the files below Goldens/, without extension.
  let name: String

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let directory = root.appending(path: "Tests/GoldenTests/Goldens")
  static let areRecorded = !["", "0", "false"].contains(
    ProcessInfo.processInfo.environment["ACTPLOT_RECORD_GOLDENS", default: ""])

  func file(_ format: ImageFormat) -> URL {
    Self.directory.appending(path: "\(name).\(format.rawValue)")
  }

  /// Compares renderings of the request with the goldens, or makes them the goldens.
  func check(
    _ request: any Drawing, as formats: [ImageFormat],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    expectGolden(
      request, named: name, as: formats.filter { $0 != .pdf }, tolerance: .otherMachine,
      sourceLocation: sourceLocation)
    guard formats.contains(.pdf) else { return }
    expectGolden(
      try request.render(as: .pdf), named: name, sourceLocation: sourceLocation,
      comparing: Self.pdfComparison)
  }

  /// How an image and its golden are compared here.
  static func comparison(
    of actual: [UInt8], with expected: [UInt8], _ format: ImageFormat
  ) throws -> Comparison {
    format == .pdf
      ? try pdfComparison(of: actual, with: expected)
      : try Comparison(of: actual, with: expected, tolerance: .otherMachine)
  }

  private static func pdfComparison(
    of actual: [UInt8], with expected: [UInt8]
  ) throws -> Comparison {
    if actual == expected { return try Comparison(of: actual, with: expected) }
    for tool in ["pdftotext", "pdfinfo"] {
      let new = try PDFReader.output(tool, actual).split(separator: "\n")
      let old = try PDFReader.output(tool, expected).split(separator: "\n")
      let changes = new.filter { !old.contains($0) } + old.filter { !new.contains($0) }
      // The size of the file is not that of the figure.
      let words = changes.filter { !$0.hasPrefix("File size") }
      if !words.isEmpty {
        return Comparison(
          type: .pdf, isEqual: false, findings: ["\(tool) reads \(words)."], severity: 1)
      }
    }
    return try comparison(
      of: try PDFReader.png(actual, dpi: 72), with: try PDFReader.png(expected, dpi: 72), .png)
  }
}
