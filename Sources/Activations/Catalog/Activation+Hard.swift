internal import Wording

extension Activation {
  /// Piecewise stand-ins for smooth activations, cheap to compute.
  static let hards: [Activation] = [
    Activation(
      "hardtanh", .hard, "clamp(x, min_val, max_val)",
      summary: Translated(
        "Straight-line stand-in for tanh: the identity between two bounds",
        "tanh를 직선으로 대신함: 두 경계 사이에서는 항등 함수"),
      parameters: [
        Parameter("min_val", "-1", .finite, Translated("least value", "최솟값")),
        Parameter("max_val", "1", .finite, Translated("greatest value", "최댓값")),
      ],
      names: [
        .torch: ["hardtanh"], .jax: ["hard_tanh"], .keras: ["hard_tanh"], .onnx: ["Clip"],
        .nnlib: ["hardtanh"],
      ],
      year: 2004, source: "Collobert 2004",
      kinks: [
        KinkConvention(at: "min_val", [.left], except: [.jax: [.right], .keras: [.right]]),
        KinkConvention(at: "max_val", [.right], except: [.jax: [.left], .keras: [.left]]),
      ]),
    Activation(
      "hard_sigmoid", .hard, "clamp((x + 3) / 6, 0, 1)",
      summary: Translated(
        "Straight-line stand-in for the sigmoid, of slope 1/6", "시그모이드를 기울기 1/6인 직선으로 대신함"),
      names: [
        .torch: ["hardsigmoid"], .jax: ["hard_sigmoid"], .keras: ["hard_sigmoid"],
        .onnx: ["HardSigmoid"], .nnlib: ["hardsigmoid", "hardσ"], .timm: ["hard_sigmoid"],
      ],
      year: 2015,
      source: "Courbariaux et al. 2015, arXiv:1511.00363; Howard et al. 2019, arXiv:1905.02244",
      kinks: [KinkConvention(at: "-3", [.left]), KinkConvention(at: "3", [.right])],
      meanings: [.onnx: "hard_sigmoid_02"]),
    Activation(
      "hard_sigmoid_02", .hard, "clamp(alpha * x + beta, 0, 1)",
      summary: Translated(
        "Hard sigmoid of slope 0.2, the default of ONNX and of Keras 2",
        "기울기 0.2인 하드 시그모이드, ONNX와 Keras 2의 기본값"),
      parameters: [
        Parameter("alpha", "0.2", .positive, Translated("slope", "기울기")),
        Parameter("beta", "0.5", .finite, Translated("value at 0", "0에서의 값")),
      ],
      names: [.keras: ["hard_sigmoid"], .onnx: ["HardSigmoid"]],
      source: "Theano, nnet.hard_sigmoid",
      kinks: [
        KinkConvention(at: "-beta / alpha", [.left]),
        KinkConvention(at: "(1 - beta) / alpha", [.right]),
      ]),
    // PyTorch's slopes at the kinks are those since pull request 148049 of 2025; before, they were
    // -0.5 and 1.5, or 1 in vectorised code.
    Activation(
      "hard_swish", .hard, "x * clamp((x + 3) / 6, 0, 1)",
      summary: Translated(
        "Swish with a hard sigmoid for a gate, made for mobile phones",
        "게이트에 하드 시그모이드를 쓴 Swish, 휴대전화를 위해 만듦"),
      names: [
        .torch: ["hardswish"], .jax: ["hard_swish", "hard_silu"],
        .keras: ["hard_silu", "hard_swish"], .onnx: ["HardSwish"], .nnlib: ["hardswish"],
        .timm: ["hard_swish"],
      ],
      year: 2019, source: "Howard et al. 2019 (MobileNetV3), arXiv:1905.02244",
      kinks: [
        KinkConvention(at: "-3", [.left], except: [.nnlib: [.right]]),
        KinkConvention(at: "3", [.right], except: [.nnlib: [.left]]),
      ]),
    // At its kinks timm's clamp lets the derivative through: -1 at -2, and 1 twice at 0.
    Activation(
      "hard_mish", .hard, "x / 2 * clamp(x + 2, 0, 2)",
      summary: Translated(
        "Mish made of straight pieces and one parabola", "직선 조각들과 포물선 하나로 만든 Mish"),
      names: [.timm: ["hard_mish"]],
      year: 2020, source: "Misra 2020, github.com/digantamisra98/H-Mish",
      kinks: [KinkConvention(at: "-2", [.right]), KinkConvention(at: "0", [.left])]),
    Activation(
      "sparse_plus", .hard, "where(x <= -1, 0, where(x >= 1, x, (x + 1)^2 / 4))",
      summary: Translated(
        "Softplus of sparsemax: exactly 0 below -1 and exactly x above 1",
        "sparsemax의 softplus: -1 아래에서는 정확히 0, 1 위에서는 정확히 x"),
      names: [.jax: ["sparse_plus"], .keras: ["sparse_plus"]],
      year: 2019, source: "Blondel et al. 2019, arXiv:1901.02324",
      kinks: [KinkConvention(at: "-1", [.left]), KinkConvention(at: "1", [.right])]),
    // JAX and Keras on it share the slope between both sides, as their clip does with ties.
    Activation(
      "sparse_sigmoid", .hard, "clamp((x + 1) / 2, 0, 1)",
      summary: Translated(
        "Sigmoid of sparsemax, the derivative of sparse_plus", "sparsemax의 시그모이드, sparse_plus의 도함수"),
      names: [.jax: ["sparse_sigmoid"], .keras: ["sparse_sigmoid"]],
      year: 2019, source: "Blondel et al. 2019, arXiv:1901.02324",
      kinks: [
        KinkConvention(at: "-1", [.mean], except: [.tf: [.left]]),
        KinkConvention(at: "1", [.mean], except: [.tf: [.right]]),
      ]),
  ]

