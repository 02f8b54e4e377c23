extension Activation {
  /// The argument times a logistic gate.
  static let swishes: [Activation] = [
    Activation(
      "silu", .swish, "x * sigmoid(x)",
      summary: "Sigmoid linear unit: swish with beta 1; dips below 0 before it rises",
      names: [
        .torch: ["silu"], .jax: ["silu", "swish"], .keras: ["silu", "swish"],
        .tf: ["silu", "swish"], .onnx: ["Swish"], .nnlib: ["swish"], .timm: ["silu", "swish"],
      ],
      year: 2016,
      source: """
        Hendrycks and Gimpel 2016, arXiv:1606.08415; Elfwing et al. 2017, arXiv:1702.03118; \
        Ramachandran et al. 2017, arXiv:1710.05941
        """),
    Activation(
      "quick_gelu", .swish, "x * sigmoid(1.702 * x)",
      summary: "Swish with beta 1.702, which comes near GELU",
      names: [.timm: ["quick_gelu"]],
      year: 2016, source: "Hendrycks and Gimpel 2016, arXiv:1606.08415"),
    Activation(
      "e_swish", .swish, "beta * x * sigmoid(x)",
      summary: "SiLU made steeper by a factor",
      parameters: [Parameter("beta", "1.5", .finite, "slope far right")],
      year: 2018, source: "Alcaide 2018, arXiv:1801.07145"),
    Activation(
      "acon_c", .swish, "(p1 - p2) * x * sigmoid(beta * (p1 - p2) * x) + p2 * x",
      summary: "Smooth maximum of two lines that learns whether to activate at all",
      parameters: [
        Parameter("p1", "1", .finite, "slope of one line, learned"),
        Parameter("p2", "0", .finite, "slope of the other line, learned"),
        Parameter("beta", "1", .finite, "sharpness of the bend, learned"),
      ],
      year: 2020, source: "Ma et al. 2020, arXiv:2009.04759"),
  ]

  /// The argument times a gate from probability theory.
  static let gelus: [Activation] = [
    Activation(
      "gelu_tanh", .gelu, "x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))",
      summary: "GELU approximated with tanh, off by less than 0.0005",
      names: [
        .torch: ["gelu"], .jax: ["gelu"], .keras: ["gelu"], .tf: ["gelu"], .onnx: ["Gelu"],
        .nnlib: ["gelu_tanh", "gelu", "gelu_sigmoid"], .timm: ["gelu_tanh"],
      ],
      year: 2016, source: "Hendrycks and Gimpel 2016, arXiv:1606.08415"),
    Activation(
      "golu", .gelu, "x * exp(-exp(-x))",
      summary: "Gompertz linear unit: x gated by the lopsided curve of Gompertz",
      year: 2025, source: "Das et al. 2025, arXiv:2502.03654"),
  ]

  /// The argument times a gate within a gate.
  static let mishes: [Activation] = [
    Activation(
      "mish", .mish, "x * tanh(softplus(x))",
      summary: "Gate of tanh and softplus: like SiLU, but nearer to the identity",
      names: [
        .torch: ["mish"], .jax: ["mish"], .keras: ["mish"], .onnx: ["Mish"], .nnlib: ["mish"],
        .timm: ["mish"],
      ],
      year: 2019, source: "Misra 2019, arXiv:1908.08681"),
    Activation(
      "logish", .mish, "x * log(1 + sigmoid(x))",
      summary: "Gate of logarithm and sigmoid, with slope log(2) far right",
      year: 2021, source: "Zhu et al. 2021, Neurocomputing 458"),
    Activation(
      "serf", .mish, "x * erf(softplus(x))",
      summary: "Mish with the error function in place of tanh",
      year: 2021, source: "Nag and Bhattacharyya 2021, arXiv:2108.09598"),
    Activation(
      "tanhexp", .mish, "x * tanh(exp(x))",
      summary: "Mish without its logarithm: all but the identity from 1 on; also named TeLU",
      year: 2020,
      source: "Liu and Di 2020, arXiv:2003.09855; Fernandez and Mali 2024 (TeLU), arXiv:2412.20269"
    ),
    Activation(
      "phish", .mish, "x * tanh(gelu(x))",
      summary: "Gate of tanh and GELU: positive again for negative x",
      year: 2022, source: "Naveen 2022, TechRxiv"),
    Activation(
      "lisht", .mish, "x * tanh(x)",
      summary: "Even function from an odd gate: near x^2 about 0, the absolute value far out",
      names: [.nnlib: ["lisht"]],
      year: 2019, source: "Roy et al. 2019, arXiv:1901.05894"),
    Activation(
      "colu", .mish, "x / (1 - x * exp(-(x + exp(x))))",
      summary: "Collapsing linear unit: a quotient that overtakes the identity near 1",
      year: 2021, source: "Vagerwal 2021, arXiv:2112.12078"),
    Activation(
      "smish", .mish, "x * tanh(log(1 + sigmoid(x)))",
      summary: "Gate of tanh around the one of logish, with slope 0.6 far right",
      year: 2022, source: "Wang et al. 2022, Electronics 11(4):540"),
  ]
}
