import Testing

@testable import Activations

@Suite("Asymptotes and saturation")
struct AsymptoteTests {
  struct Lines: Sendable, CustomTestStringConvertible {
    let text: String
    /// Slope and intercept; none if `nil`.
    let left: (Double, Double)?
    let right: (Double, Double)?

    var testDescription: String { text }
  }

  // By hand; log(2), pi / 2 and the like rounded once.
  private static let lines: [Lines] = [
    Lines(text: "softplus", left: (0, 0), right: (1, 0)),
    Lines(text: "gelu", left: (0, 0), right: (1, 0)),
    Lines(text: "softsign", left: (0, -1), right: (0, 1)),
    Lines(text: "elu", left: (0, -1), right: (1, 0)),
    Lines(text: "logcosh", left: (-1, -0.6931471805599453), right: (1, -0.6931471805599453)),
    Lines(
      text: "shifted_softplus", left: (0, -0.6931471805599453), right: (1, -0.6931471805599453)),
    Lines(text: "tanhshrink", left: (1, 1), right: (1, -1)),
    Lines(text: "softshrink", left: (1, 0.5), right: (1, -0.5)),
    Lines(text: "arctan", left: (0, -1.5707963267948966), right: (0, 1.5707963267948966)),
    Lines(text: "x * atan(x)", left: (-1.5707963267948966, -1), right: (1.5707963267948966, -1)),
    Lines(text: "leaky_relu", left: (0.01, 0), right: (1, 0)),
    Lines(text: "srelu", left: (0.2, -0.8), right: (0.2, 0.8)),
    Lines(text: "sqrt(x^2 + 1)", left: (-1, 0), right: (1, 0)),
    Lines(text: "sqrt(x^2 + x)", left: (-1, -0.5), right: (1, 0.5)),
    Lines(text: "x / 3 + 1 / 7", left: (1 / 3, 1 / 7), right: (1 / 3, 1 / 7)),
    Lines(text: "2 * x - 5", left: (2, -5), right: (2, -5)),
    Lines(text: "(x^2 + 3 * x) / (x - 1)", left: (1, 4), right: (1, 4)),
    Lines(text: "1 / x", left: (0, 0), right: (0, 0)),
    Lines(text: "exp(x)", left: (0, 0), right: nil),
    Lines(text: "x + sin(x)", left: nil, right: nil), Lines(text: "sin(x)", left: nil, right: nil),
    Lines(text: "x^2", left: nil, right: nil), Lines(text: "tan(x)", left: nil, right: nil),
    Lines(text: "log(abs(x))", left: nil, right: nil), Lines(text: "log(x)", left: nil, right: nil),
    Lines(text: "x + log(1 + x^2)", left: nil, right: nil),
    Lines(text: "x + sqrt(abs(x))", left: nil, right: nil),
    Lines(text: "floor(x)", left: nil, right: nil), Lines(text: "3", left: (0, 3), right: (0, 3)),
  ]

  @Test("The lines that functions near", arguments: lines)
  func nearing(given: Lines) throws {
    let found = try Formula(given.text).asymptotes()
    for (line, expected) in [(found.left, given.left), (found.right, given.right)] {
      try #require((line == nil) == (expected == nil), "\(String(describing: line))")
      guard let line, let expected else { continue }
      #expect(ulps(line.slope, from: expected.0) <= 1, "\(line.slope)")
      #expect(ulps(line.intercept, from: expected.1) <= 2, "\(line.intercept)")
    }
  }

  @Test("The catalogue's agree with its limits", arguments: LimitReference.all)
  func catalog(limits: LimitReference) throws {
    let found = try Formula(limits.name).asymptotes()
    for (line, limit) in [(found.left, limits.left), (found.right, limits.right)] {
      if limit[0].isFinite {
        #expect(line == Asymptote(slope: 0, intercept: limit[0]))
      } else if let line {
        #expect(line.slope == limit[1] && line.slope != 0)
      } else {
        #expect(limit[0].isNaN || !limit[1].isFinite || limit[1] == 0)
      }
    }
  }

