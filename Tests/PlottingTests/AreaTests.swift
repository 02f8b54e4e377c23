import TestSupport
import Testing
import Typesetting

@testable import Plotting

@Suite("Areas behind curves")
struct AreaTests {
  private func corners(_ area: Area, scale: AxisScale = .linear) throws -> [Point]? {
    let limits = try AxisLimits(scale == .log ? 1 : 0, 10)
    let panel = Panel(
      areas: [area], curves: [Curve(x: [0, 10], y: [2, 8])],
      x: AxisOptions(limits: try AxisLimits(0, 10)), y: AxisOptions(limits: limits, scale: scale))
    let scene = try Figure([panel]).scene(measuring: FixedPitchMeasurer())
    let axes = try #require(scene.axes)
    for element in scene.elements where element.mark == .area(index: 0) {
      guard case .area(let points, _, _) = element.shape else { continue }
      return points.map {
        Point(x: ($0.x - axes.left) / axes.width * 10, y: (axes.bottom - $0.y) / axes.height * 10)
      }
    }
    return nil
  }

  private func extent(_ points: [Point]) -> [Double] {
    [points.map(\.x).min(), points.map(\.x).max(), points.map(\.y).min(), points.map(\.y).max()]
      .map { (($0 ?? .nan) * 1e6).rounded() / 1e6 }
  }

  @Test func `an area inside has its corners`() throws {
    let points = try #require(try corners(Area(x: [2, 6, 4], y: [3, 3, 7])))
    #expect(points.count == 3)
    #expect(extent(points) == [2, 6, 3, 7])
  }

  @Test func `what is out of sight is cut`() throws {
    let points = try #require(try corners(Area(x: [-5, 20, 20, -5], y: [-3, -3, 4, 4])))
    #expect(extent(points) == [0, 10, 0, 4])
  }

  @Test(arguments: [([20.0, 30, 25], [1.0, 1, 2]), ([1, 2, 3], [.nan, 1, 2])])
  func `an area out of sight or without a place is none`(x: [Double], y: [Double]) throws {
    #expect(try corners(Area(x: x, y: y)) == nil)
  }

  @Test func `a band lies between its curves`() throws {
    let band = Area(x: [1, 9], from: [2, 4], to: [5, 6])
    let points = try #require(try corners(band))
    #expect(points.count == 4)
    #expect(extent(points) == [1, 9, 2, 6])
  }

  @Test func `areas stand behind the grid, and the axes show them whole`() throws {
    let panel = Panel(areas: [Area(x: [-3, 3, 0], y: [-1, -1, 9])], curves: [])
    let scene = try Figure([panel]).scene(measuring: FixedPitchMeasurer())
    let marks = scene.elements.map(\.mark)
    let area = try #require(marks.firstIndex(of: .area(index: 0)))
    let grid = try #require(marks.firstIndex(of: .gridLine(.x, index: 0)))
    #expect(area < grid)
    guard case .area(let points, _, _) = scene.elements[area].shape else { return }
    let axes = try #require(scene.axes)
    #expect(points.count == 3)
    #expect(points.allSatisfy { axes.left < $0.x && $0.x < axes.right })
  }
}
