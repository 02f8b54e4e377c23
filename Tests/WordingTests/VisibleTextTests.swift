import Testing
import Wording

@Suite struct VisibleTextTests {
  /// What is not seen is written out; what joins emoji is seen by them.
  @Test(arguments: [
    ("relu\u{200B}.png", "relu\\u{200B}.png"), ("a\u{200D}b", "a\\u{200D}b"),
    ("a\u{FE0F}", "a\\u{FE0F}"), ("a\u{E0061}", "a\\u{E0061}"), ("a\u{AD}b", "a\\u{AD}b"),
    ("\u{61C}\u{200E}\u{200F}", "\\u{61C}\\u{200E}\\u{200F}"),
    ("\u{2067}\u{2069}\u{202D}", "\\u{2067}\\u{2069}\\u{202D}"),
    ("\u{2028}\u{85}\u{FEFF}", "\\u{2028}\\u{85}\\u{FEFF}"),
    ("\u{3164}\u{115F}\u{FFA0}", "\\u{3164}\\u{115F}\\u{FFA0}"),
    ("\u{FFF9}\u{2800}\u{1FFFE}", "\\u{FFF9}\\u{2800}\\u{1FFFE}"),
    ("📈 👩‍🔬 ☺️.svg", "📈 👩‍🔬 ☺️.svg"), ("图 – الشكل é e\u{301}", "图 – الشكل é e\u{301}"),
  ])
  func whatIsNotSeenIsWrittenOut(_ text: String, _ shown: String) {
    #expect(Array(text.visible.unicodeScalars) == Array(shown.unicodeScalars))
  }

  /// Of every scalar there is.
  @Test func noScalarSteersOrHides() {
    for value in UInt32(0)...0x10_ffff {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let properties = scalar.properties
      let isHarmless =
        !properties.isBidiControl && !properties.isDefaultIgnorableCodePoint
        && ![.control, .lineSeparator, .paragraphSeparator].contains(properties.generalCategory)
        && !properties.isNoncharacterCodePoint
      if !isHarmless { #expect(String(scalar).visible.hasPrefix("\\"), "\(value)") }
    }
  }

  @Test(arguments: [
    ("", 0), ("relu", 4), ("图", 2), ("한글", 4), ("e\u{301}", 1), ("ｒ", 2), ("📈", 2),
    ("👩‍🔬", 2), ("☺", 1), ("☺️", 2), ("ﬁ", 1), ("א", 1), ("𠀀", 2), ("…", 1),
  ])
  func width(_ text: String, _ columns: Int) {
    #expect(text.columns == columns)
  }

  @Test func cutTextsKeepTheirWidth() {
    #expect("relu".cut(to: 4) == "relu")
    #expect("relus".cut(to: 4) == "rel…")
    #expect("图图图".cut(to: 4) == "图…")
    #expect("图图图".cutAtStart(to: 4) == "…图")
    #expect("relu".cut(to: 1) == "…")
    #expect("relu".cut(to: 0) == "")
  }
}
