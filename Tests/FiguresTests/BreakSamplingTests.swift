import Activations
import Plotting
import Testing

@testable import Figures

@Suite("Sampling at kinks, poles and ends")
struct BreakSamplingTests {
  private static let width = 279.0
  private static let height = 138.6

  private func curve(
    _ text: String, order: Int = 0, in domain: ClosedRange<Double> = -8...8,
    jumps: Jumps = .connect, limits: AxisLimits? = nil
  ) throws -> (curve: SampledDerivative, extent: (lower: Double, upper: Double)?) {
    let sampling = AdaptiveSampling(
      domain: domain, y: AxisOptions(limits: limits), width: Self.width, height: Self.height)
    let (curves, extent) = try sampling.curves(of: [(try Formula(text), order)], jumps: jumps)
    return (try #require(curves.first), extent)
  }

  @Test("A jump is upright where it is joined, and has dots where it is a gap")
  func jumps() throws {
    let joined = try curve("relu", order: 1).curve
    #expect(joined.x == [-8, 0, 0, 8] && joined.values == [0, 0, 1, 1])
    #expect(joined.dots(style: 0).isEmpty)
    let gap = try curve("relu", order: 1, jumps: .gap).curve
    #expect(gap.x == [-8, 0, 0, 0, 8])
    #expect(
      gap.values.prefix(2) == [0, 0] && gap.values[2].isNaN && gap.values.suffix(2) == [1, 1])
    #expect(
      gap.dots(style: 3) == [
        Dot(x: 0, y: 1, isFull: false, style: 3), Dot(x: 0, y: 0, isFull: true, style: 3),
      ])
    // At the end of the axis there is no other side.
    #expect(try curve("relu", order: 1, in: 0...8, jumps: .gap).curve.values == [1, 1])
    #expect(try curve("sign", jumps: .gap).curve.dots(style: 0).count == 3)
    #expect(try curve("gelu", jumps: .gap).curve.values.allSatisfy(\.isFinite))
  }

  @Test("A kink is one sharp point")
  func kinks() throws {
    let relu = try curve("relu").curve
    #expect(relu.x == [-8, 0, 8] && relu.values == [0, 0, 8])
    let swish = try curve("hard_swish").curve
    #expect(swish.x.filter { $0 == -3 }.count == 1 && swish.x.filter { $0 == 3 }.count == 1)
  }

  @Test(
    "Poles break their curves and leave the axes alone",
    arguments: [
      ("1 / x", [0.0]),
      (
        "tan(x)",
        [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5].map { $0 * Double.pi }.filter { $0.magnitude < 8 }
      ),
      ("1 / (x - 1.2345)", [1.2345]),
    ]
  )
  func poles(text: String, places: [Double]) throws {
    let (curve, found) = try curve(text)
    let extent = try #require(found)
    let breaks = curve.x.indices.filter { curve.values[$0].isNaN }
    #expect(breaks.count == (places.filter { $0.magnitude < 8 }.count))
    for (i, place) in zip(breaks, places) {
      #expect((curve.x[i] - place).magnitude < 1e-3)
      // Both branches run out of the axes, to opposite sides.
      let before = curve.values[i - 1], after = curve.values[i + 1]
      #expect(max(before, after) > extent.upper && min(before, after) < extent.lower)
    }
    #expect(extent.upper < 60 && extent.lower > -60)
  }

  @Test(
    "What the y axis holds beside a pole is the rest of the curve, whatever the size of the page",
    arguments: [
      ("sin(x) + 0.001 / (x - 1)", -8.0...8.0, -1.0, 1.0),
      ("20*tanh(x)+0.05/(x-3)", -8...8, -20, 20.6),
      ("x^2+0.001/(x-1.3)", -5...5, 0, 25), ("(x^3-1)/(x-1.001)", -8...8, 0.7, 73),
      ("exp(1/(x-1.3))", -8...8, 0, 6.5), ("1/(x-1)", -8...8, -4, 4), ("1/x", 0.001...8, 0.1, 26),
      ("1/x", 0.1...8, 0.1, 10),
      ("x+1e-9/(x-1)", -8...8, -8, 8), ("1/(x-1)^2", -8...8, 0, 13),
    ])
  func rest(text: String, domain: ClosedRange<Double>, lower: Double, upper: Double) throws {
    let formula = try Formula(text)
    for (width, height) in [(Self.width, Self.height), (90, 60), (200, 600), (1000, 400)] {
      let sampling = AdaptiveSampling(domain: domain, width: width, height: height)
      let extent = try #require(try sampling.curves(of: [(formula, 0)]).yExtent)
      let slack = 0.1 * (upper - lower)
      #expect((extent.lower - lower).magnitude < slack, "\(width): \(extent)")
      #expect((extent.upper - upper).magnitude < slack, "\(width): \(extent)")
    }
  }

  @Test("However weak a pole is, its curve runs out of any axes")
  func weakPole() throws {
    let curve = try curve("sin(x) + 1e-12 / (x - 1)").curve
    let i = try #require(curve.values.firstIndex { $0.isNaN })
    #expect(curve.x[i] == 1 && curve.x[i - 1] == 1 && curve.x[i + 1] == 1)
    #expect(curve.values[i - 1] < -1e300 && curve.values[i + 1] > 1e300)
  }

  @Test("Given samples are not joined across a pole, and do not stretch the axis towards it")
  func givenSamples() throws {
    var request = FigureRequest([try Formula("1/(x-1)"), try Formula("tanh")])
    for range in ["-3:3:0.1", "-3:3:0.003", "0:2:0.25"] {
      request.sampling = .every(try SampleRange(range))
      let panel = try request.figure().panels[0]
      let curve = panel.curves[0]
      for (first, last) in zip(curve.x.indices, curve.x.indices.dropFirst())
      where curve.y[first].isFinite && curve.y[last].isFinite {
        #expect(curve.x[first] > 1 || curve.x[last] < 1)
      }
      let extent = try #require(panel.yExtent)
      #expect(extent.lowerBound > -20 && extent.upperBound < 20)
      let others = panel.curves[1].y
      let areWhole = others.allSatisfy { $0.isFinite }
      #expect(areWhole)
    }
    request.formulas = [try Formula("tanh")]
    #expect(try request.figure().panels[0].yExtent == nil)
  }

  @Test(
    "A given sample at a pole, or within rounding of it, has no place",
    arguments: [
      ("tan(pi*x)", 0, "-2:2:0.1", 10), ("tan(pi*x)", 1, "-2:2:0.1", 120),
      ("1/sin(pi*x)", 0, "-2:2:0.1", 10), ("1/cos(pi*x)", 0, "-2:2:0.25", 10),
      ("1/(x-1)^2", 1, "0:2:0.25", 129), ("1/(x-0.3)", 0, "-2:2:0.1", 21),
    ] as [(String, Int, String, Double)]
  )
  func givenSamplesAtPoles(text: String, order: Int, range: String, bound: Double) throws {
    for precision in [Precision.float64, .float32] {
      var request = FigureRequest([try Formula(text)], orders: [order])
      request.sampling = .every(try SampleRange(range))
      request.precision = precision
      let panel = try request.figure().panels[0]
      let extent = try #require(panel.yExtent)
      #expect(extent.lowerBound > -bound && extent.upperBound < bound)
      // Where steps are added up in float32, a sample is next to the pole by a digit of the range.
      #expect(panel.curves[0].y.allSatisfy { $0.isNaN || $0.magnitude < 1e4 })
    }
  }

  @Test(
    "Curves reach the ends of where they are defined",
    arguments: [
      ("sqrt(x)", 0.0, 0.0), ("sqrt(x - 1.2345)", 1.2345, 0), ("x * log(x)", 0, 0),
      ("asin(x / 4)", -4, -1.5707963267948966), ("where(x > 2, x, 0 / 0)", 2, 2),
    ]
  )
  func ends(text: String, x: Double, y: Double) throws {
    let curve = try curve(text).curve
    let first = try #require(curve.values.firstIndex { $0.isFinite })
    #expect((curve.x[first] - x).magnitude < 1e-4)
    // The axis is as long as the domain all the same.
    #expect(curve.x.first == -8 && curve.x.last == 8)
    // A tenth of a point on the page.
    #expect((curve.values[first] - y).magnitude < 0.01)
  }

  @Test("The y axis holds all of a narrow peak, and given limits are not asked for more")
  func extents() throws {
    let peak = try #require(try curve("exp(-1e4 * (x - 0.3)^2)").extent)
    #expect(peak.upper > 0.999 && peak.upper <= 1)
    let constant = try #require(try curve("3").extent)
    #expect(constant == (3, 3))
    #expect(try curve("log(-1 - x^2)").extent == nil)
    let sight = try curve("exp(x)", limits: try AxisLimits(0, 1)).curve
    #expect(sight.values.filter { $0 > 2 }.count <= 4)
  }
}
