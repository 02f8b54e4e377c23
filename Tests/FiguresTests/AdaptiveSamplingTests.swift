import Activations
import Foundation
import Plotting
import TestSupport
import Testing

@testable import Figures
import Typesetting

@Suite("Adaptive sampling")
struct AdaptiveSamplingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    var order = 0
    var domain = -8.0...8.0
    var xScale = AxisScale.linear
    var yScale = AxisScale.linear
    /// More samples than this are not needed.
    let most: Int

    var testDescription: String { "\(text) of order \(order), \(xScale) and \(yScale)" }
  }

  private static let cases = [
    Case(text: "sigmoid", most: 80), Case(text: "sigmoid", order: 1, most: 130),
    Case(text: "tanh", most: 80), Case(text: "gelu", order: 2, most: 150),
    Case(text: "sigmoid(1000 * x)", most: 40), Case(text: "tanh(1e6 * x)", most: 20),
    Case(text: "sin(50 * x)", most: 6000), Case(text: "sin(5 * x)", most: 1500),
    Case(text: "floor(x)", most: 40), Case(text: "x - floor(x)", most: 40),
    Case(text: "sqrt(x)", most: 100), Case(text: "x^(1/3)", most: 100),
    Case(text: "sqrt(abs(x))", most: 150), Case(text: "sqrt(1 - x^2)", most: 100),
    Case(text: "abs", most: 5), Case(text: "relu", most: 5), Case(text: "relu", order: 1, most: 6),
    Case(text: "hard_swish", order: 1, most: 10), Case(text: "selu", order: 2, most: 60),
    Case(text: "exp(x)", most: 100), Case(text: "exp(x)", yScale: .log, most: 3),
    Case(text: "gelu", order: 1, domain: -37...8, yScale: .log, most: 150),
    Case(text: "log(x)", domain: 1e-3...1e3, xScale: .log, most: 3),
    Case(text: "sigmoid(x)", domain: 1e-3...1e3, xScale: .log, most: 80),
    Case(text: "x^3", domain: 1e-3...1e3, xScale: .log, yScale: .log, most: 3),
    Case(text: "1 / x", most: 200), Case(text: "tan(x)", most: 600),
    Case(text: "1 / (x - 0.123)^2", most: 200), Case(text: "log(x)", most: 200),
    Case(text: "atanh(x)", domain: -2...2, most: 200), Case(text: "elu", order: 6, most: 60),
    Case(text: "relu(x) - 3", yScale: .log, most: 60), Case(text: "sinc", order: 20, most: 400),
    Case(text: "exp(-1e4 * (x - 0.3)^2)", most: 60), Case(text: "x * sin(1 / x)", most: 5000),
  ]

  private static let width = 279.0
  private static let height = 138.6

  private func sampling(_ test: Case, limits: AxisLimits? = nil) -> AdaptiveSampling {
    AdaptiveSampling(
      domain: test.domain, x: AxisOptions(scale: test.xScale),
      y: AxisOptions(limits: limits, scale: test.yScale), width: Self.width, height: Self.height)
  }

  @Test("Lines are within the tolerance of the curves on the page", arguments: cases)
  func deviation(test: Case) throws {
    let formula = try Formula(test.text)
    let (curves, found) = try sampling(test).curves(of: [(formula, test.order)])
    let curve = try #require(curves.first), extent = try #require(found)
    #expect(curve.x.count <= test.most)
    #expect(curve.x == curve.x.sorted())
    let map = PixelMap(sampling: sampling(test), yExtent: extent)
    let line = zip(curve.x, curve.values).map { Point(x: map.right($0), y: map.up($1)) }
    let first = test.xScale.coordinate(test.domain.lowerBound)
    let last = test.xScale.coordinate(test.domain.upperBound)
    let x = (0...7_000).map {
      test.xScale.value(ofCoordinate: first + (last - first) * Double($0) / 7_000)
    }
    .filter { test.domain.contains($0) }
    let truth = try formula.samples(at: x, order: test.order).derivatives[test.order]
    var segment = 0, worst = (distance: 0.0, x: 0.0)
    for (x, y) in zip(x, truth) {
      let point = Point(x: map.right(x), y: map.up(y))
      // Where a function jumps at the end of the axis there is but one side.
      guard (0...Self.height).contains(point.y), x < test.domain.upperBound else { continue }
      while segment < line.count - 2, line[segment + 1].x < point.x { segment += 1 }
      let near = max(0, segment - 6)..<min(line.count - 1, segment + 7)
      let distance = near.map { point.distance(from: line[$0], line[$0 + 1]) }.min() ?? .infinity
      if distance > worst.distance { worst = (distance, x) }
    }
    #expect(worst.distance <= AdaptiveSampling.tolerance, "at \(worst.x)")
  }

  @Test("A peak that is seen alone is seen beside another curve, and on given axes")
  func peakInCompany() throws {
    let peak = try Formula("exp(-((x-0.7310001)/0.001)^2)"), tanh = try Formula("tanh")
    for limits in [nil, try AxisLimits(-1, 2)] {
      let sampling = AdaptiveSampling(
        domain: -8...8, y: AxisOptions(limits: limits), width: Self.width, height: Self.height)
      for functions in [[(peak, 0)], [(peak, 0), (tanh, 0)], [(tanh, 0), (peak, 0)]] {
        let (curves, _) = try sampling.curves(of: functions)
        let highest = try #require(curves.filter { $0.formula == peak }.flatMap(\.values).max())
        #expect(highest > 0.9999)
      }
    }
  }

  @Test(
    "Any domain can be asked for",
    arguments: [
      (0.0...0.0, AxisScale.linear), (-8...8, .log), (-8 ... -1, .log),
      (0...Double.leastNormalMagnitude, .linear),
      (-1e300...1e300, .linear), (1e-300...1e300, .log), (1...1.0000000000000002, .linear),
    ]
  )
  func domains(domain: ClosedRange<Double>, xScale: AxisScale) throws {
    for text in ["relu", "1 / x", "tan(x)", "sqrt(x)", "floor(x)", "3", "0 / 0", "exp(x^2)"] {
      for yScale in [AxisScale.linear, .log] {
        let sampling = AdaptiveSampling(
          domain: domain, x: AxisOptions(scale: xScale), y: AxisOptions(scale: yScale), width: 20,
          height: 10)
        let curve = try sampling.curves(of: [(try Formula(text), 1)], jumps: .gap).curves[0]
        #expect(curve.x.count == curve.values.count && curve.x == curve.x.sorted(), "\(text)")
        #expect(curve.x.allSatisfy(domain.contains), "\(text)")
      }
      let sentence = Description.text(of: [(try Formula(text), 1)], over: domain)
      #expect(!sentence.isEmpty)
    }
  }

  @Test("Several curves share the axes, and no order beyond the highest is drawn")
  func several() throws {
    let tanh = try Formula("tanh"), cube = try Formula("x^3")
    let sampling = AdaptiveSampling(domain: -8...8, width: Self.width, height: Self.height)
    let (curves, extent) = try sampling.curves(of: [(tanh, 0), (tanh, 1), (cube, 0)])
    #expect(curves.map(\.order) == [0, 1, 0])
    #expect(try #require(extent) == (-512, 512))
    // On axes for x^3 a tanh is nearly straight.
    #expect(curves[0].x.count < 20)
    #expect(throws: OrderError(order: 21)) { try sampling.curves(of: [(tanh, 21)]) }
  }
}

extension Point {
  /// From the segment between two points; infinite if that is a break.
  fileprivate func distance(from start: Point, _ end: Point) -> Double {
    guard start.y.isFinite, end.y.isFinite else { return .infinity }
    let dx = end.x - start.x, dy = end.y - start.y
    let share = ((x - start.x) * dx + (y - start.y) * dy) / (dx * dx + dy * dy)
    let part = min(max(share.isFinite ? share : 0, 0), 1)
    return hypot(x - start.x - part * dx, y - start.y - part * dy)
  }
}
