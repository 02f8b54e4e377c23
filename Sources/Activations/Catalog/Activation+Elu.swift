internal import Wording

extension Activation {
  /// Smooth rectifiers without a gate.
  static let softpluses: [Activation] = [
    Activation(
      "softplus", .softplus, "log(1 + exp(beta * x)) / beta",
      summary: Translated("Smooth ReLU whose derivative is the sigmoid", "도함수가 시그모이드인 매끄러운 ReLU"),
      parameters: [
        Parameter("beta", "1", .positive, Translated("sharpness of the bend", "휘는 곳의 날카로운 정도"))
      ],
      names: [
        .torch: ["softplus"], .jax: ["softplus"], .keras: ["softplus"], .tf: ["softplus"],
        .onnx: ["Softplus"], .nnlib: ["softplus"],
      ],
      year: 2001, source: "Dugas et al. 2001"),
    Activation(
      "shifted_softplus", .softplus, "log(1 + exp(x)) - log(2)",
      summary: Translated(
        "Softplus lowered through the origin, for models of molecules",
        "원점을 지나도록 내린 softplus, 분자 모델에 씀"),
      year: 2017, source: "Schütt et al. 2017 (SchNet), arXiv:1706.08566"),
    Activation(
      "squareplus", .softplus, "(x + sqrt(x^2 + b)) / 2",
      summary: Translated(
        "Smooth ReLU from one square root: a branch of a hyperbola",
        "제곱근 하나로 만든 매끄러운 ReLU: 쌍곡선의 한 가지"),
      parameters: [Parameter("b", "4", .positive, Translated("width of the bend", "휘는 곳의 너비"))],
      names: [.jax: ["squareplus"], .keras: ["squareplus"]],
      year: 2021, source: "Barron 2021, arXiv:2112.11687"),
    Activation(
      "logcosh", .softplus, "log(cosh(x))",
      summary: Translated("Smooth absolute value whose derivative is tanh", "도함수가 tanh인 매끄러운 절댓값"),
      names: [.nnlib: ["logcosh"]]),
    Activation(
      "smooth_relu_smu", .softplus,
      "((1 + alpha) * x + (1 - alpha) * x * erf(mu * (1 - alpha) * x)) / 2",
      summary: Translated(
        "Smooth maximum unit: a leaky ReLU rounded by the error function",
        "매끄러운 최댓값 유닛: 오차 함수로 둥글린 leaky ReLU"),
      parameters: [
        Parameter("alpha", "0.25", .finite, Translated("slope far left", "왼쪽 멀리에서의 기울기")),
        Parameter("mu", "1", .finite, Translated("sharpness of the bend", "휘는 곳의 날카로운 정도")),
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
      summary: Translated(
        "Exponential linear unit: the identity that bends down to -alpha",
        "지수 선형 유닛: 왼쪽에서 -alpha까지 휘어 내려가는 항등 함수"),
      parameters: [
        Parameter("alpha", "1", .finite, Translated("depth of the left side", "왼쪽의 깊이"))
      ],
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
      summary: Translated("ELU with slope 1 at 0 for every alpha", "alpha가 무엇이든 0에서 기울기가 1인 ELU"),
      parameters: [
        Parameter(
          "alpha", "1", .nonzero, Translated("depth of the left side, and its width", "왼쪽의 깊이이자 너비")
        )
      ],
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
      summary: Translated(
        "Scaled ELU whose constants keep activations at mean 0 and variance 1",
        "활성값을 평균 0, 분산 1로 유지하는 상수로 배율을 준 ELU"),
      parameters: [
        Parameter(
          "alpha", "1.6732632423543772", .finite,
          Translated("depth of the left side before scaling", "배율을 곱하기 전 왼쪽의 깊이")),
        Parameter(
          "scale", "1.0507009873554805", .finite, Translated("slope right of 0", "0 오른쪽의 기울기"),
          names: [.onnx: "gamma"]),
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
      summary: Translated(
        "Swish on the right, ELU times sigmoid on the left", "오른쪽은 Swish, 왼쪽은 ELU와 시그모이드의 곱"),
      year: 2018, source: "Basirat and Roth 2018, arXiv:1808.00783",
      kinks: [KinkConvention(at: "0", [.right])]),
    Activation(
      "hard_elish", .elu, "where(x >= 0, x, exp(x) - 1) * clamp((x + 1) / 2, 0, 1)",
      summary: Translated(
        "ELiSH with a hard sigmoid: exactly 0 below -1, exactly x above 1",
        "하드 시그모이드를 쓴 ELiSH: -1 아래에서는 정확히 0, 1 위에서는 정확히 x"),
      year: 2018, source: "Basirat and Roth 2018, arXiv:1808.00783",
      kinks: [
        KinkConvention(at: "-1", [.left]), KinkConvention(at: "0", [.right]),
        KinkConvention(at: "1", [.right]),
      ]),
    Activation(
      "pelu", .elu, "where(x >= 0, a / b * x, a * (exp(x / b) - 1))",
      summary: Translated(
        "Parametric ELU: learns its slope and depth without a corner at 0",
        "매개변수화된 ELU: 0에서 꺾이지 않으면서 기울기와 깊이를 학습함"),
      parameters: [
        Parameter("a", "1", .positive, Translated("depth of the left side", "왼쪽의 깊이")),
        Parameter("b", "1", .positive, Translated("width of the bend", "휘는 곳의 너비")),
      ],
      year: 2016, source: "Trottier et al. 2016, arXiv:1605.09332",
      kinks: [KinkConvention(at: "0", [.right])]),
    Activation(
      "isrlu", .elu, "where(x >= 0, x, x / sqrt(1 + alpha * x^2))",
      summary: Translated(
        "The identity with an inverse square root unit for its left side", "왼쪽을 역제곱근 유닛으로 바꾼 항등 함수"),
      parameters: [
        Parameter(
          "alpha", "1", .positive,
          Translated("sets the lower bound, -1 / sqrt(alpha)", "아래 경계를 정함, -1 / sqrt(alpha)"))
      ],
      year: 2017, source: "Carlile et al. 2017, arXiv:1710.09967",
      kinks: [KinkConvention(at: "0", [.right])]),
    Activation(
      "xielu", .elu,
      "where(x > 0, alpha_p * x^2 + beta * x, alpha_n * (exp(x) - 1 - x) + beta * x)",
      summary: Translated(
        "Expanded integral of ELU: a parabola on the right, trained with the model",
        "ELU의 적분을 확장한 것: 오른쪽은 포물선이며 모델과 함께 훈련함"),
      parameters: [
        Parameter("alpha_p", "0.8", .finite, Translated("bend of the right side", "오른쪽이 휘는 정도")),
        Parameter("alpha_n", "0.8", .finite, Translated("bend of the left side", "왼쪽이 휘는 정도")),
        Parameter("beta", "0.5", .finite, Translated("slope at 0", "0에서의 기울기")),
      ],
      year: 2024, source: "Huang and Schlag 2024, arXiv:2411.13010",
      kinks: [KinkConvention(at: "0", [.left])]),
    Activation(
      "soft_exponential", .elu,
      """
      where(alpha == 0, x, where(alpha > 0, (exp(alpha * x) - 1) / alpha + alpha, \
      -log(1 - alpha * (x + alpha)) / alpha))
      """,
      summary: Translated(
        "Goes from logarithm over identity to exponential as alpha goes from -1 to 1",
        "alpha가 -1에서 1로 가면 로그에서 항등 함수를 거쳐 지수 함수로 바뀜"),
      parameters: [
        Parameter(
          "alpha", "0.5", .finite,
          Translated("-1: logarithm, 0: identity, 1: exponential", "-1이면 로그, 0이면 항등 함수, 1이면 지수 함수"))
      ],
      year: 2016, source: "Godfrey and Gashler 2016, arXiv:1602.01321"),
  ]
}
