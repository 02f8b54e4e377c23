import Testing

@testable import Activations

@Suite("Extended numbers")
struct ExtendedTests {
  private static let inf = Extended(Double.infinity), nan = Extended(Double.nan)
  private static let negativeZero = Extended(-0.0)

  // MARK: Functions

  private static let functions: [String: @Sendable (Extended) -> Extended] = [
    "exp": { .exp($0) }, "expm1": { .expMinusOne($0) }, "log": { .log($0) },
    "log1p": { .log(onePlus: $0) }, "sqrt": { .sqrt($0) }, "sin": { .sin($0) }, "cos": { .cos($0) },
    "tan": { .tan($0) }, "asin": { .asin($0) }, "acos": { .acos($0) }, "atan": { .atan($0) },
    "sinh": { .sinh($0) }, "cosh": { .cosh($0) }, "tanh": { .tanh($0) }, "asinh": { .asinh($0) },
    "acosh": { .acosh($0) }, "atanh": { .atanh($0) }, "erf": { .erf($0) }, "erfc": { .erfc($0) },
  ]

  /// Where it is not 2^-96. The complement of erf cancels up to 27 bits below 4.
  private static let bounds = ["sin": 0x1p-95, "cos": 0x1p-95, "tan": 0x1p-95, "erfc": 0x1p-77]

