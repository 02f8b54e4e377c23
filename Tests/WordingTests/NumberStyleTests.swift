import Testing
import Wording

@Suite("Numbers in the style of a figure")
struct NumberStyleTests {
  private static let comma = NumberStyle(hasDecimalComma: true)
  private static let groups = NumberStyle(groupsThousands: true)
  private static let both = NumberStyle(hasDecimalComma: true, groupsThousands: true)

  private static let rows: [(label: String, style: NumberStyle, written: String)] = [
    ("0.5", NumberStyle(), "0.5"), ("0.5", comma, "0,5"), ("\u{2212}12.25", comma, "\u{2212}12,25"),
    ("2.5×10⁻⁷", comma, "2,5×10⁻⁷"), ("1.5e-9", comma, "1,5e-9"), ("3π/2", both, "3π/2"),
    ("999", groups, "999"), ("1000", groups, "1,000"), ("12345.6789", groups, "12,345.6789"),
    ("1234567.5", both, "1\u{202F}234\u{202F}567,5"), ("+1000000000", groups, "+1,000,000,000"),
    // In mathematics a bare comma would have a space behind it.
    ("swish, $\\beta = 0.5$", comma, "swish, $\\beta = 0{,}5$"),
    ("$12000\\,x + 0.25$", both, "$12\\,000\\,x + 0{,}25$"),
    ("$12000\\,x$", groups, "$12{,}000\\,x$"), ("costs \\$1.5", comma, "costs \\$1,5"),
    // What is no number stays: names, ends of sentences, ranges.
    ("relu6", both, "relu6"), ("log1p2048", groups, "log1p2048"), ("f(x) = 2.", comma, "f(x) = 2."),
    ("", both, ""), ("x", both, "x"), ("max(0.5, x)", comma, "max(0,5, x)"),
  ]

  @Test(
    "Decimals and thousands are those of the style, in text and in mathematics", arguments: rows)
  func writes(label: String, style: NumberStyle, written: String) {
    #expect(style.written(label) == written)
  }

  @Test("A comma does not separate numbers that have one")
  func pairs() {
    #expect(NumberStyle().pair("0.5", "1") == "(0.5, 1)")
    #expect(Self.comma.pair("0.5", "1") == "(0,5; 1)")
  }
}
