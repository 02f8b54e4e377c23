/// Functions that formulas can call although they are none of the primitives: each is written out as
/// soon as it is read, so that value, derivatives and kinks are the written formula's.
struct Shorthand: Sendable {
  let name: String
  /// 1 in x, or 2 in x and y.
  let arity: Int
  let formula: String

  private init(_ name: String, _ arity: Int, _ formula: String) {
    (self.name, self.arity, self.formula) = (name, arity, formula)
  }

  /// As NumPy, SciPy and JAX define them.
  static let all = [
    Shorthand("log2", 1, "log(x) / log(2)"), Shorthand("log10", 1, "log(x) / log(10)"),
    Shorthand("exp2", 1, "2^x"), Shorthand("square", 1, "x^2"),
    Shorthand("cbrt", 1, "sign(x) * abs(x)^(1 / 3)"), Shorthand("rsqrt", 1, "1 / sqrt(x)"),
    Shorthand("ceil", 1, "-floor(-x)"),
    // Halves go to the even neighbour.
    Shorthand("round", 1, "floor(x + 0.5) - ((x + 0.5) / 2 - floor((x + 0.5) / 2) == 0.5)"),
    Shorthand("sec", 1, "1 / cos(x)"), Shorthand("csc", 1, "1 / sin(x)"),
    Shorthand("cot", 1, "1 / tan(x)"), Shorthand("sech", 1, "1 / cosh(x)"),
    Shorthand("csch", 1, "1 / sinh(x)"), Shorthand("coth", 1, "1 / tanh(x)"),
    Shorthand("logit", 1, "log(x / (1 - x))"), Shorthand("erfcx", 1, "exp(x^2) * erfc(x)"),
    Shorthand("entr", 1, "where(x < 0, log(0), where(x == 0, 0, -x * log(x)))"),
    Shorthand("pow", 2, "x^y"), Shorthand("power", 2, "x^y"),
    Shorthand("hypot", 2, "sqrt(x^2 + y^2)"),
    Shorthand("logaddexp", 2, "log(exp(x) + exp(y))"),
    Shorthand("xlogy", 2, "where(x == 0, 0, x * log(y))"),
    // With the sign of the divisor, as Python's %.
    Shorthand("mod", 2, "x - y * floor(x / y)"), Shorthand("remainder", 2, "x - y * floor(x / y)"),
  ]

  static func named(_ name: String) -> Shorthand? { all.first { $0.name == name } }

  /// The formula of its arguments.
  func written(of arguments: [Expression], allowance: inout Int) -> Expression? {
    guard let body = try? FormulaParser.parse(formula, parameters: ["y"]) else {
      preconditionFailure("\(name) is no formula")
    }
    let second = arguments.count > 1 ? ["y": arguments[1]] : [:]
    return body.substituting(arguments[0], second, allowance: &allowance)
  }
}

extension FormulaParser {
  /// Modules whose functions are meant where their names come before a dot.
  private static let modules: Set = [
    "np", "numpy", "jnp", "jax.numpy", "jax.lax", "lax", "torch", "torch.special", "scipy.special",
    "special", "math", "tf", "tf.math", "K", "ops", "keras.ops", "jax.scipy.special", "jsp.special",
  ]
  private static let otherNames = [
    "maximum": "max", "minimum": "min", "absolute": "abs", "ndtr": "Phi",
  ]

  /// A function's name without the module that it comes from.
  static func withoutModule(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), modules.contains(String(name[..<dot])) else {
      return otherNames[name] ?? name
    }
    let own = String(name[name.index(after: dot)...])
    return otherNames[own] ?? own
  }

  mutating func call(of shorthand: Shorthand, at column: Int) throws(FormulaError) -> Node {
    let arguments = try positional(of: shorthand.name, shorthand.arity)
    try expect(")")
    guard arguments.count == shorthand.arity else {
      throw lexer.error(
        "\(shorthand.name) takes \(shorthand.arity) argument\(shorthand.arity == 1 ? "" : "s"), not"
          + " \(arguments.count)", at: column)
    }
    var allowance = Self.maximumUnfolding
    let written = shorthand.written(of: arguments.map(\.expression), allowance: &allowance)
    guard let written else {
      throw error(
        "written out, \(shorthand.name) has more than \(Self.maximumUnfolding) parts here")
    }
    // No shorthand is higher than that.
    let height = (arguments.map(\.height).max() ?? 0) + 8
    return try checked(Node(expression: written, height: height))
  }
}
