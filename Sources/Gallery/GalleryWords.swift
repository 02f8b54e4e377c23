internal import Activations
internal import Wording

/// What a gallery says, in the language of its readers.
struct GalleryWords: Sendable {
  let language: Language

  init(_ language: Language) { self.language = language }

  private func say(_ english: String, _ korean: String) -> String {
    Translated(english, korean)[language]
  }

  // MARK: The page

  var title: String { say("Activation functions", "활성화 함수") }
  var figuresTitle: String { say("Figures", "그림 모음") }

  func lead(_ count: Int, version: String) -> String {
    say(
      "\(counted(count, "function")) and their derivatives, every number computed by actplot"
        + " \(version), none by this page.",
      "함수 \(grouped(count))개와 그 도함수. 모든 수는 이 페이지가 아니라 actplot \(version)이 계산한 것입니다.")
  }

  var skip: String { say("Skip to the functions", "함수로 건너뛰기") }
  var search: String { say("Search", "찾기") }
  var searchHint: String { say("name, formula, source", "이름, 식, 출처") }
  var family: String { say("Family", "계열") }
  var framework: String { say("Framework", "프레임워크") }
  var property: String { say("Properties", "성질") }
  var any: String { say("any", "모두") }
  var reset: String { say("Show all", "모두 보기") }
  var index: String { say("All functions", "모든 함수") }
  /// Shown while some functions are hidden; the script puts numbers for the letters.
  var shown: String { say("{n} of {m} shown", "{m}개 중 {n}개 표시") }
  var nothing: String {
    say("No function has all of that; leave something out.", "모두 만족하는 함수가 없습니다. 조건을 줄여 보세요.")
  }

  /// English has the names of the command line.
  func name(of family: Activation.Family) -> String {
    let korean =
      switch family {
      case .linear: "선형"
      case .step: "계단"
      case .relu: "ReLU"
      case .hard: "하드"
      case .shrink: "축소"
      case .sigmoid: "시그모이드"
      case .softplus: "소프트플러스"
      case .elu: "ELU"
      case .swish: "Swish"
      case .gelu: "GELU"
      case .mish: "Mish"
      case .periodic: "주기"
      case .radial: "방사"
      case .other: "기타"
      }
    return say(family.rawValue, korean)
  }

  func name(of property: GalleryProperty) -> String {
    switch property {
    case .smooth: say("smooth", "매끄러움")
    case .kinks: say("with corners or jumps", "꺾임이나 도약 있음")
    case .monotone: say("monotone", "단조")
    case .bounded: say("bounded", "유계")
    case .centred: say("values of both signs", "양수와 음수 값")
    case .saturating: say("levels off", "한쪽에서 평평해짐")
    }
  }

  // MARK: Comparing

  var compare: String { say("Compare", "비교") }
  var toComparison: String { say("Show the comparison", "비교 그래프 보기") }
  var comparison: String { say("Comparison", "비교 그래프") }
  /// The script puts a name for the letter.
  var remove: String { say("Remove {name}", "{name} 빼기") }
  var tooMany: String {
    say("Four are compared at most; remove one first.", "최대 네 개까지 비교합니다. 먼저 하나를 빼세요.")
  }
  /// The script puts what an address names for the letter.
  var unknownName: String {
    say("There is no “{name}” on this page.", "이 페이지에는 “{name}”이(가) 없습니다.")
  }
  var meant: String { say("Did you mean {name}?", "{name}을(를) 찾으셨나요?") }
  var close: String { say("Close", "닫기") }
  var order: String { say("Derivative", "도함수") }
  var orders: [String] {
    [say("function", "함수"), say("first", "1차"), say("second", "2차")]
  }
  var scale: String { say("y axis", "y축") }
  var linear: String { say("linear", "선형") }
  var logarithmic: String { say("logarithmic, absolute values", "로그 (절댓값)") }
  var range: String { say("x axis", "x축") }
  var near: String { say("−8 to 8", "−8부터 8까지") }
  var far: String { say("−128 to 128", "−128부터 128까지") }
  var single: String { say("float32 as well", "float32도 표시") }
  var singleHint: String {
    say("float32 is shown on the wide x axis.", "float32는 넓은 x축에서 표시됩니다.")
  }
  var threshold: String { say("Shade where |f′| is below", "|f′|가 이 값보다 작은 곳을 칠함:") }
  var off: String { say("off", "끔") }
  var readAt: String { say("Read at", "값 읽기") }
  var readingNote: String {
    say(
      "Values are those of the nearest sample, rounded to five digits; lines between samples are"
        + " drawn straight.",
      "값은 가장 가까운 표본의 값을 다섯 자리로 반올림한 것이며, 표본 사이는 직선으로 그렸습니다.")
  }
  var usualNote: String {
    say(
      "The commands below draw it with this value. The properties are those of the default parameters,"
        + " and so are the axes and the curve in a comparison.",
      "아래의 명령은 이 값으로 그립니다. 성질은 매개변수의 기본값에 대한 것이며, 축과 비교 그래프도 기본값에 맞춘 그대로입니다.")
  }
  var command: String { say("The figure as a file", "그림을 파일로") }
  var commandNote: String {
    say(
      "The file has no float32 curves, and on a logarithmic axis only what is above 0.",
      "파일에는 float32 곡선이 없고, 로그 축에는 0보다 큰 값만 그려집니다.")
  }
  var copy: String { say("Copy", "복사") }
  var copied: String { say("Copied", "복사됨") }
  var undefined: String { say("not defined", "정의되지 않음") }

