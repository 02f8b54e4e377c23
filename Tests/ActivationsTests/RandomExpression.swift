// One by one, as Foundation has an Expression too.
import struct Foundation.Data
import class Foundation.NSObject
import class FoundationXML.XMLParser
import protocol FoundationXML.XMLParserDelegate
import TestSupport

@testable import Activations

/// Trees of every kind that the parser makes of formulas in `x`, `a` and `b`; the same ones for the
/// same seed.
struct RandomExpression {
  /// The names that stand for parameters in the trees.
  static let parameters: Set<String> = ["a", "b"]

  /// The primitives that formulas have, in a fixed order.
  static let primitives: [Primitive] =
    [
      .negate, .add, .subtract, .multiply, .divide, .power, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .equal, .notEqual,
    ] + Primitive.named.values.sorted { $0.rawValue < $1.rawValue }

  /// Activations and the parameters that a formula can give.
  static let activations: [(name: String, parameters: [String])] = [
    ("relu", []), ("sigmoid", []), ("gelu", []), ("swish", ["beta"]),
    ("leaky_relu", ["negative_slope"]), ("elu", ["alpha"]), ("softplus", ["beta"]),
    ("hardtanh", ["min_val", "max_val"]),
  ]

  /// Numbers whose digits or exponents are out of the ordinary.
  private static let numbers = [
    0, 1, 0.1, 1e-4, 1e-5, 1.5e-7, 1e15, 1e16, 9_007_199_254_740_992, 1e22, 1.0.ulp, .pi,
    .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
  ]

  private var generator: SplitMix64

  /// A generator whose trees follow from `seed` alone.
  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  /// A tree of at most that height.
  mutating func next(height: Int = 6) -> Expression {
    guard height > 1, below(6) > 0 else { return leaf() }
    return below(5) == 0 ? activation(height: height) : call(height: height)
  }

  private mutating func leaf() -> Expression {
    switch below(8) {
    case 0...2: .variable
    case 3: .parameter(Self.parameters.sorted()[below(Self.parameters.count)])
    case 4: .constant(Constant.allCases[below(Constant.allCases.count)])
    default: .number(number())
    }
  }

  private mutating func number() -> Double {
    switch below(4) {
    case 0: return Double(below(20))
    case 1: return Double(below(10_000)) / 1000
    case 2: return Self.numbers[below(Self.numbers.count)]
    default:
      let anything = Double(bitPattern: generator.next()).magnitude
      return anything.isFinite ? anything : 0.5
    }
  }

  private mutating func call(height: Int) -> Expression {
    // Operators are what parentheses are about, so every other call is one.
    let choices = below(2) == 0 ? 12 : Self.primitives.count
    let primitive = Self.primitives[below(choices)]
    return .call(primitive, (0..<primitive.arity).map { _ in next(height: height - 1) })
  }

  private mutating func activation(height: Int) -> Expression {
    let (name, parameters) = Self.activations[below(Self.activations.count)]
    let argument = next(height: height - 1)
    var named: [NamedArgument] = []
    for parameter in parameters where below(3) > 0 {
      named.append(NamedArgument(name: parameter, value: next(height: height - 1)))
    }
    return .activation(name, argument, named)
  }

  private mutating func below(_ bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &generator)
  }
}

/// What is wrong with a `math` element: it must be well-formed and have MathML Core's structure.
final class MathMLReader: NSObject, XMLParserDelegate {
  private(set) var problems: [String] = []
  private var open: [(name: String, children: Int)] = []
  private var text = ""

  /// Numbers of children; `nil` for those that hold text.
  private static let children: [String: ClosedRange<Int>?] = [
    "math": 1...1, "mrow": 2...100_000, "mfrac": 2...2, "msup": 2...2, "msub": 2...2,
    "msqrt": 1...1, "mtable": 2...100_000, "mtr": 2...2, "mtd": 1...2, "mspace": 0...0,
    "mi": nil, "mn": nil, "mo": nil, "mtext": nil,
  ]

  init(_ document: String) {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    if !parser.parse() { problems.append("It is not well-formed.") }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if !open.isEmpty { open[open.count - 1].children += 1 }
    open.append((name, 0))
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard let element = open.popLast() else { return }
    switch Self.children[name] {
    case nil: problems.append("<\(name)> is not one of Core's elements in use.")
    case .some(nil):
      if text.isEmpty { problems.append("<\(name)> holds no text.") }
    case .some(.some(let range)):
      if !range.contains(element.children) {
        problems.append("<\(name)> has \(element.children) children.")
      }
    }
  }
}
