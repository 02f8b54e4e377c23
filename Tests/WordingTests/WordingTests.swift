import Testing
import Wording

@Suite struct WordingTests {
  /// 로 behind a vowel or ㄹ of what a number is read as, 으로 behind other consonants.
  @Test(arguments: [
    ("1", "1로"), ("0", "0으로"), ("-0.3", "-0.3으로"), ("10", "10으로"), ("2.5", "2.5로"),
    ("7", "7로"), ("-∞", "-∞로"),
  ])
  func `Korean particles follow what a number is read as`(_ number: String, _ words: String) {
    #expect(FigureWords(.ko).jumps(from: "0", to: number, at: "0").contains(words))
  }

  @Test func longTextsAreCut() {
    #expect("relu".shortened() == "relu" && "".shortened(to: 0) == "")
    #expect(String(repeating: "x", count: 60).shortened().count == 60)
    #expect(String(repeating: "e\u{301}", count: 61).shortened().count == 61)
    #expect("sigmoid".shortened(to: 3) == "sig…")
  }

  @Test func whatIsQuotedIsCutAndSteersNothing() {
    #expect(quoted("a\u{1B}[2J\u{202E}b\n") == "“a\u{FFFD}[2J\u{FFFD}b\u{FFFD}”")
    #expect(quoted(String(repeating: "x", count: 61)).count == 63)
  }

  @Test(arguments: [
    ("", ""), (" ", ""), ("a", "a"), (" \t a b\u{A0}\n", "a b"), ("\r\n a", "a"),
  ])
  func spacesAtTheEndsGo(_ text: String, _ rest: String) {
    #expect(trimmed(text) == rest)
  }

  @Test func onlyWhatIsOfTheKindIsTakenFromTheEnds() {
    #expect([0, 0, 1, 0, 2, 0].trimming { $0 == 0 } == [1, 0, 2])
    #expect([0, 0].trimming { $0 == 0 }.isEmpty)
  }

  @Test(arguments: [
    (1.0, "1", "1.0"), (-0.0, "0", "-0.0"), (0.1, "0.1", "0.1"), (1e300, "1e+300", "1e+300"),
    (-.infinity, "-inf", "-inf"), (.nan, "nan", "nan"), (-.nan, "nan", "nan"),
  ])
  func numbersAreShort(_ value: Double, _ short: String, _ whole: String) {
    #expect(shortNumeral(value) == short && numeral(value) == whole)
  }

  @Test func floatsHaveTheirOwnDigits() {
    #expect(plainNumeral(Float(0.1)) == "0.1" && plainNumeral(Float(-0.0)) == "-0")
  }

  @Test func markupHasNothingThatEndsItEarly() {
    let text = "a<b>&\"c'\t\n\r\0\u{85}"
    #expect(markup(text) == "a&lt;b&gt;&amp;\"c'   \u{FFFD}\u{FFFD}")
    #expect(
      markup(text, isAttribute: true)
        == "a&lt;b&gt;&amp;&quot;c&#39;&#9;&#10;\u{FFFD}\u{FFFD}\u{FFFD}")
  }

  @Test(arguments: [
    ("DejaVu Sanz", "DejaVu Sans"), ("dejavu sans", "DejaVu Sans"), ("NanumGotic", "NanumGothic"),
    ("Xyzzy", nil), ("", nil),
  ])
  func theNearestWordIsFoundWhateverItsCase(_ given: String, _ meant: String?) {
    #expect(nearest(to: given, among: ["NanumGothic", "DejaVu Sans", "DejaVu Serif"]) == meant)
  }

  @Test func alternativesAreASentence() {
    #expect(alternatives(["a"]) == "a" && alternatives(["a", "b", "c"]) == "a, b or c")
  }
}
