internal import Wording

extension Expression {
  /// The formula in the grammar that the parser reads, with as few parentheses as that allows.
  /// Read again, it gives this tree.
  var plain: String {
    var text = ""
    write(to: &text, binding: .comparison)
    return text
  }

  /// The rules of the grammar, from the loosest to the tightest.
  private enum Binding: Int, Comparable {
    case comparison, sum, product, negation, power, atom

    static func < (a: Binding, b: Binding) -> Bool { a.rawValue < b.rawValue }
  }

  /// The rule that reads this tree where there are no parentheses.
  private var binding: Binding {
    switch self {
    case .number(let value): value.sign == .minus ? .negation : .atom
    case .constant, .variable, .parameter, .activation: .atom
    case .call(.negate, _): .negation
    case .call(let primitive, _): Self.operatorSyntax(primitive)?.result ?? .atom
    }
  }

  /// How the grammar writes an operator between its operands: what it is an example of, and what
  /// the operands must be at least.
  private static func operatorSyntax(
    _ primitive: Primitive
  ) -> (symbol: String, result: Binding, left: Binding, right: Binding)? {
    switch primitive {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual:
      (" \(primitive.rawValue) ", .comparison, .sum, .sum)
    case .add: (" + ", .sum, .sum, .product)
    case .subtract: (" - ", .sum, .sum, .product)
    case .multiply: (" * ", .product, .product, .negation)
    case .divide: (" / ", .product, .product, .negation)
    case .power: ("^", .power, .atom, .negation)
    default: nil
    }
  }

  /// Adds the tree to `text`, in parentheses if it binds more loosely than `least`.
  private func write(to text: inout String, binding least: Binding) {
    guard binding >= least else {
      text += "("
      write(to: &text, binding: .comparison)
      text += ")"
      return
    }
    switch self {
    case .number(let value): text += plainNumeral(value)
    case .constant(let constant): text += constant.rawValue
    case .variable: text += "x"
    case .parameter(let name): text += name
    case .call(.negate, let operands):
      text += "-"
      operands[0].write(to: &text, binding: .negation)
    case .call(let primitive, let arguments):
      if let syntax = Self.operatorSyntax(primitive) {
        arguments[0].write(to: &text, binding: syntax.left)
        text += syntax.symbol
        arguments[1].write(to: &text, binding: syntax.right)
      } else {
        Self.writeCall(primitive.rawValue, flattened(primitive).map { (nil, $0) }, to: &text)
      }
    case .activation(let name, let argument, let named):
      Self.writeCall(name, [(nil, argument)] + named.map { ($0.name, $0.value) }, to: &text)
    }
  }

  /// The arguments of a call; those of max and min without the nesting by which the parser reads
  /// more than two, which would print deeper than it reads.
  private func flattened(_ primitive: Primitive) -> [Expression] {
    guard case .call(primitive, let arguments) = self else { return [self] }
    guard primitive == .max || primitive == .min else { return arguments }
    var first = arguments[0]
    var others = [arguments[1]]
    while case .call(primitive, let inner) = first {
      first = inner[0]
      others.append(inner[1])
    }
    return [first] + others.reversed()
  }

  private static func writeCall(
    _ name: String, _ arguments: [(label: String?, value: Expression)], to text: inout String
  ) {
    text += name + "("
    for (index, argument) in arguments.enumerated() {
      if index > 0 { text += ", " }
      if let label = argument.label { text += label + ": " }
      argument.value.write(to: &text, binding: .comparison)
    }
    text += ")"
  }
}
