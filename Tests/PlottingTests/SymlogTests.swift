import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Symlog axes")
struct SymlogTests {
  static let thresholds = [1, 1e-3, 2.5, 1e-300, 1e300, .leastNonzeroMagnitude]

  @Test("Linear up to the threshold, then a decade for each decade", arguments: thresholds)
  func coordinates(threshold: Double) {
    let scale = AxisScale.symlog(threshold: threshold)
    #expect(scale.coordinate(0) == 0)
    #expect(scale.coordinate(threshold) == 1 && scale.coordinate(-threshold) == -1)
    if threshold > 1e-300 { #expect(scale.coordinate(threshold / 2) == 0.5) }
    for decade in [1.0, 2, 6] where threshold < 1e300 {
      let value = threshold * (decade == 1 ? 10 : decade == 2 ? 100 : 1e6)
      #expect((scale.coordinate(value) - 1 - decade).magnitude < 1e-12)
      #expect(scale.coordinate(-value) == -scale.coordinate(value))
    }
    for value in [1e308, -1e308] { #expect(scale.coordinate(value).isFinite) }
  }

  @Test("The value at a coordinate is the way back", arguments: thresholds)
  func inverse(threshold: Double) {
    let scales = [AxisScale.linear, .log, .symlog(threshold: threshold)]
    for scale in scales {
      for value in [1e-300, 2.5e-8, 0.5, 1, 3, 1e5, 1e300, -1e-300, -0.5, -7e200] {
        let coordinate = scale.coordinate(value)
        guard coordinate.isFinite, coordinate != 0 else { continue }
        let back = scale.value(ofCoordinate: coordinate)
        // Rounding a coordinate of 600 decades moves the value by as many units in the last place.
        #expect((back - value).magnitude <= 5e-13 * value.magnitude, "\(scale) \(value)")
      }
    }
  }

  @Test("It ascends everywhere")
  func monotonic() {
    let scale = AxisScale.symlog(threshold: 0.01)
    let values = [-1e10, -1, -0.011, -0.01, -0.009, -1e-9, 0, 1e-9, 0.01, 0.0101, 0.02, 1e10]
    let coordinates = values.map { scale.coordinate($0) }
    #expect(zip(coordinates, coordinates.dropFirst()).allSatisfy { $0 < $1 })
  }

  struct Row: Sendable {
    var threshold: Double
    var lower: Double
    var upper: Double
    var intervals: Int
    var labels: [String]

    init(
      _ threshold: Double, _ lower: Double, _ upper: Double, _ intervals: Int, _ labels: [String]
    ) {
      (self.threshold, self.lower, self.upper) = (threshold, lower, upper)
      (self.intervals, self.labels) = (intervals, labels)
    }
  }

  static let tickRows = [
    Row(1, -1000, 1000, 9, ["−10³", "−10²", "−10¹", "−10⁰", "0", "10⁰", "10¹", "10²", "10³"]),
    Row(1e-3, 0, 0.5, 9, ["0", "10⁻³", "10⁻²", "10⁻¹"]),
    // The first power is left out where it would stand too close to 0.
    Row(1, -1000, 1000, 4, ["−10²", "0", "10²"]),
    Row(1e-6, -1, 1, 5, ["−10⁰", "−10⁻³", "0", "10⁻³", "10⁰"]),
    Row(1e-300, -1, 1, 7, ["−10⁰", "−10⁻¹⁰⁰", "−10⁻²⁰⁰", "0", "10⁻²⁰⁰", "10⁻¹⁰⁰", "10⁰"]),
    Row(2.5, -30, 300, 9, ["−10¹", "0", "10¹", "10²"]),
    Row(1, 5, 50_000, 9, ["10¹", "10²", "10³", "10⁴"]),
    // All of it linear, or less than two powers of ten.
    Row(1, -0.2, 0.2, 4, ["−0.2", "−0.1", "0.0", "0.1", "0.2"]),
    Row(10, 2, 8, 3, ["2", "4", "6", "8"]),
    Row(1, 2, 9, 9, ["2", "3", "4", "5", "6", "7", "8", "9"]),
  ]

  @Test("Ticks stand at powers of ten, their negatives and 0", arguments: tickRows)
  func ticks(row: Row) throws {
    let scale = AxisScale.symlog(threshold: row.threshold)
    let limits = try scale.coordinates(AxisLimits(row.lower, row.upper))
    let ticks = scale.ticks(between: limits, maximumIntervals: row.intervals).ticks
    #expect(ticks.map(\.label) == row.labels)
    #expect(ticks.map(\.number) == ticks.map(\.value))
  }

  @Test("Between powers of ten beyond the threshold stand ticks without labels")
  func minorTicks() throws {
    let scale = AxisScale.symlog(threshold: 1)
    let limits = try scale.coordinates(AxisLimits(-12, 25))
    let minor = scale.minorTicks(between: limits, maximumIntervals: 9)
    #expect(minor == [-9, -8, -7, -6, -5, -4, -3, -2, 2, 3, 4, 5, 6, 7, 8, 9, 20])
  }

  @Test("It is drawn with 0 in the middle, and values on both sides")
  func layout() throws {
    let curve = Curve(x: [-1000, -1, 0, 1, 1000], y: [-1000, -1, 0, 1, 1000])
    let figure = Figure([
      Panel(
        curves: [curve], x: AxisOptions(scale: .symlog(threshold: 1)),
        y: AxisOptions(scale: .symlog(threshold: 1)))
    ])
    let scene = try figure.scene(measuring: FixedPitchMeasurer())
    let points = try #require(scene.lines(of: .curve(index: 0))).joined()
    let axes = try #require(scene.axes)
    #expect(points.count == 5)
    let steps = zip(points, points.dropFirst()).map { $1.x - $0.x }
    for (step, expected) in zip(steps, [3.0, 1, 1, 3]) {
      #expect((step - expected * steps[1]).magnitude < 1e-9)
    }
    #expect(points.contains { ($0.x - axes.midX).magnitude < 1e-9 })
  }
}
