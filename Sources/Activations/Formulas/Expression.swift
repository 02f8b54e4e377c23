/// A formula in one variable, as a tree.
indirect enum Expression: Hashable, Sendable {
  case number(Double)
  /// The argument of the activation, written `x`.
  case variable
  case call(Primitive, [Expression])
}

/// The functions that formulas are composed of: each has one evaluation rule and one Taylor rule.
enum Primitive: String, Hashable, Sendable, CaseIterable {
  case negate = "-"
  case add
  case subtract
  case multiply
  case divide
  case max
  case sigmoid
  case tanh

  /// How many arguments it takes.
  var arity: Int {
    switch self {
    case .negate, .sigmoid, .tanh: 1
    case .add, .subtract, .multiply, .divide, .max: 2
    }
  }

  /// Those that a formula calls by name; the others are written as operators.
  static let named: [String: Primitive] = ["max": .max, "sigmoid": .sigmoid, "tanh": .tanh]
}
