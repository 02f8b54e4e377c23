import Books
import Figures
import Goldens
import Foundation
import Testing

/// The chapter's six figures against their goldens.
@Suite struct ChapterGoldenTests {
  @Test(arguments: Chapter.figures, ImageFormat.standard)
  func isTheGolden(_ request: FigureRequest, _ format: ImageFormat) throws {
    try FigureGolden(name: request.name).check(request, as: [format])
  }

  /// What the README shows is what the program draws, as nearly as its golden, which is not
  /// recorded again for less.
  @Test(arguments: Chapter.figures, ImageFormat.standard)
  func outputIsUpToDate(_ request: FigureRequest, _ format: ImageFormat) throws {
    let shown = try Data(
      contentsOf: FigureGolden.root.appending(path: "output/\(request.name).\(format.rawValue)"))
    let golden = try Data(contentsOf: FigureGolden(name: request.name).file(format))
    let comparison = try FigureGolden.comparison(
      of: Array(shown), with: Array(golden), format)
    #expect(comparison.isEqual, "Run Scripts/actplot chapter and commit output/.")
  }
}
