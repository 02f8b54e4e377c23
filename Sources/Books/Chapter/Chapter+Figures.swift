internal import Wording

extension Chapter {
  /// The samples of the published figures.
  private static let published = ["precision: float32", "range: -8:8:0.1", "size: 5x2.5in"]

  /// In the order of the chapter: what it states, its figures, and its exercises.
  static let setFigures = statements + activationFigures + exercises

  /// The networks, and what the prose says of linear models.
  private static let statements = [
    SetFigure(
      name: "repaying", settings: ["functions: x / (x + 50)", "range: 0:400", "ylim: 0:1"],
      words: [
        Translated("xlabel: income in thousands", "xlabel: 소득 (천 단위)"),
        Translated("ylabel: probability of repaying", "ylabel: 상환 확률"),
      ],
      caption: Translated(
        "The same rise of income changes the probability of repaying less, the higher the income.",
        "같은 소득 증가라도 소득이 높을수록 상환 확률의 변화는 작다.")),
    SetFigure(
      name: "log-odds", settings: ["functions: log(x / 50)", "range: 1:400", "xscale: log"],
      words: [
        Translated("xlabel: income in thousands", "xlabel: 소득 (천 단위)"),
        Translated("ylabel: log-odds of repaying", "ylabel: 상환의 로그 오즈"),
      ],
      caption: Translated(
        "The log-odds of repaying are a straight line in the logarithm of income.",
        "상환의 로그 오즈는 소득의 로그에 대해 직선이다.")),
    SetFigure(
      name: "temperature",
      settings: ["functions: abs(x - 37)", "range: 33:41", "kinks: true", "mark: 37"],
      words: [
        Translated("xlabel: body temperature in °C", "xlabel: 체온 (°C)"),
        Translated("ylabel: risk", "ylabel: 위험"),
      ],
      caption: Translated(
        "Risk grows on both sides of 37 °C, as no linear function of the temperature does.",
        "위험은 37 °C 양쪽으로 커진다. 체온의 어떤 선형 함수도 이렇지 않다.")),
    SetFigure(
      name: "mlp", settings: ["network: 4 5 3"],
      caption: Translated(
        "A multilayer perceptron with a hidden layer of five hidden units.",
        "은닉 유닛이 다섯 개인 은닉층을 가진 다층 퍼셉트론.")),
    SetFigure(
      name: "collapse", settings: ["network: 4 5 3", "collapse: true", "seed: 1"],
      caption: Translated(
        "From linear to nonlinear: without an activation function two layers are one.",
        "선형에서 비선형으로: 활성화 함수가 없으면 두 층은 한 층과 같다.")),
  ]

  /// The activations that the chapter defines, and what it says of them.
  private static let activationFigures = [
    published("relu", Translated("The rectified linear unit.", "정류 선형 유닛(ReLU).")),
    published(
      "relu", isGradient: true,
      Translated("The gradient of the rectified linear unit.", "ReLU의 기울기.")),
    SetFigure(
      name: "prelu", settings: ["functions: prelu", "set: weight=0,0.1,0.25"],
      caption: Translated(
        "The parametrized ReLU lets some information through for negative arguments.",
        "매개변수화된 ReLU는 음수 입력에서도 일부 정보를 통과시킨다.")),
    SetFigure(
      name: "threshold",
      settings: ["functions: [\"where(x > 0, 1, 0)\", sigmoid]", "jumps: gap"],
      words: [Translated("label: [threshold, sigmoid]", "label: [문턱값 유닛, 시그모이드]")],
      caption: Translated(
        "The sigmoid is a smooth approximation to the threshold unit.",
        "시그모이드는 문턱값 유닛의 매끄러운 근사이다.")),
    published("sigmoid", Translated("The logistic sigmoid.", "시그모이드 함수.")),
    SetFigure(
      name: "sigmoid-linear",
      settings: ["functions: [sigmoid, x / 4 + 1 / 2]", "range: -4:4", "ylim: 0:1"],
      caption: Translated(
        "Near 0 the sigmoid approaches a linear transformation.",
        "0 근처에서 시그모이드는 선형 변환에 가까워진다.")),
    published(
      "sigmoid", isGradient: true,
      Translated("The gradient of the logistic sigmoid.", "시그모이드 함수의 기울기.")),
    published("tanh", Translated("The hyperbolic tangent.", "쌍곡탄젠트 함수.")),
    SetFigure(
      name: "tanh-symmetry",
      settings: [
        "functions: [tanh, x]", "range: -4:4", "ylim: -1.5:1.5", "mark: [-1, 1]",
        "axes: origin",
      ],
      caption: Translated(
        "The hyperbolic tangent is point symmetric about the origin, and linear near it.",
        "쌍곡탄젠트는 원점에 대해 점대칭이고, 원점 근처에서 선형이다.")),
    published(
      "tanh", isGradient: true,
      Translated("The gradient of the hyperbolic tangent.", "쌍곡탄젠트 함수의 기울기.")),
  ]

