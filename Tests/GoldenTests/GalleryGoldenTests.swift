import Figures
import Foundation
import TestSupport
import Testing

/// The figures of the gallery against their goldens in Goldens/Gallery/.
///
/// Those with Korean need the font NanumGothic, which Scripts/test installs.
@Suite struct GalleryGoldenTests {
  @Test(arguments: Gallery.figures)
  func isTheGolden(_ figure: GalleryFigure) throws {
    let request = try figure.request()
    for format in figure.formats { try figure.golden.check(request, as: format) }
  }

  @Test(.disabled(if: Golden.areRecorded)) func goldensAreThoseOfTheFigures() throws {
    let files = Gallery.figures.flatMap { figure in
      figure.formats.map { figure.golden.file($0).lastPathComponent }
    }
    #expect(Set(files).count == files.count)
    let directory = Golden.directory.appending(path: "Gallery")
    let present = try FileManager.default.contentsOfDirectory(atPath: directory.path)
    #expect(Set(files) == Set(present))
  }

  /// No golden would do for another figure, so none was recorded by mistake for two.
  @Test(.disabled(if: Golden.areRecorded)) func goldensDiffer() throws {
    let images = try Gallery.figures.map { figure in
      try #require(DecodedImage(png: Array(try Data(contentsOf: figure.golden.file(.png)))))
    }
    for (index, image) in images.enumerated() {
      for other in images.indices where other < index {
        let count = image.differingPixels(from: images[other], tolerance: 8)
        #expect(
          count.map { $0 > 50 } ?? true,
          "\(Gallery.figures[index]) and \(Gallery.figures[other]) look alike.")
      }
    }
  }
}
