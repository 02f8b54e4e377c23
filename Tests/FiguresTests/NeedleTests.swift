import Activations
import Testing

@testable import Figures

@Suite("Needles")
struct NeedleTests {
  @Test(
    "A needle is drawn whatever it is added to",
    arguments: [
      // The tops are the sums where the needle's own argument turns.
      ("exp(-((x - 0.731) / 0.001)^2) + x", 0.731, 1.731),
      ("exp(-((x - 0.731) / 0.001)^2) + tanh(x)", 0.731, 1.62367),
      ("x + 0.5 / (1 + ((x - 0.3) / 0.0005)^2)", 0.3, 0.8),
      ("x + 1 / cosh(3000 * (x - 2.2))", 2.2, 3.2),
      ("x + exp(-((x^3 - 2) / 0.001)^2)", 1.259921, 2.259921),
      ("sin(x) + cos(x - 1)^20000", 1, 1.841471),
      ("gelu(x) + exp(-1e8 * (x + 3.21)^2)", -3.21, 0.99787),
    ])
  func needle(text: String, place: Double, top: Double) throws {
    let formula = try Formula(text)
    let sampling = AdaptiveSampling(domain: -8...8, width: 370, height: 190)
    for functions in [[formula], [formula, try Formula("x^2")]] {
      let (curves, _) = try sampling.curves(of: functions.map { ($0, 0) })
      let near = zip(curves[0].x, curves[0].values).filter { ($0.0 - place).magnitude < 1e-3 }
      let highest = try #require(near.map(\.1).max())
      #expect((highest - top).magnitude < 1e-4)
    }
    let facts = CurveFacts(of: formula, order: 0, in: -8...8)
    #expect(facts.symmetry == nil && !facts.isStraight)
    #expect(facts.extrema.contains { ($0.value - top).magnitude < 1e-3 && !$0.isMinimum })
    let properties = formula.properties()
    #expect(properties.symmetry == nil && properties.monotonicity == nil)
    #expect(properties.extrema.contains { ($0.value - top).magnitude < 1e-3 && !$0.isMinimum })
  }

  @Test(
    "The place and the width of what is narrow are found",
    arguments: [
      ("exp(-((x - 0.731) / 0.001)^2)", [0.731]), ("tanh(1000 * (x - 0.3))", [0.3]),
      ("1 / (1e-6 + (x + 2)^2)", [-2]), ("sigmoid(5000 * (x^2 - 4))", [-2, 0, 2]),
      ("exp(-x^2)", []), ("tanh", []), ("gelu", []), ("mish", []), ("x^3 + 1 / (x^2 + 1)", []),
    ] as [(String, [Double])])
  func places(text: String, places: [Double]) throws {
    let found = try Formula(text).narrowPlaces(in: -8...8) { _ in 0.05 }
    #expect(found.map(\.x) == places)
    #expect(found.allSatisfy { $0.width > 1e-7 && $0.width < 0.05 })
  }

  @Test(
    "What is counted is all, or said to be at least so many",
    arguments: [
      // 16 · 100 / π and 16 · 50; e^8 / π for what is taken of an exponential.
      ("sin(100 * x)", "turns 510 times"), ("sin(exp(x))", "turns 949 times"),
      ("sin(3000 * x)", "turns at least "), ("floor(50 * x)", "at least 779 jumps"),
      ("1 / sin(100 * x)", "runs off to infinity at 509 places from x = -7.98 to 7.98,"),
      ("tan(exp(x))", "runs off to infinity at 949 places"),
      ("1 / sin(700 * x)", "runs off to infinity in at least "),
    ])
  func counts(text: String, words: String) throws {
    #expect(Description.text(of: [(try Formula(text), 0)], over: -8...8).contains(words))
  }

  @Test("Poles too close together to be drawn apart are told, and their sides drawn all along")
  func densePoles() throws {
    let formula = try Formula("1 / sin(100 * x)")
    let request = FigureRequest([formula])
    #expect(
      request.doubts == [
        "1 / sin(100 * x) runs off to infinity at 509 places from x = -8 to 8, closer together"
          + " than can be drawn; a shorter --range shows them apart."
      ])
    #expect(FigureRequest([try Formula("1 / sin(x)")]).doubts.isEmpty)
    let sampling = AdaptiveSampling(domain: -8...8, width: 370, height: 190)
    let curve = try #require(try sampling.curves(of: [(formula, 0)]).curves.first)
    for start in stride(from: -7.9, to: 7.8, by: 0.1) {
      let near = zip(curve.x, curve.values).filter { start <= $0.0 && $0.0 <= start + 0.1 }
      #expect(
        near.contains { 1 <= $0.1 && $0.1 < 1.5 } && near.contains { -1.5 < $0.1 && $0.1 <= -1 })
    }
  }
}
