import Activations
import Foundation
import Plotting
import TestSupport
import Testing

@testable import Figures
import Typesetting

/// Curves against the functions themselves, at 10,000 points of each: formulas of all kinds that run
/// off, bend and jump, made from a seed.
///
/// A few are checked in every run, and as many as `ACTPLOT_SWEEP` says over all ranges and sizes,
/// which wants a release build:
///
///     ACTPLOT_SWEEP=200 swift test -c release -Xswiftc -enable-testing --filter CurveSweepTests
@Suite("Curves against their functions")
struct CurveSweepTests {
  struct Plot: Sendable, CustomTestStringConvertible {
    let text: String
    var order = 0
    let domain: ClosedRange<Double>
    var xScale = AxisScale.linear
    var yScale = AxisScale.linear
    var size = (width: 279.0, height: 138.6)

    var testDescription: String {
      "\(text) of order \(order) over \(domain), \(xScale) and \(yScale), \(size.width) pt wide"
    }
  }

  // MARK: What is drawn

  private static let plots = [
    Plot(text: "1/(x-1)", domain: -8...8), Plot(text: "tan(pi*x)", domain: -8...8),
    Plot(text: "x^2+0.001/(x-1.3)", domain: -5...5),
    Plot(text: "(x^3-1)/(x-1.001)", domain: -8...8, size: (600, 400)),
    Plot(text: "sin(x)+0.001/(x-1)", order: 1, domain: -8...8, size: (90, 60)),
    Plot(text: "exp(1/(x-1.3))", domain: -1...3),
    Plot(text: "log(abs(x))", domain: -8...8), Plot(text: "asin(x)", order: 1, domain: -1...1),
    Plot(text: "1/(x-1)", domain: 0.01...100, xScale: .log),
    Plot(text: "abs(1/(x-1))", domain: -8...8, yScale: .log),
    // A limit that is neared infinitely fast, and what falls to 0 on a logarithmic axis.
    Plot(
      text: "1 / log(abs(x + 2.378)) + 0.001 * 1 / (exp(x) - 2)", domain: -5...5, size: (600, 400)),
    Plot(text: "relu(x) / tanh(x - 1.3)", order: 1, domain: -20...20, yScale: .log),
    Plot(text: "relu(x) + 1e-5 * exp(1 / (x + 1.684))", domain: -8...8, yScale: .log),
    Plot(text: "gelu", order: 2, domain: -8...8), Plot(text: "relu6", domain: -1...7),
    Plot(text: "1/x", domain: 0.001...8), Plot(text: "sigmoid(50*x)", order: 1, domain: -8...8),
  ]

  @Test("A curve is within a quarter of a point of its function", arguments: plots)
  func listed(plot: Plot) throws {
    let truth = try Truth(plot.text, plot.order, plot.domain, plot.xScale, count: 3000)
    #expect(try Self.faults(of: plot, truth) == [])
  }

  private static let ranges = [-8.0...8, -5...5, -1...1, 0...10, -0.3...2.7, -20...20]
  private static let sizes = [(279.0, 138.6), (90, 60), (600, 400)]

  @Test("So are those of random formulas")
  func random() throws {
    let wanted = ProcessInfo.processInfo.environment["ACTPLOT_SWEEP"].flatMap { Int($0) }
    var generator = RandomFunction(seed: 12)
    for index in 0..<(wanted ?? 6) {
      let text = generator.next(), order = index % 4 == 3 ? 1 : 0
      let ranges = wanted == nil ? [Self.ranges[index % Self.ranges.count]] : Self.ranges
      for domain in ranges {
        let yScale =
          index % 10 == 9 ? AxisScale.log : index % 10 == 4 ? .symlog(threshold: 1) : .linear
        let truth = try Truth(text, order, domain, .linear, count: wanted == nil ? 2000 : 10_000)
        for (width, height) in wanted == nil ? [Self.sizes[index % 3]] : Self.sizes {
          let plot = Plot(
            text: text, order: order, domain: domain, yScale: yScale, size: (width, height))
          let faults = try Self.faults(of: plot, truth)
          #expect(faults == [], "\(plot.testDescription)")
        }
      }
    }
  }

  // MARK: What is true

  /// The function at many points of the axis, at equal distances.
  private struct Truth {
    let formula: Formula
    let x: [Double]
    let y: [Double]

    init(
      _ text: String, _ order: Int, _ domain: ClosedRange<Double>, _ scale: AxisScale, count: Int
    ) throws {
      formula = try Formula(text)
      let first = scale.coordinate(domain.lowerBound), last = scale.coordinate(domain.upperBound)
      x = (0...count).map {
        scale.value(ofCoordinate: first + (last - first) * Double($0) / Double(count))
      }.filter { domain.contains($0) }
      y = try formula.samples(at: x, order: order).derivatives[order]
    }
  }

