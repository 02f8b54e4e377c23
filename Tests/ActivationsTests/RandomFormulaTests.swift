import TestSupport
import Testing

@testable import Activations

@Suite("Random and hostile formulas")
struct RandomFormulaTests {
  private static let constants = ["a": 2, "b": -0.5]
  private static let points = [0, -0.0, 0.5, -3, 1e300, .infinity, .nan]

  @Test(
    "Whatever the text, it is a formula with values or is refused in a sentence",
    arguments: [UInt64(1), 2]
  )
  func anyText(seed: UInt64) throws {
    var texts = HostileTexts(seed: seed)
    var accepted = 0, refused = 0
    for round in 0..<20_000 {
      let text = texts.next()
      do throws(FormulaError) {
        let formula = try Formula(text, constants: Self.constants)
        accepted += 1
        try checkPrint(of: formula)
        // Not all, for the time that it takes.
        if round.isMultiple(of: 40) {
          checkSamples(of: formula, thoroughly: round.isMultiple(of: 200), texts.number(below: 7))
        }
      } catch {
        refused += 1
        Self.check(error, of: text)
      }
    }
    // Else the texts would not reach the inside of either.
    #expect(accepted > 4_000 && refused > 4_000, "\(accepted) accepted, \(refused) refused")
  }

  private func checkPrint(of formula: Formula) throws(FormulaError) {
    let printed = formula.description
    let again = try FormulaParser.parse(printed, parameters: Set(Self.constants.keys))
    #expect(again == formula.expression, "\(formula.text), printed as \(printed)")
  }

  private func checkSamples(of formula: Formula, thoroughly isThorough: Bool, _ pick: Int) {
    let two = [Self.points[pick], Self.points[(pick + 3) % Self.points.count]]
    let points = isThorough ? Self.points : two
    let order = isThorough ? 2 : 1
    guard let samples = try? formula.samples(at: points, order: order) else {
      Issue.record("\(formula.text) has no samples")
      return
    }
    #expect(samples.derivatives.count == order + 1, "\(formula.text)")
    for values in samples.derivatives {
      let isNaN = zip(points, values).allSatisfy { $1.isNaN || !$0.isNaN }
      #expect(values.count == points.count && isNaN, "\(formula.text)")
    }
  }

  private static func check(_ error: FormulaError, of text: String) {
    if let column = error.column {
      #expect((1...text.count + 1).contains(column), "\(text): \(column)")
    }
    let message = error.description
    #expect(!error.problem.isEmpty && message.count < 600, "\(text)")
  }

  @Test("What is asked of a formula as a whole has an end")
  func whole() throws {
    var texts = HostileTexts(seed: 3)
    var count = 0
    while count < 40 {
      guard let formula = try? Formula(texts.next(), constants: Self.constants) else { continue }
      count += 1
      let kinks = formula.kinks(in: -10...10, limit: 20)
      #expect(kinks.count <= 20 && kinks.allSatisfy { $0.x.isFinite }, "\(formula.text)")
      let properties = formula.properties()
      #expect(properties.extrema.allSatisfy { $0.x.magnitude <= 100 }, "\(formula.text)")
      #expect(!formula.latex.isEmpty && !formula.mathML.isEmpty && !formula.label.isEmpty)
    }
  }
}

