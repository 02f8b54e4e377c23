internal import Wording

extension Activation {
  /// Every activation that can be named, in the order in which listings show them: those of the
  /// chapter, then the others by family.
  ///
  /// A row is all there is to an activation: values, derivatives, listings and tests come from it.
  /// Its definition is written as the literature writes it; keeping its digits is the compiler's
  /// business.
  public static let catalog: [Activation] =
    chapter + linears + steps + rectifiers + hards + shrinks + sigmoids + softpluses + elus
    + swishes + gelus + mishes + periodics + radials + others

  /// The textbook chapter's own, in its order.
  ///
  /// They are an array of their own so that a program which names one of them builds no other row.
  public static let chapter: [Activation] = [
    Activation(
      "relu", .relu, "max(x, 0)",
      summary: Translated(
        "Rectified linear unit: keeps what is positive and sets the rest to 0",
        "정류 선형 유닛: 양수는 그대로 두고 나머지는 0으로 만듦"),
      names: [
        .torch: ["relu"], .jax: ["relu"], .keras: ["relu"], .tf: ["relu"], .onnx: ["Relu"],
        .nnlib: ["relu"], .timm: ["relu"],
      ],
      year: 2010, source: "Nair and Hinton 2010; Fukushima 1969",
      kinks: [KinkConvention(at: "0", [.left])]),
    Activation(
      "prelu", .relu, "where(x >= 0, x, weight * x)",
      summary: Translated(
        "Parametric ReLU: the slope of its negative side is learned", "매개변수화된 ReLU: 음수 쪽의 기울기를 학습함"),
      parameters: [
        Parameter(
          "weight", "0.25", .finite,
          Translated("slope for negative x, learned", "음수 x에서의 기울기, 학습함"),
          names: [.keras: "alpha", .onnx: "slope"])
      ],
      names: [.torch: ["prelu"], .keras: ["PReLU"], .onnx: ["PRelu"], .timm: ["prelu"]],
      year: 2015, source: "He et al. 2015, arXiv:1502.01852",
      kinks: [KinkConvention(at: "0", [.left])],
      defaults: [.keras: ["weight": "0"]]),
    Activation(
      "sigmoid", .sigmoid, "1 / (1 + exp(-x))",
      summary: Translated(
        "Logistic function: squashes the line into (0, 1)", "로지스틱 함수: 실수 전체를 구간 (0, 1)로 압축함"),
      names: [
        .torch: ["sigmoid", "expit"], .jax: ["sigmoid", "logistic", "expit"], .keras: ["sigmoid"],
        .tf: ["sigmoid"], .onnx: ["Sigmoid"], .nnlib: ["σ", "sigmoid", "sigmoid_fast"],
        .timm: ["sigmoid"],
      ],
      year: 1986, source: "Rumelhart et al. 1986; Verhulst 1845"),
    Activation(
      "tanh", .sigmoid, "tanh(x)",
      summary: Translated(
        "Hyperbolic tangent: squashes the line into (-1, 1), odd about the origin",
        "하이퍼볼릭 탄젠트: 실수 전체를 구간 (-1, 1)로 압축하며, 원점에 대칭인 기함수"),
      names: [
        .torch: ["tanh"], .jax: ["tanh"], .keras: ["tanh"], .tf: ["tanh"], .onnx: ["Tanh"],
        .nnlib: ["tanh", "tanh_fast"], .timm: ["tanh"],
      ],
      source: "LeCun et al. 1998, Efficient BackProp"),
    Activation(
      "gelu", .gelu, "x * normal_cdf(x)",
      summary: Translated(
        "Gaussian error linear unit: x times the chance that a normal variable is below it",
        "가우스 오차 선형 유닛: 정규분포를 따르는 변수가 x보다 작을 확률을 x에 곱함"),
      names: [
        .torch: ["gelu"], .jax: ["gelu"], .keras: ["gelu"], .tf: ["gelu"], .onnx: ["Gelu"],
        .nnlib: ["gelu_erf"], .timm: ["gelu"],
      ],
      year: 2016, source: "Hendrycks and Gimpel 2016, arXiv:1606.08415",
      meanings: [.jax: "gelu_tanh", .nnlib: "gelu_tanh"]),
    Activation(
      "swish", .swish, "x * sigmoid(beta * x)",
      summary: Translated(
        "Self-gated unit: x / 2 for beta 0, near ReLU for large beta",
        "자기 게이트 유닛: beta가 0이면 x / 2, 크면 ReLU에 가까움"),
      parameters: [
        Parameter("beta", "1", .finite, Translated("steepness of the gate", "게이트의 가파른 정도"))
      ],
      names: [.tf: ["swish", "silu"], .onnx: ["Swish"]],
      year: 2017, source: "Ramachandran et al. 2017, arXiv:1710.05941"),
    Activation(
      "binary_step", .step, "where(x >= 0, 1, 0)",
      summary: Translated(
        "Threshold unit: fires from 0 on, with a derivative that is 0 everywhere",
        "문턱값 유닛: 0부터 켜지며, 도함수는 어디에서나 0"),
      names: [.torch: ["heaviside"], .jax: ["heaviside"]],
      year: 1943, source: "McCulloch and Pitts 1943",
      kinks: [KinkConvention(at: "0", [.right])]),
  ]
}
