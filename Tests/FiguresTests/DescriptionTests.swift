import Activations
import Testing

@testable import Figures

@Suite("Descriptions")
struct DescriptionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    var order = 0
    var parameter: String?
    let sentence: String

    var testDescription: String { "\(text) of order \(order)" }
  }

  private static let cases = [
    Case(
      text: "tanh",
      sentence: "tanh, odd, rises from -1 to 1, slope 1 at 0, saturates beyond |x| = 2.6."),
    Case(
      text: "2 * sigmoid(x / 50)",
      sentence: "2 * sigmoid(x / 50), rises from 0.92 to 1.08, slope 0.01 at 0."),
    Case(
      text: "relu",
      sentence: "relu, never falls, from 0 to 8, kink at 0 where the slope jumps from 0 to 1,"
        + " constant 0 below x = 0, nears y = x on the right."),
    Case(
      text: "gelu",
      sentence: "gelu, least -0.17 at x = -0.752, tends to 0 on the left, slope 0.5 at 0,"
        + " saturates below x = -2.8, nears y = x on the right."),
    Case(
      text: "tanh", order: 1,
      sentence: "the first derivative of tanh, even, greatest 1 at x = 0, tends to 0 on both sides."
    ),
    Case(
      text: "gelu", order: 2,
      sentence: "the second derivative of gelu, even, least -0.108 at x = -2 and x = 2, greatest"
        + " 0.798 at x = 0, tends to 0 on both sides."),
    Case(
      text: "binary_step",
      sentence: "binary_step, never falls, from 0 to 1, jumps from 0 to 1 at x = 0, constant 0"
        + " below x = 0, constant 1 above x = 0."),
    Case(text: "floor(x)", sentence: "floor(x), never falls, from -8 to 7, 15 jumps."),
    Case(
      text: "where(x == 3, 10, 0)",
      sentence: "where(x == 3, 10, 0), constant at 0, value 10 at x = 3 alone, 0 beside it."),
    Case(
      text: "(-2)^x",
      sentence: "(-2)^x, no curve, values at 17 single points from x = -8 to 8."),
    Case(
      text: "x^x",
      sentence: "x^x, defined above x = 0, values at 8 single points from x = -8 to -1."),
    Case(
      text: "tanh(1 / x)",
      sentence: "tanh(1 / x), odd, from -1 to 1, tends to 0 on both sides, jumps from -1 to 1 at"
        + " x = 0, saturates beyond |x| = 7."),
    Case(
      text: "1 / x",
      sentence:
        "1 / x, odd, runs off to -∞ from the left and ∞ from the right at x = 0, saturates beyond"
        + " |x| = 7.1."),
    Case(
      text: "log(x)",
      sentence: "log(x), defined above x = 0, runs off to -∞ from the right at x = 0."),
    Case(
      text: "exp(1 / (x - 1.3))",
      sentence: "exp(1 / (x - 1.3)), runs off to ∞ from the right at x = 1.3,"
        + " slope -0.274 at 0, saturates below x = -5.3."),
    Case(
      text: "log(abs(x - 8))",
      sentence: "log(abs(x - 8)), runs off to -∞ from the left at x = 8,"
        + " slope -0.125 at 0."),
    Case(
      text: "tan(x)",
      sentence: "tan(x), odd, runs off to infinity at 6 places from x = -7.85 to 7.85,"
        + " slope 1 at 0."),
    Case(
      text: "asin(x / 8)", order: 1,
      sentence: "the first derivative of asin(x / 8), even, runs off to ∞ from the right at x = -8,"
        + " runs off to ∞ from the left at x = 8."),
    Case(
      text: "sin(1 / x) / x",
      sentence: "sin(1 / x) / x, even, not defined everywhere, may run off to infinity within the"
        + " range, saturates beyond |x| = 4.6."),
    Case(text: "sqrt(2 - x)", sentence: "sqrt(2 - x), defined below x = 2, slope -0.354 at 0."),
    Case(
      text: "sqrt(abs(x) - 2)",
      sentence: "sqrt(abs(x) - 2), even, not defined everywhere."),
    Case(text: "2 * x - 5", sentence: "2 * x - 5, a straight line from -21 to 11, slope 2 at 0."),
    Case(text: "3", sentence: "3, constant at 3."),
    Case(text: "sin(x)", sentence: "sin(x), odd, turns 6 times, from -1 to 1, slope 1 at 0."),
    Case(
      text: "leaky_relu", order: 7,
      sentence: "the derivative of order 7 of leaky_relu, constant at 0."),
    Case(
      text: "elu", order: 1, parameter: "alpha",
      sentence: "the first derivative of elu by alpha, never falls, from -1 to 0."),
  ]

  @Test("One sentence says the mathematics", arguments: cases)
  func sentences(given: Case) throws {
    let formula = try Formula(given.text, withRespectTo: given.parameter)
    let text = Description.text(of: [(formula, given.order)], over: -8...8)
    #expect(text == given.sentence + " Shown for x from -8 to 8.")
  }

  @Test("Many curves are told in short")
  func many() throws {
    let names = ["relu", "tanh", "sigmoid", "exp(x)", "floor(x)"]
    let four = try names.prefix(4).map { (formula: try Formula($0), order: 0) }
    #expect(
      Description.text(of: four, over: -1...2).contains("tanh, odd, rises from -0.762 to 0.964"))
    let five = try names.map { (formula: try Formula($0), order: 0) }
    #expect(
      Description.text(of: five, over: -1...2)
        == "5 curves. relu, from 0 to 2. tanh, from -0.762 to 0.964. sigmoid, from 0.269 to 0.881."
        + " exp(x), from 0.368 to 7.39. floor(x), from -1 to 1. Shown for x from -1 to 2.")
  }

  @Test(
    "Numbers are short",
    arguments: [
      (0.30000000000000004, "0.3"), (-0.0, "0"), (1234.5, "1230"), (0.000335, "0.000335"),
      (0.99999977, "1"), (1e-9, "1e-09"), (-2.6441, "-2.64"), (1.5e300, "1.5e+300"), (9.996, "10"),
      (7.8312e127, "7.83e+127"), (1.0803e-24, "1.08e-24"), (1.0302e-40, "1.03e-40"),
      (1.2345e305, "1.23e+305"), (1.2345e-305, "1.23e-305"), (.leastNonzeroMagnitude, "5e-324"),
    ]
  )
  func numbers(value: Double, text: String) { #expect(Description.short(value) == text) }

  /// Shown from -8 to 8 only, so what happens further out is not said.
  @Test("What is said of the catalogue is so", arguments: Activation.catalog.map(\.name))
  func catalog(name: String) throws {
    let formula = try Formula(name), properties = formula.properties()
    let facts = CurveFacts(of: formula, order: 0, in: -8...8)
    let text = Description.text(of: [(formula, 0)], over: -8...8)
    #expect(facts.symmetry == properties.symmetry)
    let rises = properties.monotonicity == .increasing
    // Where values round to their limit, no more can be said than that the curve does not fall.
    #expect(!text.contains("rises") || rises)
    #expect(!text.contains("falls") || rises || properties.monotonicity == .nondecreasing)
    #expect(text.contains("odd") == (properties.symmetry == .odd))
    let truth = properties.extrema.filter { $0.x.magnitude < 8 }
    try #require(facts.extrema.count == truth.count)
    for (found, extremum) in zip(facts.extrema, truth) {
      #expect((found.x - extremum.x).magnitude < 1e-3 && found.isMinimum == extremum.isMinimum)
      #expect((found.value - extremum.value).magnitude < 1e-6)
    }
    for (end, limit) in [
      ("left", properties.limitAtMinusInfinity), ("right", properties.limitAtPlusInfinity),
    ] where text.contains("tends to") && text.contains("on the \(end)") && limit.isFinite {
      #expect(text.contains("tends to \(Description.short(limit)) on the \(end)"))
    }
    #expect(!text.contains("  ") && !text.contains("nan") && !text.contains("inf,"))
  }
}
