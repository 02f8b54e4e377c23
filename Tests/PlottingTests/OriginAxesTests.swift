import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Axes through the origin")
struct OriginAxesTests {
  private func scene(_ panel: Panel) throws -> Scene {
    try Figure([panel], axesStyle: .origin).scene(measuring: FixedPitchMeasurer())
  }

  private func panel(x: ClosedRange<Double>, y: ClosedRange<Double>) throws -> Panel {
    Panel(
      curves: [Curve(x: [x.lowerBound, x.upperBound], y: [y.lowerBound, y.upperBound])],
      x: AxisOptions(label: "x", limits: try AxisLimits(x.lowerBound, x.upperBound)),
      y: AxisOptions(label: "f(x)", limits: try AxisLimits(y.lowerBound, y.upperBound)))
  }

  /// The places of the axes: the y of the horizontal one and the x of the other, as shares of what
  /// they cross.
  private func crossing(_ scene: Scene) throws -> (x: Double, y: Double) {
    let level = try #require(scene.lines(of: .spine(.bottom))?.first)
    let upright = try #require(scene.lines(of: .spine(.left))?.first)
    // The heads of the arrows are as far beyond the axes box on both axes.
    let right = try #require(scene.lines(of: .curve(index: 0))?.last?.last)
    let top = right.y, left = level[0].x, bottom = upright[0].y
    return (
      (upright[0].x - left) / (right.x - left), (bottom - level[0].y) / (bottom - top)
    )
  }

  @Test(
    "They cross at 0, or at the edge nearest to it",
    arguments: [
      (-8.0...8.0, -1.0...1.0, 0.5, 0.5), (-2...6, -1...3, 0.25, 0.25), (3...8, 2...4, 0, 0),
      (-8 ... -3, -4 ... -2, 1, 1), (-8...8, 2...4, 0.5, 0),
    ])
  func crossing(
    x: ClosedRange<Double>, y: ClosedRange<Double>, right: Double, up: Double
  ) throws {
    let scene = try scene(panel(x: x, y: y))
    let found = try crossing(scene)
    #expect(abs(found.x - right) < 1e-9 && abs(found.y - up) < 1e-9)
  }

  @Test("The origin has one number, and both axes an arrow head and a name at it")
  func marks() throws {
    let scene = try scene(panel(x: -8...8, y: -1...1))
    #expect((scene.tickLabels(.x) + scene.tickLabels(.y)).filter { Double($0) == 0 }.count == 1)
    for side in [Side.bottom, .left] {
      let heads = scene.elements.filter { element in
        if case .area = element.shape { element.mark == .spine(side) } else { false }
      }
      #expect(heads.count == 1)
    }
    #expect(scene.lines(of: .spine(.top)) == nil && scene.lines(of: .spine(.right)) == nil)
    #expect(scene.lines(of: .gridLine(.x, index: 0)) == nil)
    let x = try #require(scene.text(of: .axisLabel(.x)))
    let y = try #require(scene.text(of: .axisLabel(.y)))
    #expect(x.string == "x" && y.string == "f(x)" && y.angle == 0)
    let level = try #require(scene.lines(of: .spine(.bottom))?.first?.last)
    let upright = try #require(scene.lines(of: .spine(.left))?.first?.last)
    #expect(x.origin.x > level.x && y.origin.y < upright.y)
  }

  @Test("Names at the ends of curves keep clear of the arrow and the axis's name")
  func namesAtTheEnds() throws {
    let curves = [0.0, 1].map { Curve(x: [-8, 8], y: [0, $0], label: "f") }
    let scene = try Figure(
      [Panel(curves: curves, x: AxisOptions(label: "x"))], axesStyle: .origin, legend: .ends
    ).scene(measuring: FixedPitchMeasurer())
    let name = try #require(scene.textBoxes { $0 == .axisLabel(.x) }.first)
    for index in 0..<2 {
      let own = try #require(scene.textBoxes { $0 == .legendLabel(index: index) }.first)
      let handle = try #require(scene.lines(of: .legendHandle(index: index))?.first)
      #expect(!own.overlaps(name))
      // The part that goes on to the name, level with it.
      #expect(handle.dropFirst().allSatisfy { $0.y < name.top || $0.y > name.bottom })
    }
  }

  @Test("A logarithmic axis, which has no 0, runs along the edge")
  func logarithmic() throws {
    var panel = try panel(x: -8...8, y: 0.01...100)
    panel.y.scale = .log
    let found = try crossing(try scene(panel))
    #expect(abs(found.x - 0.5) < 1e-9 && abs(found.y) < 1e-9)
  }

  @Test("Numbers stand on the side where no curve is")
  func numbersAvoidTheCurve() throws {
    // Along the lower side of the axis on the left, along its upper side on the right.
    let x = (-80...80).map { Double($0) / 10 }
    let curve = Curve(x: x, y: x.map { $0 < 0 ? -0.12 : 1 })
    let panel = Panel(curves: [curve], y: AxisOptions(limits: try AxisLimits(-1, 1.1)))
    let scene = try scene(panel)
    let level = try #require(scene.lines(of: .spine(.bottom))?.first?.first)
    for element in scene.elements {
      guard case .tickLabel(.x, _) = element.mark, case .text(let text) = element.shape,
        text.string.hasPrefix("−")
      else { continue }
      #expect(text.origin.y < level.y, "\(text.string)")
    }
  }
}
