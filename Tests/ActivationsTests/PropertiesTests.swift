import Testing

@testable import Activations

@Suite("Properties of functions")
struct PropertiesTests {
  // MARK: The catalogue

  private static let odd: Set<String> = [
    "identity", "tanh", "scaled_tanh", "dyt", "softsign", "arctan", "erf_act", "gudermannian",
    "isru",
    "sqnl", "tanhshrink", "hardtanh", "hardshrink", "softshrink", "sine", "gcu", "arcsinh", "cubic",
    "symlog",
    "sign", "srelu",
  ]
  private static let even: Set<String> = ["abs", "logcosh", "lisht", "sinc", "gaussian"]
  private static let increasing: Set<String> = [
    "identity", "leaky_relu", "prelu", "rrelu", "srelu", "sigmoid", "tanh", "scaled_tanh", "dyt",
    "log_sigmoid", "softsign", "elliott", "arctan", "erf_act", "probit_sigmoid", "gudermannian",
    "isru", "cloglog", "gompertz", "aria2", "softplus", "shifted_softplus", "squareplus", "elu",
    "celu", "selu", "pelu", "isrlu", "tanhshrink", "soft_exponential", "snake", "bent_identity",
    "exponential", "arcsinh", "cubic", "symlog", "smooth_relu_smu",
  ]
  private static let nondecreasing: Set<String> = [
    "relu", "relu6", "threshold", "relu_shifted_max", "relu_squared", "star_relu", "bounded_relu",
    "shifted_relu", "nlrelu", "relun", "hardtanh", "hard_sigmoid", "hard_sigmoid_02", "sparse_plus",
    "sparse_sigmoid", "hardshrink", "softshrink", "binary_step", "sign", "sqnl",
  ]

  @Test("Every activation has its limits, symmetry and direction", arguments: LimitReference.all)
  func catalog(limits: LimitReference) throws {
    let name = limits.name
    let properties = try Formula(name).properties()
    for (value, truth) in [
      (properties.limitAtMinusInfinity, limits.left[0]),
      (properties.slopeAtMinusInfinity, limits.left[1]),
      (properties.limitAtPlusInfinity, limits.right[0]),
      (properties.slopeAtPlusInfinity, limits.right[1]),
    ] {
      #expect(value == truth || value.isNaN && truth.isNaN, "\(value) instead of \(truth)")
    }
    let symmetry: Properties.Symmetry? =
      Self.odd.contains(name) ? .odd : Self.even.contains(name) ? .even : nil
    #expect(properties.symmetry == symmetry)
    let monotonicity: Properties.Monotonicity? =
      Self.increasing.contains(name)
      ? .increasing : Self.nondecreasing.contains(name) ? .nondecreasing : nil
    #expect(properties.monotonicity == monotonicity)
    // What neither rises nor falls all the way turns somewhere, and what does never turns.
    #expect(properties.extrema.isEmpty == (monotonicity != nil))
  }

  // MARK: Ranges

  private static let inf = Double.infinity

  @Test(
    "The range has the least and greatest values, and tells limits from values",
    arguments: [
      ("identity", -inf, inf, false, false), ("relu", 0, inf, true, false),
      ("sigmoid", 0, 1, false, false), ("tanh", -1, 1, false, false), ("relu6", 0, 6, true, true),
      ("softplus", 0, inf, false, false), ("gaussian", 0, 1, false, true),
      ("sine", -1, 1, true, true), ("gcu", -inf, inf, false, false),
      ("hardshrink", -inf, inf, false, false), ("softsign", -1, 1, false, false),
      ("gelu", -0.16997120747990366, inf, true, false),
      ("silu", -0.2784645427610738, inf, true, false),
      ("mish", -0.30884341301725043, inf, true, false), ("hard_swish", -0.375, inf, true, false),
      ("sinc", -0.21723362821122166, 1, true, true), ("elu", -1, inf, false, false),
      ("log_sigmoid", -inf, 0, false, false), ("exponential", 0, inf, false, false),
      ("binary_step", 0, 1, true, true), ("sign", -1, 1, true, true), ("abs", 0, inf, true, false),
      ("sqnl", -1, 1, true, true), ("gompertz", 0, 1, false, false),
      ("cloglog", 0, 1, false, false),
      ("shifted_relu", -1, inf, true, false), ("star_relu", -0.4472, inf, true, false),
      ("3", 3, 3, true, true), ("exp(-x)", 0, inf, false, false), ("sin(x) + 2", 1, 3, true, true),
      ("x * sin(x)", -inf, inf, false, false), ("-relu(x)", -inf, 0, false, true),
      ("relu(x) - relu(x - 1)", 0, 1, true, true), ("1 / x", -inf, inf, false, false),
      ("1 / (1 + x^2)", 0, 1, false, true),
      ("x^4 - 3 * x^2 + x", -3.513905038934789, inf, true, false),
    ] as [(String, Double, Double, Bool, Bool)]
  )
  func ranges(
    formula: String, lower: Double, upper: Double, isLowerTaken: Bool, isUpperTaken: Bool
  ) throws {
    let range = try #require(try Formula(formula).properties().range)
    #expect(range.lowerBound == lower && range.upperBound == upper)
    #expect(range.isLowerBoundTaken == isLowerTaken && range.isUpperBoundTaken == isUpperTaken)
  }

