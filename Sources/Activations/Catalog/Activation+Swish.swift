internal import Wording

extension Activation {
  /// The argument times a logistic gate.
  static let swishes: [Activation] = [
    Activation(
      "silu", .swish, "x * sigmoid(x)",
      summary: Translated(
        "Sigmoid linear unit: swish with beta 1; dips below 0 before it rises",
        "시그모이드 선형 유닛: beta가 1인 Swish, 커지기 전에 0 아래로 내려감"),
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
      summary: Translated(
        "Swish with beta 1.702, which comes near GELU", "beta가 1.702여서 GELU에 가까운 Swish"),
      names: [.timm: ["quick_gelu"]],
      year: 2016, source: "Hendrycks and Gimpel 2016, arXiv:1606.08415"),
    Activation(
      "e_swish", .swish, "beta * x * sigmoid(x)",
      summary: Translated("SiLU made steeper by a factor", "상수를 곱해 더 가파르게 만든 SiLU"),
      parameters: [
        Parameter("beta", "1.5", .finite, Translated("slope far right", "오른쪽 멀리에서의 기울기"))
      ],
      year: 2018, source: "Alcaide 2018, arXiv:1801.07145"),
    Activation(
      "acon_c", .swish, "(p1 - p2) * x * sigmoid(beta * (p1 - p2) * x) + p2 * x",
      summary: Translated(
        "Smooth maximum of two lines that learns whether to activate at all",
        "두 직선의 매끄러운 최댓값: 활성화할지 말지까지 학습함"),
      parameters: [
        Parameter("p1", "1", .finite, Translated("slope of one line, learned", "한 직선의 기울기, 학습함")),
        Parameter(
          "p2", "0", .finite, Translated("slope of the other line, learned", "다른 직선의 기울기, 학습함")),
        Parameter(
          "beta", "1", .finite, Translated("sharpness of the bend, learned", "휘는 곳의 날카로운 정도, 학습함")),
      ],
      year: 2020, source: "Ma et al. 2020, arXiv:2009.04759"),
  ]

  /// The argument times a gate from probability theory.
  static let gelus: [Activation] = [
    Activation(
      "gelu_tanh", .gelu, "x / 2 * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3)))",
      summary: Translated(
        "GELU approximated with tanh, off by less than 0.0005", "tanh로 근사한 GELU, 차이는 0.0005보다 작음"),
      names: [
        .torch: ["gelu"], .jax: ["gelu"], .keras: ["gelu"], .tf: ["gelu"], .onnx: ["Gelu"],
        .nnlib: ["gelu_tanh", "gelu", "gelu_sigmoid"], .timm: ["gelu_tanh"],
      ],
      year: 2016, source: "Hendrycks and Gimpel 2016, arXiv:1606.08415"),
    Activation(
      "golu", .gelu, "x * exp(-exp(-x))",
      summary: Translated(
        "Gompertz linear unit: x gated by the lopsided curve of Gompertz",
        "곰페르츠 선형 유닛: 비대칭인 곰페르츠 곡선을 x의 게이트로 씀"),
      year: 2025, source: "Das et al. 2025, arXiv:2502.03654"),
  ]

  /// The argument times a gate within a gate.
  static let mishes: [Activation] = [
    Activation(
      "mish", .mish, "x * tanh(softplus(x))",
      summary: Translated(
        "Gate of tanh and softplus: like SiLU, but nearer to the identity",
        "tanh와 softplus로 만든 게이트: SiLU와 비슷하지만 항등 함수에 더 가까움"),
      names: [
        .torch: ["mish"], .jax: ["mish"], .keras: ["mish"], .onnx: ["Mish"], .nnlib: ["mish"],
        .timm: ["mish"],
      ],
      year: 2019, source: "Misra 2019, arXiv:1908.08681"),
    Activation(
      "logish", .mish, "x * log(1 + sigmoid(x))",
      summary: Translated(
        "Gate of logarithm and sigmoid, with slope log(2) far right",
        "로그와 시그모이드로 만든 게이트, 오른쪽 멀리에서 기울기는 log(2)"),
      year: 2021, source: "Zhu et al. 2021, Neurocomputing 458"),
    Activation(
      "serf", .mish, "x * erf(softplus(x))",
      summary: Translated("Mish with the error function in place of tanh", "tanh 대신 오차 함수를 쓴 Mish"),
      year: 2021, source: "Nag and Bhattacharyya 2021, arXiv:2108.09598"),
    Activation(
      "tanhexp", .mish, "x * tanh(exp(x))",
      summary: Translated(
        "Mish without its logarithm: all but the identity from 1 on; also named TeLU",
        "로그를 뺀 Mish: 1부터는 거의 항등 함수이며, TeLU라고도 함"),
      year: 2020,
      source: "Liu and Di 2020, arXiv:2003.09855; Fernandez and Mali 2024 (TeLU), arXiv:2412.20269"
    ),
    Activation(
      "phish", .mish, "x * tanh(gelu(x))",
      summary: Translated(
        "Gate of tanh and GELU: positive again for negative x",
        "tanh와 GELU로 만든 게이트: 음수 x에서 다시 양수가 됨"),
      year: 2022, source: "Naveen 2022, TechRxiv"),
    Activation(
      "lisht", .mish, "x * tanh(x)",
      summary: Translated(
        "Even function from an odd gate: near x^2 about 0, the absolute value far out",
        "기함수 게이트로 만든 우함수: 0 근처에서는 거의 x^2, 멀리에서는 절댓값"),
      names: [.nnlib: ["lisht"]],
      year: 2019, source: "Roy et al. 2019, arXiv:1901.05894"),
    Activation(
      "colu", .mish, "x / (1 - x * exp(-(x + exp(x))))",
      summary: Translated(
        "Collapsing linear unit: a quotient that overtakes the identity near 1",
        "붕괴 선형 유닛: 1 근처에서 항등 함수를 앞지르는 분수 꼴"),
      year: 2021, source: "Vagerwal 2021, arXiv:2112.12078"),
    Activation(
      "smish", .mish, "x * tanh(log(1 + sigmoid(x)))",
      summary: Translated(
        "Gate of tanh around the one of logish, with slope 0.6 far right",
        "logish의 게이트를 tanh로 감쌈, 오른쪽 멀리에서 기울기는 0.6"),
      year: 2022, source: "Wang et al. 2022, Electronics 11(4):540"),
  ]
}
