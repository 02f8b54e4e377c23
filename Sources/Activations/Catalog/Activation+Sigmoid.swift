internal import Wording

extension Activation {
  /// Bounded S-shaped functions and what is made from them.
  ///
  /// An odd function is given the mean of both sides at 0, which keeps its derivatives odd or even.
  static let sigmoids: [Activation] = [
    Activation(
      "scaled_tanh", .sigmoid, "a * tanh(b * x)",
      summary: Translated(
        "Tanh scaled so that it takes 1 to nearly 1 and -1 to nearly -1",
        "1은 거의 1로, -1은 거의 -1로 보내도록 배율을 준 tanh"),
      parameters: [
        Parameter("a", "1.7159", .finite, Translated("height", "높이")),
        Parameter("b", "2 / 3", .finite, Translated("steepness", "가파른 정도")),
      ],
      year: 1998, source: "LeCun et al. 1998, Efficient BackProp"),
    Activation(
      "dyt", .sigmoid, "gamma * tanh(alpha * x) + beta",
      summary: Translated(
        "Dynamic tanh: takes the place of layer normalisation in transformers",
        "동적 tanh: 트랜스포머에서 층 정규화를 대신함"),
      parameters: [
        Parameter("alpha", "0.5", .finite, Translated("steepness, learned", "가파른 정도, 학습함")),
        Parameter("gamma", "1", .finite, Translated("scale, learned", "배율, 학습함")),
        Parameter("beta", "0", .finite, Translated("shift, learned", "이동, 학습함")),
      ],
      year: 2025, source: "Zhu et al. 2025, arXiv:2503.10622"),
    Activation(
      "log_sigmoid", .sigmoid, "log(sigmoid(x))",
      summary: Translated(
        "Logarithm of the sigmoid: a log-likelihood, near x far left and 0 far right",
        "시그모이드의 로그: 로그 가능도, 왼쪽 멀리에서는 x, 오른쪽 멀리에서는 0에 가까움"),
      names: [
        .torch: ["logsigmoid"], .jax: ["log_sigmoid"], .keras: ["log_sigmoid"],
        .tf: ["log_sigmoid"], .nnlib: ["logσ", "logsigmoid"],
      ]),
    Activation(
      "softsign", .sigmoid, "x / (1 + abs(x))",
      summary: Translated(
        "Like tanh, but nears its limits as slowly as 1 / x", "tanh와 비슷하지만 극한에 1 / x만큼 천천히 다가감"),
      names: [
        .torch: ["softsign"], .jax: ["soft_sign"], .keras: ["softsign"], .tf: ["softsign"],
        .onnx: ["Softsign"], .nnlib: ["softsign"],
      ],
      year: 1993, source: "Elliott 1993; Bergstra et al. 2009; Glorot and Bengio 2010",
      kinks: [KinkConvention(at: "0", [.mean], except: [.jax: [.right], .keras: [.right]])]),
    Activation(
      "elliott", .sigmoid, "where(x < 0, 1 / (2 * (1 - x)), (1 + 2 * x) / (2 * (1 + x)))",
      summary: Translated(
        "Softsign moved into (0, 1): a sigmoid without an exponential",
        "구간 (0, 1)로 옮긴 softsign: 지수 함수 없는 시그모이드"),
      year: 1993, source: "Elliott 1993",
      kinks: [KinkConvention(at: "0", [.mean])]),
    Activation(
      "arctan", .sigmoid, "atan(x)",
      summary: Translated(
        "Inverse tangent: squashes the line into (-pi / 2, pi / 2)",
        "역탄젠트: 실수 전체를 구간 (-π / 2, π / 2)로 압축함"),
      names: [
        .torch: ["atan", "arctan"], .jax: ["arctan", "atan"], .tf: ["atan"], .onnx: ["Atan"],
      ]),
    Activation(
      "erf_act", .sigmoid, "erf(x)",
      summary: Translated(
        "Error function: the sigmoid that nears -1 and 1 as fast as a Gaussian falls",
        "오차 함수: 가우스 함수가 줄어드는 속도로 -1과 1에 다가가는 시그모이드 모양의 함수"),
      names: [.torch: ["erf"], .jax: ["erf"], .tf: ["erf"], .onnx: ["Erf"]]),
    Activation(
      "probit_sigmoid", .sigmoid, "normal_cdf(x)",
      summary: Translated(
        "Distribution function of the standard normal: the gate inside GELU",
        "표준정규분포의 누적분포함수: GELU 안의 게이트"),
      names: [.torch: ["ndtr"], .jax: ["ndtr"]],
      source: "Gomes and Ludermir 2008"),
    Activation(
      "gudermannian", .sigmoid, "2 * atan(tanh(x / 2))",
      summary: Translated(
        "Integral of the hyperbolic secant: joins circular and hyperbolic functions",
        "하이퍼볼릭 시컨트의 적분: 삼각함수와 쌍곡선 함수를 이어 줌"),
      source: "Gudermann 1830; Cayley 1862"),
    Activation(
      "isru", .sigmoid, "x / sqrt(1 + alpha * x^2)",
      summary: Translated(
        "Inverse square root unit: a sigmoid from one square root",
        "역제곱근 유닛: 제곱근 하나로 만든 시그모이드 모양의 함수"),
      parameters: [
        Parameter(
          "alpha", "1", .positive,
          Translated("sets the bound, 1 / sqrt(alpha)", "경계를 정함, 1 / sqrt(alpha)"))
      ],
      year: 2017, source: "Carlile et al. 2017, arXiv:1710.09967"),
    Activation(
      "sqnl", .sigmoid,
      "where(x > 2, 1, where(x >= 0, x - x^2 / 4, where(x >= -2, x + x^2 / 4, -1)))",
      summary: Translated(
        "Square nonlinearity: two parabolas between -2 and 2 in place of tanh",
        "제곱 비선형 함수: -2와 2 사이의 두 포물선으로 tanh를 대신함"),
      year: 2018, source: "Wuraola and Patel 2018",
      kinks: [
        KinkConvention(at: "-2", [.left]), KinkConvention(at: "0", [.mean]),
        KinkConvention(at: "2", [.right]),
      ]),
    Activation(
      "cloglog", .sigmoid, "1 - exp(-exp(x))",
      summary: Translated(
        "Complementary log-log: a lopsided sigmoid, quicker to 1 than to 0",
        "보 로그-로그 함수: 0보다 1에 더 빨리 다가가는 비대칭 시그모이드"),
      year: 1996, source: "Gomes and Ludermir 2008"),
    Activation(
      "gompertz", .sigmoid, "exp(-exp(-x))",
      summary: Translated(
        "Growth curve of Gompertz: a lopsided sigmoid, quicker to 0 than to 1",
        "곰페르츠 성장 곡선: 1보다 0에 더 빨리 다가가는 비대칭 시그모이드"),
      source: "Gompertz 1825"),
    // The paper multiplies this by x; the plain curve is what libraries call ARiA2.
    Activation(
      "aria2", .sigmoid, "(1 + exp(-beta * x))^(-alpha)",
      summary: Translated(
        "Two-parameter Richards curve: a power of the sigmoid", "매개변수가 둘인 리처즈 곡선: 시그모이드의 거듭제곱"),
      parameters: [
        Parameter("alpha", "1.5", .finite, Translated("the power", "거듭제곱의 지수")),
        Parameter("beta", "2", .finite, Translated("steepness", "가파른 정도")),
      ],
      year: 2018, source: "Patwardhan et al. 2018, arXiv:1805.08878"),
  ]
}
