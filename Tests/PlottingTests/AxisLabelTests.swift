import Decimals
import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("What the numbers of an axis have in common")
struct AxisLabelTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let lower: Double
    let upper: Double
    let labels: [String]
    let common: String

    var testDescription: String { "\(lower) to \(upper)" }
  }

  @Test(
    "It stands once at the axis",
    arguments: [
      Row(lower: 0, upper: 1e-7, labels: ["0.0", "0.5", "1.0"], common: "×10⁻⁷"),
      Row(lower: 0, upper: 12_345_678, labels: ["0.0", "0.5", "1.0"], common: "×10⁷"),
      Row(lower: -2e15, upper: 2e15, labels: ["−2", "0", "2"], common: "×10¹⁵"),
      Row(lower: 1e9, upper: 1e9 + 4, labels: ["0", "2", "4"], common: "+10⁹"),
      Row(lower: 1e6, upper: 1e6 + 1, labels: ["0.0", "0.5", "1.0"], common: "+10⁶"),
      Row(lower: -1e6 - 1, upper: -1e6, labels: ["−1.0", "−0.5", "0.0"], common: "−10⁶"),
      Row(
        lower: 1_234_567, upper: 1_234_567.4, labels: ["0.0", "0.2", "0.4"], common: "+1234567"),
      // Read at a glance as they are.
      Row(lower: 0, upper: 1e6, labels: ["0", "500000", "1000000"], common: ""),
      Row(lower: -8, upper: 8, labels: ["−5", "0", "5"], common: ""),
      Row(lower: 0, upper: 0.004, labels: ["0.000", "0.002", "0.004"], common: ""),
    ])
  func common(_ row: Row) throws {
    let ticks = AxisScale.linear.ticks(
      between: try AxisLimits(row.lower, row.upper), maximumIntervals: 3)
    #expect(ticks.ticks.map(\.label) == row.labels)
    #expect(ticks.common == row.common)
  }

  @Test("Numbers with what they have in common are the values of the ticks")
  func values() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2000 {
      let size = Double.random(in: -12...14, using: &random)
      let start = decimal(Int.random(in: -999...999, using: &random), Int(size))
      let span = decimal(
        Int.random(in: 1...99, using: &random), Int(size) - Int.random(in: 0...9, using: &random))
      let limits = try AxisLimits(start, start + span)
      let row = AxisScale.linear.ticks(between: limits, maximumIntervals: 5)
      for tick in row.ticks {
        let value = row.number(of: tick)
        let error = (value - tick.value).magnitude
        #expect(
          error <= 1e-9 * span + 4 * tick.value.ulp, "\(tick.label)\(row.common) at \(tick.value)")
      }
      #expect(Set(row.ticks.map(\.label)).count == row.ticks.count)
    }
  }

  @Test("It is drawn right of the label of x and above the y axis, apart from all numbers")
  func places() throws {
    let curve = Curve(x: [0, 3e8], y: [1e-9, 2e-9])
    for style in AxesStyle.allCases {
      let figure = Figure(
        [Panel(curves: [curve], x: AxisOptions(label: "x"), y: AxisOptions(label: "y"))],
        axesStyle: style)
      let scene = try figure.scene(measuring: FixedPitchMeasurer())
      let texts = scene.elements.compactMap { element -> (Scene.Mark, Rectangle)? in
        guard case .text(let text) = element.shape, text.angle == 0 else { return nil }
        let extent = try? FixedPitchMeasurer().typeset(text.string, fontSize: text.fontSize).extent
        return extent.map { (element.mark, $0.box(at: text.origin)) }
      }
      for axis in [Axis.x, .y] {
        let factor = try #require(texts.first { $0.0 == .tickFactor(axis) })
        for (mark, box) in texts where mark != factor.0 {
          #expect(!box.overlaps(factor.1), "\(style): \(mark)")
        }
      }
    }
  }

  @Test("Small ticks stand beside given ticks, and beside 1, 2 and 5 on a logarithmic axis")
  func minorTicks() throws {
    let given = TickChoice(values: [-4, 0, 4], minor: true)
    let between = AxisScale.linear.minorTicks(
      between: try AxisLimits(-4.4, 4.4), maximumIntervals: 9, choice: given)
    #expect(between == [-3, -2, -1, 1, 2, 3])
    let none = AxisScale.linear.minorTicks(
      between: try AxisLimits(-4.4, 4.4), maximumIntervals: 9, choice: TickChoice(values: [0]))
    #expect(none.isEmpty)
    let ratios = AxisScale.log.minorTicks(
      between: try AxisScale.log.coordinates(AxisLimits(0.15, 6)), maximumIntervals: 9)
    #expect(ratios == [0.3, 0.4, 0.6, 0.7, 0.8, 0.9, 3, 4, 6])
  }

  @Test("Where given ticks have no room, those that are left are in step")
  func thinning() throws {
    let ticks = TickChoice(values: (0...40).map { Double($0) / 4 })
    let figure = Figure(
      [Panel(curves: [Curve(x: [0, 10], y: [0, 1])], x: AxisOptions(ticks: ticks))])
    let scene = try figure.scene(measuring: FixedPitchMeasurer())
    let numbers = scene.tickLabels(.x).compactMap { Double($0) }
    let steps = Set(zip(numbers, numbers.dropFirst()).map { ($1 - $0) })
    #expect(numbers.count > 3 && steps.count == 1)
  }
}
