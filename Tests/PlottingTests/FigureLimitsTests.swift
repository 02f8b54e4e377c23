import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("What a figure shows of its data")
struct FigureLimitsTests {
  private func scene(_ figure: Figure) throws -> Scene {
    try figure.scene(measuring: FixedPitchMeasurer())
  }

  @Test("Explicit limits are respected")
  func explicit() throws {
    let figure = Figure([
      Panel(
        curves: [Curve(x: [-8, 8], y: [-8, 8])], x: AxisOptions(limits: try AxisLimits(-4, 4)),
        y: AxisOptions(limits: try AxisLimits(0, 5)))
    ])
    let scene = try scene(figure)
    #expect(scene.tickLabels(.x) == ["−4", "−3", "−2", "−1", "0", "1", "2", "3", "4"])
    #expect(scene.tickLabels(.y) == ["0", "1", "2", "3", "4", "5"])
  }

  @Test("The y axis holds the samples between the x limits only")
  func visibleOrdinates() throws {
    let x = (-80...80).map { Double($0) / 10 }
    let curve = Curve(x: x, y: x.map { $0 * $0 })
    let whole = try scene(Figure([Panel(curves: [curve])]))
    #expect(whole.tickLabels(.y) == ["0", "20", "40", "60"])
    let cut = try scene(
      Figure([Panel(curves: [curve], x: AxisOptions(limits: try AxisLimits(-1, 1)))]))
    #expect(cut.tickLabels(.y) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
  }

  @Test("All curves count, and what is not finite does not")
  func autoscale() throws {
    let figure = Figure([
      Panel(curves: [
        Curve(x: [0, 1], y: [0, .nan]), Curve(x: [1, 3], y: [-.infinity, 2]),
      ])
    ])
    let scene = try scene(figure)
    #expect(scene.tickLabels(.x) == ["0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0"])
    #expect(scene.tickLabels(.y) == ["0.0", "0.5", "1.0", "1.5", "2.0"])
    // Both samples stand alone.
    #expect(scene.lines(of: .curve(index: 0))?.map(\.count) == [1])
    #expect(scene.lines(of: .curve(index: 1))?.map(\.count) == [1])
  }

  @Test("A constant curve runs through the middle", arguments: [5.0, 0, -3e-5, 1e200])
  func constant(value: Double) throws {
    let scene = try scene(Figure([Panel(curves: [Curve(x: [0, 1], y: [value, value])])]))
    let axes = try #require(scene.axes)
    let points = try #require(scene.lines(of: .curve(index: 0))?.first)
    #expect(points.count == 2)
    #expect(points.allSatisfy { ($0.y - axes.midY).magnitude <= 1e-6 })
  }

