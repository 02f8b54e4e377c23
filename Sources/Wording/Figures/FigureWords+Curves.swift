// What curves show.
extension FigureWords {
  /// A derivative of a function by x, or by a parameter.
  package func derivative(_ order: Int, of name: String, by parameter: String?) -> String {
    let names = ["", "first", "second", "third"]
    let ordinal =
      order < names.count ? "\(names[order]) derivative" : "derivative of order \(order)"
    let by = parameter.map { say(" by \($0)", "\($0)에 대한 ") } ?? ""
    return say(
      "the \(ordinal) of \(name)\(by)", "\(name)의 \(by)\(order == 1 ? "" : "\(order)계 ")도함수")
  }

  package func curves(_ count: Int) -> String { say("\(count) curves.", "곡선 \(count)개.") }

  package func shown(from lower: String, to upper: String) -> String {
    say("Shown for x from \(lower) to \(upper).", "x는 \(lower)에서 \(upper)까지 표시.")
  }

  package var even: String { say("even", "짝함수") }
  package var odd: String { say("odd", "홀함수") }

  package func extent(from lower: String, to upper: String) -> String {
    say("from \(lower) to \(upper)", "\(lower)에서 \(upper)까지")
  }

  /// Which curves the y axis at the left tells, and which the one at the right.
  package func twin(left: [String], right: [String]) -> String {
    say(
      "The y axis at the left is of \(list(left)), the one at the right of \(list(right)).",
      "왼쪽 y축은 \(list(left)), 오른쪽 y축은 \(list(right)).")
  }

  // MARK: Where it goes

  package var noCurve: String { say("no curve", "곡선 없음") }

  package var notDefined: String {
    say("not defined in the range", "이 범위에서 정의되지 않음")
  }

  package func defined(aboveElseBelow isAbove: Bool, _ x: String) -> String {
    say(
      "defined \(isAbove ? "above" : "below") x = \(x)",
      "x = \(x)의 \(isAbove ? "오른쪽" : "왼쪽")에서만 정의됨")
  }

  package var notDefinedEverywhere: String {
    say("not defined everywhere", "정의되지 않는 곳이 있음")
  }

  package var beyondNumbers: String {
    say(
      "beyond the largest number, 1.8e308, in some of the range or all of it",
      "범위의 일부 또는 전부에서 가장 큰 수 1.8e308을 넘음")
  }

  package func straight(from first: String, to last: String) -> String {
    say("a straight line from \(first) to \(last)", "\(first)에서 \(last)까지 직선")
  }

  package func rises(from first: String, to last: String) -> String {
    say("rises from \(first) to \(last)", "\(first)에서 \(last)까지 증가")
  }

  package func falls(from first: String, to last: String) -> String {
    say("falls from \(first) to \(last)", "\(first)에서 \(last)까지 감소")
  }

  package func neverFalls(from first: String, to last: String) -> String {
    say("never falls, from \(first) to \(last)", "\(first)에서 \(last)까지 감소하지 않음")
  }

  package func neverRises(from first: String, to last: String) -> String {
    say("never rises, from \(first) to \(last)", "\(first)에서 \(last)까지 증가하지 않음")
  }

  package func constant(_ value: String) -> String {
    say("constant at \(value)", "\(value) 값으로 일정")
  }

  package func turns(_ count: Int, isAll: Bool) -> String {
    say(
      "turns \(atLeast(count, isAll: isAll)) times",
      "증감이 \(atLeast(count, isAll: isAll))번 바뀜")
  }

  /// The least or greatest value of all or around it.
  package func extremum(isLeast: Bool, ofAll: Bool, _ value: String) -> String {
    let english =
      ofAll ? (isLeast ? "least" : "greatest") : isLeast ? "a minimum of" : "a maximum of"
    let korean = ofAll ? (isLeast ? "최솟값" : "최댓값") : isLeast ? "극솟값" : "극댓값"
    return say("\(english) \(value)", "\(korean) \(value)")
  }

  /// Where there is that.
  package func at(_ places: [String], _ what: String) -> String {
    let equations = places.map { "x = \($0)" }
    return say(
      "\(what) at \(equations.joined(separator: " and "))",
      "\(equations.joined(separator: " 및 "))에서 \(what)")
  }

  /// The limit towards an end, or towards both if `isLeft` is `nil`.
  package func tends(to limit: String, isLeft: Bool?) -> String {
    say(
      "tends to \(limit) \(Self.side(isLeft).en)", "\(Self.side(isLeft).ko) \(limit)에 수렴")
  }

  private static func side(_ isLeft: Bool?) -> Translated {
    switch isLeft {
    case nil: Translated("on both sides", "양쪽에서")
    case true?: Translated("on the left", "왼쪽에서")
    case false?: Translated("on the right", "오른쪽에서")
    }
  }

  package func slopeAtZero(_ slope: String) -> String {
    say("slope \(slope) at 0", "0에서 기울기 \(slope)")
  }

  // MARK: Far out

  package func saturates(beyond x: String) -> String {
    say("saturates beyond |x| = \(x)", "|x| = \(x) 밖에서 포화")
  }

  /// Beyond a place it saturates, or has one value.
  package func saturates(aboveElseBelow isAbove: Bool, _ x: String, at value: String?) -> String {
    say(
      "\(value.map { "constant \($0)" } ?? "saturates") \(isAbove ? "above" : "below") x = \(x)",
      "x = \(x)의 \(isAbove ? "오른쪽" : "왼쪽")에서 \(value.map { "상수 \($0)" } ?? "포화")")
  }

  package func nears(_ line: String, isLeft: Bool?) -> String {
    say("nears \(line) \(Self.side(isLeft).en)", "\(Self.side(isLeft).ko) \(line)에 가까워짐")
  }

