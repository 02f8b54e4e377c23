import Testing

@testable import Activations

@Suite("Kinks")
struct KinkTests {
  // MARK: The catalogue

  /// The rows whose first break is not in the slope: 0 is a jump.
  private static let orders: [String: [Double: Int]] = [
    "threshold": [1: 0], "relu_squared": [0: 2], "star_relu": [0: 2], "hard_mish": [0: 2],
    "hardshrink": [-0.5: 0, 0.5: 0], "sparse_plus": [-1: 2, 1: 2], "binary_step": [0: 0],
    "sign": [0: 0], "softsign": [0: 2], "elliott": [0: 2], "sqnl": [-2: 2, 0: 2, 2: 2],
    "elu": [0: 2], "celu": [0: 2], "elish": [0: 2], "hard_elish": [0: 2], "pelu": [0: 2],
    "isrlu": [0: 3], "xielu": [0: 2], "symlog": [0: 2],
  ]

  @Test("Every activation has the kinks of the reference and no others")
  func catalog() throws {
    var smooth = 0
    for (row, activation) in try CatalogReference.pairs() {
      let kinks = try Formula(activation.name).kinks()
      var expected: [Double: CatalogReference.Kink] = [:]
      for kink in row.kinks { expected[try place(kink.at, in: activation)] = kink }
      #expect(kinks.map(\.x) == expected.keys.sorted(), "\(row.name)")
      if row.kinks.isEmpty { smooth += 1 }
      for kink in kinks {
        guard let reference = expected[kink.x] else { continue }
        let order = Self.orders[row.name]?[kink.x] ?? 1
        #expect(kink.order == order, "\(row.name) at \(kink.x)")
        #expect(kink.value == reference.value, "\(row.name) at \(kink.x)")
        let jump = (kink.right[0] - kink.left[0]).magnitude
        #expect(jump == reference.jump, "\(row.name) at \(kink.x)")
        for slopes in reference.slopes {
          // The reference has 12 digits of them.
          let left = kink.left[slopes.order], right = kink.right[slopes.order]
          #expect((left - slopes.left).magnitude <= 1e-11, "\(row.name) at \(kink.x)")
          #expect((right - slopes.right).magnitude <= 1e-11, "\(row.name) at \(kink.x)")
        }
      }
    }
    #expect(smooth > 40)
  }

  /// A place such as `-beta/alpha`, at the defaults.
  private func place(_ text: String, in activation: Activation) throws -> Double {
    var constants: [String: Double] = [:]
    for parameter in activation.parameters {
      constants[parameter.name] = try derivatives(of: parameter.defaultValue, at: 0, order: 0)[0]
    }
    return try Formula(text, constants: constants).samples(at: [0]).values[0]
  }

  @Test(
    "A side that runs off does so the way it does, not the way of a division by 0",
    arguments: [
      ("sign(x) / x", .infinity, .infinity), ("where(x < 0, 1 / x, 1)", -.infinity, 1),
      ("where(x > 0, 1 / x, 1)", 1, .infinity), ("where(x < 2, 1 / (x - 2), 0)", -.infinity, 0),
      ("relu(x) - sign(x) / x", -.infinity, -.infinity),
    ] as [(String, Double, Double)]
  )
  func sidesThatRunOff(formula: String, left: Double, right: Double) throws {
    let kink = try #require(try Formula(formula).kinks().first)
    #expect(kink.left[0] == left && kink.right[0] == right)
  }

  @Test(
    "Slopes are right to the last bit",
    arguments: [
      ("rrelu", 0.0, 1, 0.22916666666666666, 1.0), ("hard_sigmoid", -3, 1, 0, 1 / 6.0),
      ("selu", 0, 1, 1.7580993408473766, 1.0507009873554805), ("celu", 0, 2, 1, 0),
      ("hard_elish", -1, 1, 0, -0.31606027941427883), ("xielu", 0, 2, 0.8, 1.6),
      ("softsign", 0, 3, 6, 6), ("symlog", 0, 2, 1, -1), ("isrlu", 0, 3, -3, 0),
      ("hard_swish", 3, 2, 1 / 3.0, 0), ("elliott", 0, 2, 1, -1), ("elish", 0, 2, 1, 0.5),
      ("hard_elish", 0, 2, 1.5, 1), ("star_relu", 0, 2, 0, 1.7888), ("sqnl", 2, 2, -0.5, 0),
    ] as [(String, Double, Int, Double, Double)]
  )
  func slopes(name: String, x: Double, order: Int, left: Double, right: Double) throws {
    let kink = try #require(try Formula(name).kinks().first { $0.x == x })
    #expect(kink.left.count == Kink.highestOrder + 1 && kink.right.count == kink.left.count)
    #expect(ulps(kink.left[order], from: left) <= 1)
    #expect(ulps(kink.right[order], from: right) <= 1)
  }

  // MARK: Formulas

