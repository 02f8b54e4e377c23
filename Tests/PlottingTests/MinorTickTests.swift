import Decimals
import TestSupport
import Testing

@testable import Plotting

@Suite("Minor ticks")
struct MinorTickTests {
  static let linearRows: [(Double, Double, Int, TickFormat, [Double])] = [
    // Steps of 1, 2, 2.5 and 5.
    (0, 2, 2, .automatic, [0.2, 0.4, 0.6, 0.8, 1.2, 1.4, 1.6, 1.8]),
    (-0.5, 4.6, 3, .automatic, [-0.5, 0.5, 1, 1.5, 2.5, 3, 3.5, 4.5]),
    (0, 5, 2, .automatic, [0.5, 1, 1.5, 2, 3, 3.5, 4, 4.5]),
    (0, 1, 2, .automatic, [0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9]),
    (0, 7, 2, .pi, [.pi / 2, 3 * .pi / 2]),
  ]

  @Test("On a linear axis they divide the step into round parts", arguments: linearRows)
  func linear(
    lower: Double, upper: Double, intervals: Int, format: TickFormat, values: [Double]
  ) throws {
    let limits = try AxisLimits(lower, upper)
    let choice = TickChoice(format: format, minor: true)
    #expect(
      AxisScale.linear.minorTicks(between: limits, maximumIntervals: intervals, choice: choice)
        == values)
    let none = TickChoice(format: format)
    #expect(
      AxisScale.linear.minorTicks(between: limits, maximumIntervals: intervals, choice: none) == [])
  }

  @Test("Where powers of ten have no label, they can have a tick")
  func powers() throws {
    let limits = try AxisScale.log.coordinates(AxisLimits(1e-6, 1))
    let minor = AxisScale.log.minorTicks(
      between: limits, maximumIntervals: 3, choice: TickChoice(minor: true))
    #expect(minor == [1e-5, 1e-3, 1e-1])
    #expect(AxisScale.log.minorTicks(between: limits, maximumIntervals: 3) == [])
  }

  @Test("Between 1, 2 and 5 times powers of ten they are the other multiples")
  func multiples() throws {
    let limits = try AxisScale.log.coordinates(AxisLimits(0.15, 4.5))
    let ticks = AxisScale.log.ticks(between: limits, maximumIntervals: 5).ticks
    #expect(ticks.map(\.value) == [0.2, 0.5, 1, 2])
    for isWanted in [false, true] {
      let minor = AxisScale.log.minorTicks(
        between: limits, maximumIntervals: 5, choice: TickChoice(minor: isWanted))
      #expect(minor == [0.3, 0.4, 0.6, 0.7, 0.8, 0.9, 3, 4])
    }
  }

  @Test("They stand at no explicit tick")
  func explicit() throws {
    let limits = try AxisScale.log.coordinates(AxisLimits(1, 10))
    let choice = TickChoice(values: [1, 2, 5], minor: true)
    #expect(
      AxisScale.log.minorTicks(between: limits, maximumIntervals: 9, choice: choice)
        == [3, 4, 6, 7, 8, 9])
    #expect(
      AxisScale.linear.minorTicks(
        between: try AxisLimits(0, 10), maximumIntervals: 9, choice: choice)
        == [0, 4, 6, 8, 10])
  }

  @Test("Any axis has ascending ticks in sight, major and minor ones apart")
  func randomAxes() throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<3_000 {
      func value() -> Double {
        let power = Int.random(in: -307...307, using: &generator)
        return decimal(Int.random(in: -99...99, using: &generator), power - 2)
      }
      let scales = [AxisScale.linear, .log, .symlog(threshold: decimal(1, Int(power(value()))))]
      let scale = scales[Int.random(in: 0...2, using: &generator)]
      let ends = [value(), value()].sorted()
      guard let values = try? AxisLimits(ends[0], ends[1]),
        let limits = try? scale.coordinates(values)
      else { continue }
      let formats = TickFormat.allCases
      let choice = TickChoice(
        format: formats[Int.random(in: 0..<formats.count, using: &generator)], minor: true)
      let intervals = Int.random(in: 1...9, using: &generator)
      let row = scale.ticks(between: limits, maximumIntervals: intervals, choice: choice)
      let ticks = row.ticks
      let minor = scale.minorTicks(between: limits, maximumIntervals: intervals, choice: choice)
      let place = "\(scale) \(values) \(choice.format) \(intervals): \(ticks.map(\.label))"
      #expect(ticks.count >= 2 && ticks.count <= 2 * intervals + 4, "\(place)")
      #expect(Set(ticks.map(\.label)).count == ticks.count, "\(place)")
      for values in [ticks.map(\.value), minor] {
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "\(place) \(values)")
        #expect(values.allSatisfy { limits.contains(scale.coordinate($0)) }, "\(place)")
      }
      #expect(Set(minor).isDisjoint(with: ticks.map(\.value)), "\(place) \(minor)")
      for tick in ticks where !tick.label.contains("π") {
        #expect(
          (row.number(of: tick) - tick.value).magnitude <= 1e-13 * tick.value.magnitude,
          "\(tick.label) at \(tick.value)")
        #expect(!tick.label.hasPrefix("−0") || tick.number != 0)
      }
    }
  }

  private func power(_ value: Double) -> Double { Double(DecimalNumber(value).order) }
}
