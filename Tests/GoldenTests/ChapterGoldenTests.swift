import Figures
import Foundation
import TestSupport
import Testing

/// The chapter's six figures against the goldens in Goldens/.
///
/// PNG: no channel of a decoded pixel may differ by more than 8 of 255, which other versions of
/// Cairo's rasterizer stay within, and a moved line exceeds at once. SVG: the same elements, styles
/// and texts, points within 0.01 pt.
///
/// A failure leaves expected, actual and difference pictures in Failures/. To accept new figures
/// run the tests with ACTPLOT_RECORD_GOLDENS=1 and look at what git says has changed.
@Suite struct ChapterGoldenTests {
  @Test(arguments: Chapter.figures)
  func png(_ request: FigureRequest) throws {
    try compare(request, .png) { actual, expected in
      let new = try #require(DecodedImage(png: actual))
      let old = try #require(DecodedImage(png: expected))
      let changed = new.differingPixels(from: old, tolerance: 8)
      if changed == 0 { return nil }
      let difference = new.difference(from: old, tolerance: 8).png()
      return (
        changed.map { "\($0) pixels differ." }
          ?? "\(old.width) x \(old.height) pixels became \(new.width) x \(new.height).",
        difference
      )
    }
  }

  @Test(arguments: Chapter.figures)
  func svg(_ request: FigureRequest) throws {
    try compare(request, .svg) { actual, expected in
      let new = try #require(SVGDocument(actual)), old = try #require(SVGDocument(expected))
      let differences = new.differences(from: old, tolerance: 0.01)
      return differences.isEmpty ? nil : (differences.joined(separator: " "), nil)
    }
  }

  /// What the README shows is what the program draws.
  @Test(arguments: Chapter.figures)
  func outputIsUpToDate(_ request: FigureRequest) throws {
    for format in ImageFormat.standard {
      let shown = try Data(contentsOf: root.appending(path: "output/\(request.name).\(format)"))
      let golden = try Data(contentsOf: goldens.appending(path: "\(request.name).\(format)"))
      #expect(shown == golden, "Run Scripts/actplot chapter and commit output/.")
    }
  }

  // MARK: Files

  private let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private var goldens: URL { root.appending(path: "Tests/GoldenTests/Goldens") }
  private var failures: URL { root.appending(path: "Tests/GoldenTests/Failures") }

  private func compare(
    _ request: FigureRequest, _ format: ImageFormat,
    by difference: ([UInt8], [UInt8]) throws -> (words: String, picture: [UInt8]?)?
  ) throws {
    let actual = try request.render(as: format)
    let golden = goldens.appending(path: "\(request.name).\(format)")
    if ProcessInfo.processInfo.environment["ACTPLOT_RECORD_GOLDENS"] == "1" {
      try Data(actual).write(to: golden)
      return
    }
    let expected = Array(try Data(contentsOf: golden))
    guard let found = try difference(actual, expected) else { return }
    try FileManager.default.createDirectory(at: failures, withIntermediateDirectories: true)
    for (kind, bytes) in [
      ("expected", expected), ("actual", actual), ("difference", found.picture ?? []),
    ] where !bytes.isEmpty {
      let file = failures.appending(path: "\(request.name)-\(kind).\(format)")
      try Data(bytes).write(to: file)
    }
    Issue.record("\(request.name).\(format.rawValue): \(found.words) See \(failures.path)/.")
  }
}