/// Texts that are formulas, nearly formulas or nothing of the kind; the same for the same seed.
private struct HostileTexts {
  private var generator: SplitMix64
  private var trees: RandomExpression

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
    trees = RandomExpression(seed: seed &* 7919)
  }

  mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  /// Half of them are tokens in any order, a quarter trees, and a quarter damaged definitions and
  /// shapes that strain the parser or the arithmetic.
  mutating func next() -> String {
    switch number(below: 8) {
    case 0...3: soup()
    case 4, 5: trees.next(height: 5).plain
    case 6: mutated(pick(Self.definitions))
    default: number(below: 40) == 0 ? deep() : mutated(pick(Self.shapes))
    }
  }

  private mutating func pick<T>(_ choices: [T]) -> T { choices[number(below: choices.count)] }

  private static let tokens = [
    "x", "x", "x", "1", "2.5", "1e-3", ".5", "+", "-", "*", "/", "^", "(", ")", ",", "<", ">=",
    "==",
    "≤", "·", "−", "max(", "where(", "tanh(", "swish(", "beta: ", "floor(", "clamp(", "sin(", " ",
    "x)", ", x)", "+ x", "* 2", "- 1", "(x", "π", "e", "a", "b",
  ]
  private static let characters =
    "x0123456789.+-*/^(), \teE_<>=!:max\u{661}\u{bd}é∞π≠\u{301}\u{200D}"
    .map { String($0) }

  private mutating func soup() -> String {
    let pieces = number(below: 4) == 0 ? Self.characters : Self.tokens
    return (0..<number(below: 12)).map { _ in pick(pieces) }.joined()
  }

  private static let definitions = Activation.catalog.map { row in
    row.parameters.reduce(row.definition) { text, parameter in
      text.replacing(parameter.name, with: parameter.defaultValue)
    }
  }

  private static let shapes = [
    "x^1e300", "1e308 * 1e308", "x^x^x^x", "2^2^2^2^2^x", "exp(exp(exp(exp(x))))", "1 / 0 + x",
    "0 / 0", "where(floor(x) > floor(2 * x), floor(1 / x), where(x == 0, 1, -1))", "x^-1024^-1024",
    "log(log(log(x)))", "((x^1000)^1000)^1000", "sin(1e300 * x)^2 + cos(1e300 * x)^2",
    "floor(floor(x / 1e-300) * 1e-300)", "sqrt(x^2 - x^2)", "max(x, 1 / x, -x, 0 / x)",
    "5e-324 * x / 5e-324", "sign(sign(sin(1 / x)))", "atanh(x) - acosh(x)", "x^0^0", "0^x",
    "(-2)^x",
    "hardtanh(x, min_val: 1 / x, max_val: x)", "swish(x, beta: swish(x, beta: x))",
    "softplus(x, beta: x)", "nn.GELU(x) * jax.nn.silu(x)", "clamp(x, 1, -1)", "log1p(-1 + x - x)",
    "erfc(1e200 * x) / erfc(1e200 * x)", "tan(pi / 2 + x - x)", "x = 1", "2x + 3x", "x ** 2", "|x|",
    "e^e^e^x", "Φ(Φ(x))", "\u{1F600}", "x\u{0}", "ｘ + 1", "x²", "\u{202E}x + 1", "∑x", "",
  ]

  /// A text with some of its characters deleted, doubled, swapped or replaced, or none.
  private mutating func mutated(_ text: String) -> String {
    var characters = Array(text)
    for _ in 0..<number(below: 4) where !characters.isEmpty {
      let place = number(below: characters.count)
      switch number(below: 4) {
      case 0: characters.remove(at: place)
      case 1: characters.insert(characters[place], at: place)
      case 2: characters.swapAt(place, number(below: characters.count))
      default: characters[place] = Character(pick(Self.characters))
      }
    }
    return String(characters)
  }

  /// Nests and chains, within the bounds and beyond.
  private mutating func deep() -> String {
    let (start, core, end) = pick([
      ("(", "x", ")"), ("-(", "x", ")"), ("tanh(", "x", ")"), ("swish(", "x", ")"),
      ("gelu(", "x", ")"), ("hard_swish(", "x", ")"), ("x^", "x", ""), ("-", "x", ""),
      ("where(x > 0, ", "x", ", 1)"), ("floor(x * ", "2", ")"), ("x + ", "x", ""),
      ("x * ", "x", ""),
      ("max(x, ", "1", ")"), ("swish(x, beta: ", "1", ")"), ("exp(", "x", ")"),
      ("1 / (1 + ", "x", ")"),
    ])
    let count = pick([3, 60, 99, 100, 101, 249, 250, 1000])
    return String(repeating: start, count: count) + core + String(repeating: end, count: count)
  }
}
