internal import Wording

extension Activation {
  /// The rectifiers: straight pieces that meet at 0 or at thresholds of their own.
  ///
  /// Where no framework has the function, a hinge max(0, u) has derivative 0 at u = 0, as the ReLU
  /// of all frameworks has.
  static let rectifiers: [Activation] = [
    Activation(
      "relu6", .relu, "min(max(0, x), 6)",
      summary: Translated(
        "ReLU capped at 6, for arithmetic of few bits", "6에서 자른 ReLU, 비트 수가 적은 연산을 위함"),
      names: [
        .torch: ["relu6"], .jax: ["relu6"], .keras: ["relu6"], .tf: ["relu6"], .nnlib: ["relu6"],
        .timm: ["relu6"],
      ],
      year: 2010, source: "Krizhevsky 2010, Convolutional deep belief networks on CIFAR-10",
      kinks: [KinkConvention(at: "0", [.left]), KinkConvention(at: "6", [.right])]),
    Activation(
      "leaky_relu", .relu, "where(x >= 0, x, negative_slope * x)",
      summary: Translated(
        "ReLU with a small fixed slope for negative x, so that no unit dies",
        "음수 x에서도 작은 고정 기울기를 두어 유닛이 죽지 않게 한 ReLU"),
      parameters: [
        Parameter(
          "negative_slope", "0.01", .finite, Translated("slope for negative x", "음수 x에서의 기울기"),
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
      summary: Translated(
        "Randomised leaky ReLU as used after training: the mean of its random slopes",
        "훈련이 끝난 뒤의 무작위 leaky ReLU: 무작위 기울기의 평균을 씀"),
      parameters: [
        Parameter(
          "lower", "1 / 8", .finite,
          Translated("least slope drawn in training", "훈련할 때 뽑는 가장 작은 기울기")),
        Parameter(
          "upper", "1 / 3", .finite,
          Translated("greatest slope drawn in training", "훈련할 때 뽑는 가장 큰 기울기")),
      ],
      names: [.torch: ["rrelu"], .nnlib: ["rrelu"]],
      year: 2015, source: "Xu et al. 2015, arXiv:1505.00853",
      kinks: [KinkConvention(at: "0", [.left])]),
    Activation(
      "threshold", .relu, "where(x > theta, x, value)",
      summary: Translated(
        "Lets through what exceeds a threshold and replaces the rest by a constant",
        "문턱값을 넘는 것은 통과시키고 나머지는 상수로 바꿈"),
      parameters: [
        Parameter(
          "theta", "1", .finite, Translated("what x must exceed", "x가 넘어야 하는 값"),
          names: [.torch: "threshold", .keras: "threshold", .onnx: "alpha"]),
        Parameter(
          "value", "0", .finite, Translated("what replaces the rest", "나머지를 대신하는 값"),
          names: [.keras: "default_value"]),
      ],
      names: [
        .torch: ["threshold"], .keras: ["threshold"], .onnx: ["ThresholdedRelu"],
        .nnlib: ["trelu", "thresholdrelu"],
      ],
      source: "Konda et al. 2014 (TRec)",
      kinks: [KinkConvention(at: "theta", [.left])]),
    Activation(
      "relu_shifted_max", .relu, "min(where(x > theta, x, 0), max_value)",
      summary: Translated(
        "ReLU with a threshold below and a cap above, the general form of Keras",
        "아래에는 문턱값, 위에는 상한이 있는 ReLU, Keras의 일반형"),
      parameters: [
        Parameter(
          "theta", "0", .finite, Translated("what x must exceed", "x가 넘어야 하는 값"),
          names: [.keras: "threshold"]),
        Parameter("max_value", "6", .nonnegative, Translated("greatest value", "최댓값")),
      ],
      names: [.keras: ["relu"]],
      source: "Keras, activations.relu",
      kinks: [
        KinkConvention(at: "theta", [.left]), KinkConvention(at: "max_value", [.right]),
      ]),
    Activation(
      "relu_squared", .relu, "max(0, x)^2",
      summary: Translated(
        "Square of ReLU: its first derivative has no jump, its second has one at 0",
        "ReLU의 제곱: 1차 도함수에는 도약이 없고, 2차 도함수는 0에서 도약함"),
      year: 2021, source: "So et al. 2021 (Primer), arXiv:2109.08668",
      kinks: [KinkConvention(at: "0", [.left])]),
    Activation(
      "star_relu", .relu, "s * max(0, x)^2 + b",
      summary: Translated(
        "Squared ReLU, scaled and shifted to mean 0 and variance 1 for normal inputs",
        "정규분포 입력에서 평균 0, 분산 1이 되도록 배율과 이동을 준 ReLU의 제곱"),
      parameters: [
        Parameter("s", "0.8944", .finite, Translated("scale", "배율")),
        Parameter("b", "-0.4472", .finite, Translated("shift", "이동")),
      ],
      year: 2022, source: "Yu et al. 2022 (MetaFormer baselines), arXiv:2210.13452",
      kinks: [KinkConvention(at: "0", [.left])]),
    Activation(
      "abs", .relu, "abs(x)",
      summary: Translated(
        "Absolute value: rectifies by turning the sign of what is negative", "절댓값: 음수의 부호를 뒤집어 정류함"),
      names: [.torch: ["abs"], .jax: ["abs"], .tf: ["abs"], .onnx: ["Abs"]],
      source: "Jarrett et al. 2009",
      kinks: [KinkConvention(at: "0", [.mean], except: [.jax: [.right]])]),
    Activation(
      "bounded_relu", .relu, "min(max(0, x), a)",
      summary: Translated("ReLU capped at a height of choice", "원하는 높이에서 자른 ReLU"),
      parameters: [Parameter("a", "1", .nonnegative, Translated("greatest value", "최댓값"))],
      names: [.keras: ["relu"]],
      source: "Liew et al. 2016",
      kinks: [KinkConvention(at: "0", [.left]), KinkConvention(at: "a", [.right])]),
    Activation(
      "shifted_relu", .relu, "max(-1, x)",
      summary: Translated(
        "ReLU moved down its diagonal: the identity, cut off below -1",
        "대각선을 따라 내려간 ReLU: -1 아래를 자른 항등 함수"),
      year: 2016, source: "Clevert et al. 2016, arXiv:1511.07289 (SReLU)",
      kinks: [KinkConvention(at: "-1", [.left])]),
    Activation(
      "srelu", .relu,
      "where(x >= tr, tr + ar * (x - tr), where(x <= tl, tl + al * (x - tl), x))",
      summary: Translated(
        "S-shaped ReLU: three straight pieces whose outer slopes and ends are learned",
        "S자 모양의 ReLU: 세 직선 조각의 바깥 기울기와 경계를 학습함"),
      parameters: [
        Parameter("tl", "-1", .finite, Translated("left threshold", "왼쪽 문턱값")),
        Parameter("al", "0.2", .finite, Translated("slope left of it", "그 왼쪽의 기울기")),
        Parameter("tr", "1", .finite, Translated("right threshold", "오른쪽 문턱값")),
        Parameter("ar", "0.2", .finite, Translated("slope right of it", "그 오른쪽의 기울기")),
      ],
      year: 2015, source: "Jin et al. 2015, arXiv:1512.07030",
      kinks: [KinkConvention(at: "tl", [.left]), KinkConvention(at: "tr", [.right])]),
    // Two hinges; the paper has any number of them. The default b1 is at the kink of the ReLU.
    Activation(
      "apl", .relu, "max(0, x) + a1 * max(0, b1 - x) + a2 * max(0, b2 - x)",
      summary: Translated(
        "Adaptive piecewise linear unit: ReLU plus hinges of learned slope and place",
        "적응형 조각별 선형 유닛: 기울기와 위치를 학습하는 꺾인 직선들을 ReLU에 더함"),
      parameters: [
        Parameter("a1", "0.2", .finite, Translated("slope of the first hinge", "첫째 꺾인 직선의 기울기")),
        Parameter("b1", "0", .finite, Translated("place of the first hinge", "첫째 꺾인 직선의 위치")),
        Parameter("a2", "-0.1", .finite, Translated("slope of the second hinge", "둘째 꺾인 직선의 기울기")),
        Parameter("b2", "1", .finite, Translated("place of the second hinge", "둘째 꺾인 직선의 위치")),
      ],
      year: 2014, source: "Agostinelli et al. 2014, arXiv:1412.6830",
      kinks: [
        KinkConvention(at: "0", [.left]), KinkConvention(at: "b1", [.right]),
        KinkConvention(at: "b2", [.right]),
      ]),
    Activation(
      "nlrelu", .relu, "log(1 + beta * max(0, x))",
      summary: Translated(
        "Natural logarithm of a ReLU: grows ever more slowly", "ReLU의 자연로그: 갈수록 느리게 커짐"),
      parameters: [Parameter("beta", "1", .positive, Translated("slope right of 0", "0 오른쪽의 기울기"))],
      year: 2019, source: "Liu et al. 2019, arXiv:1908.03682",
      kinks: [KinkConvention(at: "0", [.left])]),
    Activation(
      "relun", .relu, "min(max(0, x), n)",
      summary: Translated(
        "Clipped ReLU of speech recognition, capped at 20 unless told otherwise",
        "음성 인식에서 쓰는 잘린 ReLU, 따로 정하지 않으면 상한은 20"),
      parameters: [Parameter("n", "20", .nonnegative, Translated("greatest value", "최댓값"))],
      source: "Hannun et al. 2014 (Deep Speech), arXiv:1412.5567",
      kinks: [KinkConvention(at: "0", [.left]), KinkConvention(at: "n", [.right])]),
  ]
}
