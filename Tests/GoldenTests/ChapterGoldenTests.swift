import Books
import Figures
import Foundation
import Testing

/// The chapter's six figures against their goldens.
@Suite struct ChapterGoldenTests {
  @Test(arguments: Chapter.figures, ImageFormat.standard)
  func isTheGolden(_ request: FigureRequest, _ format: ImageFormat) throws {
    try Golden(name: request.name).check(request, as: [format])
  }

  /// What the README shows is what the program draws, as nearly as its golden, which is not
  /// recorded again for less.
  @Test(arguments: Chapter.figures, ImageFormat.standard)
  func outputIsUpToDate(_ request: FigureRequest, _ format: ImageFormat) throws {
    let shown = try Data(
      contentsOf: Golden.root.appending(path: "output/\(request.name).\(format.rawValue)"))
    let golden = try Data(contentsOf: Golden(name: request.name).file(format))
    let difference = try Golden.difference(of: Array(shown), from: Array(golden), format)
    #expect(difference == nil, "Run Scripts/actplot chapter and commit output/.")
  }
}
