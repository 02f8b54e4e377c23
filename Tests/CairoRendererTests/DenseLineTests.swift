import Goldens
import TestSupport
import Testing

@testable import CairoRenderer
@testable import Plotting
import Typesetting

/// What turns back and forth within less than its width is drawn as the band that it covers.
@Suite struct DenseLineTests {
  /// A line that turns between two heights, `turns` times from x to x.
  private func zigzag(_ turns: Int, x: ClosedRange<Double>, y: ClosedRange<Double>) -> [Point] {
    (0...turns).map {
      Point(
        x: x.lowerBound + Double($0) / Double(turns) * (x.upperBound - x.lowerBound),
        y: $0.isMultiple(of: 2) ? y.lowerBound : y.upperBound)
    }
  }

  private func line(_ count: Int, x: ClosedRange<Double>, _ y: (Double) -> Double) -> [Point] {
    zigzag(count, x: x, y: 0...1).map { Point(x: $0.x, y: y($0.x)) }
  }

  private func pieces(_ run: [Point], width: Double = 1.5, dpi: Double = 100) -> DenseLine {
    DenseLine(run, width: width, pixel: 72 / dpi)
  }

  @Test(arguments: [72.0, 100, 300, 600, 4800])
  func aLineThatFillsABoxIsABand(dpi: Double) throws {
    let pieces = pieces(zigzag(20_000, x: 10...110, y: 20...60), dpi: dpi)
    let band = try #require(pieces.bands.first)
    #expect(pieces.bands.count == 1 && pieces.lines.flatMap { $0 }.count <= 2)
    // Two points to a column, which is a quarter of the line at least.
    #expect(band.count <= 2 * 267 + 4)
    #expect(Set(band.map(\.y)) == [20, 60])
    #expect(band.map(\.x).min() == 10 && band.map(\.x).max() == 110)
  }

  @Test func ordinaryLinesStayAsTheyAre() {
    let lines: [[Point]] = [
      line(5000, x: 0...300) { ($0 - 150) * ($0 - 150) / 300 }, line(600, x: 0...300) { _ in 7 },
      // A tooth to a line's width, and one that is too short to take long.
      zigzag(600, x: 0...450, y: 0...100), zigzag(300, x: 0...10, y: 0...100),
      // One turn back within a column.
      line(1000, x: 0...100) { 1000 / (1 + ($0 - 50) * ($0 - 50) * 1e4) },
      // Upwards all the way, within a column.
      (0..<1000).map { Point(x: 5, y: Double($0)) }, [], [Point(x: 1, y: 2)],
    ]
    for run in lines {
      #expect(pieces(run).lines == [run])
      #expect(pieces(run).bands.isEmpty)
    }
    let wide = zigzag(5000, x: 0...1, y: 0...1)
    #expect(pieces(wide, width: 0).lines == [wide])
  }

  @Test func theRestOfALineMeetsTheBand() throws {
    let before = line(200, x: 0...50) { 40 - $0 / 5 }
    let dense = zigzag(5000, x: 50...70, y: 20...60)
    let after = line(200, x: 70...120) { 60 + ($0 - 70) / 5 }
    let pieces = pieces(before + dense + after)
    #expect(pieces.bands.count == 1)
    #expect(pieces.lines.count == 2)
    let (left, right) = (pieces.lines[0], try #require(pieces.lines.last))
    #expect(left.first == before.first && right.last == after.last)
    #expect(left.last == pieces.bands[0].first)
    let end = try #require(right.first)
    #expect(pieces.bands[0].contains(end))
    #expect(end.x > 69)
  }

  @Test func whatLiesFarApartIsNotBridged() {
    let run = zigzag(3000, x: 0...10, y: 0...9) + zigzag(3000, x: 40...50, y: 0...9)
    let pieces = pieces(run)
    #expect(pieces.bands.count == 2)
    #expect(pieces.bands.allSatisfy { $0.allSatisfy { $0.x <= 10 || $0.x >= 40 } })
    #expect(pieces.lines.contains { $0.count == 2 && $0[0].x <= 10 && $0[1].x == 40 })
  }

  @Test func theHighestPointOfAColumnStays() {
    var run = zigzag(5000, x: 0...50, y: 10...20)
    run[2501].y = 97
    #expect(pieces(run).bands.first?.contains(run[2501]) == true)
  }

  /// The band reaches as far as the line does, to the part of a pixel.
  @Test(arguments: [[], [4.0, 2]])
  func thePictureIsThatOfTheLine(dashes: [Double]) throws {
    var style = StrokeStyle(color: Color(0), width: 1.5, join: .round)
    style.dashes = dashes
    var scene = Scene.ofText([])
    scene.elements = [
      Scene.Element(
        mark: .curve(index: 0),
        shape: .stroke([zigzag(20_000, x: 50...350, y: 20...60)], style, clip: nil))
    ]
    let image = try RasterImage(png: CairoRenderer(text: TextSetter()).png(scene, dpi: 72))
    for x in 60..<340 {
      let column = (15..<65).map { image.samples(x: x, y: $0)[0] }
      // The edges are at 19.25 and 60.75; a quarter of a pixel is left.
      #expect(
        column.prefix(4) == [255, 255, 255, 255] && column.suffix(4) == [255, 255, 255, 255])
      #expect(abs(Int(column[4]) - 64) <= 4 && abs(Int(column[45]) - 64) <= 4, "\(x)")
      #expect(column[5..<45].allSatisfy { $0 == 0 })
    }
    #expect(image.samples(x: 48, y: 40)[0] == 255 && image.samples(x: 352, y: 40)[0] == 255)
  }
}
