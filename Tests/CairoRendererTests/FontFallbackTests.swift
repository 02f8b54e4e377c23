import Testing

@testable import CairoRenderer
@testable import Plotting
import Typesetting

@Suite struct FontFallbackTests {
  private static let korean = "시그모이드 함수와 그 도함수"

  private func advance(_ text: String, families: [String] = []) throws -> Double {
    try TextSetter(families: families).measure(text, fontSize: 10, style: .upright).advance
  }

  // MARK: Which font

  @Test func koreanIsDrawnInAnInstalledFont() throws {
    // Syllables of NanumGothic are as wide as each other and its em is 1024 units.
    let expected = 12 * (try advance("시", families: ["NanumGothic"])) + 3 * (try advance(" "))
    #expect(abs(try advance(Self.korean, families: ["NanumGothic"]) - expected) < 30)
    #expect(try advance(Self.korean) > 12 * 8)
  }

  @Test(arguments: [["σ(x) = ", "시그모이드", " ∂f/∂x"], ["함수", "A", "도", "V"], ["漢", "a", "あ"]])
  func mixedTextIsTheSumOfItsParts(_ parts: [String]) throws {
    let setter = try TextSetter(families: ["DejaVu Sans", "NanumGothic"])
    func measure(_ text: String) throws -> TextExtent {
      try setter.measure(text, fontSize: 10, style: .upright)
    }
    let whole = try measure(parts.joined())
    let extents = try parts.map(measure)
    #expect(abs(whole.advance - extents.map(\.advance).reduce(0, +)) < 1e-9)
    #expect(whole.ascent == extents.map(\.ascent).max())
    #expect(whole.descent == extents.map(\.descent).max())
  }

  @Test func familiesAreAskedInTheirOrder() throws {
    let latin = try advance("Wx", families: ["DejaVu Sans", "NanumGothic"])
    #expect(try advance("Wx") == latin)
    #expect(try advance("Wx", families: ["nanumgothic"]) != latin)
    #expect(try advance("Wx", families: ["NanumGothic", "DejaVu Sans"]) != latin)
    // What NanumGothic lacks comes from DejaVu Sans, which need not be named.
    #expect(abs(try advance("ᾳ", families: ["NanumGothic"]) - advance("ᾳ")) < 1e-9)
  }

  @Test func anUnknownFamilyIsASentence() throws {
    for (family, nearest) in [("NanumGotic", "“NanumGothic”"), ("Xyzzy", "fc-list")] {
      let error = #expect(throws: RenderingError.self) { try TextSetter(families: [family]) }
      #expect(error?.description.contains("“\(family)”") == true)
      #expect(error?.description.contains(nearest) == true)
      #expect(error?.description.contains("; The") == false)
    }
  }

  @Test func settersOfSeveralThreadsFindTheSameFonts() async throws {
    let expected = try advance("함수 漢字 あ ⨌ f")
    let found = try await withThrowingTaskGroup(of: Double.self) { group in
      for _ in 0..<16 { group.addTask { try advance("함수 漢字 あ ⨌ f") } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(found == Array(repeating: expected, count: 16))
  }

  // MARK: Composition

  struct Composed: Sendable {
    let parts: String
    let whole: Unicode.Scalar
  }

  static let composed = [
    Composed(parts: "e\u{301}", whole: "é"), Composed(parts: "u\u{308}\u{30c}", whole: "ǚ"),
    Composed(parts: "α\u{301}", whole: "ά"), Composed(parts: "=\u{338}", whole: "≠"),
    Composed(parts: "\u{1109}\u{1175}", whole: "시"),
    Composed(parts: "\u{1112}\u{1161}\u{11b7}", whole: "함"),
    Composed(parts: "하\u{11b7}", whole: "함"), Composed(parts: "か\u{3099}", whole: "が"),
    Composed(parts: "\u{1112}\u{1175}\u{11c2}", whole: "힣"),
    Composed(parts: "☺\u{fe0e}", whole: "☺"),
  ]

  @Test(arguments: composed) func decomposedTextIsComposed(_ text: Composed) throws {
    #expect(Character(text.parts).composed == [text.whole])
    #expect(try advance("a\(text.parts)b") == advance("a\(text.whole)b"))
  }

  // MARK: What cannot be drawn

  struct Refusal: Sendable {
    let text: String
    let words: [String]
    init(_ text: String, _ words: String...) {
      self.text = text
      self.words = words
    }
  }

  static let refusals = [
    Refusal("a\u{5e9}\u{5dc}", "U+05E9", "right to left"),
    Refusal("مرحبا", "U+0645", "right to left"),
    Refusal("नमस्ते", "U+0928", "change places"), Refusal("x\u{302}", "U+0302", "combining mark"),
    Refusal("กำ\u{e48}", "U+0E48", "combining mark"), Refusal("a\nb", "U+000A", "control"),
    Refusal("a\u{200d}b", "U+200D", "format"), Refusal("a\u{202e}b", "U+202E", "format"),
    Refusal("\u{1100}\u{119e}", "U+1100", "join"), Refusal("👩‍🔬", "U+200D", "colour"),
    Refusal("❤\u{fe0f}", "U+2764", "colour"), Refusal("🇰🇷", "U+1F1F0", "colour"),
    Refusal("👍🏽", "U+1F3FD", "colour"), Refusal("ᠠ", "U+1820", "join"),
    Refusal("תווית", "U+05EA", "right to left"), Refusal("ߊ", "U+07CA", "right to left"),
    Refusal("ที่นี่", "U+0E35", "combining mark"), Refusal("ខ្មែរ", "U+1781", "change places"),
    Refusal("a\u{fffd}b", "U+FFFD", "UTF-8"),
    Refusal(String(decoding: [0x61, 0xff] as [UInt8], as: UTF8.self), "U+FFFD", "UTF-8"),
  ]

  @Test(arguments: refusals) func whatNeedsShapingIsRefused(_ refusal: Refusal) throws {
    let error = #expect(throws: RenderingError.self) { try advance(refusal.text) }
    for word in refusal.words { #expect(error?.description.contains(word) == true) }
  }

  @Test func aMissingGlyphNamesCharacterAndPackage() throws {
    // No font has what Unicode will never assign or leaves to agreement.
    for text in ["\u{10fff0}", "\u{e5e5}"] {
      let error = #expect(throws: RenderingError.self) { try advance("a\(text)") }
      #expect(error?.description.contains("U+") == true)
      // No package has either.
      #expect(error?.description.contains("install") == false)
    }
    let packages: [(Character, String)] = [
      ("뷁", "fonts-nanum"), ("漢", "fonts-noto-cjk"), ("か", "fonts-noto-cjk"),
      ("𝒜", "fonts-noto-core"), ("⬛", "fonts-symbola"), ("🧠", "fonts-symbola"),
      ("⫿", "fonts-noto-core"),
    ]
    for (character, package) in packages {
      let sentence = RenderingError.glyphMissing(character).description
      #expect(sentence.contains("“\(character)”") && sentence.contains(package))
    }
  }
}
