/// What actplot itself says in a figure, and to readers who do not see it, in the author's language: the
/// one table of these terms and sentences, each in every language. Numbers, formulas and names come as
/// they are written.
///
/// The Korean terms are those of the chapter's Korean edition: 활성화 함수, 기울기, 도함수, 은닉층.
package struct FigureWords: Sendable, Hashable {
  package let language: Language

  package init(_ language: Language) { self.language = language }

  /// The text of the language.
  func say(_ english: @autoclosure () -> String, _ korean: @autoclosure () -> String) -> String {
    switch language {
    case .en: english()
    case .ko: korean()
    }
  }

  // MARK: Words in figures

  /// The label of an axis of a first derivative.
  package func gradient(of name: String) -> String { say("grad of \(name)", "\(name)의 기울기") }

  package func slope(_ value: String) -> String { say("slope \(value)", "기울기 \(value)") }

  /// Points of data beside curves, and the names that they have.
  package func points(_ count: Int, named names: [String]) -> String {
    let list = names.isEmpty ? "" : ": \(names.joined(separator: ", "))"
    return say("\(counted(count, "data point"))\(list).", "자료점 \(grouped(count))개\(list).")
  }

  /// The slope on one side of a kink.
  package func slope(_ value: String, isLeft: Bool) -> String {
    say(
      "\(slope(value)) on the \(isLeft ? "left" : "right")",
      "\(isLeft ? "왼쪽" : "오른쪽") \(slope(value))")
  }

  /// The label of the axis of a difference.
  package var difference: String { say("difference in ULP", "차이 (ULP)") }

  package var summands: String { say("summands", "각 항") }
  /// What each hidden unit adds, of a network with so many.
  package func summands(of units: Int) -> String {
    say("summands of \(self.units(units))", "\(self.units(units))의 각 항")
  }

  /// The greatest errors, or what these are at least.
  package func greatestError(isLeast: Bool) -> String {
    say(
      "greatest error\(isLeast ? " (at least)" : "")", "가장 큰 오차\(isLeast ? " (하한)" : "")")
  }

  /// The label of the axis of numbers of units n.
  package var unitsAxis: String { say("units n", "유닛 수 n") }

  /// The label of the axis of layers.
  package var layer: String { say("layer", "층") }

  /// The label of the axis of gradients, or of their logarithms.
  package func gradientAxis(isLogarithm: Bool) -> String {
    isLogarithm
      ? say(
        "log\u{2081}\u{2080} of gradient, last layer = 0", "log\u{2081}\u{2080} 기울기 (마지막 층 = 0)")
      : say("gradient, last layer = 1", "기울기 (마지막 층 = 1)")
  }

  package var input: String { say("input", "입력") }
  package var output: String { say("output", "출력") }

  /// The heading of a Jacobian, with what it is in mathematics.
  package func jacobian(_ symbol: String) -> String {
    say("Jacobian \(symbol)", "야코비 행렬 \(symbol)")
  }

  package func units(_ count: Int) -> String {
    say(counted(count, "unit"), "유닛 \(grouped(count))개")
  }

  // MARK: Grammar

  /// A list: “a, b and c”.
  package func list(_ items: [String]) -> String {
    guard items.count > 1, let last = items.last else { return items.first ?? "" }
    return say(
      "\(items.dropLast().joined(separator: ", ")) and \(last)", items.joined(separator: ", "))
  }

  /// 로, or 으로 behind a final consonant other than ㄹ, for what a number or a Korean word is read as.
  static func towards(_ word: String) -> String {
    guard let last = word.last else { return "로" }
    if let scalar = last.unicodeScalars.first, 0xAC00...0xD7A3 ~= scalar.value {
      let final = (scalar.value - 0xAC00) % 28
      return final == 0 || final == 8 ? "로" : "으로"
    }
    // 영, 삼, 육, and what zeros at the end are read as: 십, 백, 천, 만.
    return "036".contains(last) ? "으로" : "로"
  }

  /// “at least” before a number that may not be all.
  func atLeast(_ count: Int, isAll: Bool) -> String {
    isAll ? "\(count)" : say("at least \(count)", "적어도 \(count)")
  }
}