  private struct Case: Sendable {
    let formula: String
    let range: ClosedRange<Double>?
    let kinks: [(x: Double, order: Int, left: Double, right: Double)]

    init(
      _ formula: String, in range: ClosedRange<Double>? = nil,
      _ kinks: [(x: Double, order: Int, left: Double, right: Double)]
    ) {
      (self.formula, self.range, self.kinks) = (formula, range, kinks)
    }
  }

  /// Places, orders and the derivatives of those orders on both sides. Numbers that are no round ones
  /// are from mpmath, rounded once.
  private static let cases: [Case] = [
    Case(
      "max(sin(x), 0.5)", in: 0...20,
      [
        (0.5235987755982989, 1, 0, 0.8660254037844386),
        (2.6179938779914944, 1, -0.8660254037844387, 0),
        (6.806784082777885, 1, 0, 0.8660254037844386),
        (8.901179185171081, 1, -0.8660254037844388, 0),
        (13.089969389957473, 1, 0, 0.8660254037844383),
        (15.184364492350667, 1, -0.8660254037844386, 0),
        (19.373154697137057, 1, 0, 0.8660254037844394),
      ]),
    Case("floor(x)", in: -3...3, (-3...3).map { (Double($0), 0, Double($0 - 1), Double($0)) }),
    Case("floor(x / 3)", in: -3...3, [(-3, 0, -2, -1), (0, 0, -1, 0), (3, 0, 0, 1)]),
    Case("floor(x)", in: 0.25...0.75, []), Case("floor(-x)", in: 0.5...1.5, [(1, 0, -1, -2)]),
    Case(
      "abs(x^2 - 2)",
      [
        (-1.4142135623730951, 1, -2.8284271247461903, 2.8284271247461903),
        (1.4142135623730951, 1, -2.8284271247461903, 2.8284271247461903),
      ]),
    Case(
      "where(x > 1, where(x < 2, x, 0), sign(x))", [(0, 0, -1, 1), (1, 1, 0, 1), (2, 0, 2, 0)]),
    Case("max(x, 0) + max(x - 1e-300, 0)", [(0, 1, 0, 1), (1e-300, 1, 1, 2)]),
    Case("abs(abs(x) - 1)", [(-1, 1, -1, 1), (0, 1, 1, -1), (1, 1, -1, 1)]),
    Case("relu(relu(x) - 1)", [(1, 1, 0, 1)]),
    Case("relu6(x^3)", [(0, 3, 0, 6), (1.8171205928321397, 1, 9.90578174668388, 0)]),
    Case("where(x >= 1, 1, x)", [(1, 1, 1, 0)]), Case("min(x, x^2)", [(0, 1, 1, 0), (1, 1, 2, 1)]),
    Case("where(x > 0, x^2, x^3)", [(0, 2, 0, 2)]), Case("abs(x)^3", [(0, 3, -6, 6)]),
    Case("abs(x - 1) * (x - 1)", [(1, 2, -2, 2)]), Case("sign(x) * x", [(0, 1, -1, 1)]),
    Case("abs(x - 0.1) + abs(x - 0.3)", [(0.1, 1, -2, 0), (0.3, 1, 0, 2)]),
    Case(
      "abs(gelu(x) + 0.1)",
      [
        (-1.5016540973658448, 1, -0.1274151691005774, 0.1274151691005774),
        (-0.24893969426947485, 1, -0.305421207490458, 0.305421207490458),
      ]),
    Case("relu(x - 1e300)", [(1e300, 1, 0, 1)]),
    Case("relu(x + 5e-324)", [(-.leastNonzeroMagnitude, 1, 0, 1)]),
    Case("sqrt(abs(x))", [(0, 1, -.infinity, .infinity)]),
    Case("abs(x) + abs(x)^1.5", [(0, 1, -1, 1)]),
    Case("abs(x) + exp(1e6 * x)", [(0, 1, 999999, 1000001)]),
    // What is small as a whole has its kinks too.
    Case("relu(1e-200 * x)", [(0, 1, 0, 1e-200)]), Case("1e-30 * relu(x)", [(0, 1, 0, 1e-30)]),
    // Decisions far out, where the working precision has run out of digits, are none.
    Case("floor(tanh(x))", [(0, 0, -1, 0)]), Case("floor(sigmoid(x))", []),
    Case("where(sigmoid(x) < 1, 0, 1)", []), Case("max(tanh(x), 1)", []), Case("abs(exp(x))", []),
    Case("max(softplus(x), relu(x))", []),
    // Pieces that fit together.
    Case("abs(x)^2", []), Case("max(x, x)", []), Case("where(x > 0, x, x)", []),
    Case("abs(x^2 + 1)", []), Case("where(x > 0, exp(x), exp(x))", []), Case("max(x^2, 0)", []),
    Case("max(x, -x)^2", []), Case("hardtanh(x, min_val: -x, max_val: x)", []),
    Case("relu(-x) * relu(x)", []), Case("sin(x) / x", []), Case("2", []),
  ]