  // MARK: Facts

  var facts: String { say("Properties", "성질") }
  var valueRange: String { say("Range", "치역") }
  var symmetry: String { say("Symmetry", "대칭") }
  var even: String { say("even", "우함수") }
  var odd: String { say("odd", "기함수") }
  var none: String { say("none", "없음") }
  var monotonicity: String { say("Monotonicity", "단조성") }
  var increasing: String { say("increasing", "증가") }
  var decreasing: String { say("decreasing", "감소") }
  var nondecreasing: String { say("nowhere decreasing", "감소하지 않음") }
  var nonincreasing: String { say("nowhere increasing", "증가하지 않음") }
  var constant: String { say("constant", "상수") }
  var neither: String { say("neither increasing nor decreasing", "증가도 감소도 아님") }
  var unknown: String { say("not known", "알 수 없음") }
  var undefinedSomewhere: String {
    say("not known, as it is not defined everywhere", "모든 곳에서 정의되지는 않아 알 수 없음")
  }
  var perhapsWithGaps: String { say("within it, perhaps with gaps", "이 안에 있으며 빈틈이 있을 수 있음") }
  var extrema: String { say("Extrema", "극값") }
  func extremum(
    _ value: String, at x: String, to end: String? = nil, isMinimum: Bool
  ) -> String {
    let (kind, kindInKorean) = isMinimum ? ("minimum", "극솟값") : ("maximum", "극댓값")
    guard let end else {
      return say("\(kind) \(value) at x = \(x)", "x = \(x)에서 \(kindInKorean) \(value)")
    }
    return say(
      "\(kind) \(value) from x = \(x) to \(end)", "x = \(x)부터 \(end)까지 \(kindInKorean) \(value)")
  }
  var more: String { say("there may be more", "더 있을 수 있음") }
  var limits: String { say("Limits", "극한") }
  func limit(_ side: String, _ value: String, slope: String) -> String {
    say("x → \(side): \(value), slope \(slope)", "x → \(side): \(value), 기울기 \(slope)")
  }
  var kinks: String { say("Kinks", "꺾임점") }
  func kink(_ x: String, left: String, right: String, order: Int) -> String {
    let letter = "f" + String(repeating: "′", count: min(order, 3))
    let subject = order < 2 ? say("slope", "기울기") : letter
    return say(
      "x = \(x): \(subject) \(left) on the left, \(right) on the right",
      "x = \(x): \(subject) 왼쪽 \(left), 오른쪽 \(right)")
  }
  func alone(_ x: String, _ value: String) -> String {
    say("x = \(x): value \(value), unlike beside it", "x = \(x): 값 \(value), 주위와 다름")
  }
  func exception(_ x: String, _ value: String) -> String {
    say("at x = \(x) the derivative is taken to be \(value)", "x = \(x)에서 도함수는 \(value)로 정함")
  }
  var noValue: String { say("no value", "값 없음") }
  func jump(_ x: String, left: String, right: String) -> String {
    say("x = \(x): jumps from \(left) to \(right)", "x = \(x): \(left)에서 \(right)로 도약")
  }
  var poles: String { say("Poles", "극점") }
  var parameters: String { say("Parameters", "매개변수") }
  var definition: String { say("Definition", "정의") }

  // MARK: Frameworks and commands

  var frameworks: String { say("Names in frameworks", "프레임워크별 이름") }
  var nameInFramework: String { say("name", "이름") }
  var defaults: String { say("defaults", "기본값") }
  func derivative(_ order: Int, at x: String) -> String {
    "f" + String(repeating: "′", count: order) + "(\(x))"
  }
  func means(_ name: String) -> String { say("means \(name)", "\(name)를 뜻함") }
  var findSource: String { say("find it", "찾아보기") }
  var commands: String { say("Draw it yourself", "직접 그리기") }
  var shell: String { say("Command", "명령") }
  var embed: String { say("In a page", "웹 페이지에 넣기") }
  var tooLong: String { say("too long to be read", "읽기에는 너무 김") }
  var tasks: String { say("Tasks to try", "해 볼 문제") }

  // MARK: Figures of a book

  func figuresLead(_ count: Int) -> String {
    say(counted(count, "figure"), "그림 \(grouped(count))개")
  }
  var caption: String { say("Caption", "캡션") }
  var alternative: String { say("Alt text", "대체 텍스트") }
  var noAlternative: String { say("none", "없음") }
  var noImage: String {
    say("There is no SVG or PNG of it to show.", "보여 줄 SVG나 PNG가 없습니다.")
  }
  var size: String { say("Size", "크기") }
  func size(_ inches: String, _ points: String) -> String {
    say("\(inches) in (\(points) pt)", "\(inches)인치 (\(points)포인트)")
  }
  var files: String { say("Files", "파일") }
  var place: String { say("Where", "위치") }
}
