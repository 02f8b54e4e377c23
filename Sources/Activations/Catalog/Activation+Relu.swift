extension Activation {
  /// The rectifiers: straight pieces that meet at 0 or at thresholds of their own.
  ///
  /// Where no framework has the function, a hinge max(0, u) has derivative 0 at u = 0, as the ReLU
  /// of all frameworks has.
  static let rectifiers: [Activation] = [
    Activation(
      "relu6", .relu, "min(max(0, x), 6)",
      summary: "ReLU capped at 6, for arithmetic of few bits",
      names: [
        .torch: ["relu6"], .jax: ["relu6"], .keras: ["relu6"], .tf: ["relu6"], .nnlib: ["relu6"],
        .timm: ["relu6"],
      ],
      year: 2010, source: "Krizhevsky 2010, Convolutional deep belief networks on CIFAR-10",
      kinks: [KinkConvention(at: "0", [.left]), KinkConvention(at: "6", [.right])]),
    Activation(
      "leaky_relu", .relu, "where(x >= 0, x, negative_slope * x)",
      summary: "ReLU with a small fixed slope for negative x, so that no unit dies",
      parameters: [
        Parameter(
          "negative_slope", "0.01", .finite, "slope for negative x",
          names: [.onnx: "alpha", .tf: "alpha"])
      ],
      names: [
        .torch: ["leaky_relu"], .jax: ["leaky_relu"], .keras: ["leaky_relu"],
        .tf: ["leaky_relu"], .onnx: ["LeakyRelu"], .nnlib: ["leakyrelu"], .timm: ["leaky_relu"],
      ],
      year: 2013, source: "Maas et al. 2013",
      kinks: [KinkConvention(at: "0", [.left], except: [.jax: [.right], .keras: [.right]])],
      defaults: [.keras: ["negative_slope": "0.2"], .tf: ["negative_slope": "0.2"]]),
    Activation(
      "rrelu", .relu, "where(x >= 0, x, (lower + upper) / 2 * x)",
      summary: "Randomised leaky ReLU as used after training: the mean of its random slopes",
      parameters: [
        Parameter("lower", "1 / 8", .finite, "least slope drawn in training"),
        Parameter("upper", "1 / 3", .finite, "greatest slope drawn in training"),
      ],
      names: [.torch: ["rrelu"], .nnlib: ["rrelu"]],
      year: 2015, source: "Xu et al. 2015, arXiv:1505.00853",
      kinks: [KinkConvention(at: "0", [.left])]),
    Activation(
      "threshold", .relu, "where(x > theta, x, value)",
      summary: "Lets through what exceeds a threshold and replaces the rest by a constant",
      parameters: [
        Parameter(
          "theta", "1", .finite, "what x must exceed",
          names: [.torch: "threshold", .keras: "threshold", .onnx: "alpha"]),
        Parameter(
          "value", "0", .finite, "what replaces the rest", names: [.keras: "default_value"]),
      ],
      names: [
        .torch: ["threshold"], .keras: ["threshold"], .onnx: ["ThresholdedRelu"],
        .nnlib: ["trelu", "thresholdrelu"],
      ],
      source: "Konda et al. 2014 (TRec)",
      kinks: [KinkConvention(at: "theta", [.left])]),
    Activation(
      "relu_shifted_max", .relu, "min(where(x > theta, x, 0), max_value)",
      summary: "ReLU with a threshold below and a cap above, the general form of Keras",
      parameters: [
        Parameter(
          "theta", "0", .finite, "what x must exceed", names: [.keras: "threshold"]),
        Parameter("max_value", "6", .nonnegative, "greatest value"),
      ],
      names: [.keras: ["relu"]],
      source: "Keras, activations.relu",
      kinks: [
        KinkConvention(at: "theta", [.left]), KinkConvention(at: "max_value", [.right]),
      ]),
    Activation(
      "relu_squared", .relu, "max(0, x)^2",
      summary: "Square of ReLU: its first derivative has no jump, its second has one at 0",
      year: 2021, source: "So et al. 2021 (Primer), arXiv:2109.08668",
      kinks: [KinkConvention(at: "0", [.left])]),
    Activation(
      "star_relu", .relu, "s * max(0, x)^2 + b",
      summary: "Squared ReLU, scaled and shifted to mean 0 and variance 1 for normal inputs",
      parameters: [
        Parameter("s", "0.8944", .finite, "scale"),
        Parameter("b", "-0.4472", .finite, "shift"),
      ],
      year: 2022, source: "Yu et al. 2022 (MetaFormer baselines), arXiv:2210.13452",
      kinks: [KinkConvention(at: "0", [.left])]),
    Activation(
      "abs", .relu, "abs(x)",
      summary: "Absolute value: rectifies by turning the sign of what is negative",
      names: [.torch: ["abs"], .jax: ["abs"], .tf: ["abs"], .onnx: ["Abs"]],
      source: "Jarrett et al. 2009",
      kinks: [KinkConvention(at: "0", [.mean], except: [.jax: [.right]])]),
    Activation(
      "bounded_relu", .relu, "min(max(0, x), a)",
      summary: "ReLU capped at a height of choice",
      parameters: [Parameter("a", "1", .nonnegative, "greatest value")],
      names: [.keras: ["relu"]],
      source: "Liew et al. 2016",
      kinks: [KinkConvention(at: "0", [.left]), KinkConvention(at: "a", [.right])]),
    Activation(
      "shifted_relu", .relu, "max(-1, x)",
      summary: "ReLU moved down its diagonal: the identity, cut off below -1",
      year: 2016, source: "Clevert et al. 2016, arXiv:1511.07289 (a baseline there, as SReLU)",
      kinks: [KinkConvention(at: "-1", [.left])]),
    Activation(
      "srelu", .relu,
      "where(x >= tr, tr + ar * (x - tr), where(x <= tl, tl + al * (x - tl), x))",
      summary: "S-shaped ReLU: three straight pieces whose outer slopes and ends are learned",
      parameters: [
        Parameter("tl", "-1", .finite, "left threshold"),
        Parameter("al", "0.2", .finite, "slope left of it"),
        Parameter("tr", "1", .finite, "right threshold"),
        Parameter("ar", "0.2", .finite, "slope right of it"),
      ],
      year: 2015, source: "Jin et al. 2015, arXiv:1512.07030",
      kinks: [KinkConvention(at: "tl", [.left]), KinkConvention(at: "tr", [.right])]),
    // Two hinges; the paper has any number of them. The default b1 is at the kink of the ReLU.
    Activation(
      "apl", .relu, "max(0, x) + a1 * max(0, b1 - x) + a2 * max(0, b2 - x)",
      summary: "Adaptive piecewise linear unit: ReLU plus hinges of learned slope and place",
      parameters: [
        Parameter("a1", "0.2", .finite, "slope of the first hinge"),
        Parameter("b1", "0", .finite, "place of the first hinge"),
        Parameter("a2", "-0.1", .finite, "slope of the second hinge"),
        Parameter("b2", "1", .finite, "place of the second hinge"),
      ],
      year: 2014, source: "Agostinelli et al. 2014, arXiv:1412.6830",
      kinks: [
        KinkConvention(at: "0", [.left]), KinkConvention(at: "b1", [.right]),
        KinkConvention(at: "b2", [.right]),
      ]),
    Activation(
      "nlrelu", .relu, "log(1 + beta * max(0, x))",
      summary: "Natural logarithm of a ReLU: grows ever more slowly",
      parameters: [Parameter("beta", "1", .positive, "slope right of 0")],
      year: 2019, source: "Liu et al. 2019, arXiv:1908.03682",
      kinks: [KinkConvention(at: "0", [.left])]),
    Activation(
      "relun", .relu, "min(max(0, x), n)",
      summary: "Clipped ReLU of speech recognition, capped at 20 unless told otherwise",
      parameters: [Parameter("n", "20", .nonnegative, "greatest value")],
      source: "Hannun et al. 2014 (Deep Speech), arXiv:1412.5567",
      kinks: [KinkConvention(at: "0", [.left]), KinkConvention(at: "n", [.right])]),
  ]
}
