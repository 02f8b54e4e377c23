import Testing

@testable import Plotting

@Suite("Axis limits")
struct AxisLimitsTests {
  @Test(
    "Limits that are not finite, or on a linear axis too far apart, are refused",
    arguments: [
      (Double.nan, 1.0), (0, .nan), (-.infinity, 0), (0, .infinity), (.infinity, .infinity),
      (-1e308, 1e308), (-6e299, 6e299),
    ])
  func notFinite(lower: Double, upper: Double) {
    let error = #expect(throws: PlottingError.self) {
      try AxisScale.linear.coordinates(AxisLimits(lower, upper))
    }
    guard case .limitsNotFinite = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test(
    "Reversed and equal limits are refused",
    arguments: [(1.0, 0.0), (1, 1), (0, -0.0), (1e308, -1e308)])
  func notAscending(lower: Double, upper: Double) {
    #expect(throws: PlottingError.limitsNotAscending(lower, upper)) {
      try AxisLimits(lower, upper)
    }
  }

  private static let close: [(Double, Double)] = [
    (1, 1 + 1e-13), (0, 1e-301), (-.leastNonzeroMagnitude, .leastNonzeroMagnitude),
    (1e300, 1e300.nextUp),
  ]

  @Test("Limits too close together are refused", arguments: close)
  func tooClose(lower: Double, upper: Double) {
    #expect(throws: PlottingError.limitsTooClose(lower, upper)) {
      try AxisScale.linear.coordinates(AxisLimits(lower, upper))
    }
  }

  private static let wide: [(Double, Double)] = [
    (0, 1), (-1e299, 1e299), (0, 1e-299), (1, 1 + 1e-11), (-3, -2),
  ]

  @Test("Others are taken as they are", arguments: wide)
  func accepted(lower: Double, upper: Double) throws {
    let limits = try AxisLimits(lower, upper)
    #expect(limits.lower == lower && limits.upper == upper)
    #expect(try AxisScale.linear.coordinates(limits) == limits)
  }

  private static let data: [(values: [Double], lower: Double, upper: Double)] = [
    ([0, 1, 2], -0.1, 2.1), ([2, -2], -2.2, 2.2), ([-8, 7.9], -8.795, 8.695),
    // What is not finite has no place on the axis.
    ([.nan, 0, .infinity, 2, -.infinity], -0.1, 2.1),
    // A constant runs through the middle; the room is 5 % of it, and 5 % of the extent of that.
    ([4, 4, 4], 3.78, 4.22), ([-4], -4.22, -3.78), ([0, 0], -0.055, 0.055), ([-0.0], -0.055, 0.055),
    ([.leastNormalMagnitude / 4, -Double.leastNormalMagnitude / 4], -0.055, 0.055),
    ([1, 1 + 4e-16], 0.945, 1.055),
  ]

  @Test("Limits hold the finite values and a margin", arguments: data)
  func autoscale(values: [Double], lower: Double, upper: Double) throws {
    let limits = try AxisLimits(showing: values, margin: 0.05)
    #expect((limits.lower - lower).magnitude <= 1e-12 * lower.magnitude)
    #expect((limits.upper - upper).magnitude <= 1e-12 * upper.magnitude)
  }

  @Test("Any finite values that limits could hold are shown, however small")
  func smallValues() throws {
    for power in -323 ... -280 {
      for mantissa in ["1", "2", "5"] {
        let value = try #require(Double("\(mantissa)e\(power)"))
        for values in [[value], [0, value], [value, 1.5 * value], [-value, value]] {
          do {
            let limits = try AxisLimits(showing: values, margin: 0.05)
            #expect(values.allSatisfy(limits.contains), "\(values)")
          } catch {
            Issue.record("\(values): \(error)")
          }
        }
      }
    }
  }

  @Test(
    "Nothing finite is nothing to show", arguments: [[], [Double.nan], [.infinity, -.infinity]])
  func nothing(values: [Double]) {
    #expect(throws: PlottingError.nothingToShow) {
      try AxisLimits(showing: values, margin: 0.05)
    }
  }

  @Test(
    "Every error is a sentence that names the value",
    arguments: [
      (PlottingError.sizeOutOfRange(0.5), "0.5"), (.limitsNotFinite(.nan, 1), "nan"),
      (.limitsNotAscending(2, 1), "1.0:2.0"), (.limitsNotAscending(2, 2), "equal"),
      (.limitsTooClose(1, 1.25), "1.25"), (.nothingToShow, "finite"),
      (.notAScale("lg\u{1B}"), "“lg\u{FFFD}”"), (.thresholdNotPositive("-1"), "“-1”"),
      (.notATickFormat("e"), "auto, decimal, scientific, engineering or pi"),
      (.notATickFormat(String(repeating: "e", count: 99)), "e…”"),
    ])
  func descriptions(error: PlottingError, part: String) {
    #expect(error.description.contains(part))
    #expect(error.description.hasSuffix("."))
  }

  @Test("The sides of a figure have limits", arguments: [0.5, -1, 14_401, .nan, .infinity])
  func sizes(side: Double) throws {
    #expect(throws: PlottingError.self) { try FigureSize(width: side, height: 100) }
    #expect(throws: PlottingError.self) { try FigureSize(width: 100, height: side) }
    #expect(try FigureSize(width: 1, height: 14_400).height == 14_400)
  }
}