  @Test("What is not defined everywhere has no range")
  func noRange() throws {
    #expect(try Formula("log(x)").properties().range == nil)
    #expect(try Formula("sqrt(x)").properties().range == nil)
    #expect(try Formula("log(x)").properties().extrema == [])
  }

  @Test(
    "What becomes too small to be told from 0 leaves the function defined",
    arguments: [
      ("exp(x) / exp(x)", 1, 1), ("exp(-x) / exp(-x^2)", 0.7788007830714049, inf),
      ("exp(-exp(-x)) / exp(-exp(-x))", 1, 1),
    ] as [(String, Double, Double)])
  func underflow(formula: String, lower: Double, upper: Double) throws {
    let properties = try Formula(formula).properties()
    guard let range = properties.range else {
      #expect(properties.unknown.contains(.range))
      return
    }
    #expect(range.lowerBound == lower && range.upperBound == upper)
  }

  @Test(
    "Where poles or jumps leave numbers out, that is not passed over",
    arguments: [
      ("cos(x) / cos(3 * x)", true), ("x + 1/x", true), ("1 / cos(x)", true), ("tan(x)", false),
      ("sign(sin(x))", true), ("floor(x)", true), ("1 / x^2", false),
    ])
  func gaps(formula: String, mayHaveGaps: Bool) throws {
    #expect(try Formula(formula).properties().range?.mayHaveGaps == mayHaveGaps)
  }

  // MARK: What rounding and numbers beyond number hide

  @Test(
    "Extrema, directions and bounds that rounding makes are none",
    arguments: [
      ("exp(x) / (exp(x) + exp(-x))", 0, 1, .increasing),
      ("exp(x) / (exp(x) + exp(1) + exp(2))", 0, 1, .increasing),
      ("log(1 + 2 * exp(x)) - x", 0.6931471805599453, inf, .decreasing),
      ("exp(exp(x)) / (1 + exp(exp(x)))", 0.5, 1, .increasing),
      // What is lost, and so not known.
      ("1 - tanh(x)^3", 0, 2, nil), ("exp(x) * exp(-x)", 1, 1, .constant),
    ] as [(String, Double, Double, Properties.Monotonicity?)]
  )
  func roundingMakesNothing(
    formula: String, lower: Double, upper: Double, monotonicity: Properties.Monotonicity?
  ) throws {
    let properties = try Formula(formula).properties()
    #expect(properties.extrema == [])
    #expect(properties.monotonicity == monotonicity)
    #expect(properties.unknown.contains(.monotonicity) == (monotonicity == nil))
    let range = try #require(properties.range)
    #expect(range.lowerBound == lower && range.upperBound == upper)
  }

  @Test(
    "What could not be told is said to be unknown, and nothing else",
    arguments: [
      ("log(log(2 + x^2))", [.limitAtMinusInfinity, .limitAtPlusInfinity, .range]),
      ("sqrt(exp(2 * x) + 1) - exp(x)", [.limitAtPlusInfinity, .slopeAtPlusInfinity, .range]),
      ("log(normal_cdf(x))", []), ("log(x)", []), ("sin(1000 * x)", []),
      ("sin(x^2)", []), ("x * sin(x)", []), ("1 / (x - 1)", []), ("x^x", []), ("exp(exp(x))", []),
      ("(1 - cos(x)) / x^2", []), ("exp(2 * x) - exp(x)", []),
    ] as [(String, Set<Properties.Fact>)]
  )
  func unknown(formula: String, facts: Set<Properties.Fact>) throws {
    let unknown = try Formula(formula).properties().unknown
    #expect(unknown.subtracting([.monotonicity]) == facts)
  }

