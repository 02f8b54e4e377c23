/// A formula in one variable, as a tree.
///
/// Trees that come from the parser hold no negative numbers: a minus sign is a `negate` call.
indirect enum Expression: Hashable, Sendable {
  case number(Double)
  case constant(Constant)
  /// The argument of the function, written `x`.
  case variable
  /// A quantity that the definition names and leaves open, such as the slope of a leaky unit.
  case parameter(String)
  case call(Primitive, [Expression])
  /// An activation of the catalogue, by its canonical name, with those of its parameters that the
  /// formula gives; the others keep their defaults.
  case activation(String, Expression, [NamedArgument])
}

/// A parameter of an activation and what a formula gives for it, as in `swish(x, beta: 2)`.
struct NamedArgument: Hashable, Sendable {
  let name: String
  let value: Expression
}

/// Numbers that have a name; they are irrational and known to every precision in use.
enum Constant: String, Hashable, Sendable, CaseIterable {
  case pi
  case e
}

/// The functions that formulas are composed of: each has one Taylor rule, which gives its value
/// and its derivatives of every order.
enum Primitive: String, Hashable, Sendable, CaseIterable {
  // Operators.
  case negate = "-", add = "+", subtract = "- ", multiply = "*", divide = "/", power = "^"
  case less = "<", lessOrEqual = "<=", greater = ">", greaterOrEqual = ">="
  case equal = "==", notEqual = "!="
  // Elementary functions.
  case exp, expm1, log, log1p, sqrt
  case sin, cos, tan, asin, acos, atan
  case sinh, cosh, tanh, asinh, acosh, atanh
  // Error functions; `normal_cdf` is Φ, the distribution function of the standard normal.
  case erf, erfc
  case normalCDF = "normal_cdf"
  // Functions in pieces.
  case max, min, abs, sign, floor, clamp, `where`
  // What formulas that lose digits as they are written are evaluated by; see `ProgramBuilder+Identities`.
  case sigmoid, softplus, logCosh = "log_cosh", tanhShrink = "tanh_shrink", sinc

  /// How many arguments it takes.
  var arity: Int {
    switch self {
    case .add, .subtract, .multiply, .divide, .power, .max, .min: 2
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: 2
    case .clamp, .where: 3
    default: 1
    }
  }

  /// Those that a formula calls by name, under that name.
  static let named: [String: Primitive] = {
    let functions: [Primitive] = [
      .exp, .expm1, .log, .log1p, .sqrt, .sin, .cos, .tan, .asin, .acos, .atan, .sinh, .cosh, .tanh,
      .asinh, .acosh, .atanh, .erf, .erfc, .normalCDF, .max, .min, .abs, .sign, .floor, .clamp,
      .where,
    ]
    let plain = functions.map { ($0.rawValue, $0) }
    return Dictionary(uniqueKeysWithValues: plain + [("Phi", .normalCDF), ("Φ", .normalCDF)])
  }()
}