  @Test("Nothing to show is an error")
  func nothing() throws {
    #expect(throws: PlottingError.nothingToShow) { try scene(Figure([Panel(curves: [])])) }
    #expect(throws: PlottingError.nothingToShow) {
      try scene(Figure([Panel(curves: [Curve(x: [0, 1], y: [.nan, .infinity])])]))
    }
    let figure = Figure([
      Panel(curves: [Curve(x: [0, 1], y: [0, 1])], x: AxisOptions(limits: try AxisLimits(2, 3)))
    ])
    #expect(throws: PlottingError.nothingToShow) { try scene(figure) }
  }

  @Test("A curve out of sight is left out, axes and all else drawn")
  func outOfSight() throws {
    let limits = try AxisLimits(100, 101)
    let figure = Figure([
      Panel(
        curves: [Curve(x: [0, 1], y: [0, 1])], x: AxisOptions(limits: limits),
        y: AxisOptions(limits: limits))
    ])
    let scene = try scene(figure)
    #expect(scene.lines(of: .curve(index: 0)) == nil)
    #expect(scene.lines(of: .spine(.top)) != nil)
  }

  @Test("A finite sample is no break in the curve, however far out of sight")
  func farOutOfSight() throws {
    let figure = Figure([
      Panel(
        curves: [Curve(x: [0, 1, 2], y: [0, 1e308, 0])],
        y: AxisOptions(limits: try AxisLimits(0, 1e-299)))
    ])
    let scene = try scene(figure)
    let axes = try #require(scene.axes), lines = try #require(scene.lines(of: .curve(index: 0)))
    #expect(lines.map(\.count) == [2, 2])
    for line in lines {
      #expect(line.contains { $0.y < axes.top })
      #expect(line.contains { ($0.y - axes.bottom).magnitude <= 1e-9 })
    }
  }

  @Test("Samples far beyond both limits keep the slope of the line between them")
  func farBeyondBothLimits() throws {
    let figure = Figure([
      Panel(
        curves: [Curve(x: [0, 1e11], y: [0, 1e11])], x: AxisOptions(limits: try AxisLimits(0, 1)),
        y: AxisOptions(limits: try AxisLimits(0, 0.001)))
    ])
    let scene = try scene(figure)
    let axes = try #require(scene.axes)
    let line = try #require(scene.lines(of: .curve(index: 0))?.first)
    // y = x leaves through the top at a thousandth of the width, not along the diagonal.
    #expect(line.allSatisfy { $0.x < axes.left + 0.002 * axes.width })
    #expect(line.contains { $0.y < axes.top })
  }

  @Test("Long tick labels do not run into each other")
  func longTickLabels() throws {
    for (limits, width) in [
      (try AxisLimits(1000, 1001), 216.0), (try AxisLimits(123456, 123456.01), 216),
      (try AxisLimits(-5, 5), 60),
    ] {
      var figure = Figure([
        Panel(curves: [Curve(x: [0, 2e5], y: [0, 1])], x: AxisOptions(limits: limits))
      ])
      figure.panels[0].y.limits = try AxisLimits(0, 1)
      figure.size = try FigureSize(width: width, height: 180)
      let scene = try scene(figure)
      let labels = scene.elements.compactMap { element -> Scene.Text? in
        guard case .tickLabel(.x, _) = element.mark, case .text(let text) = element.shape else {
          return nil
        }
        return text
      }
      #expect(labels.count >= 2)
      guard labels.count > 2 else { continue }
      for (left, right) in zip(labels, labels.dropFirst()) {
        #expect(left.origin.x + 6 * Double(left.string.count) < right.origin.x, "\(left.string)")
      }
    }
  }

  @Test("Given ticks that are too close together have one number")
  func crowdedTicks() throws {
    let ticks = TickChoice(values: [0, 0.01, 0.5, 1])
    let panel = Panel(
      curves: [Curve(x: [0, 1], y: [0, 1])], x: AxisOptions(ticks: ticks),
      y: AxisOptions(ticks: ticks))
    let scene = try scene(Figure([panel]))
    #expect(scene.tickLabels(.x) == ["0.00", "0.50", "1.00"])
    #expect(scene.tickLabels(.y) == ["0.00", "0.50", "1.00"])
    for axis in [Axis.x, .y] {
      #expect(scene.elements.contains { $0.mark == .tick(axis, index: 1) })
    }
  }

  private static let absurd: [(x: [Double], y: [Double])] = [
    ([0, 1], [-1e308, 1e308]), ([0, 1, 2], [1e308, 0, -1e308]), ([-1e308, 1e308], [0, 1]),
    ([0, .leastNonzeroMagnitude], [0, .leastNonzeroMagnitude]), ([1, 1], [1, 1]),
    ([1.7e308, 1.7e308], [1.7e308, 1.7e308]),
    ([0, 1, 2], [.nan, .infinity, 1]), ([1e16, 1e16 + 2], [-1e-300, 1e-300]),
    ([0, 1e-299], [1e299, -1e299]),
  ]

  @Test(
    "Every number of a scene is finite, however absurd data, limits and size", arguments: absurd)
  func finite(x: [Double], y: [Double]) throws {
    let limits: [AxisLimits?] = [
      nil, try AxisLimits(0, 1), try AxisLimits(0, 1e-299), try AxisLimits(-4e299, 4e299),
      try AxisLimits(1, 1 + 2e-12),
    ]
    let sizes = [
      try FigureSize(width: 1, height: 1), .chapter, try FigureSize(width: 14_400, height: 1),
      try FigureSize(width: 1, height: 14_400),
    ]
    for xLimits in limits {
      for yLimits in limits {
        for size in sizes {
          let figure = Figure(
            [
              Panel(
                curves: [Curve(x: x, y: y)], x: AxisOptions(label: "x", limits: xLimits),
                y: AxisOptions(label: "y", limits: yLimits))
            ], title: "t", size: size)
          let place = "\(x), \(y) in \(String(describing: xLimits)), \(String(describing: yLimits))"
          do {
            let scene = try scene(figure)
            #expect(scene.numbers.allSatisfy { $0.isFinite }, "\(place)")
            // Cairo's coordinates end at 2^23 in steps of 1/256 pt.
            #expect(scene.numbers.allSatisfy { $0.magnitude < 100_000 }, "\(place)")
          } catch is PlottingError where xLimits == nil || yLimits == nil {
            // Automatic limits may refuse such data; explicit ones have no reason to.
          }
        }
      }
    }
  }
}
