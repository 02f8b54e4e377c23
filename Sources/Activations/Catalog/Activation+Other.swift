internal import Wording

extension Activation {
  /// Straight lines.
  static let linears: [Activation] = [
    Activation(
      "identity", .linear, "x",
      summary: Translated("No activation at all: a linear unit", "활성화가 없는 선형 유닛"),
      names: [
        .torch: ["Identity"], .jax: ["identity"], .keras: ["linear"], .tf: ["identity"],
        .onnx: ["Identity"], .timm: ["identity"],
      ])
  ]

  /// Functions that are constant but for jumps; the chapter's threshold unit is one.
  static let steps: [Activation] = [
    Activation(
      "sign", .step, "sign(x)",
      summary: Translated("Threshold unit of -1 and 1, with 0 for 0", "-1과 1을 내는 문턱값 유닛, 0에서는 0"),
      names: [.torch: ["sign"], .jax: ["sign"], .tf: ["sign"], .onnx: ["Sign"]],
      source: "Widrow and Hoff 1960 (ADALINE)",
      kinks: [KinkConvention(at: "0", [.mean])])
  ]

  /// Functions with a wave in them.
  static let periodics: [Activation] = [
    Activation(
      "sine", .periodic, "sin(w * x)",
      summary: Translated("Sine wave, for networks that represent signals", "사인파, 신호를 표현하는 신경망에 씀"),
      parameters: [
        Parameter("w", "1", .finite, Translated("frequency; SIREN takes 30", "진동수, SIREN에서는 30"))
      ],
      names: [.torch: ["sin"], .jax: ["sin"], .tf: ["sin"], .onnx: ["Sin"]],
      year: 2020, source: "Sitzmann et al. 2020 (SIREN), arXiv:2006.09661"),
    Activation(
      "snake", .periodic, "x + sin(a * x)^2 / a",
      summary: Translated(
        "The identity with a ripple: extrapolates periodic data", "물결이 더해진 항등 함수: 주기적인 데이터를 외삽함"),
      parameters: [Parameter("a", "1", .nonzero, Translated("frequency of the ripple", "물결의 진동수"))],
      year: 2020, source: "Ziyin et al. 2020, arXiv:2006.08195"),
    Activation(
      "gcu", .periodic, "x * cos(x)",
      summary: Translated(
        "Growing cosine unit: oscillates ever more strongly away from 0",
        "커지는 코사인 유닛: 0에서 멀어질수록 더 크게 진동함"),
      year: 2021, source: "Noel et al. 2021, arXiv:2108.12943"),
    Activation(
      "sinlu", .periodic, "(x + a * sin(b * x)) * sigmoid(x)",
      summary: Translated("SiLU with a sine wave added before the gate", "게이트 앞에 사인파를 더한 SiLU"),
      parameters: [
        Parameter("a", "1", .finite, Translated("height of the wave, learned", "물결의 높이, 학습함")),
        Parameter("b", "1", .finite, Translated("frequency of the wave, learned", "물결의 진동수, 학습함")),
      ],
      year: 2022, source: "Paul et al. 2022, Mathematics 10(3):337"),
    Activation(
      "sinc", .periodic, "sin(x) / x",
      summary: Translated("Decaying wave, 1 at the origin", "점점 작아지는 물결, 원점에서 1")),
  ]

  /// Functions of the distance from 0.
  static let radials: [Activation] = [
    Activation(
      "gaussian", .radial, "exp(-x^2)",
      summary: Translated(
        "Bell curve of radial basis networks, 1 at the origin", "방사 기저 신경망의 종 모양 곡선, 원점에서 1"),
      source: "Broomhead and Lowe 1988")
  ]

  /// What belongs to no family.
  static let others: [Activation] = [
    Activation(
      "bent_identity", .other, "(sqrt(x^2 + 1) - 1) / 2 + x",
      summary: Translated(
        "Smooth line whose slope goes from 1/2 to 3/2", "기울기가 1/2에서 3/2로 바뀌는 매끄러운 선")),
    Activation(
      "exponential", .other, "exp(x)",
      summary: Translated(
        "Exponential function: positive, and its own derivative", "지수 함수: 양수이며, 도함수가 자기 자신"),
      names: [
        .torch: ["exp"], .jax: ["exp"], .keras: ["exponential"], .tf: ["exp"], .onnx: ["Exp"],
      ]),
    Activation(
      "arcsinh", .other, "asinh(x)",
      summary: Translated(
        "Inverse hyperbolic sine: the identity about 0, a logarithm far out",
        "역하이퍼볼릭 사인: 0 근처에서는 항등 함수, 멀리에서는 로그"),
      names: [
        .torch: ["asinh", "arcsinh"], .jax: ["arcsinh", "asinh"], .tf: ["asinh"],
        .onnx: ["Asinh"],
      ]),
    Activation(
      "cubic", .other, "x^3",
      summary: Translated(
        "Cube: brings products of three inputs into one layer", "세제곱: 세 입력의 곱을 한 층 안에 들여옴"),
      source: "Chen and Manning 2014"),
    Activation(
      "symlog", .other, "sign(x) * log(1 + abs(x))",
      summary: Translated(
        "Logarithm for both signs, for targets of any magnitude",
        "양수와 음수 모두에 쓰는 로그, 크기가 제각각인 목푯값을 위함"),
      year: 2023, source: "Hafner et al. 2023 (DreamerV3), arXiv:2301.04104",
      kinks: [KinkConvention(at: "0", [.mean])]),
  ]
}
