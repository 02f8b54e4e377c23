import Decimals
import TestSupport
import Testing

@testable import Plotting

@Suite("Formats of ticks")
struct TickFormatTests {
  struct Row: Sendable {
    var format: TickFormat
    var lower: Double
    var upper: Double
    var intervals: Int
    var labels: [String]

    init(
      _ format: TickFormat, _ lower: Double, _ upper: Double, _ intervals: Int, _ labels: [String]
    ) {
      (self.format, self.lower, self.upper) = (format, lower, upper)
      (self.intervals, self.labels) = (intervals, labels)
    }
  }

  static let linearRows = [
    Row(.decimal, 0, 1e-6, 2, ["0.0000000", "0.0000005", "0.0000010"]),
    Row(.decimal, -2e8, 2e8, 2, ["−200000000", "0", "200000000"]),
    // Nobody counts 300 zeros.
    Row(.decimal, 0, 1e-290, 2, ["0", "5×10⁻²⁹¹", "1×10⁻²⁹⁰"]),
    Row(.scientific, 0, 10, 4, ["0", "2.5×10⁰", "5.0×10⁰", "7.5×10⁰", "1.0×10¹"]),
    Row(.scientific, -0.2, 0.2, 2, ["−2×10⁻¹", "0", "2×10⁻¹"]),
    Row(.scientific, 95, 105, 2, ["9.50×10¹", "1.00×10²", "1.05×10²"]),
    Row(.engineering, 0, 1e-6, 4, ["0", "250×10⁻⁹", "500×10⁻⁹", "750×10⁻⁹", "1.00×10⁻⁶"]),
    Row(.engineering, -50_000, 50_000, 2, ["−50×10³", "0", "50×10³"]),
    Row(.engineering, 0, 0.04, 2, ["0", "20×10⁻³", "40×10⁻³"]),
    Row(.engineering, 0, 500, 2, ["0", "250", "500"]),
    Row(.engineering, 0, 2, 4, ["0", "500×10⁻³", "1.0", "1.5", "2.0"]),
    Row(.pi, -7, 7, 9, ["−2π", "−3π/2", "−π", "−π/2", "0", "π/2", "π", "3π/2", "2π"]),
    Row(.pi, -10, 10, 6, ["−3π", "−2π", "−π", "0", "π", "2π", "3π"]),
    Row(.pi, 0, 1, 4, ["0", "π/12", "π/6", "π/4"]),
    Row(.pi, 0, 1.6, 3, ["0", "π/6", "π/3", "π/2"]),
    Row(.pi, 0, 3.2, 8, ["0", "π/8", "π/4", "3π/8", "π/2", "5π/8", "3π/4", "7π/8", "π"]),
    Row(.pi, 0, 3.2, 4, ["0", "π/4", "π/2", "3π/4", "π"]),
    Row(.pi, 0, 100, 4, ["0", "10π", "20π", "30π"]),
    Row(.pi, -1e6, 1e6, 4, ["−200000π", "0", "200000π"]),
    // No room for two, or for the digits.
    Row(.pi, 0.1, 0.2, 4, ["0.100", "0.125", "0.150", "0.175", "0.200"]),
    Row(.pi, 0, 1e9, 2, ["0.0", "0.5", "1.0"]),
  ]

  @Test("On a linear axis", arguments: linearRows)
  func linear(row: Row) throws {
    let axis = AxisScale.linear.ticks(
      between: try AxisLimits(row.lower, row.upper), maximumIntervals: row.intervals,
      choice: TickChoice(format: row.format))
    #expect(axis.ticks.map(\.label) == row.labels)
    for tick in axis.ticks where !tick.label.contains("π") {
      #expect((axis.number(of: tick) - tick.value).magnitude <= 1e-15 * tick.value.magnitude)
    }
  }

  static let logarithmicRows = [
    Row(.decimal, 1e-3, 1e3, 9, ["0.001", "0.01", "0.1", "1", "10", "100", "1000"]),
    Row(.decimal, 1e-30, 1, 3, ["10⁻³⁰", "10⁻²⁰", "10⁻¹⁰", "10⁰"]),
    Row(.scientific, 1e-3, 1, 9, ["10⁻³", "10⁻²", "10⁻¹", "10⁰"]),
    Row(.engineering, 1e-4, 1e4, 9, ["10⁻³", "10⁰", "10³"]),
    Row(.engineering, 1e-40, 1, 4, ["10⁻³⁰", "10⁻¹⁵", "10⁰"]),
    Row(.pi, 1, 100, 9, ["10⁰", "10¹", "10²"]),
    // The whole of the Doubles.
    Row(.automatic, .leastNonzeroMagnitude, 1.79e308, 4, ["10⁻²⁰⁰", "10⁰", "10²⁰⁰"]),
    Row(.automatic, 1e-300, 1, 3, ["10⁻³⁰⁰", "10⁻²⁰⁰", "10⁻¹⁰⁰", "10⁰"]),
    Row(
      .automatic, decimal(1, -323), decimal(1, -318), 9,
      ["10⁻³²³", "10⁻³²²", "10⁻³²¹", "10⁻³²⁰", "10⁻³¹⁹", "10⁻³¹⁸"]),
    // Less than two powers of ten.
    Row(.automatic, 2, 9, 9, ["2", "3", "4", "5", "6", "7", "8", "9"]),
    Row(.automatic, 0.2, 5, 9, ["0.2", "0.5", "1", "2", "5"]),
    Row(.scientific, 0.2, 5, 9, ["2×10⁻¹", "5×10⁻¹", "1×10⁰", "2×10⁰", "5×10⁰"]),
    Row(.engineering, 2e-7, 5e-6, 9, ["200×10⁻⁹", "500×10⁻⁹", "1×10⁻⁶", "2×10⁻⁶", "5×10⁻⁶"]),
    Row(.automatic, decimal(2, -310), decimal(9, -310), 9, ["2×10⁻³¹⁰", "5×10⁻³¹⁰"]),
  ]

