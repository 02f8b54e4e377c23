import Foundation
import TestSupport
import Testing

@testable import Goldens

/// Pictures of what differs between images of different sizes.
@Suite struct SizeDifferenceTests {
  /// Axes of 60 x 40 pixels with a curve, some way from the corner of a page.
  private func plot(
    _ width: Int, _ height: Int, left: Int, top: Int, title: Bool = false
  ) -> [UInt8] {
    TestPNG.bytes(width: width, height: height) { x, y in
      let (column, row) = (x - left, y - top)
      let isTitle = title && (4...7).contains(y) && (20...40).contains(x) && x % 3 != 0
      let isInside = (0...60).contains(column) && (0...40).contains(row)
      let isFrame = [0, 60].contains(column) || [0, 40].contains(row)
      return isTitle || isInside && (isFrame || column * 2 == row * 3)
        ? TestPNG.black : TestPNG.white
    }
  }

  @Test func figuresAreAlignedByTheirAxes() throws {
    // A label made room at the left, and a title at the top.
    let comparison = try Comparison(
      of: plot(87, 64, left: 17, top: 14, title: true), with: plot(80, 50, left: 10, top: 4))
    #expect(comparison.findings == ["The size of 80 x 50 pixels became 87 x 64."])
    let difference = try #require(comparison.difference)
    #expect(difference.alignment == "aligned by the axes")
    let picture = try RasterImage(png: difference.bytes)
    #expect(picture.width == 87 && picture.height == 64)
    let red = (0..<picture.height).reduce(0) { count, y in
      count + (0..<picture.width).count { picture.samples(x: $0, y: y) == [208, 0, 32, 255] }
    }
    #expect(red == 0)
    // The title is the image's alone.
    #expect(picture.samples(x: 22, y: 5) == [40, 90, 230, 255])
    #expect(picture.samples(x: 2, y: 2) == [222, 233, 255, 255])
  }

  @Test(arguments: [
    (0, 0, "top left"), (9, 0, "top right"), (0, 5, "bottom left"), (9, 5, "bottom right"),
  ])
  func imagesWithoutAxesAreAlignedByACorner(_ x: Int, _ y: Int, _ corner: String) throws {
    func dots(_ width: Int, _ height: Int, _ x: Int, _ y: Int) -> [UInt8] {
      TestPNG.bytes(width: width, height: height) { column, row in
        (column - x) % 7 == 3 && (row - y) % 5 == 2 && column >= x && row >= y
          ? TestPNG.black : TestPNG.white
      }
    }
    let comparison = try Comparison(of: dots(40, 30, 0, 0), with: dots(49, 35, x, y))
    #expect(comparison.difference?.alignment == "aligned by the \(corner) corner")
  }

  @Test func shapesAreAlignedByTheirAxes() throws {
    var plot = Plot()
    plot.page = [220, 160]
    let body = plot.document(["<g transform=\"translate(15,8)\">"] + Plot().elements + ["</g>"])
    let picture = try #require(
      try Comparison(of: Array(body.utf8), with: Array(Plot().svg.utf8)).difference)
    #expect(picture.alignment == "aligned by the axes")
    let text = String(decoding: picture.bytes, as: UTF8.self)
    #expect(text.contains("viewBox=\"-15 -8 220 160\""))
    // But for the frames of both pages all of it is as it was.
    #expect(["#e00000", "#0040ff"].allSatisfy { text.split(separator: $0).count == 2 })
  }
}