  @Test("A derivative by a parameter leaves the level ones")
  func byParameter() throws {
    let elu = try Formula("elu", withRespectTo: "alpha").asymptotes()
    #expect(elu.left == Asymptote(slope: 0, intercept: -1) && elu.right == nil)
  }

  struct Flat: Sendable, CustomTestStringConvertible {
    let text: String
    let ends: [(Double, Double)]

    var testDescription: String { text }
  }

  // By mpmath with 60 digits: bisection of |f'(x)| - 0.02, where 0.02 is the Double.
  private static let flats: [Flat] = [
    Flat(text: "tanh", ends: [(-8, -2.64412076105862907), (2.64412076105862907, 8)]),
    Flat(text: "sigmoid", ends: [(-8, -3.87076670028709373), (3.87076670028709373, 8)]),
    Flat(text: "softplus", ends: [(-8, -3.89182029811062659)]),
    Flat(text: "elu", ends: [(-8, -3.91202300542814604)]),
    Flat(
      text: "gelu",
      ends: [(-8, -2.79158818421866646), (-0.800259359438667453, -0.707223554504349904)]),
    Flat(
      text: "silu",
      ends: [(-8, -5.37845591817927696), (-1.37669529608949263, -1.19175644154079046)]),
    Flat(
      text: "gaussian",
      ends: [
        (-8, -2.33522562033103203), (-0.0100010002500816973, 0.0100010002500816973),
        (2.33522562033103203, 8),
      ]),
    Flat(text: "softsign", ends: [(-8, -6.07106781186547517), (6.07106781186547517, 8)]),
    // By hand.
    Flat(text: "relu", ends: [(-8, 0)]), Flat(text: "hardtanh", ends: [(-8, -1), (1, 8)]),
    Flat(text: "hard_sigmoid", ends: [(-8, -3), (3, 8)]), Flat(text: "identity", ends: []),
    Flat(text: "binary_step", ends: [(-8, 0), (0, 8)]), Flat(text: "3", ends: [(-8, 8)]),
    Flat(text: "relu(x) - relu(x - 1) + relu(x - 2)", ends: [(-8, 0), (1, 2)]),
    Flat(text: "max(x, min(0, x + 3))", ends: [(-3, 0)]), Flat(text: "log(x - 9)", ends: []),
    Flat(text: "0.01 * abs(x)", ends: [(-8, 8)]),
  ]

  @Test("Saturation is where the slope is small, to the last bit", arguments: flats)
  func flatness(given: Flat) throws {
    let found = try Formula(given.text).saturation(below: 0.02, in: -8...8)
    try #require(found.count == given.ends.count, "\(found)")
    for (interval, ends) in zip(found, given.ends) {
      #expect(ulps(interval.lowerBound, from: ends.0) <= 1, "\(interval)")
      #expect(ulps(interval.upperBound, from: ends.1) <= 1, "\(interval)")
    }
  }

  @Test("A range of one point, or of all Doubles, is no trap")
  func ranges() throws {
    #expect(try Formula("relu").saturation(below: 0.02, in: 0...0) == [])
    let reach = Double.greatestFiniteMagnitude
    let all = try Formula("relu").saturation(below: 0.02, in: -reach...reach)
    #expect(all == [-reach...0])
    #expect(try Formula("relu").saturation(below: -1, in: -8...8) == [])
  }

  @Test("Inside the slope is below the threshold, outside it is not")
  func thresholds() throws {
    for formula in Activation.catalog.map(\.name) {
      let formula = try Formula(formula)
      for threshold in [1e-6, 0.02, 0.5] {
        let flat = formula.saturation(below: threshold, in: -8...8)
        // Not at round places, where kinks are.
        let x = (0..<997).map { -7.9937 + 0.016 * Double($0) }
        for (x, slope) in zip(x, try formula.samples(at: x, order: 1).derivatives[1]) {
          let isFlat = flat.contains { $0.contains(x) }
          #expect(isFlat == (slope.magnitude < threshold), "\(formula.text) at \(x)")
        }
      }
    }
  }
}
