extension Activation {
  /// Bounded S-shaped functions and what is made from them.
  ///
  /// An odd function is given the mean of both sides at 0, which keeps its derivatives odd or even.
  static let sigmoids: [Activation] = [
    Activation(
      "scaled_tanh", .sigmoid, "a * tanh(b * x)",
      summary: "Tanh scaled so that it takes 1 to nearly 1 and -1 to nearly -1",
      parameters: [
        Parameter("a", "1.7159", .finite, "height"),
        Parameter("b", "2 / 3", .finite, "steepness"),
      ],
      year: 1998, source: "LeCun et al. 1998, Efficient BackProp"),
    Activation(
      "dyt", .sigmoid, "gamma * tanh(alpha * x) + beta",
      summary: "Dynamic tanh: takes the place of layer normalisation in transformers",
      parameters: [
        Parameter("alpha", "0.5", .finite, "steepness, learned"),
        Parameter("gamma", "1", .finite, "scale, learned"),
        Parameter("beta", "0", .finite, "shift, learned"),
      ],
      year: 2025, source: "Zhu et al. 2025, arXiv:2503.10622"),
    Activation(
      "log_sigmoid", .sigmoid, "log(sigmoid(x))",
      summary: "Logarithm of the sigmoid: a log-likelihood, near x far left and 0 far right",
      names: [
        .torch: ["logsigmoid"], .jax: ["log_sigmoid"], .keras: ["log_sigmoid"],
        .tf: ["log_sigmoid"], .nnlib: ["logσ", "logsigmoid"],
      ]),
    Activation(
      "softsign", .sigmoid, "x / (1 + abs(x))",
      summary: "Like tanh, but nears its limits as slowly as 1 / x",
      names: [
        .torch: ["softsign"], .jax: ["soft_sign"], .keras: ["softsign"], .tf: ["softsign"],
        .onnx: ["Softsign"], .nnlib: ["softsign"],
      ],
      year: 1993, source: "Elliott 1993; Bergstra et al. 2009; Glorot and Bengio 2010",
      kinks: [KinkConvention(at: "0", [.mean], except: [.jax: [.right], .keras: [.right]])]),
    Activation(
      "elliott", .sigmoid, "where(x < 0, 1 / (2 * (1 - x)), (1 + 2 * x) / (2 * (1 + x)))",
      summary: "Softsign moved into (0, 1): a sigmoid without an exponential",
      year: 1993, source: "Elliott 1993",
      kinks: [KinkConvention(at: "0", [.mean])]),
    Activation(
      "arctan", .sigmoid, "atan(x)",
      summary: "Inverse tangent: squashes the line into (-pi / 2, pi / 2)",
      names: [
        .torch: ["atan", "arctan"], .jax: ["arctan", "atan"], .tf: ["atan"], .onnx: ["Atan"],
      ]),
    Activation(
      "erf_act", .sigmoid, "erf(x)",
      summary: "Error function: the sigmoid that nears -1 and 1 as fast as a Gaussian falls",
      names: [.torch: ["erf"], .jax: ["erf"], .tf: ["erf"], .onnx: ["Erf"]]),
    Activation(
      "probit_sigmoid", .sigmoid, "normal_cdf(x)",
      summary: "Distribution function of the standard normal: the gate inside GELU",
      names: [.torch: ["ndtr"], .jax: ["ndtr"]],
      source: "Gomes and Ludermir 2008"),
    Activation(
      "gudermannian", .sigmoid, "2 * atan(tanh(x / 2))",
      summary: "Integral of the hyperbolic secant: joins circular and hyperbolic functions",
      source: "Gudermann 1830; named by Cayley 1862"),
    Activation(
      "isru", .sigmoid, "x / sqrt(1 + alpha * x^2)",
      summary: "Inverse square root unit: a sigmoid from one square root",
      parameters: [Parameter("alpha", "1", .positive, "sets the bound, 1 / sqrt(alpha)")],
      year: 2017, source: "Carlile et al. 2017, arXiv:1710.09967"),
    Activation(
      "sqnl", .sigmoid,
      "where(x > 2, 1, where(x >= 0, x - x^2 / 4, where(x >= -2, x + x^2 / 4, -1)))",
      summary: "Square nonlinearity: two parabolas between -2 and 2 in place of tanh",
      year: 2018, source: "Wuraola and Patel 2018",
      kinks: [
        KinkConvention(at: "-2", [.left]), KinkConvention(at: "0", [.mean]),
        KinkConvention(at: "2", [.right]),
      ]),
    Activation(
      "cloglog", .sigmoid, "1 - exp(-exp(x))",
      summary: "Complementary log-log: a lopsided sigmoid, quicker to 1 than to 0",
      year: 1996, source: "Gomes and Ludermir 2008"),
    Activation(
      "gompertz", .sigmoid, "exp(-exp(-x))",
      summary: "Growth curve of Gompertz: a lopsided sigmoid, quicker to 0 than to 1",
      source: "Gompertz 1825"),
    // The paper multiplies this by x; the plain curve is what libraries call ARiA2.
    Activation(
      "aria2", .sigmoid, "(1 + exp(-beta * x))^(-alpha)",
      summary: "Two-parameter Richards curve: a power of the sigmoid",
      parameters: [
        Parameter("alpha", "1.5", .finite, "the power"),
        Parameter("beta", "2", .finite, "steepness"),
      ],
      year: 2018, source: "Patwardhan et al. 2018, arXiv:1805.08878"),
  ]
}
