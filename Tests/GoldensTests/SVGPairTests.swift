import Foundation
import Goldens
import Testing

/// Pairs of small files; `Fixtures/pairs/README.md` says what they are.
@Suite struct SVGPairTests {
  private func compare(_ name: String, points: Double) throws -> Comparison {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let bytes = try ["a", "b"].map {
      Array(try Data(contentsOf: folder.appending(path: "Fixtures/pairs/\(name).\($0).svg")))
    }
    var tolerance = Tolerance.exact
    tolerance.points = points
    return try Comparison(of: bytes[1], with: bytes[0], tolerance: tolerance)
  }

  @Test(arguments: [
    "css-child", "css-curve", "css-desc", "css-media", "circle-css", "patinherit", "maskinherit",
    "clipinherit", "ell-ry", "markerwidth",
  ])
  func isChanged(_ name: String) throws {
    #expect(try !compare(name, points: 0.1).isEqual)
  }

  @Test func textLengthIsALength() throws {
    #expect(try compare("alarm-textlength", points: 0.1).isEqual)
    #expect(try !compare("alarm-textlength", points: 0.001).isEqual)
  }
}
