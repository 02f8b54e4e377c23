extension Activation {
  /// Straight lines.
  static let linears: [Activation] = [
    Activation(
      "identity", .linear, "x",
      summary: "No activation at all: a linear unit",
      names: [
        .torch: ["Identity"], .jax: ["identity"], .keras: ["linear"], .tf: ["identity"],
        .onnx: ["Identity"], .timm: ["identity"],
      ])
  ]

  /// Functions that are constant but for jumps; the chapter's threshold unit is one.
  static let steps: [Activation] = [
    Activation(
      "sign", .step, "sign(x)",
      summary: "Threshold unit of -1 and 1, with 0 for 0",
      names: [.torch: ["sign"], .jax: ["sign"], .tf: ["sign"], .onnx: ["Sign"]],
      source: "Widrow and Hoff 1960 (ADALINE)",
      kinks: [KinkConvention(at: "0", [.mean])])
  ]

  /// Functions with a wave in them.
  static let periodics: [Activation] = [
    Activation(
      "sine", .periodic, "sin(w * x)",
      summary: "Sine wave, for networks that represent signals",
      parameters: [Parameter("w", "1", .finite, "frequency; SIREN takes 30")],
      names: [.torch: ["sin"], .jax: ["sin"], .tf: ["sin"], .onnx: ["Sin"]],
      year: 2020, source: "Sitzmann et al. 2020 (SIREN), arXiv:2006.09661"),
    Activation(
      "snake", .periodic, "x + sin(a * x)^2 / a",
      summary: "The identity with a ripple: extrapolates periodic data",
      parameters: [Parameter("a", "1", .nonzero, "frequency of the ripple")],
      year: 2020, source: "Ziyin et al. 2020, arXiv:2006.08195"),
    Activation(
      "gcu", .periodic, "x * cos(x)",
      summary: "Growing cosine unit: oscillates ever more strongly away from 0",
      year: 2021, source: "Noel et al. 2021, arXiv:2108.12943"),
    Activation(
      "sinlu", .periodic, "(x + a * sin(b * x)) * sigmoid(x)",
      summary: "SiLU with a sine wave added before the gate",
      parameters: [
        Parameter("a", "1", .finite, "height of the wave, learned"),
        Parameter("b", "1", .finite, "frequency of the wave, learned"),
      ],
      year: 2022, source: "Paul et al. 2022, Mathematics 10(3):337"),
    Activation(
      "sinc", .periodic, "sin(x) / x",
      summary: "Decaying wave, 1 at the origin"),
  ]

  /// Functions of the distance from 0.
  static let radials: [Activation] = [
    Activation(
      "gaussian", .radial, "exp(-x^2)",
      summary: "Bell curve of radial basis networks, 1 at the origin",
      source: "Broomhead and Lowe 1988")
  ]

  /// What belongs to no family.
  static let others: [Activation] = [
    Activation(
      "bent_identity", .other, "(sqrt(x^2 + 1) - 1) / 2 + x",
      summary: "Smooth line whose slope goes from 1/2 to 3/2"),
    Activation(
      "exponential", .other, "exp(x)",
      summary: "Exponential function: positive, and its own derivative",
      names: [
        .torch: ["exp"], .jax: ["exp"], .keras: ["exponential"], .tf: ["exp"], .onnx: ["Exp"],
      ]),
    Activation(
      "arcsinh", .other, "asinh(x)",
      summary: "Inverse hyperbolic sine: the identity about 0, a logarithm far out",
      names: [
        .torch: ["asinh", "arcsinh"], .jax: ["arcsinh", "asinh"], .tf: ["asinh"],
        .onnx: ["Asinh"],
      ]),
    Activation(
      "cubic", .other, "x^3",
      summary: "Cube: brings products of three inputs into one layer",
      source: "Chen and Manning 2014"),
    Activation(
      "symlog", .other, "sign(x) * log(1 + abs(x))",
      summary: "Logarithm for both signs, for targets of any magnitude",
      year: 2023, source: "Hafner et al. 2023 (DreamerV3), arXiv:2301.04104",
      kinks: [KinkConvention(at: "0", [.mean])]),
  ]
}
