import TestSupport
import Testing

@testable import Plotting

@Suite("Ticks")
struct TickLadderTests {
  private static let labelled: [(Double, Double, Int, [String])] = [
    // The chapter's axes.
    (-8.795, 8.695, 9, ["−8", "−6", "−4", "−2", "0", "2", "4", "6", "8"]),
    (-0.0496, 1.0496, 6, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    (-0.012148, 0.26248, 6, ["0.00", "0.05", "0.10", "0.15", "0.20", "0.25"]),
    (-1.1, 1.1, 6, ["−1.0", "−0.5", "0.0", "0.5", "1.0"]),
    // Every step, and limits that are ticks.
    (0, 1, 9, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    (0, 9, 9, ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]),
    (0, 10, 4, ["0.0", "2.5", "5.0", "7.5", "10.0"]),
    (-7, 12, 8, ["−5.0", "−2.5", "0.0", "2.5", "5.0", "7.5", "10.0"]),
    (0, 100, 4, ["0", "25", "50", "75", "100"]),
    (0, 1000, 4, ["0", "250", "500", "750", "1000"]),
    (0, 0.5, 5, ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5"]),
    (-0.75, 0, 3, ["−0.75", "−0.50", "−0.25", "0.00"]),
    // One interval would leave a single tick.
    (1, 9, 1, ["2.5", "5.0", "7.5"]),
    // Beyond what plain decimals can show.
    (0, 0.001, 5, ["0.0000", "0.0002", "0.0004", "0.0006", "0.0008", "0.0010"]),
    (0, 1_000_000, 5, ["0", "200000", "400000", "600000", "800000", "1000000"]),
    (0, 1e9, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    (-1e9, 1e9, 2, ["−1", "0", "1"]),
    (0, 1e-9, 4, ["0.00", "0.25", "0.50", "0.75", "1.00"]),
    (-1e-9, 1e-9, 2, ["−1", "0", "1"]),
    (1_000_000, 1_000_000.5, 2, ["0.00", "0.25", "0.50"]),
  ]

  @Test("Labels are decimals of the step, with a minus sign of its own", arguments: labelled)
  func labels(lower: Double, upper: Double, intervals: Int, labels: [String]) throws {
    let row = try row(lower, upper, intervals), ticks = row.ticks
    #expect(ticks.map(\.label) == labels)
    for tick in ticks {
      let error = (row.number(of: tick) - tick.value).magnitude
      #expect(error <= (row.common.isEmpty ? 0 : tick.value.ulp))
    }
  }

  /// Lower and upper limit, intervals, first tick, step and count, as
  /// `MaxNLocator(nbins: intervals, steps: [1, 2, 2.5, 5, 10])` of matplotlib 3.7.2 gives them.
  private static let matplotlib: [(Double, Double, Int, Double, Double, Int)] = [
    (-0.039482, 0.0048286, 9, -0.035, 0.005, 8),
    (-3.6569, 0.57999, 6, -3, 1, 4),
    (-8.5947e-05, 0.00041817, 2, 0, 0.00025, 2),
    (-3.4245e-06, -2.1731e-06, 1, -3e-06, 5e-07, 2),
    (0.039373, 0.040948, 6, 0.0395, 0.0005, 3),
    (95.041, 122.11, 6, 100, 5, 5),
    (-4.1914e-05, 5.4069e-05, 6, -4e-05, 2e-05, 5),
    (-0.038161, -0.028193, 6, -0.038, 0.002, 5),
    (3981.2, 4009.7, 9, 3985, 5, 5),
    (-3.0596e-06, -2.794e-06, 9, -3.05e-06, 5e-08, 6),
    (2.2277, 14.656, 5, 2.5, 2.5, 5),
    (-0.024843, 0.017977, 9, -0.02, 0.005, 8),
    (-0.00057442, 0.0005252, 3, -0.0005, 0.0005, 3),
    (71206.0, 198020.0, 1, 100000, 50000, 2),
    (8.3504, 13.421, 5, 10, 2, 2),
    (-0.96202, 0.07762, 6, -0.8, 0.2, 5),
    (-34.012, 35.018, 5, -20, 20, 3),
    (93.124, 109.36, 3, 95, 5, 3),
    (39.336, 40.061, 9, 39.4, 0.1, 7),
    (0.39422, 0.40681, 5, 0.395, 0.005, 3),
    (0.39614, 0.40669, 1, 0.4, 0.005, 2),
    (-0.16805, 0.1171, 1, -0.1, 0.1, 3),
    (-0.00012934, 0.00024761, 5, -0.0001, 0.0001, 4),
    (-0.16637, 0.40164, 3, 0, 0.2, 3),
    (1.3602e-05, 0.00012784, 5, 2.5e-05, 2.5e-05, 5),
    (3.9116, 4.0958, 2, 3.95, 0.05, 3),
    (-1.513e-07, 6.5852e-07, 1, 0, 5e-07, 2),
    (-3.1823, -2.7181, 2, -3, 0.25, 2),
    (-3.3693, -2.4337, 2, -3, 0.5, 2),
    (-395020.0, -234500.0, 9, -380000, 20000, 8),
    (1.0047e-10, 1.78e-09, 9, 2e-10, 2e-10, 8),
    (-3392.4, -2601.0, 1, -3250, 250, 3),
  ]

  @Test("Steps are matplotlib's", arguments: matplotlib)
  func steps(
    lower: Double, upper: Double, intervals: Int, first: Double, step: Double, count: Int
  ) throws {
    let values = try ticks(lower, upper, intervals).map(\.value)
    let expected = (0..<count).map { first + Double($0) * step }
    #expect(values.count == count)
    for (value, truth) in zip(values, expected) {
      #expect((value - truth).magnitude <= 1e-9 * step, "\(value) instead of \(truth)")
    }
  }

  @Test("A tick is the very number that its label says")
  func exactness() throws {
    #expect(try ticks(0, 1, 9).map(\.value) == [0, 0.2, 0.4, 0.6, 0.8, 1])
    #expect(try ticks(0.05, 0.95, 9).map(\.value).contains(0.3))
    #expect(try ticks(-0.3, 0.3, 6).map(\.value) == [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3])
    #expect(try ticks(-0.3, 0.3, 6).allSatisfy { $0.value != 0 || $0.value.sign == .plus })
  }

  @Test("Limits that are ticks get their ticks at every power of ten")
  func endTicks() throws {
    let failures = try (-289...289).filter { power in
      let upper = try #require(Double("1e\(power)"))
      // Four intervals, because 10^n / 5 may round to above the step.
      let values = try ticks(0, upper, 4).map(\.value)
      return values.count != 5 || values.allSatisfy { $0 < upper * (1 - 1e-13) }
    }
    #expect(failures == [])
  }

  @Test("Ticks close together far from 0 stay apart")
  func farFromZero() throws {
    for (lower, upper) in [
      (1_000_000.0, 1_000_001.0), (1e9, 1e9 + 10), (-1e15, -1e15 + 8000), (1, 1 + 2e-12),
      (123_456_789, 123_456_790), (1e300, 1.000_001e300),
    ] {
      try checkLadder(lower, upper, 5)
    }
  }

  @Test("Any limits get ascending ticks inside, each with a label of its own")
  func randomLimits() throws {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<5_000 {
      func magnitude(_ powers: ClosedRange<Double>) -> Double {
        let power = Int(Double.random(in: powers, using: &generator))
        return Double("1e\(power)").map { $0 * .random(in: 1..<10, using: &generator) } ?? 0
      }
      let width = magnitude(-290...290)
      // From limits about 0 to limits that differ late.
      let centre =
        width * (Bool.random(using: &generator) ? magnitude(-3...8) : 1)
        * Double.random(in: -1...1, using: &generator)
      guard let limits = try? AxisLimits(centre - width / 2, centre + width / 2) else { continue }
      let intervals = Int.random(in: 1...9, using: &generator)
      try checkLadder(limits.lower, limits.upper, intervals)
    }
  }

  private func checkLadder(_ lower: Double, _ upper: Double, _ intervals: Int) throws {
    let row = try row(lower, upper, intervals), ticks = row.ticks
    let values = ticks.map(\.value)
    let place = "\(lower) to \(upper) in \(intervals): \(ticks.map(\.label))"
    #expect(values.count >= 2, "\(place)")
    // One more only where the wanted step left fewer than two ticks.
    #expect(values.count <= max(intervals + 1, 4), "\(place)")
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "\(place)")
    #expect(values.allSatisfy { lower <= $0 && $0 <= upper }, "\(place)")
    #expect(Set(ticks.map(\.label)).count == ticks.count, "\(place)")
    for tick in ticks {
      let printed = row.number(of: tick)
      #expect(
        (printed - tick.value).magnitude <= 1e-13 * tick.value.magnitude,
        "\(tick.label) at \(tick.value)")
      #expect(!tick.label.hasPrefix("−0") || tick.number != 0, "\(place)")
      #expect(!tick.label.contains("-"), "\(place)")
    }
  }

  private func ticks(_ lower: Double, _ upper: Double, _ intervals: Int) throws -> [Tick] {
    try row(lower, upper, intervals).ticks
  }

  private func row(_ lower: Double, _ upper: Double, _ intervals: Int) throws -> AxisTicks {
    AxisScale.linear.ticks(between: try AxisLimits(lower, upper), maximumIntervals: intervals)
  }
}
