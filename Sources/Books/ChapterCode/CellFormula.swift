internal import Activations
internal import Figures
internal import Wording

/// A formula in what an `arange` makes, as a cell writes it.
indirect enum CellFormula: Equatable, Sendable {
  case variable
  case number(Double)
  /// `pi` or `e`.
  case constant(String)
  /// A function of the catalogue or of the grammar of formulas.
  case call(String, [CellFormula])
  case negated(CellFormula)
  case binary(Operation, CellFormula, CellFormula)

  enum Operation: Equatable, Sendable {
    case add, subtract, multiply, divide, raise
  }

  /// The formula in the grammar that users type; of a function of the variable itself its name.
  var text: String {
    if case .call(let name, [.variable]) = self { return name }
    return written(at: .sum)
  }

  /// The formula with another in the place of its variable.
  func applied(to argument: CellFormula) -> CellFormula {
    switch self {
    case .variable: argument
    case .number, .constant: self
    case .call(let name, let arguments): .call(name, arguments.map { $0.applied(to: argument) })
    case .negated(let operand): .negated(operand.applied(to: argument))
    case .binary(let operation, let left, let right):
      .binary(operation, left.applied(to: argument), right.applied(to: argument))
    }
  }

  /// The value of a formula without variable.
  var value: Double {
    if case .number(let value) = self { return value }
    return (try? Formula(written(at: .sum)).samples(at: [0]))?.values.first ?? .nan
  }

  // MARK: Writing

  /// How tightly something binds.
  private enum Level: Int {
    case sum, product, negation, power, atom
  }

  private var level: Level {
    switch self {
    case .variable, .constant, .call: .atom
    case .number(let value): value.sign == .minus ? .negation : .atom
    case .negated: .negation
    case .binary(.add, _, _), .binary(.subtract, _, _): .sum
    case .binary(.multiply, _, _), .binary(.divide, _, _): .product
    case .binary(.raise, _, _): .power
    }
  }

  /// The text, in parentheses if it binds less than that.
  private func written(at least: Level) -> String {
    let text = unbracketed
    return level.rawValue < least.rawValue ? "(\(text))" : text
  }

  private var unbracketed: String {
    switch self {
    case .variable: return "x"
    case .number(let value): return shortNumeral(value)
    case .constant(let name): return name
    case .call(let name, let arguments):
      return "\(name)(\(arguments.map { $0.written(at: .sum) }.joined(separator: ", ")))"
    case .negated(let operand): return "-\(operand.written(at: .power))"
    case .binary(let operation, let left, let right):
      return switch operation {
      case .add: "\(left.written(at: .sum)) + \(right.written(at: .product))"
      case .subtract: "\(left.written(at: .sum)) - \(right.written(at: .product))"
      case .multiply: "\(left.written(at: .product)) * \(right.written(at: .negation))"
      case .divide: "\(left.written(at: .product)) / \(right.written(at: .negation))"
      case .raise: "\(left.written(at: .atom))^\(right.written(at: .negation))"
      }
    }
  }
}