  @Test("Formulas have their kinks to the last bit, and no others", arguments: cases.indices)
  func formulas(index: Int) throws {
    let given = Self.cases[index]
    let kinks = try Formula(given.formula).kinks(in: given.range)
    try #require(kinks.map(\.x) == given.kinks.map(\.x), "\(given.formula)")
    for (kink, expected) in zip(kinks, given.kinks) {
      let place = "\(given.formula) at \(kink.x)"
      #expect(kink.order == expected.order, "\(place)")
      #expect(ulps(kink.left[expected.order], from: expected.left) <= 1, "\(place)")
      #expect(ulps(kink.right[expected.order], from: expected.right) <= 1, "\(place)")
    }
  }

  @Test(
    "A value of its own at one point is a jump",
    arguments: [("where(x == 0.5, 5, 1)", 0.5, 5.0, 1.0), ("where(x != -1, x, 7)", -1, 7, -1)]
  )
  func isolatedValues(formula: String, x: Double, value: Double, limit: Double) throws {
    let kinks = try Formula(formula).kinks()
    #expect(kinks.map(\.x) == [x])
    #expect(kinks.first?.order == 0)
    #expect(kinks.first?.value == value)
    #expect(kinks.first?.left[0] == limit && kinks.first?.right[0] == limit)
  }

  // MARK: Where and how many

  @Test("What jumps because an argument of it does, jumps there and not beside it too")
  func decisionsByWhatJumps() throws {
    let kinks = try Formula("round(x)").kinks(in: -3...3)
    #expect(kinks.map(\.x) == [-2.5, -1.5, -0.5, 0.5, 1.5, 2.5])
    #expect(kinks.map(\.value) == [-2, -2, 0, 0, 2, 2])
    #expect(kinks.allSatisfy { $0.right[0] == $0.left[0] + 1 })
  }

  @Test("Only the range is searched, its ends with it")
  func range() throws {
    let staircase = try Formula("floor(x)")
    #expect(staircase.kinks(in: 0.5...2).map(\.x) == [1, 2])
    #expect(staircase.kinks(in: 1...1).map(\.x) == [1])
    #expect(staircase.kinks(in: 1.5...1.5) == [])
    #expect(try Formula("relu").kinks(in: 1...2) == [])
    #expect(try Formula("relu").kinks(in: 0...0).map(\.order) == [1])
    #expect(try Formula("hard_swish").kinks(in: -3...2.9999).map(\.x) == [-3])
  }

  @Test("No more kinks than the limit are looked for", arguments: [0, 1, 10, 1000])
  func limit(limit: Int) throws {
    for formula in ["floor(100 * x)", "abs(sin(100 * x))", "max(sin(1 / x), 0)"] {
      let kinks = try Formula(formula).kinks(in: -20...20, limit: limit)
      #expect(kinks.count <= limit, "\(formula)")
      #expect(limit == 0 || !kinks.isEmpty, "\(formula)")
      #expect(zip(kinks, kinks.dropFirst()).allSatisfy { $0.x < $1.x }, "\(formula)")
    }
    #expect(try Formula("floor(100 * x)").kinks(in: 0...5, limit: 1000).count == 501)
  }

  @Test(
    "Decisions beyond number end, at finite places",
    arguments: [
      "floor(1e300 * x)", "floor(1 / x)", "max(sin(1 / x), 0)", "floor(exp(exp(x)))",
      "floor(x^x^x)", "abs(sin(1e300 * x))", "floor(1 / sin(1 / x))", "sign(sin(exp(x)))",
      "max(0 / 0, x)", "floor(1e308 * 1e308 * x)", "where(x / 0 > 1, floor(x), 1)",
    ]
  )
  func hostile(formula: String) throws {
    for range in [nil, -1...1, 0...0, 5...5.000001] as [ClosedRange<Double>?] {
      let kinks = try Formula(formula).kinks(in: range, limit: 100)
      #expect(kinks.count <= 100)
      #expect(kinks.allSatisfy { $0.x.isFinite && range?.contains($0.x) ?? true })
    }
  }

  /// Pulses between the points of a grid, and how many jumps or kinks they make.
  @Test(
    "Two changes between points of the grid are found",
    arguments: [
      ("where(cos(x) > 0.99999, 1, 0)", -20.0...20.0, 14),
      ("max(0, cos(x) - 0.99999)", -20...20, 14),
      ("where(abs(x - 3.3) < 0.01, 0, x^2)", -8...8, 2), ("sign(sin(x) - 0.99999)", -8...8, 6),
      ("where(abs(x - 1.234567) < 1e-6, 3, x)", -8...8, 2), ("max(0, 0.5 - cosh(x))", -8...8, 0),
    ])
  func pulses(text: String, range: ClosedRange<Double>, count: Int) throws {
    #expect(try Formula(text).kinks(in: range).count == count)
  }
}