  /// What is wrong with a figure, in words.
  private static func faults(of plot: Plot, _ truth: Truth) throws -> [String] {
    let sampling = AdaptiveSampling(
      domain: plot.domain, x: AxisOptions(scale: plot.xScale), y: AxisOptions(scale: plot.yScale),
      width: plot.size.width, height: plot.size.height)
    let (curves, found) = try sampling.curves(of: [(truth.formula, plot.order)])
    let curve = try #require(curves.first)
    guard let extent = found else {
      let places = truth.y.filter { plot.yScale.coordinate($0).isFinite }
      return places.isEmpty ? [] : ["nothing is shown of \(places.count) values"]
    }
    var faults: [String] = []
    let map = PixelMap(sampling: sampling, yExtent: extent)
    let line = zip(curve.x, curve.values).map { Point(x: map.right($0), y: map.up($1)) }
    var start = 0
    var worst = (distance: 0.0, x: 0.0)
    for (x, y) in zip(truth.x, truth.y) {
      let point = Point(x: map.right(x), y: map.up(y))
      guard (0...plot.size.height).contains(point.y), x < plot.domain.upperBound else { continue }
      while start < line.count - 1, line[start + 1].x < point.x - 0.3 { start += 1 }
      var distance = Double.infinity, i = start
      while i < line.count - 1, line[i].x <= point.x + 0.3 || i <= start + 1 {
        distance = min(distance, point.distance(from: line[i], line[i + 1], map, curve, i))
        i += 1
      }
      if distance > worst.distance { worst = (distance, x) }
    }
    if worst.distance > 0.25 { faults.append("off by \(worst.distance) pt at \(worst.x)") }
    let sorted = truth.y.map { plot.yScale.coordinate($0) }.filter(\.isFinite).sorted()
    // What has no poles is shown whole, however narrow its peaks are.
    let runsOff = truth.formula.singularities(order: plot.order, in: plot.domain).runsOff
    if !sorted.isEmpty, runsOff {
      let needed = sorted[sorted.count - 1 - sorted.count / 20] - sorted[sorted.count / 20]
      let shown = plot.yScale.coordinate(extent.upper) - plot.yScale.coordinate(extent.lower)
      if needed > 0, shown > 50 * needed { faults.append("\(shown / needed) times as high") }
    }
    return faults
  }
}

extension Point {
  /// From a segment of a line; infinite from a break.
  fileprivate func distance(
    from start: Point, _ end: Point, _ map: PixelMap, _ curve: SampledDerivative, _ i: Int
  ) -> Double {
    // What runs off has no place on the page, but a direction.
    func placed(_ point: Point, _ value: Double) -> Point {
      point.y.isNaN && value.isFinite
        ? Point(x: point.x, y: value < 0 ? -1e9 : 1e9) : point
    }
    let start = placed(start, curve.values[i]), end = placed(end, curve.values[i + 1])
    guard start.y.isFinite, end.y.isFinite else { return .infinity }
    let dx = end.x - start.x, dy = end.y - start.y
    let share = ((x - start.x) * dx + (y - start.y) * dy) / (dx * dx + dy * dy)
    let part = min(max(share.isFinite ? share : 0, 0), 1)
    return hypot(x - start.x - part * dx, y - start.y - part * dy)
  }
}

/// Formulas with poles, ends, kinks and bends; the same ones for the same seed.
private struct RandomFunction {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  private mutating func pick<Element>(_ all: [Element]) -> Element {
    all[Int.random(in: 0..<all.count, using: &generator)]
  }

  private mutating func number() -> String {
    let digits = pick([1.0, 10, 1000])
    return "\((Double.random(in: -3...3, using: &generator) * digits).rounded() / digits)"
      .replacingOccurrences(of: "-0.0", with: "0.5")
  }

  /// A number above 0, some of them small.
  private mutating func weight() -> String {
    pick(["1", "2", "0.5", "0.1", "0.02", "0.001", "1e-5", "1e-9"])
  }

  private mutating func bounded() -> String {
    pick([
      "sin(x)", "tanh(x)", "gelu(x)", "relu(x)", "sigmoid(\(weight()) * x)", "x", "x^2", "x^3 - x",
      "cos(2 * x)", "exp(-x^2)", "elu(x)", "hard_swish(x)", "abs(x - (\(number())))", "exp(x / 2)",
      "atan(3 * x)", "softplus(x)", "max(x, sin(x))", "floor(x)",
    ])
  }

  private mutating func singular() -> String {
    let b = number(), shifted = "(x - (\(b)))"
    return pick([
      "1 / \(shifted)", "1 / \(shifted)^2", "-1 / abs\(shifted)", "1 / \(shifted)^3",
      "log(abs\(shifted))", "log\(shifted)", "\(shifted)^-0.5", "sqrt(abs\(shifted))",
      "tan(\(pick(["1", "pi", "0.3"])) * x)", "1 / sin(x - (\(b)))", "exp(1 / \(shifted))",
      "1 / tanh\(shifted)", "1 / (x^2 - (\(b)))", "1 / (1 - cos\(shifted))", "atanh(x / 2)",
      "1 / (exp(x) - 2)", "1 / sinh\(shifted)", "1 / log(abs\(shifted))", "x / (x^2 + 0.01)",
      "(x^3 - 1) / \(shifted)", "(x^2 - 3.99) / (x - 2)", "abs\(shifted)^(-1/3)",
    ])
  }

  mutating func next() -> String {
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: "\(bounded()) + \(bounded())"
    case 1: "\(bounded()) * \(bounded())"
    case 2, 3: "\(bounded()) + \(weight()) * \(singular())"
    case 4: singular()
    case 5: "\(bounded()) * \(singular())"
    case 6: "\(bounded()) / (\(bounded()))"
    default: "\(singular()) + \(weight()) * \(singular())"
    }
  }
}