  // MARK: Breaks

  package var mayRunOff: String {
    say("may run off to infinity within the range", "범위 안에서 무한대로 발산할 수 있음")
  }

  package func runsOff(_ way: String, at x: String) -> String {
    say("runs off to \(way) at x = \(x)", "x = \(x)에서 \(way) 발산")
  }

  package func runsOff(_ count: Int, isAll: Bool, from first: String, to last: String) -> String {
    say(
      "runs off to infinity \(isAll ? "at \(count)" : "in at least \(count)") places from x = \(first)"
        + " to \(last)",
      "x = \(first)에서 \(last)까지 \(atLeast(count, isAll: isAll))곳에서 무한대로 발산")
  }

  package var isDense: String {
    say("closer together than can be drawn", "따로 그릴 수 없을 만큼 촘촘함")
  }

  /// To which infinity on which side; “-∞ from the left and ∞ from the right”.
  package func way(left: Double?, right: Double?) -> String {
    func name(_ infinity: Double) -> String { infinity < 0 ? "-∞" : "∞" }
    switch (left, right) {
    case (let left?, let right?) where left == right:
      return say("\(name(left)) from both sides", "양쪽에서 \(name(left))로")
    case (let left?, let right?):
      return say(
        "\(name(left)) from the left and \(name(right)) from the right",
        "왼쪽에서 \(name(left))로, 오른쪽에서 \(name(right))로")
    case (let left?, nil): return say("\(name(left)) from the left", "왼쪽에서 \(name(left))로")
    case (nil, let right?): return say("\(name(right)) from the right", "오른쪽에서 \(name(right))로")
    case (nil, nil): return say("no infinity", "무한대 아님")
    }
  }

  package func valueApart(_ value: String, at x: String, beside: String) -> String {
    say(
      "value \(value) at x = \(x) alone, \(beside) beside it",
      "x = \(x)에서만 값 \(value), 그 옆에서는 \(beside)")
  }

  package func valuesApart(_ count: Int, isAll: Bool) -> String {
    say("\(atLeast(count, isAll: isAll)) values apart", "따로 떨어진 값 \(atLeast(count, isAll: isAll))개")
  }

  package func hole(limit: String, at x: String) -> String {
    say("no value at x = \(x) but the limit \(limit)", "x = \(x)에서 값은 없고 극한은 \(limit)")
  }

  package func holes(_ count: Int) -> String {
    say("no value but a limit at \(count) places", "값 없이 극한만 있는 곳 \(count)개")
  }

  package func singleValue(_ value: String, at x: String) -> String {
    say("a single value \(value) at x = \(x)", "x = \(x)에서 값 \(value) 하나")
  }

  package func singleValues(_ count: Int, from first: String, to last: String) -> String {
    say(
      "values at \(count) single points from x = \(first) to \(last)",
      "x = \(first)에서 \(last)까지 점 \(count)개에서만 값이 있음")
  }

  package func jumps(from left: String, to right: String, at x: String) -> String {
    say(
      "jumps from \(left) to \(right) at x = \(x)",
      "x = \(x)에서 값이 \(left)에서 \(right)\(Self.towards(right)) 건너뜀")
  }

  package func jumps(_ count: Int, isAll: Bool) -> String {
    say("\(atLeast(count, isAll: isAll)) jumps", "건너뛰는 곳 \(atLeast(count, isAll: isAll))개")
  }

  /// A kink, with the slopes of both sides if there are any.
  package func kink(at x: String, slopes: (left: String, right: String)?) -> String {
    guard let (left, right) = slopes else {
      return say("kink at \(x) without a slope on a side", "x = \(x)에서 꺾임, 한쪽에는 기울기 없음")
    }
    return say(
      "kink at \(x) where the slope jumps from \(left) to \(right)",
      "x = \(x)에서 꺾임, 기울기가 \(left)에서 \(right)\(Self.towards(right)) 바뀜")
  }

  package func kinks(_ count: Int, isAll: Bool) -> String {
    say("\(atLeast(count, isAll: isAll)) kinks", "꺾이는 곳 \(atLeast(count, isAll: isAll))개")
  }

  // MARK: Samples

  /// What was sampled, where, and between which values.
  package func samples(
    ofActivation isActivation: Bool, order: Int, _ definition: String, _ count: Int,
    in format: String? = nil, from first: String, to last: String,
    values: (least: String, greatest: String)?
  ) -> String {
    let (inFormat, koreanFormat) = format.map { (" in \($0)", ", \($0)") } ?? ("", "")
    let kind =
      switch order {
      case 0: isActivation ? "The activation" : "The function"
      case 1: "The first derivative, by automatic differentiation, of"
      default: "The derivative of order \(order), by automatic differentiation, of"
      }
    let koreanKind =
      switch order {
      case 0: isActivation ? "활성화 함수" : "함수"
      case 1: "자동 미분으로 구한 도함수, 함수는"
      default: "자동 미분으로 구한 \(order)계 도함수, 함수는"
      }
    let english = values.map { "; values from \($0.least) to \($0.greatest)" } ?? ""
    let korean = values.map { "; 값은 \($0.least)에서 \($0.greatest)까지" } ?? ""
    return say(
      "\(kind) \(definition) at \(count) points from x = \(first) to \(last)\(inFormat)\(english).",
      "\(koreanKind) \(definition), x = \(first)에서 \(last)까지 점 \(count)개\(koreanFormat)\(korean).")
  }

  /// What is said of a panel with a difference.
  package func difference(atMost ulps: String) -> String {
    say(
      "Below, their difference in units of the last place of the larger value: at most \(ulps).",
      "아래는 두 함수의 차이, 더 큰 값의 마지막 자리 단위(ULP)로 최대 \(ulps).")
  }
}