  @Test("A fast wave has no pole, and what is only hard to evaluate no gap")
  func noFalsePole() throws {
    let wave = try #require(try Formula("sin(1000 * x)").properties().range)
    #expect(wave.lowerBound == -1 && wave.upperBound == 1)
    let hump = try Formula("(1 - cos(x)) / x^2").properties()
    #expect(hump.range?.upperBound == 0.5 && hump.range?.isUpperBoundTaken == true)
    #expect(hump.extrema.contains { $0.x == 0 && $0.value == 0.5 && !$0.isMinimum })
    #expect(try Formula("sin(x^2)").properties().range != nil)
    #expect(try Formula("x^x").properties().range == nil)
    #expect(try Formula("1 / (x - 1)").properties().range?.lowerBound == -.infinity)
  }

  @Test(
    "Poles bound the values, which may leave gaps between them",
    arguments: [
      ("tan(pi * x)", -.infinity, .infinity, false),
      ("1 / (0.1 * x - 0.3)", -.infinity, .infinity, true),
      ("1 / (2^x - 8)", -.infinity, .infinity, true),
      ("1 / (x - 101)", -.infinity, .infinity, true),
      ("x + 1 / x", -.infinity, .infinity, true), ("where(x < 0, 1 / x, 1)", -.infinity, 1, true),
      ("1 / (x - 3)^2", 0, .infinity, false), ("cosh(1 / x)", 1, .infinity, false),
    ] as [(String, Double, Double, Bool)]
  )
  func rangesWithPoles(formula: String, lower: Double, upper: Double, mayHaveGaps: Bool) throws {
    let range = try #require(try Formula(formula).properties().range)
    #expect(range.lowerBound == lower && range.upperBound == upper)
    #expect(range.mayHaveGaps == mayHaveGaps)
  }

  @Test("Where poles may have been missed, a bound that samples show is not known")
  func rangeWithUnknownPoles() throws {
    let properties = try Formula("1 / (cos(x) - 1)").properties()
    #expect(properties.range == nil && properties.unknown.contains(.range))
  }

  @Test(
    "Jumps may leave gaps, unless the pieces between them overlap",
    arguments: [
      ("floor(x)", true), ("sign(x)", true), ("binary_step", true), ("x + sign(x)", true),
      ("x - sign(x)", false), ("where(x < 0, tanh(x), x)", false), ("relu", false),
    ])
  func rangesWithJumps(formula: String, mayHaveGaps: Bool) throws {
    let range = try #require(try Formula(formula).properties().range)
    #expect(range.mayHaveGaps == mayHaveGaps)
  }

  // MARK: Extrema

  @Test("Where sines turn faster than is followed there may be more extrema")
  func fast() throws {
    #expect(try Formula("sin(100 * x)").properties().mayHaveMoreExtrema)
    #expect(try !Formula("sin(x)").properties().mayHaveMoreExtrema)
    #expect(try Formula("x + 1e-6 / (x - 1)").properties().extrema.map(\.x) == [0.999, 1.001])
  }

  @Test(
    "A pole or the end of a domain is no extremum",
    arguments: [
      "log(x^2 - 4)", "log(sin(x) - 1)", "cosh(1 / x)", "sign(x) / x", "1 / x^2", "1 / (x - 1.3)^2",
    ])
  func noExtremum(formula: String) throws {
    #expect(try Formula(formula).properties().extrema == [])
  }

  @Test("Extrema between poles are found")
  func extremaBetweenPoles() throws {
    let sum = try Formula("x + 1 / x").properties().extrema
    #expect(sum.map(\.x) == [-1, 1] && sum.map(\.value) == [-2, 2])
    #expect(try Formula("x * exp(1 / x)").properties().extrema.map(\.x) == [1])
    let comb = try Formula("1 / (cos(x) - 1)").properties().extrema
    #expect(comb.count == 32 && comb.allSatisfy { $0.value == -0.5 && !$0.isMinimum })
  }