  /// Functions that set what is small to 0, or near it, and let through what is large.
  ///
  /// The hard one comes first, as the Shrink of ONNX is that one by default.
  static let shrinks: [Activation] = [
    Activation(
      "hardshrink", .shrink, "where(abs(x) > lambd, x, 0)",
      summary: Translated(
        "Hard thresholding: sets what is small to 0 and leaves the rest as it is",
        "하드 문턱 처리: 작은 것은 0으로 만들고 나머지는 그대로 둠"),
      parameters: [
        Parameter(
          "lambd", "0.5", .nonnegative,
          Translated("half the width of what is set to 0", "0이 되는 구간 너비의 절반"),
          names: [.keras: "threshold"])
      ],
      names: [.torch: ["hardshrink"], .keras: ["hard_shrink"], .onnx: ["Shrink"]],
      source: "Donoho and Johnstone 1994",
      kinks: [KinkConvention(at: "-lambd", [.right]), KinkConvention(at: "lambd", [.left])]),
    Activation(
      "softshrink", .shrink, "where(x > lambd, x - lambd, where(x < -lambd, x + lambd, 0))",
      summary: Translated(
        "Soft thresholding: moves everything towards 0 and stops there",
        "소프트 문턱 처리: 모든 값을 0 쪽으로 옮기고 0에서 멈춤"),
      parameters: [
        Parameter(
          "lambd", "0.5", .nonnegative, Translated("how far values move", "값을 옮기는 거리"),
          names: [.keras: "threshold"])
      ],
      names: [
        .torch: ["softshrink"], .keras: ["soft_shrink"], .onnx: ["Shrink"],
        .nnlib: ["softshrink"],
      ],
      year: 1994, source: "Donoho and Johnstone 1994",
      kinks: [KinkConvention(at: "-lambd", [.right]), KinkConvention(at: "lambd", [.left])]),
    Activation(
      "tanhshrink", .shrink, "x - tanh(x)",
      summary: Translated(
        "What tanh takes away: near x^3 / 3 about 0, one less than x far out",
        "x에서 tanh를 뺀 것: 0 근처에서는 거의 x^3 / 3, 멀리에서는 x보다 크기가 1만큼 작음"),
      names: [.torch: ["tanhshrink"], .keras: ["tanh_shrink"], .nnlib: ["tanhshrink"]],
      source: "Torch 7, nn.TanhShrink"),
  ]
}
