import Testing

@testable import Activations

@Suite("Limits, NaN and the ends of the number range")
struct LimitTests {
  @Test("Every activation is in the table of limits")
  func completeness() {
    #expect(Set(LimitReference.all.map(\.name)) == Set(Activation.catalog.map(\.name)))
  }

  @Test("At infinity, value and derivatives are the limits", arguments: LimitReference.all)
  func infinity(limits: LimitReference) throws {
    let samples = try Formula(limits.name).samples(at: [-.infinity, .infinity], order: 2)
    for order in 0...2 {
      for (side, truths) in [limits.left, limits.right].enumerated() {
        let value = samples.derivatives[order][side], truth = truths[order]
        #expect(
          value == truth || value.isNaN && truth.isNaN,
          "order \(order), side \(side): \(value) instead of \(truth)")
      }
    }
  }

  @Test(
    "NaN stays NaN in every order and leaves its neighbours alone",
    arguments: Activation.catalog.map(\.name)
  )
  func notANumber(name: String) throws {
    let formula = try Formula(name)
    let samples = try formula.samples(at: [1, .nan, 2], order: 6)
    let neighbours = try formula.samples(at: [1, 2], order: 6)
    for order in 0...6 {
      let values = samples.derivatives[order]
      #expect(values[1].isNaN, "order \(order)")
      #expect([values[0], values[2]] == neighbours.derivatives[order], "order \(order)")
    }
  }

  @Test(
    "Odd activations keep the sign of zero",
    arguments: [
      "identity", "tanh", "scaled_tanh", "dyt", "softsign", "arctan", "erf_act", "gudermannian",
      "isru", "sqnl", "tanhshrink", "hardtanh", "sine", "arcsinh", "symlog", "sign",
    ]
  )
  func signOfZero(name: String) throws {
    let values = try Formula(name).samples(at: [0.0, -0.0]).values
    #expect(values == [0, 0])
    #expect(values.map(\.sign) == [.plus, .minus])
  }

  // MARK: The ends of the range

  @Test(
    "Near the ends of the number range everything that is finite stays finite",
    arguments: LimitReference.all
  )
  func extremes(reference: LimitReference) throws {
    let tiny = [0, .leastNonzeroMagnitude, 1e-300, 1e-160, 1e-20]
    let huge = [1e20, 1e160, 1e300, 1.7e308, .greatestFiniteMagnitude]
    let points = (tiny + huge).flatMap { [$0, -$0] }
    let samples = try Formula(reference.name).samples(at: points, order: 2)
    for order in 0...2 {
      for (x, value) in zip(points, samples.derivatives[order]) {
        #expect(!value.isNaN, "x = \(x), order \(order)")
        // Where it grows without bound; how far out, the walk along the references tells.
        let limit = (x < 0 ? reference.left : reference.right)[order]
        #expect(value.isFinite || value == limit, "x = \(x), order \(order)")
      }
    }
  }

  @Test("relu has no curvature anywhere")
  func noCurvature() throws {
    let x = [
      -1e308, -3, -Double.leastNonzeroMagnitude, -0.0, 0, Double.leastNonzeroMagnitude, 3, 1e308,
    ]
    let samples = try Formula("relu").samples(at: x, order: 2)
    #expect(samples.derivatives[0] == x.map { max($0, 0) })
    #expect(samples.derivatives[1] == [0, 0, 0, 0, 0, 1, 1, 1])
    #expect(samples.derivatives[2] == [0, 0, 0, 0, 0, 0, 0, 0])
  }

  private static let inf = Double.infinity, none = Double.nan

  @Test(
    "Limits of formulas",
    arguments: [
      ("x * exp(-x)", [-inf, inf, -inf], [0, 0, 0]),
      ("log(x)", [none, none, none], [inf, 0, 0]),
      ("exp(-exp(-x))", [0, 0, 0], [1, 0, 0]),
      ("x^2 / (1 + x^2)", [1, 0, 0], [1, 0, 0]), ("sqrt(x^2 + 1) - x", [inf, -2, 0], [0, 0, 0]),
      ("1 / x", [0, 0, 0], [0, 0, 0]), ("x^3", [-inf, inf, -inf], [inf, inf, inf]),
      ("exp(-x^2) * x^10", [0, 0, 0], [0, 0, 0]), ("floor(x)", [-inf, 0, 0], [inf, 0, 0]),
      ("x - log(1 + exp(x))", [-inf, 1, 0], [0, 0, 0]),
      ("where(x > 0, 1 / x, 2)", [2, 0, 0], [0, 0, 0]), ("sign(x) * 3", [-3, 0, 0], [3, 0, 0]),
      ("abs(x) / x", [-1, 0, 0], [1, 0, 0]), ("cos(x)", [none, none, none], [none, none, none]),
      ("cos(x) / x", [0, 0, 0], [0, 0, 0]), ("max(sin(x), 2)", [2, 0, 0], [2, 0, 0]),
      ("relu(x) - relu(x - 1)", [0, 0, 0], [1, 0, 0]), ("x - (x - 3)", [3, 0, 0], [3, 0, 0]),
      ("softplus(x + 1) - softplus(x)", [0, 0, 0], [1, 0, 0]),
      ("sqrt(x)", [none, none, none], [inf, 0, 0]), ("0 * x", [0, 0, 0], [0, 0, 0]),
      ("x - x", [0, 0, 0], [0, 0, 0]), ("tanh(x) * exp(x)", [0, 0, 0], [inf, inf, inf]),
    ] as [(String, [Double], [Double])]
  )
  func formulas(formula: String, left: [Double], right: [Double]) throws {
    let samples = try Formula(formula).samples(at: [-.infinity, .infinity], order: 2)
    for order in 0...2 {
      for (value, truth) in zip(samples.derivatives[order], [left[order], right[order]]) {
        #expect(
          value == truth || value.isNaN && truth.isNaN, "order \(order): \(value), not \(truth)")
      }
    }
  }

  @Test(
    "Formulas that lose digits as they are written keep them",
    arguments: StableFormulaReference.all.indices
  )
  func stability(index: Int) throws {
    let row = StableFormulaReference.all[index]
    let values = try derivatives(of: row.formula, at: row.x, order: row.truths.count - 1)
    for (order, (value, truth)) in zip(values, row.truths).enumerated() {
      #expect(
        ulps(value, from: truth) <= 1,
        "\(row.formula) at \(row.x), order \(order): \(value) instead of \(truth)")
    }
  }

  private static let powersAtZero: [(String, [Double])] = [
    ("(x^2)^1.5", [0, 0, 0, 0]), ("(x^2)^0.75", [0, 0, .infinity, .nan]),
    ("(2 * x)^(0.5 + 0.5)", [0, 2, 0, 0]), ("x^(1 + 2)", [0, 0, 0, 6]),
    ("x^-0.5", [.infinity, -.infinity, .infinity, -.infinity]),
    ("x^1.5", [0, 0, .infinity, -.infinity]), ("(-x)^1.5", [0, 0, .infinity, .infinity]),
    ("x^0.3", [0, .infinity, -.infinity, .infinity]), ("sqrt(x)", [0, .infinity, -.infinity]),
    ("sqrt(x^4)", [0, 0, 2, 0]), ("sqrt(x^2)", [0, 0, 0]), ("sqrt(1 - cos(x))", [0, 0]),
    ("(x^3 + x^4)^(2 / 3)", [0, 0, 2]), ("x^0", [1, 0]), ("x^x", [1, -.infinity]),
    ("0^x", [1, .nan]),
    ("x^(1 + 0 * x)", [0, 1, 0, 0]), ("x^relu(x)", [1, 0, 0]), ("x^floor(x)", [1, 0, 0]),
  ]

  @Test("Powers and roots have their derivatives where the base is 0", arguments: powersAtZero)
  func powerAtZero(formula: String, truths: [Double]) throws {
    let values = try derivatives(of: formula, at: 0, order: truths.count - 1)
    for (value, truth) in zip(values, truths) {
      #expect(value == truth || value.isNaN && truth.isNaN, "\(values)")
    }
  }

  private static let wholePowers: [(String, Double, [Double])] = [
    ("x^x", -1, [-1, .nan]), ("x^x", -2, [0.25, .nan]), ("x^x", -0.5, [.nan, .nan]),
    ("(-2)^x", 2, [4, .nan]), ("(-2)^x", -3, [-0.125, .nan]), ("(-2)^x", 0, [1, .nan]),
    ("x^(1 + 0 * x)", -1, [-1, 1, 0, 0]), ("x^(2 + 0 * x)", -3, [9, -6, 2, 0]),
    ("x^(-1 - 0 * x)", -2, [-0.5, -0.25, -0.25, -0.375]), ("x^relu(x)", -1.5, [1, 0, 0]),
    ("x^floor(x)", -1.5, [4 / 9.0, 16 / 27.0]), ("(x - 3)^hardtanh(x)", 2, [-1, 1, 0]),
    ("x^(3 + (x + 1)^2)", -1, [-1, .nan]),
  ]

  @Test(
    "A power is that of a whole number where its exponent is one, also of a negative base",
    arguments: wholePowers)
  func wholePower(formula: String, x: Double, truths: [Double]) throws {
    for order in truths.indices {
      let values = try derivatives(of: formula, at: x, order: order)
      for (value, truth) in zip(values, truths) {
        #expect(
          ulps(value, from: truth) <= 1 || value.isNaN && truth.isNaN, "order \(order): \(values)")
      }
    }
  }

  @Test(
    "A constant has no slope, also inside a function whose own is infinite there",
    arguments: [
      ("acos(x / x)", 2.0), ("acos(x / x)", -0.5), ("asin(hardtanh(x))", 2),
      ("asin(hardtanh(x))", -7),
      ("acosh(max(x, 1))", 0), ("sqrt(relu(x))", -1), ("asin(sign(x))", 3), ("acos(floor(x))", 1.5),
      ("acosh(cos(0 * x))", 1),
    ] as [(String, Double)]
  )
  func constantInside(formula: String, x: Double) throws {
    for order in 1...3 {
      let values = try derivatives(of: formula, at: x, order: order)
      #expect(values.dropFirst().allSatisfy { $0 == 0 }, "order \(order): \(values)")
    }
  }

  private static let removableSingularities: [(String, Double, [Double])] = [
    ("sin(x) / x", 0, [1, 0, -1 / 3, 0, 0.2]),
    ("(exp(x) - 1) / x", 0, [1, 0.5, 1 / 3, 0.25, 0.2]),
    ("tanh(x) / x", 0, [1, 0, -2 / 3, 0, 3.2]),
    ("x / tanh(x)", 0, [1, 0, 2 / 3, 0, -8 / 15]),
    ("log(1 + x) / x", 0, [1, -0.5, 2 / 3, -1.5, 4.8]),
    ("(1 - cos(x)) / x^2", 0, [0.5, 0, -1 / 12, 0, 1 / 30]),
    ("(x^2 - 1) / (x - 1)", 1, [2, 1, 0]), ("x^2 / x", 0, [0, 1, 0]),
    ("x / x^2", 0, [.nan, .nan]), ("x / abs(x)", 0, [.nan, .nan]), ("1 / x", 0, [.infinity]),
  ]

  @Test(
    "Where numerator and denominator are 0, value and derivatives are the limits",
    arguments: removableSingularities
  )
  func removableSingularity(formula: String, x: Double, truths: [Double]) throws {
    for order in truths.indices {
      let values = try derivatives(of: formula, at: x, order: order)
      for (value, truth) in zip(values, truths) {
        #expect(ulps(value, from: truth) <= 1, "order \(order): \(values)")
      }
    }
  }

  private static let lateLimits: [(String, Double, Double)] = [
    ("sigmoid(1e-30 * x)", .infinity, 1), ("where(x > 1e300, 1, 0)", .infinity, 1),
    ("relu(x - 1e16)", .infinity, .infinity), ("relu(x) - relu(x - 1) + 5", .infinity, 6),
    ("x - floor(x)", .infinity, .nan), ("floor(x) / x", .infinity, 1),
    ("exp(x) / x^3", .infinity, .infinity), ("log(exp(x) + exp(-x)) - x", .infinity, 0),
    ("sin(exp(x))", .infinity, .nan), ("log(1 + 2 * exp(x)) - x", .infinity, 0.6931471805599453),
    ("exp(x) / (exp(x) + 3)", .infinity, 1), ("exp(2 * x) - exp(x)", .infinity, .infinity),
    ("exp(x) / (exp(x) + x)", .infinity, 1),
    ("x^x", -.infinity, .nan), ("exp(exp(x))", .infinity, .infinity),
    ("cos(1e-30 * x)", .infinity, .nan), ("cos(1e-100 * x)", -.infinity, .nan),
    ("sigmoid(1e-30 * x)", -.infinity, 0), ("sigmoid(1e-300 * x)", -.infinity, 0),
  ]

  @Test("Limits that come late, or from constants beside a large x", arguments: lateLimits)
  func lateLimit(formula: String, x: Double, limit: Double) throws {
    let value = try derivatives(of: formula, at: x, order: 0)[0]
    #expect(value == limit || value.isNaN && limit.isNaN, "\(value)")
  }
}
