import Decimals
import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Axis scales")
struct AxisScaleTests {
  @Test("A logarithmic axis has a place for what is above 0 alone")
  func coordinates() {
    #expect(AxisScale.log.coordinate(1000) == 3)
    #expect(AxisScale.log.coordinate(1e-300) == -300)
    for value in [0, -0.0, -1, -.infinity, .nan] {
      #expect(!AxisScale.log.coordinate(value).isFinite)
    }
    for value in [-2.5, 0, 1e300] { #expect(AxisScale.linear.coordinate(value) == value) }
  }

  @Test("Limits of a logarithmic axis are above 0", arguments: [(-1.0, 1.0), (0, 1), (-2, -1)])
  func limits(lower: Double, upper: Double) throws {
    let limits = try AxisLimits(lower, upper)
    #expect(throws: PlottingError.limitsNotPositive(lower, upper)) {
      try AxisScale.log.coordinates(limits)
    }
    #expect(try AxisScale.linear.coordinates(limits) == limits)
  }

  @Test(
    "Its ticks are powers of ten, as many as there is room for",
    arguments: [
      (-3.2, 1.1, 9, ["10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹"]),
      (-3.2, 1.1, 2, ["10⁻³", "10⁰"]), (0, 3, 9, ["10⁰", "10¹", "10²", "10³"]),
      (-323.5, 0.4, 6, ["10⁻³⁰⁰", "10⁻²⁰⁰", "10⁻¹⁰⁰", "10⁰"]),
      (-12.5, 12.5, 9, ["10⁻¹²", "10⁻⁹", "10⁻⁶", "10⁻³", "10⁰", "10³", "10⁶", "10⁹", "10¹²"]),
    ]
  )
  func decades(lower: Double, upper: Double, intervals: Int, labels: [String]) throws {
    let ticks = AxisScale.log.ticks(
      between: try AxisLimits(lower, upper), maximumIntervals: intervals
    ).ticks
    #expect(ticks.map(\.label) == labels)
    for tick in ticks { #expect((lower...upper).contains(AxisScale.log.coordinate(tick.value))) }
  }

  @Test("A logarithmic axis shows every positive number, and refuses what has no extent")
  func extremeLimits() throws {
    let all = try AxisScale.log.coordinates(
      AxisLimits(.leastNonzeroMagnitude, .greatestFiniteMagnitude))
    #expect(all.lower < -323 && all.upper > 308)
    _ = try AxisScale.log.coordinates(AxisLimits(decimal(1, -310), 1e-305))
    for (lower, upper) in [(1e300, 1e300 * (1 + 1e-13)), (1, 1 + 1e-15)] {
      #expect(throws: PlottingError.limitsTooClose(lower, upper)) {
        try AxisScale.log.coordinates(AxisLimits(lower, upper))
      }
    }
  }

  @Test("A figure shows limits from the least positive number to the largest")
  func extremeFigure() throws {
    let curve = Curve(x: [1e-300, 1, 1e300], y: [decimal(1, -323), 1, 1e308])
    for (lower, upper) in [(1e-300, 1), (.leastNonzeroMagnitude, Double.greatestFiniteMagnitude)] {
      let limits = try AxisLimits(lower, upper)
      for scale in [AxisScale.log, .symlog(threshold: 1e-300)] {
        let figure = Figure([
          Panel(
            curves: [curve], x: AxisOptions(limits: limits, scale: scale),
            y: AxisOptions(limits: limits, scale: scale))
        ])
        let scene = try figure.scene(measuring: FixedPitchMeasurer())
        #expect(scene.numbers.allSatisfy { $0.magnitude < 100_000 })
        #expect(scene.tickLabels(.x).count >= 2 && scene.tickLabels(.y).count >= 2)
        #expect(scene.lines(of: .curve(index: 0)) != nil)
      }
    }
  }

  private static let scaleNames: [(String, AxisScale, String)] = [
    ("linear", .linear, "linear"), ("log", .log, "log"),
    ("symlog", .symlog(threshold: 1), "symlog"),
    ("symlog:1e-3", .symlog(threshold: 0.001), "symlog:0.001"),
    ("symlog:1", .symlog(threshold: 1), "symlog"),
    ("symlog:5e-324", .symlog(threshold: .leastNonzeroMagnitude), "symlog:5e-324"),
  ]

  @Test("Names are read and written", arguments: scaleNames)
  func names(text: String, scale: AxisScale, description: String) throws {
    #expect(try AxisScale(text) == scale)
    #expect(scale.description == description)
    #expect(try AxisScale(scale.description) == scale)
  }

  @Test(
    "Other words are refused",
    arguments: ["", "lg", "Linear", "symlog ", "log:2", "symlog=1", "symlo"])
  func wrongNames(text: String) {
    #expect(throws: PlottingError.notAScale(text)) { try AxisScale(text) }
  }

  @Test("Thresholds are above 0", arguments: ["", "0", "-1", "nan", "inf", "1e400", "x", "1 "])
  func wrongThresholds(text: String) {
    #expect(throws: PlottingError.thresholdNotPositive(text)) { try AxisScale("symlog:\(text)") }
  }

  @Test("Within a decade they are round values")
  func withinADecade() throws {
    let ticks = AxisScale.log.ticks(between: try AxisLimits(0.2, 0.9), maximumIntervals: 9).ticks
    #expect(ticks.map(\.label) == ["2", "3", "4", "5", "6", "7"])
  }

  @Test("Between neighbouring powers of ten stand ticks without labels")
  func minorTicks() throws {
    let ticks = AxisScale.log.minorTicks(between: try AxisLimits(-0.4, 1.35), maximumIntervals: 9)
    #expect(
      ticks == [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 2, 3, 4, 5, 6, 7, 8, 9, 20])
    let wide = try AxisLimits(-300, 0)
    #expect(AxisScale.log.minorTicks(between: wide, maximumIntervals: 6).isEmpty)
    #expect(AxisScale.linear.minorTicks(between: wide, maximumIntervals: 6).isEmpty)
  }

  @Test("Equal ratios are equally far apart, and what is not above 0 is below the axes")
  func layout() throws {
    let curve = Curve(x: [1, 10, 100, 1000, 1e4], y: [1e-3, 1e-2, 0, 1, 10])
    let figure = Figure([
      Panel(curves: [curve], x: AxisOptions(scale: .log), y: AxisOptions(scale: .log))
    ])
    let scene = try figure.scene(measuring: FixedPitchMeasurer())
    let axes = try #require(scene.axes)
    let runs = try #require(scene.lines(of: .curve(index: 0)))
    #expect(runs.map(\.count) == [4, 4])
    let steps = [(runs[0][0], runs[0][1]), (runs[1][2], runs[1][3])].map { first, second in
      (second.x - first.x, second.y - first.y)
    }
    #expect((steps[0].0 - steps[1].0).magnitude < 1e-9 && steps[0].0 > 0)
    #expect((steps[0].1 - steps[1].1).magnitude < 1e-9 && steps[0].1 < 0)
    #expect((runs[1][2].x - runs[0][0].x - 3 * steps[0].0).magnitude < 1e-9)
    #expect(runs[0][3].y > axes.bottom && runs[1][0].y > axes.bottom)
  }

  @Test("Curves with nothing above 0 cannot be shown")
  func nothing() {
    let figure = Figure([
      Panel(curves: [Curve(x: [1, 2], y: [-1, 0])], y: AxisOptions(scale: .log))
    ])
    #expect(throws: PlottingError.nothingToShow) {
      try figure.scene(measuring: FixedPitchMeasurer())
    }
  }
}