  @Test(
    "Functions are right to a relative 2^-96 or their own bound",
    arguments: functions.keys.sorted()
  )
  func accuracy(name: String) throws {
    let tables = ExtendedReference.exponentials.merging(ExtendedReference.circular) { first, _ in
      first
    }
    let function = try #require(Self.functions[name])
    let table = try rows(of: try #require(tables[name]))
    #expect(table.count >= 9)
    let bound = Self.bounds[name] ?? 0x1p-96
    for row in table {
      let error = Self.error(of: function(Extended(row[0])), from: row[1...])
      #expect(error <= bound, "\(name)(\(row[0])): \(error / 0x1p-96) · 2^-96")
    }
  }

  @Test("Powers are right to 2^-96 times the size of their logarithm")
  func powers() throws {
    for row in try rows(of: ExtendedReference.powers) {
      let value = Extended.pow(Extended(row[0]), Extended(row[1]))
      let logarithm = row[1] * Extended.log(Extended(row[0].magnitude)).double
      let error = Self.error(of: value, from: row[2...])
      #expect(error <= 0x1p-96 * max(1, logarithm.magnitude), "\(row[0])^\(row[1]): \(error)")
    }
  }

  @Test("Sines and cosines of huge numbers have a Double's digits")
  func farOut() throws {
    for row in try rows(of: ExtendedReference.farOut) {
      for x in [row[0], -row[0]] {
        let sign: Double = x < 0 ? -1 : 1
        let sine = Extended.sin(Extended(x)).double, cosine = Extended.cos(Extended(x)).double
        #expect((sine - sign * row[1]).magnitude <= 1e-15, "sin(\(x)) = \(sine)")
        #expect((cosine - row[2]).magnitude <= 1e-15, "cos(\(x)) = \(cosine)")
      }
    }
  }

  /// The relative error of a value whose true one is (a + b)·2^n.
  private static func error(of value: Extended, from truth: ArraySlice<Double>) -> Double {
    let parts = Array(truth)
    let exact = (Extended(parts[0]) + Extended(parts[1])).scaled(by: Int(parts[2]))
    if value == exact { return 0 }
    let error = ((value - exact) / exact).magnitude.double
    return error.isNaN ? .infinity : error
  }

  // MARK: Arithmetic

  @Test("Quotients and products are right to 2^-102")
  func quotients() {
    for (value, a, b, n) in [
      (Extended(1) / 3, 1.3333333333333333, 7.401486830834377e-17, -2.0),
      (Extended(2) / 7, 1.1428571428571428, 6.344131569286608e-17, -2),
      (Extended(0.1) * Extended(0.3), 1.92, 1.0658141036401502e-16, -6),
      (Extended(1e300) / Extended(3e-300), 1.486474208634405, 1.406091868664579e-18, 1991),
      (Extended.pi, 1.5707963267948966, 6.123233995736766e-17, 1),
      (.e, 1.3591409142295225, 7.228234458646251e-17, 1),
      (.ln2, 1.3862943611198906, 4.638093627692599e-17, -1),
    ] {
      #expect(Self.error(of: value, from: [a, b, n]) <= 0x1p-102, "\(a)")
    }
  }

  @Test("Sums keep what is far below")
  func sums() {
    for small in [Extended(1e-20), Extended(1e-300), Extended(0x1p-1064)] {
      #expect((1 + small) - 1 == small && (small + 1) - 1 == small)
      #expect(1 + small > 1 && 1 - small < 1)
    }
    let huge = Extended(1e300) * Extended(1e300)
    #expect((huge + 1) - huge == 0 && huge - huge == 0)
    #expect((huge / Extended(1e300)).double == 1e300)
    #expect((huge * huge / huge / Extended(1e300)).double == 1e300)
    #expect((Extended(1e16) + 1 - Extended(1e16)) == 1)
    #expect((Extended(0.1) + Extended(0.2) - Extended(0.3)).double == 0x1p-54 - 0x1p-55)
  }

  @Test("What grows faster than any exponent saturates, and loses against zero")
  func saturation() {
    let tower = Extended.exp(.exp(Extended(1e300)))
    #expect(tower.isFinite && tower.isSaturated && tower.double == .infinity)
    #expect(tower * 0 == 0 && 0 * tower == 0)
    #expect((1 / tower).double == 0 && Extended.exp(-tower) == 0)
    #expect(tower * tower == tower && Extended.tanh(tower) == 1)
    #expect((-tower).double == -.infinity && -tower < tower)
    #expect(Extended.exp(-.exp(Extended(1e300))) == 0)
  }

  // MARK: Order

  @Test("Numbers are ordered across their parts and scales")
  func order() {
    let huge = Extended(1e300) * Extended(1e300), tiny = 1 / huge
    let ascending: [Extended] = [
      -Self.inf, -huge * huge, -huge, Extended(-1e300), -2, -1 - Extended(0x1p-100), -1,
      Extended(-1e-300), -tiny, -tiny * tiny, 0, tiny * tiny, tiny, Extended(1e-300),
      1 - Extended(0x1p-100), 1, 1 + Extended(0x1p-100), 2, Extended(1e300), huge, huge + huge,
      huge * huge, Self.inf,
    ]
    for (i, a) in ascending.enumerated() {
      for (k, b) in ascending.enumerated() {
        #expect((a < b) == (i < k) && (a == b) == (i == k) && (a > b) == (i > k), "\(i), \(k)")
      }
      #expect(!(a < Self.nan) && !(Self.nan < a) && !(a == Self.nan) && !(a > Self.nan), "\(i)")
    }
    #expect(Self.negativeZero == 0 && !(Self.negativeZero < 0))
    #expect(Self.nan != Self.nan && Self.nan.isNaN && !Self.inf.isNaN)
  }

  // MARK: Rounding to Double

  @Test(
    "Values are rounded to nearest once, subnormals and overflow too",
    arguments: [
      // In units of the least positive number, with a part far below.
      (1.5, 0.0, 2.0), (2.5, 0, 2), (0.5, 0, 0), (0.75, 0, 1), (0.25, 0, 0), (1, 0, 1), (3, 0, 3),
      (2.5, 0x1p-70, 3), (1.5, -0x1p-70, 1), (0.5, 0x1p-70, 1), (4097.5, -0x1p-80, 4097),
    ]
  )
  func subnormals(units: Double, rest: Double, rounded: Double) {
    for sign in [1.0, -1] {
      let value = (Extended(sign * units) + Extended(sign * rest)).scaled(by: -1074)
      #expect(value.double == sign * rounded * .leastNonzeroMagnitude)
      #expect(value.double.sign == (sign > 0 ? .plus : .minus))
    }
  }

  @Test("Beyond the largest number is infinity")
  func overflow() {
    let largest = Extended(Double.greatestFiniteMagnitude)
    let half = Extended(Double.greatestFiniteMagnitude.ulp / 2)
    #expect(largest.double == .greatestFiniteMagnitude)
    #expect((largest + half / 2).double == .greatestFiniteMagnitude)
    #expect((largest + half).double == .infinity && (largest + largest).double == .infinity)
    #expect((-largest - largest).double == -.infinity)
    #expect((largest + largest - largest).double == .greatestFiniteMagnitude)
    for value in [
      Double.leastNormalMagnitude.nextDown, 1e-300, 1, -3.7, 1e300, -Double.leastNonzeroMagnitude,
      .pi, -0.0,
    ] {
      #expect(Extended(value).double == value && Extended(value).double.sign == value.sign)
    }
  }

  @Test("Floors have no fraction, however the number is split")
  func floors() {
    let big = Extended(0x1p60), half = Extended(0.5), huge = Extended(1e300) * Extended(1e300)
    for (value, floor) in [
      (big + half, big), (big - half, big - 1), (-half, -1), (half, 0), (3, 3), (-3, -3),
      (3 - Extended(0x1p-90), 2), (3 + Extended(0x1p-90), 3), (huge, huge), (1 / huge, 0),
      (-1 / huge, -1), (Self.inf, Self.inf), (Self.negativeZero, 0),
    ] {
      #expect(value.floor == floor)
    }
    #expect(Self.nan.floor.isNaN)
  }

  // MARK: Zeros, infinities, NaN

  @Test("Zeros keep their signs")
  func zeros() {
    let minus = Self.negativeZero
    let negative: [(String, Extended)] = [
      ("-0", -Extended(0)), ("-0 + -0", minus + minus), ("-0 * 1", minus * 1),
      ("-0 / 1", minus / 1),
      ("1 / -inf", 1 / -Self.inf), ("0 * -1", Extended(0) * -1), ("sqrt", .sqrt(minus)),
      ("sin", .sin(minus)), ("tan", .tan(minus)), ("asin", .asin(minus)), ("atan", .atan(minus)),
      ("sinh", .sinh(minus)), ("tanh", .tanh(minus)), ("asinh", .asinh(minus)),
      ("atanh", .atanh(minus)), ("expm1", .expMinusOne(minus)), ("log1p", .log(onePlus: minus)),
      ("erf", .erf(minus)), ("scaled", minus.scaled(by: -2000)),
    ]
    for (name, value) in negative {
      #expect(value == 0 && value.double.sign == .minus, "\(name)")
    }
    let positive: [(String, Extended)] = [
      ("0 + -0", 0 + minus), ("-0 + 0", minus + 0), ("1 - 1", Extended(1) - 1),
      ("-0 * -0", minus * minus), ("sin", .sin(0)), ("atan", .atan(0)),
      ("magnitude", minus.magnitude),
    ]
    for (name, value) in positive {
      #expect(value == 0 && value.double.sign == .plus, "\(name)")
    }
  }

  @Test("Infinities and NaN go through arithmetic and functions as in IEEE")
  func special() {
    let halfPi = Extended.pi.double / 2
    let cases: [(String, Extended, Double)] = [
      ("inf - inf", Self.inf - Self.inf, .nan), ("0 * inf", 0 * Self.inf, .nan),
      ("inf / inf", Self.inf / Self.inf, .nan), ("1 / 0", 1 / Extended(0), .infinity),
      ("1 / -0", 1 / Self.negativeZero, -.infinity), ("0 / 0", Extended(0) / 0, .nan),
      ("1 / inf", 1 / Self.inf, 0), ("inf + 1", Self.inf + 1, .infinity),
      ("inf + huge", Self.inf + Extended(1e300) * Extended(1e300), .infinity),
      ("inf * -2", Self.inf * -2, -.infinity), ("exp -inf", .exp(-Self.inf), 0),
      ("exp inf", .exp(Self.inf), .infinity), ("expm1 -inf", .expMinusOne(-Self.inf), -1),
      ("log 0", .log(0), -.infinity), ("log -1", .log(-1), .nan),
      ("log inf", .log(Self.inf), .infinity),
      ("log1p -1", .log(onePlus: -1), -.infinity), ("log1p -2", .log(onePlus: -2), .nan),
      ("sqrt -1", .sqrt(-1), .nan), ("sqrt inf", .sqrt(Self.inf), .infinity),
      ("tanh inf", .tanh(Self.inf), 1), ("tanh -inf", .tanh(-Self.inf), -1),
      ("sinh -inf", .sinh(-Self.inf), -.infinity), ("cosh -inf", .cosh(-Self.inf), .infinity),
      ("asinh -inf", .asinh(-Self.inf), -.infinity), ("acosh inf", .acosh(Self.inf), .infinity),
      ("acosh 1", .acosh(1), 0), ("acosh 0.5", .acosh(Extended(0.5)), .nan),
      ("atanh 1", .atanh(1), .infinity), ("atanh -1", .atanh(-1), -.infinity),
      ("atanh 2", .atanh(2), .nan), ("asin 2", .asin(2), .nan), ("acos -2", .acos(-2), .nan),
      ("atan inf", .atan(Self.inf), halfPi), ("atan -inf", .atan(-Self.inf), -halfPi),
      ("sin inf", .sin(Self.inf), .nan), ("cos -inf", .cos(-Self.inf), .nan),
      ("erf inf", .erf(Self.inf), 1), ("erf -inf", .erf(-Self.inf), -1),
      ("erfc inf", .erfc(Self.inf), 0), ("erfc -inf", .erfc(-Self.inf), 2),
      ("0^0", .pow(0, 0), 1), ("0^2", .pow(0, 2), 0), ("0^-1", .pow(0, -1), .infinity),
      ("(-8)^0.5", .pow(-8, Extended(0.5)), .nan), ("inf^2", .pow(Self.inf, 2), .infinity),
    ]
    for (name, value, expected) in cases {
      let double = value.double
      #expect(double == expected || double.isNaN && expected.isNaN, "\(name) is \(double)")
    }
    for (name, function) in Self.functions {
      #expect(function(Self.nan).isNaN, "\(name)")
    }
    #expect((Self.nan + 1).isNaN && (Self.nan * 0).isNaN && (1 / Self.nan).isNaN)
  }
}
