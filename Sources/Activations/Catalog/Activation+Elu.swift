extension Activation {
  /// Smooth rectifiers without a gate.
  static let softpluses: [Activation] = [
    Activation(
      "softplus", .softplus, "log(1 + exp(beta * x)) / beta",
      summary: "Smooth ReLU whose derivative is the sigmoid",
      parameters: [Parameter("beta", "1", .positive, "sharpness of the bend")],
      names: [
        .torch: ["softplus"], .jax: ["softplus"], .keras: ["softplus"], .tf: ["softplus"],
        .onnx: ["Softplus"], .nnlib: ["softplus"],
      ],
      year: 2001, source: "Dugas et al. 2001"),
    Activation(
      "shifted_softplus", .softplus, "log(1 + exp(x)) - log(2)",
      summary: "Softplus lowered through the origin, for models of molecules",
      year: 2017, source: "Schütt et al. 2017 (SchNet), arXiv:1706.08566"),
    Activation(
      "squareplus", .softplus, "(x + sqrt(x^2 + b)) / 2",
      summary: "Smooth ReLU from one square root: a branch of a hyperbola",
      parameters: [Parameter("b", "4", .positive, "width of the bend")],
      names: [.jax: ["squareplus"], .keras: ["squareplus"]],
      year: 2021, source: "Barron 2021, arXiv:2112.11687"),
    Activation(
      "logcosh", .softplus, "log(cosh(x))",
      summary: "Smooth absolute value whose derivative is tanh",
      names: [.nnlib: ["logcosh"]]),
    Activation(
      "smooth_relu_smu", .softplus,
      "((1 + alpha) * x + (1 - alpha) * x * erf(mu * (1 - alpha) * x)) / 2",
      summary: "Smooth maximum unit: a leaky ReLU rounded by the error function",
      parameters: [
        Parameter("alpha", "0.25", .finite, "slope far left"),
        Parameter("mu", "1", .finite, "sharpness of the bend"),
      ],
      year: 2021, source: "Biswas et al. 2021, arXiv:2111.04682"),
  ]

  /// The identity on the right and an exponential, or what resembles one, on the left.
  ///
  /// PyTorch's second derivative at 0 is that of the right side, whatever it chose for the first.
  /// Keras is taken as on JAX, whose functions it calls.
  static let elus: [Activation] = [
    Activation(
      "elu", .elu, "where(x > 0, x, alpha * (exp(x) - 1))",
      summary: "Exponential linear unit: the identity that bends down to -alpha",
      parameters: [Parameter("alpha", "1", .finite, "depth of the left side")],
      names: [
        .torch: ["elu"], .jax: ["elu"], .keras: ["elu"], .tf: ["elu"], .onnx: ["Elu"],
        .nnlib: ["elu"], .timm: ["elu"],
      ],
      year: 2015, source: "Clevert et al. 2015, arXiv:1511.07289",
      kinks: [
        KinkConvention(
          at: "0", [.left, .right],
          except: [.jax: [.left], .keras: [.left], .tf: [.right], .nnlib: [.right]])
      ]),
    // JAX writes it as max(x, 0) + min(...), each of which halves the second derivative at the tie.
    Activation(
      "celu", .elu, "where(x >= 0, x, alpha * (exp(x / alpha) - 1))",
      summary: "ELU with slope 1 at 0 for every alpha",
      parameters: [Parameter("alpha", "1", .nonzero, "depth of the left side, and its width")],
      names: [
        .torch: ["celu"], .jax: ["celu"], .keras: ["celu"], .onnx: ["Celu"], .nnlib: ["celu"],
        .timm: ["celu"],
      ],
      year: 2017, source: "Barron 2017, arXiv:1704.07483",
      kinks: [
        KinkConvention(
          at: "0", [.left, .right],
          except: [.jax: [.left, .blend(right: 0.75)], .keras: [.left, .blend(right: 0.75)]])
      ]),
    Activation(
      "selu", .elu, "scale * where(x > 0, x, alpha * (exp(x) - 1))",
      summary: "Scaled ELU whose constants keep activations at mean 0 and variance 1",
      parameters: [
        Parameter("alpha", "1.6732632423543772", .finite, "depth of the left side before scaling"),
        Parameter(
          "scale", "1.0507009873554805", .finite, "slope right of 0", names: [.onnx: "gamma"]),
      ],
      names: [
        .torch: ["selu"], .jax: ["selu"], .keras: ["selu"], .tf: ["selu"], .onnx: ["Selu"],
        .nnlib: ["selu"], .timm: ["selu"],
      ],
      year: 2017, source: "Klambauer et al. 2017, arXiv:1706.02515",
      kinks: [
        KinkConvention(
          at: "0", [.left, .right], except: [.jax: [.left], .keras: [.left], .tf: [.right]])
      ],
      // ONNX states them rounded to single precision.
      defaults: [
        .onnx: ["alpha": "1.67326319217681884765625", "scale": "1.05070102214813232421875"]
      ]),
    Activation(
      "elish", .elu, "where(x >= 0, x * sigmoid(x), (exp(x) - 1) * sigmoid(x))",
      summary: "Swish on the right, ELU times sigmoid on the left",
      year: 2018, source: "Basirat and Roth 2018, arXiv:1808.00783",
      kinks: [KinkConvention(at: "0", [.right])]),
    Activation(
      "hard_elish", .elu, "where(x >= 0, x, exp(x) - 1) * clamp((x + 1) / 2, 0, 1)",
      summary: "ELiSH with a hard sigmoid: exactly 0 below -1, exactly x above 1",
      year: 2018, source: "Basirat and Roth 2018, arXiv:1808.00783",
      kinks: [
        KinkConvention(at: "-1", [.left]), KinkConvention(at: "0", [.right]),
        KinkConvention(at: "1", [.right]),
      ]),
    Activation(
      "pelu", .elu, "where(x >= 0, a / b * x, a * (exp(x / b) - 1))",
      summary: "Parametric ELU: learns its slope and depth without a corner at 0",
      parameters: [
        Parameter("a", "1", .positive, "depth of the left side"),
        Parameter("b", "1", .positive, "width of the bend"),
      ],
      year: 2016, source: "Trottier et al. 2016, arXiv:1605.09332",
      kinks: [KinkConvention(at: "0", [.right])]),
    Activation(
      "isrlu", .elu, "where(x >= 0, x, x / sqrt(1 + alpha * x^2))",
      summary: "The identity with an inverse square root unit for its left side",
      parameters: [Parameter("alpha", "1", .positive, "sets the lower bound, -1 / sqrt(alpha)")],
      year: 2017, source: "Carlile et al. 2017, arXiv:1710.09967",
      kinks: [KinkConvention(at: "0", [.right])]),
    Activation(
      "xielu", .elu,
      "where(x > 0, alpha_p * x^2 + beta * x, alpha_n * (exp(x) - 1 - x) + beta * x)",
      summary: "Expanded integral of ELU: a parabola on the right, trained with the model",
      parameters: [
        Parameter("alpha_p", "0.8", .finite, "bend of the right side"),
        Parameter("alpha_n", "0.8", .finite, "bend of the left side"),
        Parameter("beta", "0.5", .finite, "slope at 0"),
      ],
      year: 2024, source: "Huang and Schlag 2024, arXiv:2411.13010",
      kinks: [KinkConvention(at: "0", [.left])]),
    Activation(
      "soft_exponential", .elu,
      """
      where(alpha == 0, x, where(alpha > 0, (exp(alpha * x) - 1) / alpha + alpha, \
      -log(1 - alpha * (x + alpha)) / alpha))
      """,
      summary: "Goes from logarithm over identity to exponential as alpha goes from -1 to 1",
      parameters: [
        Parameter("alpha", "0.5", .finite, "-1: logarithm, 0: identity, 1: exponential")
      ],
      year: 2016, source: "Godfrey and Gashler 2016, arXiv:1602.01321"),
  ]
}