  @Test("Every extremum has a value", arguments: ["log(sin(x))", "x * exp(1 / x)", "1 / sin(x)"])
  func extremaHaveValues(formula: String) throws {
    let extrema = try Formula(formula).properties().extrema
    #expect(!extrema.isEmpty)
    #expect(extrema.allSatisfy { $0.value.isFinite && $0.x.magnitude > 0.1 })
  }

  @Test(
    "Extrema are found to the last bit",
    arguments: [
      // From mpmath.
      ("gelu", [(-0.7517915246935645, -0.16997120747990366, true)]),
      ("gelu_tanh", [(-0.7524614220710163, -0.17004075057125406, true)]),
      ("silu", [(-1.2784645427610737, -0.2784645427610738, true)]),
      ("mish", [(-1.1924312145154952, -0.30884341301725043, true)]),
      ("golu", [(-0.5671432904097838, -0.09726013122763941, true)]),
      ("tanhexp", [(-1.078860058464624, -0.35328577784821125, true)]),
      ("elish", [(-0.881373587019543, -0.1715728752538099, true)]),
      (
        "x^4 - 3 * x^2 + x",
        [
          (-1.3008395659415772, -3.513905038934789, true),
          (0.16993844331159128, 0.08413522071094308, false),
          (1.1309011226299859, -1.0702301817761541, true),
        ]
      ),
      // By hand.
      ("hard_swish", [(-1.5, -0.375, true)]), ("gaussian", [(0, 1, false)]),
      ("abs", [(0, 0, true)]), ("-abs(x - 3)", [(3, 0, false)]), ("apl", [(0, -0.1, true)]),
      ("hard_mish", [(-1, -0.5, true)]), ("relu", []), ("tanh", []), ("x^3", []), ("2", []),
    ] as [(String, [(Double, Double, Bool)])]
  )
  func extrema(formula: String, expected: [(Double, Double, Bool)]) throws {
    let extrema = try Formula(formula).properties().extrema
    try #require(extrema.count == expected.count)
    for (extremum, (x, value, isMinimum)) in zip(extrema, expected) {
      #expect(ulps(extremum.x, from: x) <= 1)
      #expect(ulps(extremum.value, from: value) <= 1)
      #expect(extremum.isMinimum == isMinimum)
    }
  }

  @Test("A wave has an extremum at each crest and trough within |x| = 100")
  func wave() throws {
    let extrema = try Formula("sine").properties().extrema
    try #require(extrema.count == 64)
    for (i, extremum) in extrema.enumerated() {
      let crest = (Double(i) - 31.5) * Double.pi
      #expect((extremum.x - crest).magnitude <= 1e-13)
      #expect(extremum.value == (extremum.isMinimum ? -1 : 1))
      #expect(extremum.isMinimum == !i.isMultiple(of: 2))
    }
  }

  @Test(
    "Symmetry and direction of formulas",
    arguments: [
      ("x^2", .even, nil), ("x^3", .odd, .increasing), ("-tanh(x)", .odd, .decreasing),
      ("exp(-x)", nil, .decreasing), ("-relu(x)", nil, .nonincreasing), ("3", .even, .constant),
      ("floor(x)", nil, .nondecreasing), ("cos(x)", .even, nil), ("x + 1", nil, .increasing),
      ("1 / x", .odd, nil), ("x * abs(x)", .odd, .increasing),
      ("relu(x) - relu(-x)", .odd, .increasing), ("exp(x) + exp(-x)", .even, nil),
    ] as [(String, Properties.Symmetry?, Properties.Monotonicity?)]
  )
  func formulas(
    formula: String, symmetry: Properties.Symmetry?, monotonicity: Properties.Monotonicity?
  ) throws {
    let properties = try Formula(formula).properties()
    #expect(properties.symmetry == symmetry)
    #expect(properties.monotonicity == monotonicity)
  }

  @Test(
    "A piece between kinks that are close together counts",
    arguments: [
      "max(0, 1 - abs(10000 * (x - 3.14159)))", "x + max(0, 1 - abs(1000 * (x - 3.14159)))",
      "where(abs(x - 3.3) < 0.01, 0, x^2)", "where(x > 1.234567, where(x < 1.2345670001, 3, x), x)",
      "x^2 + where(x > 3.3, 1, 0) - where(x > 3.301, 1, 0)",
    ])
  func narrowPieces(text: String) throws {
    let properties = try Formula(text).properties()
    #expect(properties.symmetry == nil && properties.monotonicity == nil)
  }
}
