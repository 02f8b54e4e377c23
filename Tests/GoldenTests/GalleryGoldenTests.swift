import Figures
import Foundation
import Goldens
import Testing

/// The figures of the gallery against their goldens in Goldens/Gallery/.
///
/// Those with Korean need the font NanumGothic, which Scripts/test installs.
@Suite struct GalleryGoldenTests {
  @Test(arguments: Gallery.figures)
  func isTheGolden(_ figure: GalleryFigure) throws {
    try figure.golden.check(try figure.request(), as: figure.formats)
  }

  @Test(.disabled(if: FigureGolden.areRecorded)) func goldensAreThoseOfTheFigures() throws {
    let files = Gallery.figures.flatMap { figure in
      figure.formats.map { figure.golden.file($0).lastPathComponent }
    }
    #expect(Set(files).count == files.count)
    let directory = FigureGolden.directory.appending(path: "Gallery")
    let present = try FileManager.default.contentsOfDirectory(atPath: directory.path)
    #expect(Set(files) == Set(present))
  }

  /// No golden would do for another figure, so none was recorded by mistake for two.
  @Test(.disabled(if: FigureGolden.areRecorded)) func goldensDiffer() throws {
    let images = try Gallery.figures.map { figure in
      try RasterImage(png: Array(try Data(contentsOf: figure.golden.file(.png))))
    }
    // Further than 8 levels of 255 take any colour, even 16 levels beside black.
    var tolerance = Tolerance()
    tolerance.colorDifference = 0.18
    for (index, image) in images.enumerated() {
      for other in images.indices where other < index {
        let comparison = PixelComparison(of: image, with: images[other], tolerance: tolerance)
        #expect(
          comparison.map { $0.changedPixels > 50 } ?? true,
          "\(Gallery.figures[index]) and \(Gallery.figures[other]) look alike.")
      }
    }
  }
}