  private static func published(
    _ function: String, isGradient: Bool = false, _ caption: Translated
  ) -> SetFigure {
    SetFigure(
      name: isGradient ? "\(function)-grad" : function,
      settings: ["functions: \(function)"] + (isGradient ? ["grad: true"] : []) + published,
      caption: caption)
  }

  /// Exercises 1 to 7.
  private static let exercises = [
    SetFigure(
      name: "collapse-rank", settings: ["network: 4 2 3", "collapse: true", "seed: 1"],
      caption: Translated(
        "A narrow layer between leaves a product of low rank.",
        "사이의 좁은 층은 계수가 낮은 곱을 남긴다.")),
    SetFigure(
      name: "affine-chain", settings: ["chain: [\"2 * x - 1\", 3 - x / 2]", "terms: true"],
      caption: Translated(
        "Two affine maps, one after the other, are an affine map.",
        "아핀 변환 두 개를 이으면 다시 아핀 변환이다.")),
    SetFigure(
      name: "relu-chain",
      settings: ["chain: [\"2 * x - 1\", 3 - x / 2]", "terms: true", "between: relu"],
      caption: Translated(
        "With an activation function between them they are not.",
        "그 사이에 활성화 함수가 있으면 그렇지 않다.")),
    SetFigure(
      name: "swish-grad", settings: ["functions: swish", "with-grad: true", "title: auto"],
      caption: Translated("Swish and its derivative.", "Swish와 그 도함수.")),
    SetFigure(
      name: "gelu-grad", settings: ["functions: gelu", "with-grad: true", "title: auto"],
      caption: Translated("GELU and its derivative.", "GELU와 그 도함수.")),
    SetFigure(
      name: "relu-pieces",
      settings: ["network: 1 8 1", "activation: relu", "seed: 3", "pieces: true"],
      caption: Translated(
        "A network of ReLUs is a continuous piecewise linear function.",
        "ReLU만 쓰는 신경망은 연속인 조각별 선형 함수이다.")),
    SetFigure(
      name: "relu-regions",
      settings: ["network: 2 8 1", "activation: relu", "seed: 3", "pieces: true"],
      caption: Translated(
        "Of two inputs it is linear in each of these regions.",
        "입력이 둘이면 이 영역들 각각에서 선형이다.")),
    SetFigure(
      name: "tanh-sigmoid",
      settings: ["functions: [tanh(x) + 1, 2 * sigmoid(2 * x)]", "difference: true"],
      caption: Translated(
        "tanh(x) + 1 = 2 sigmoid(2x): the difference is rounding.",
        "tanh(x) + 1 = 2 sigmoid(2x): 차이는 반올림뿐이다.")),
    SetFigure(
      name: "tanh-for-sigmoid",
      settings: ["network: 1 3 1", "activation: sigmoid", "swap: true", "seed: 1"],
      caption: Translated(
        "Networks of sigmoids and of tanh parametrize the same functions.",
        "시그모이드 신경망과 쌍곡탄젠트 신경망은 같은 함수들을 나타낸다.")),
    SetFigure(
      name: "batch-norm", settings: ["map: batch_norm", "batch: [[-2, -1, 0, 1], [-2, -1, 0, 8]]"],
      caption: Translated(
        "A nonlinearity that applies to a minibatch sends the same number to different places.",
        "미니배치에 적용되는 비선형성은 같은 수를 서로 다른 곳으로 보낸다.")),
    SetFigure(
      name: "vanishing-chain",
      settings: ["chain: sigmoid", "depth: [1, 2, 4, 8]", "grad: true", "yscale: log"],
      caption: Translated(
        "The gradient of sigmoids of sigmoids vanishes.",
        "시그모이드를 거듭하면 기울기가 소실된다.")),
    SetFigure(
      name: "vanishing-gradients",
      settings: ["gradients: [sigmoid, tanh, relu]", "depth: 50"],
      caption: Translated(
        "The size of the gradient, layer by layer, in deep networks.",
        "깊은 신경망의 층별 기울기 크기.")),
    SetFigure(
      name: "approximation",
      settings: [
        "fit: sin(x) + x / 3", "units: [3, 6, 12]", "activation: relu", "range: -4:4",
      ],
      caption: Translated(
        "One hidden layer approximates any continuous function, the better the more units it has.",
        "은닉층 하나로 어떤 연속 함수든 근사할 수 있고, 유닛이 많을수록 더 가깝다.")),
    SetFigure(
      name: "approximation-error",
      settings: [
        "fit: sin(x) + x / 3", "units: [2, 4, 8, 16, 32, 64]", "activation: relu", "range: -4:4",
        "errors: true",
      ],
      caption: Translated(
        "The greatest error falls with the square of the number of units.",
        "가장 큰 오차는 유닛 수의 제곱에 따라 줄어든다.")),
  ]
}
