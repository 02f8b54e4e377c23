internal import Wording

/// Something to find out by looking at a comparison.
struct GalleryTask: Sendable {
  /// The functions that are compared.
  let functions: [String]
  /// The rest of the comparison, as the address of the page has it.
  let rest: String
  let text: Translated

  /// The address of the comparison within the page.
  var address: String { "#compare=\(functions.joined(separator: ","))\(rest)" }

  /// The first are exercises of the chapter.
  static let all = [
    GalleryTask(
      functions: ["relu", "prelu"], rest: "&order=1",
      text: Translated(
        "What is the derivative of pReLU, and where does it differ from that of ReLU?",
        "pReLU의 도함수는 무엇이며, ReLU의 도함수와 어디에서 다른가요?")),
    GalleryTask(
      functions: ["swish", "relu"], rest: "&order=1",
      text: Translated(
        "Swish is x sigmoid(βx). Where is its slope above 1, and where below 0?",
        "Swish는 x sigmoid(βx)입니다. 기울기가 1보다 큰 곳과 0보다 작은 곳은 어디인가요?")),
    GalleryTask(
      functions: ["tanh", "sigmoid"], rest: "",
      text: Translated(
        "tanh(x) + 1 is 2 sigmoid(2x). By which stretching do the two curves become one?",
        "tanh(x) + 1은 2 sigmoid(2x)와 같습니다. 두 곡선은 어떻게 늘이면 하나가 되나요?")),
    GalleryTask(
      functions: ["sigmoid", "tanh", "gelu", "softsign"], rest: "&order=1&scale=log&range=far",
      text: Translated(
        "Which gradient vanishes first, and which one as a power of x only?",
        "어느 기울기가 가장 먼저 사라지나요? 거듭제곱 꼴로만 줄어드는 것은 무엇인가요?")),
    GalleryTask(
      functions: ["sigmoid", "tanh"], rest: "&order=1&scale=log&range=far&single=1",
      text: Translated(
        "From where on is the gradient 0 in float32, although it is not?",
        "실제로는 0이 아닌데 float32에서 기울기가 0이 되는 곳은 어디부터인가요?")),
    GalleryTask(
      functions: ["relu", "leaky_relu", "elu"], rest: "&order=1&threshold=0.1",
      text: Translated(
        "Which units can die: where is the slope below a tenth?",
        "어떤 유닛이 죽을 수 있나요? 기울기가 0.1보다 작은 곳을 찾아보세요.")),
    GalleryTask(
      functions: ["softplus", "silu", "mish", "gelu"], rest: "&order=2",
      text: Translated(
        "Which of these bends most at 0, and which one changes the sign of its curvature?",
        "0에서 가장 많이 휘는 함수는 무엇이고, 휘는 방향이 바뀌는 함수는 무엇인가요?")),
  ]
}
