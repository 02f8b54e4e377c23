import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Room for tick labels")
struct TickRoomTests {
  /// A figure whose ticks have no room for all of their numbers, and the least number of those that
  /// each axis still has.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var width = 360.0
    var height = 180.0
    var fontSize = 10.0
    var xTicks: [Double]?
    var yTicks: [Double]?
    var xScale = AxisScale.linear
    let least: (x: Int, y: Int)

    var testDescription: String { name }
  }

  private static let cases = [
    Case(name: "a point wide", width: 1, height: 1, least: (1, 1)),
    Case(name: "a line high", height: 12, least: (2, 1)),
    Case(name: "large letters", fontSize: 200, least: (1, 1)),
    Case(
      name: "ticks that touch", xTicks: [1, 1.001, 1.002, 5], yTicks: [2, 2.01, 40],
      least: (2, 2)),
    Case(
      name: "two hundred ticks", xTicks: (0...200).map { 1 + Double($0) / 50 },
      yTicks: (0...200).map { Double($0) / 4 }, least: (3, 5)),
    Case(name: "a logarithmic axis", width: 130, xScale: .log, least: (2, 2)),
  ]

  private func figure(_ test: Case, _ style: AxesStyle) throws -> Figure {
    var panel = Panel(
      curves: [Curve(x: [1.1, 3, 5], y: [-7, 9, 50])], x: AxisOptions(scale: test.xScale))
    panel.x.ticks.values = test.xTicks
    panel.y.ticks.values = test.yTicks
    return Figure(
      [panel], axesStyle: style, size: try FigureSize(width: test.width, height: test.height),
      theme: Theme.chapter.scaled(fontSize: test.fontSize))
  }

  @Test("Numbers never run into each other", arguments: cases, AxesStyle.allCases)
  func numbersKeepApart(test: Case, style: AxesStyle) throws {
    let scene = try figure(test, style).scene(measuring: FixedPitchMeasurer())
    for axis in [Axis.x, .y] {
      let boxes = scene.textBoxes { if case .tickLabel(axis, _) = $0 { true } else { false } }
      if style == .box { #expect(boxes.count >= (axis == .x ? test.least.x : test.least.y)) }
      for (index, box) in boxes.enumerated() {
        let clash = boxes[..<index].first { other in
          // Those of axes through the origin may stand on both sides of theirs.
          guard axis == .y || box.top == other.top else { return false }
          // Numbers have nothing below their baseline, of which the letters here have 0.2 em.
          let depth = 0.2 * test.fontSize
          return axis == .x
            ? box.left <= other.right && other.left <= box.right
            : box.overlaps(other) && box.top <= other.bottom - depth
              && other.top <= box.bottom - depth
        }
        #expect(clash == nil, "\(box)")
      }
    }
  }

  @Test("A tick without room for its number is there all the same")
  func ticksStay() throws {
    let scene = try figure(Self.cases[3], .box).scene(measuring: FixedPitchMeasurer())
    #expect(scene.tickLabels(.x) == ["1.000", "5.000"])
    #expect((0..<4).allSatisfy { scene.lines(of: .tick(.x, index: $0)) != nil })
    #expect(scene.tickLabels(.y).count == 2)
    #expect((0..<3).allSatisfy { scene.lines(of: .tick(.y, index: $0)) != nil })
  }

  @Test("Neither do those of axes through the origin into the other's")
  func crossing() throws {
    let curve = Curve(x: [-8, 0, 8], y: [-1, 0.1, 1])
    for (width, height) in [(360.0, 180.0), (150, 40), (60, 30), (20, 20), (1, 1)] {
      let figure = Figure(
        [Panel(curves: [curve])], axesStyle: .origin,
        size: try FigureSize(width: width, height: height))
      let boxes = try figure.scene(measuring: FixedPitchMeasurer()).textBoxes {
        if case .tickLabel = $0 { true } else { false }
      }
      #expect(!boxes.isEmpty)
      for (index, box) in boxes.enumerated() {
        #expect(!boxes[..<index].contains { $0.overlaps(box) }, "\(width) x \(height)")
      }
    }
  }
}