  @Test("On a logarithmic axis", arguments: logarithmicRows)
  func logarithmic(row: Row) throws {
    let limits = try AxisScale.log.coordinates(AxisLimits(row.lower, row.upper))
    let ticks = AxisScale.log.ticks(
      between: limits, maximumIntervals: row.intervals, choice: TickChoice(format: row.format)
    ).ticks
    #expect(ticks.map(\.label) == row.labels)
    #expect(ticks.map(\.number) == ticks.map(\.value))
  }

  @Test("Names are read, and others refused", arguments: TickFormat.allCases)
  func names(format: TickFormat) throws {
    #expect(try TickFormat(format.rawValue) == format)
    #expect(throws: PlottingError.notATickFormat("Pi")) { try TickFormat("Pi") as TickFormat }
  }

  @Test("Multiples of π stand where they say")
  func piValues() throws {
    let ticks = AxisScale.linear.ticks(
      between: try AxisLimits(-7, 7), maximumIntervals: 9, choice: TickChoice(format: .pi)
    ).ticks
    let expected = (-4...4).map { Double($0) * .pi / 2 }
    #expect(ticks.map(\.value) == expected)
    #expect(ticks.allSatisfy { $0.value != 0 || $0.value.sign == .plus })
  }

  // MARK: Explicit ticks

  static let explicitRows: [(TickFormat, [Double], [String])] = [
    (.automatic, [0, 1, 0.5], ["0.0", "0.5", "1.0"]),
    (.automatic, [-0.0, 0, -2, -2], ["−2", "0"]),
    (.automatic, [1.0 / 3, 2.0 / 3, 1], ["0.333333", "0.666667", "1.000000"]),
    (.automatic, [0.123_456_71, 0.123_456_72], ["1", "2"]),
    (.automatic, [1e-9, 2.5e-9], ["1.0", "2.5"]),
    (.automatic, [1e-300, 0.5], ["1×10⁻³⁰⁰", "5×10⁻¹"]),
    (.automatic, [12_345_678_901, 2e10], ["1.234568", "2.000000"]),
    (.automatic, [5e15, 5e15 + 1], ["0", "1"]),
    (.automatic, [.nan, .infinity, 3], ["3"]), (.automatic, [], []),
    (.decimal, [1e-5, 1], ["0.00001", "1.00000"]),
    (.scientific, [0, 150], ["0", "1.5×10²"]), (.engineering, [0, 15_000], ["0", "15×10³"]),
    (.pi, [-.pi / 2, 0, .pi, 4 * .pi / 3], ["−π/2", "0", "π", "4π/3"]),
    (.pi, [0, 1, .pi], ["0", "1.000000", "π"]),
  ]

  @Test("Explicit ticks have the decimals that they need", arguments: explicitRows)
  func explicit(format: TickFormat, values: [Double], labels: [String]) throws {
    let ticks = AxisScale.linear.ticks(
      between: try AxisLimits(-1e16, 1e16), maximumIntervals: 9,
      choice: TickChoice(format: format, values: values)
    ).ticks
    #expect(ticks.map(\.label) == labels)
    #expect(Set(ticks.map(\.value)) == Set(values.filter(\.isFinite)))
    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value })
  }

  @Test("Those out of sight are left out, and on a logarithmic axis those without a place")
  func explicitOutOfSight() throws {
    let choice = TickChoice(values: [-1, 0, 0.01, 0.5, 20, 1000])
    let limits = try AxisScale.log.coordinates(AxisLimits(0.01, 100))
    let ticks = AxisScale.log.ticks(between: limits, maximumIntervals: 9, choice: choice).ticks
    #expect(ticks.map(\.label) == ["0.01", "0.5", "20"])
    let powers = TickChoice(values: [0.01, 1, 100])
    #expect(
      AxisScale.log.ticks(between: limits, maximumIntervals: 9, choice: powers).ticks.map(\.label)
        == ["10⁻²", "10⁰", "10²"])
  }
}
