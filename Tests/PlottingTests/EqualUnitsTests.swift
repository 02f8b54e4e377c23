import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Axes with units of equal length")
struct EqualUnitsTests {
  private func panel(
    x: ClosedRange<Double>, y: ClosedRange<Double>, xLimits: ClosedRange<Double>? = nil,
    yLimits: ClosedRange<Double>? = nil, scales: (AxisScale, AxisScale) = (.linear, .linear)
  ) throws -> Panel {
    func limits(_ range: ClosedRange<Double>?) throws -> AxisLimits? {
      try range.map { try AxisLimits($0.lowerBound, $0.upperBound) }
    }
    var panel = Panel(
      curves: [Curve(x: [x.lowerBound, x.upperBound], y: [y.lowerBound, y.upperBound])],
      x: AxisOptions(limits: try limits(xLimits), scale: scales.0),
      y: AxisOptions(limits: try limits(yLimits), scale: scales.1))
    panel.hasEqualUnits = true
    return panel
  }

  /// What is drawn, what of it is given, and the width of the box as a share of the usual one, and its
  /// height.
  private static let rows:
    [(
      x: ClosedRange<Double>, y: ClosedRange<Double>, xLimits: ClosedRange<Double>?,
      yLimits: ClosedRange<Double>?, isNarrower: Bool, isLower: Bool
    )] = [
      (-3...3, -1...1, nil, nil, false, false), (-3...3, -3...3, nil, nil, true, false),
      (-3...3, -1...1, -4...4, nil, false, false), (-8...8, -1...1, -8...8, -1...1, false, true),
      (0...1, 0...1, 0...1, 0...1, true, false),
    ]

  @Test("A unit of x is as long as one of y", arguments: rows)
  func units(
    x: ClosedRange<Double>, y: ClosedRange<Double>, xLimits: ClosedRange<Double>?,
    yLimits: ClosedRange<Double>?, isNarrower: Bool, isLower: Bool
  ) throws {
    let panel = try panel(x: x, y: y, xLimits: xLimits, yLimits: yLimits)
    let scene = try Figure([panel]).scene(measuring: FixedPitchMeasurer())
    let axes = try #require(scene.axes)
    let run = try #require(scene.lines(of: .curve(index: 0))?.first)
    let first = run[0], last = run[run.count - 1]
    let ratio = (last.x - first.x) / (first.y - last.y)
    let expected = (x.upperBound - x.lowerBound) / (y.upperBound - y.lowerBound)
    #expect((ratio / expected - 1).magnitude < 1e-9)
    let usual = FigureSize.chapter
    #expect((axes.width < 0.775 * usual.width - 1e-6) == isNarrower)
    #expect((axes.height < 0.77 * usual.height - 1e-6) == isLower)
  }

  @Test("Panels beside each other have boxes of one size")
  func panels() throws {
    let panels = [try panel(x: -3...3, y: -1...1), try panel(x: -3...3, y: -9...9)]
    let scene = try Figure(panels, columns: 2).scene(measuring: FixedPitchMeasurer())
    let heights = (0...1).map { panel in
      scene.elements.compactMap { element -> Double? in
        guard element.panel == panel, element.mark == .spine(.left),
          case .stroke(let runs, _, _) = element.shape
        else { return nil }
        return (runs[0][0].y - runs[0][1].y).magnitude
      }
    }
    #expect(heights[0] == heights[1] && heights[0].count == 1)
  }

  @Test("What is at a height that only these axes show is in sight")
  func sight() throws {
    var panel = try panel(x: -3...3, y: -1...1)
    panel.annotations = [.level(.y, value: 1.4, label: "")]
    let scene = try Figure([panel]).scene(measuring: FixedPitchMeasurer())
    #expect(scene.lines(of: .annotation(index: 0)) != nil)
  }

  @Test("Where that cannot be a sentence says so")
  func wrong() throws {
    let scales = try panel(x: 1...3, y: 1...2, scales: (.linear, .log))
    #expect(throws: PlottingError.unequalScales(.linear, .log)) {
      try Figure([scales]).scene(measuring: FixedPitchMeasurer())
    }
    let decades = try panel(x: 1...1000, y: 1...10, scales: (.log, .log))
    _ = try Figure([decades]).scene(measuring: FixedPitchMeasurer())
    let tower = try panel(x: -8...8, y: 0...3000)
    let error = #expect(throws: PlottingError.self) {
      try Figure([tower]).scene(measuring: FixedPitchMeasurer())
    }
    #expect(error?.description.contains("show 17.6 of x and 3300") == true)
  }
}
