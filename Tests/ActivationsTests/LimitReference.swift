import Testing

/// The limits of an activation and its first two derivatives, NaN where there is none; by hand.
struct LimitReference: Sendable, CustomTestStringConvertible {
  let name: String
  /// Of the orders 0 to 2, as x goes to -∞.
  let left: [Double]
  /// The same as x goes to +∞.
  let right: [Double]

  var testDescription: String { name }

  private init(_ name: String, _ left: [Double], _ right: [Double]) {
    (self.name, self.left, self.right) = (name, left, right)
  }

  private static let inf = Double.infinity
  /// Where there is no limit.
  private static let none = Double.nan
  private static let halfPi = 1.5707963267948966

  private static let zero: [Double] = [0, 0, 0]
  /// The identity, far right and far left.
  private static let up: [Double] = [inf, 1, 0], down: [Double] = [-inf, 1, 0]

  private static func level(_ value: Double) -> [Double] { [value, 0, 0] }

  static let all: [LimitReference] = [
    LimitReference("identity", down, up), LimitReference("binary_step", zero, level(1)),
    LimitReference("sign", level(-1), level(1)),
    // Rectifiers.
    LimitReference("relu", zero, up), LimitReference("relu6", zero, level(6)),
    LimitReference("leaky_relu", [-inf, 0.01, 0], up),
    LimitReference("prelu", [-inf, 0.25, 0], up),
    LimitReference("rrelu", [-inf, 0.22916666666666666, 0], up),
    LimitReference("threshold", zero, up), LimitReference("relu_shifted_max", zero, level(6)),
    LimitReference("relu_squared", zero, [inf, inf, 2]),
    LimitReference("star_relu", level(-0.4472), [inf, inf, 1.7888]),
    LimitReference("abs", [inf, -1, 0], up), LimitReference("bounded_relu", zero, level(1)),
    LimitReference("shifted_relu", level(-1), up),
    LimitReference("srelu", [-inf, 0.2, 0], [inf, 0.2, 0]),
    LimitReference("apl", [inf, -0.1, 0], up), LimitReference("nlrelu", zero, level(inf)),
    LimitReference("relun", zero, level(20)),
    // Piecewise and shrinking.
    LimitReference("hardtanh", level(-1), level(1)), LimitReference("hard_sigmoid", zero, level(1)),
    LimitReference("hard_sigmoid_02", zero, level(1)), LimitReference("hard_swish", zero, up),
    LimitReference("hard_mish", zero, up), LimitReference("sparse_plus", zero, up),
    LimitReference("sparse_sigmoid", zero, level(1)), LimitReference("hardshrink", down, up),
    LimitReference("softshrink", down, up), LimitReference("tanhshrink", down, up),
    // Sigmoids.
    LimitReference("sigmoid", zero, level(1)), LimitReference("tanh", level(-1), level(1)),
    LimitReference("scaled_tanh", level(-1.7159), level(1.7159)),
    LimitReference("dyt", level(-1), level(1)), LimitReference("log_sigmoid", down, zero),
    LimitReference("softsign", level(-1), level(1)), LimitReference("elliott", zero, level(1)),
    LimitReference("arctan", level(-halfPi), level(halfPi)),
    LimitReference("erf_act", level(-1), level(1)),
    LimitReference("probit_sigmoid", zero, level(1)),
    LimitReference("gudermannian", level(-halfPi), level(halfPi)),
    LimitReference("isru", level(-1), level(1)), LimitReference("sqnl", level(-1), level(1)),
    LimitReference("cloglog", zero, level(1)), LimitReference("gompertz", zero, level(1)),
    LimitReference("aria2", zero, level(1)),
    // Smooth rectifiers.
    LimitReference("softplus", zero, up),
    LimitReference("shifted_softplus", level(-0.6931471805599453), up),
    LimitReference("squareplus", zero, up), LimitReference("logcosh", [inf, -1, 0], up),
    LimitReference("smooth_relu_smu", [-inf, 0.25, 0], up), LimitReference("elu", level(-1), up),
    LimitReference("celu", level(-1), up),
    LimitReference("selu", level(-1.7580993408473766), [inf, 1.0507009873554805, 0]),
    LimitReference("elish", zero, up), LimitReference("hard_elish", zero, up),
    LimitReference("pelu", level(-1), up), LimitReference("isrlu", level(-1), up),
    // 0.8 is a little more as a Double.
    LimitReference("xielu", [inf, -0.30000000000000004, 0], [inf, inf, 1.6]),
    LimitReference("soft_exponential", level(-1.5), [inf, inf, inf]),
    // Gates.
    LimitReference("swish", zero, up), LimitReference("silu", zero, up),
    LimitReference("quick_gelu", zero, up), LimitReference("e_swish", zero, [inf, 1.5, 0]),
    LimitReference("acon_c", zero, up), LimitReference("gelu", zero, up),
    LimitReference("gelu_tanh", zero, up), LimitReference("golu", zero, up),
    LimitReference("mish", zero, up), LimitReference("serf", zero, up),
    LimitReference("tanhexp", zero, up), LimitReference("phish", zero, up),
    LimitReference("logish", zero, [inf, 0.6931471805599453, 0]),
    LimitReference("lisht", [inf, -1, 0], up), LimitReference("colu", zero, up),
    LimitReference("smish", zero, [inf, 0.6, 0]),
    // Waves: none has a limit unless it fades, and snake's ripple is lost in its growth.
    LimitReference("sine", [none, none, none], [none, none, none]),
    LimitReference("snake", [-inf, none, none], [inf, none, none]),
    LimitReference("gcu", [none, none, none], [none, none, none]),
    LimitReference("sinlu", zero, [inf, none, none]), LimitReference("sinc", zero, zero),
    // Others.
    LimitReference("gaussian", zero, zero),
    LimitReference("bent_identity", [-inf, 0.5, 0], [inf, 1.5, 0]),
    LimitReference("exponential", zero, [inf, inf, inf]),
    LimitReference("arcsinh", level(-inf), level(inf)),
    LimitReference("cubic", [-inf, inf, -inf], [inf, inf, inf]),
    LimitReference("symlog", level(-inf), level(inf)),
  ]
}
