import Testing
import Wording

@testable import Activations

@Suite("Printed formulas")
struct FormulaPrinterTests {
  // MARK: Plain

  @Test(
    "Plain text has the grammar's spaces, numbers and no parentheses to spare",
    arguments: [
      (
        of(.subtract, of(.multiply, n(2), of(.power, x, n(2))), of(.divide, sigmoid, n(3))),
        "2 * x^2 - sigmoid(x) / 3"
      ),
      (.activation("swish", x, [NamedArgument(name: "beta", value: n(2))]), "swish(x, beta: 2)"),
      (
        .activation(
          "hardtanh", of(.negate, x),
          [
            NamedArgument(name: "min_val", value: of(.negate, n(1))),
            NamedArgument(name: "max_val", value: of(.less, x, a)),
          ]),
        "hardtanh(-x, min_val: -1, max_val: x < a)"
      ),
      (.constant(.pi), "pi"), (.constant(.e), "e"), (n(0), "0"), (n(2.5), "2.5"),
      (n(1e-5), "1e-05"), (n(1.5e300), "1.5e+300"), (n(1_000_000), "1000000"),
      (of(.negate, of(.power, x, n(2))), "-x^2"), (of(.power, of(.negate, x), n(2)), "(-x)^2"),
      (of(.power, n(2), of(.negate, x)), "2^-x"),
      (of(.power, n(2), of(.negate, of(.power, x, n(2)))), "2^-x^2"),
      (of(.power, x, of(.power, a, b)), "x^a^b"), (of(.power, of(.power, x, a), b), "(x^a)^b"),
      (of(.power, x, of(.add, a, b)), "x^(a + b)"), (of(.power, sigmoid, b), "sigmoid(x)^b"),
      (of(.negate, of(.negate, x)), "--x"), (of(.negate, of(.multiply, a, b)), "-(a * b)"),
      (of(.multiply, of(.negate, a), b), "-a * b"), (of(.multiply, a, of(.negate, b)), "a * -b"),
      (of(.add, a, of(.negate, b)), "a + -b"), (of(.subtract, a, of(.negate, b)), "a - -b"),
      (of(.add, of(.add, a, b), x), "a + b + x"), (of(.add, a, of(.add, b, x)), "a + (b + x)"),
      (of(.subtract, of(.add, a, b), of(.subtract, b, x)), "a + b - (b - x)"),
      (of(.divide, of(.multiply, a, b), x), "a * b / x"),
      (of(.multiply, a, of(.divide, b, x)), "a * (b / x)"),
      (of(.multiply, of(.add, a, b), of(.subtract, a, b)), "(a + b) * (a - b)"),
      (of(.greaterOrEqual, of(.add, a, b), of(.negate, x)), "a + b >= -x"),
      (of(.equal, of(.notEqual, a, b), of(.less, a, x)), "(a != b) == (a < x)"),
      (of(.multiply, of(.lessOrEqual, x, n(1)), x), "(x <= 1) * x"),
      (of(.where, of(.greater, x, n(0)), of(.add, x, a), n(0)), "where(x > 0, x + a, 0)"),
      (of(.max, of(.max, a, b), x), "max(a, b, x)"), (of(.normalCDF, x), "normal_cdf(x)"),
      (of(.clamp, x, of(.negate, n(1)), n(1)), "clamp(x, -1, 1)"),
    ] as [(Expression, String)]
  )
  func plain(tree: Expression, expected: String) throws {
    #expect(tree.plain == expected)
    #expect(try FormulaParser.parse(expected, parameters: ["a", "b"]) == tree)
  }

  // MARK: LaTeX

  @Test(
    "LaTeX follows the conventions of the field",
    arguments: [
      // Products.
      ("2 * x", #"2x"#), ("beta * x", #"\beta x"#), ("2 * 3", #"2 \cdot 3"#),
      ("x * 2", #"x \cdot 2"#),
      ("a * x", #"ax"#), ("a_1 * x", #"a_1 x"#), ("x * x", #"x \cdot x"#), ("a * (b * x)", #"abx"#),
      ("x * sigmoid(x)", #"x\,\sigma(x)"#), ("x * tanh(x)", #"x \tanh(x)"#),
      ("2 * (x + 1)", #"2(x + 1)"#),
      ("sigmoid(x) * (1 - sigmoid(x))", #"\sigma(x)(1 - \sigma(x))"#),
      ("tanh(x) * x", #"\tanh(x)\,x"#),
      ("negative_slope * x", #"\mathrm{negative\_slope}\,x"#),
      ("sigma * (x + 1)", #"\sigma \cdot (x + 1)"#),
      ("negative_slope * (x + 1)", #"\mathrm{negative\_slope} \cdot (x + 1)"#),
      ("a * (-b)", #"a(-b)"#), ("-a * b", #"-ab"#), ("x * sqrt(2)", #"x\sqrt{2}"#),
      // Numbers.
      ("0.00005", #"5 \cdot 10^{-5}"#), ("1e-5 * x", #"10^{-5}x"#),
      ("1.5e20", #"1.5 \cdot 10^{20}"#),
      ("1e-5^x", #"(10^{-5})^{x}"#), ("2.0", #"2"#), ("3 * 2^x", #"3 \cdot 2^{x}"#),
      // Fractions.
      ("x / 6", #"\frac{x}{6}"#), ("-x^2 / 2", #"-\frac{x^{2}}{2}"#),
      ("a / b * x", #"\frac{a}{b}x"#),
      ("(x + 3) / 6", #"\frac{x + 3}{6}"#), ("2 * (x / 3)", #"2 \cdot \frac{x}{3}"#),
      ("(x / 2)^2", #"\left(\frac{x}{2}\right)^{2}"#),
      ("tanh(x / 2)", #"\tanh\left(\frac{x}{2}\right)"#),
      // Powers and roots.
      ("x^10", #"x^{10}"#), ("x^(1/3)", #"x^{1/3}"#), ("x^(-2/3)", #"x^{-2/3}"#),
      ("-x^2", #"-x^{2}"#), ("(-x)^2", #"(-x)^{2}"#), ("2^-x", #"2^{-x}"#),
      ("x^a^b", #"x^{a^{b}}"#), ("(x^a)^b", #"(x^{a})^{b}"#), ("(x + 1)^2", #"(x + 1)^{2}"#),
      ("sin(a * x)^2", #"\sin^{2}(ax)"#), ("tanh(x)^-1", #"\tanh(x)^{-1}"#),
      ("max(0, x)^2", #"\max(0, x)^{2}"#), ("sqrt(1 + alpha * x^2)", #"\sqrt{1 + \alpha x^{2}}"#),
      // Sums and signs.
      ("a + (-b)", #"a + (-b)"#), ("a - (b - x)", #"a - (b - x)"#), ("a + (b - x)", #"a + b - x"#),
      ("--x", #"-(-x)"#), ("-(a + b)", #"-(a + b)"#), ("-a + b", #"-a + b"#),
      ("a - (-b + x)", #"a - (-b + x)"#), ("a + -b / 2", #"a + \left(-\frac{b}{2}\right)"#),
      // Exponentials and logarithms.
      ("exp(-beta * x)", #"e^{-\beta x}"#), ("exp(-exp(-x))", #"e^{-e^{-x}}"#), ("e^x", #"e^{x}"#),
      ("exp(-x^2 / 2)", #"\exp\left(-\frac{x^{2}}{2}\right)"#), ("expm1(x)", #"e^{x} - 1"#),
      ("exp(a * x + b * x + 1)", #"\exp(ax + bx + 1)"#),
      ("alpha * expm1(x)", #"\alpha(e^{x} - 1)"#),
      ("1 - expm1(x)", #"1 - (e^{x} - 1)"#), ("log1p(exp(x))", #"\log(1 + e^{x})"#),
      ("log1p(-x)", #"\log(1 - x)"#), ("expm1(x)^2", #"(e^{x} - 1)^{2}"#), ("pi * x", #"\pi x"#),
      // Functions.
      ("normal_cdf(x)", #"\Phi(x)"#), ("erf(x)", #"\operatorname{erf}(x)"#),
      ("atan(x)", #"\arctan(x)"#),
      ("asinh(x)", #"\operatorname{arsinh}(x)"#), ("sign(x)", #"\operatorname{sgn}(x)"#),
      ("abs(x)", #"\lvert x \rvert"#), ("abs(x / 2)", #"\left\lvert \frac{x}{2} \right\rvert"#),
      ("floor(x)", #"\lfloor x \rfloor"#), ("max(0, x)", #"\max(0, x)"#),
      ("min(x, -1)", #"\min(x, -1)"#),
      ("clamp(x, a, b)", #"\operatorname{clamp}(x, a, b)"#),
      ("relu(x)", #"\operatorname{ReLU}(x)"#),
      ("gelu(x)", #"\operatorname{GELU}(x)"#),
      ("hard_sigmoid(x)", #"\operatorname{hard\_sigmoid}(x)"#),
      ("swish(x, beta: 2)", #"\operatorname{swish}(x; \beta = 2)"#),
      (
        "hardtanh(x, min_val: -2, max_val: 2)",
        #"\operatorname{hardtanh}(x; x_{\min} = -2, x_{\max} = 2)"#
      ),
      // Parameters.
      ("lambd", #"\lambda"#), ("min_val", #"x_{\min}"#), ("p1 - a_1", #"p_1 - a_1"#),
      ("mu", #"\mu"#),
      ("alpha_p", #"\alpha_p"#), ("weight", #"\mathrm{weight}"#), ("tl", #"t_l"#),
      // Comparisons and cases.
      ("x <= -1", #"x \le -1"#), ("a != b", #"a \ne b"#), ("x == 0", #"x = 0"#),
      ("x >= 0", #"x \ge 0"#),
      ("(x > 0) * x", #"(x > 0)x"#),
      (
        "where(x > 0, x, 0)",
        #"\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"#
      ),
      (
        "a * where(x < 0, -1, where(x == 0, 0, 1))",
        #"a\begin{cases} -1 & \text{if } x < 0 \\ 0 & \text{if } x = 0 \\ 1 & \text{otherwise}"#
          + #" \end{cases}"#
      ),
      (
        "where(x, 1, 2)^2",
        #"\left(\begin{cases} 1 & \text{if } x \ne 0 \\ 2 & \text{otherwise}"#
          + #" \end{cases}\right)^{2}"#
      ),
    ]
  )
  func latex(formula: String, expected: String) throws {
    #expect(try parse(formula).latex == expected)
  }

  // MARK: MathML

  @Test(
    "MathML is the same formula in Core's elements",
    arguments: [
      ("2 * x^2", row("<mn>2</mn>", times, "<msup><mi>x</mi><mn>2</mn></msup>")),
      ("x * sigmoid(x)", row("<mi>x</mi>", times, thin, apply("<mi>σ</mi>", "<mi>x</mi>"))),
      ("normal_cdf(x)", apply(#"<mi mathvariant="normal">Φ</mi>"#, "<mi>x</mi>")),
      ("x >= -1", row("<mi>x</mi>", mo("≥"), row(mo("\u{2212}"), "<mn>1</mn>"))),
      ("a - b", row("<mi>a</mi>", mo("\u{2212}"), "<mi>b</mi>")),
      ("a < b", row("<mi>a</mi>", mo("&lt;"), "<mi>b</mi>")),
      ("1 / pi", "<mfrac><mn>1</mn><mi>π</mi></mfrac>"), ("sqrt(x)", "<msqrt><mi>x</mi></msqrt>"),
      ("abs(x)", row(mo("|"), "<mi>x</mi>", mo("|"))),
      ("sin(x)^2", apply("<msup><mi>sin</mi><mn>2</mn></msup>", "<mi>x</mi>")),
      ("exp(-x)", "<msup><mi>e</mi>" + row(mo("\u{2212}"), "<mi>x</mi>") + "</msup>"),
      ("max(0, x)", apply("<mi>max</mi>", row("<mn>0</mn>", mo(","), "<mi>x</mi>"))),
      (
        "hardtanh(x, min_val: a)",
        apply(
          "<mi>hardtanh</mi>",
          row(
            "<mi>x</mi>", mo(";"),
            row("<msub><mi>x</mi><mi>min</mi></msub>", mo("="), "<mi>a</mi>")))
      ),
      (
        "negative_slope * (x + 1)",
        row(
          "<mi>negative_slope</mi>", mo("⋅"),
          row(mo("("), row("<mi>x</mi>", mo("+"), "<mn>1</mn>"), mo(")")))
      ),
      (
        "where(x > 0, x, where(x < 0, -x, 0))",
        row(
          #"<mo fence="true">{</mo>"#, "<mtable>",
          cells("<mi>x</mi>", "<mtext>if\u{A0}</mtext>", "<mi>x</mi>", "&gt;"),
          cells(row(mo("\u{2212}"), "<mi>x</mi>"), "<mtext>if\u{A0}</mtext>", "<mi>x</mi>", "&lt;"),
          cells("<mn>0</mn>", "<mtext>otherwise</mtext>"), "</mtable>")
      ),
    ]
  )
  func mathML(formula: String, content: String) throws {
    let expected = #"<math xmlns="http://www.w3.org/1998/Math/MathML">\#(content)</math>"#
    #expect(try parse(formula).mathML == expected)
  }

  @Test("Cases are told in the reader's language")
  func language() throws {
    let korean = try parse("where(x > 0, x, 0)").mathML(in: .ko)
    #expect(korean.contains("<mn>0</mn></mrow><mtext>일 때</mtext>"))
    #expect(korean.contains("<mtext>그 외</mtext>") && !korean.contains("otherwise"))
    #expect(MathMLReader(korean).problems.isEmpty)
  }

  @Test("Names are escaped")
  func escaping() {
    let tree = Expression.activation("a&b_c", .parameter("<d>"), [])
    #expect(tree.latex == #"\operatorname{a\&b\_c}(\mathrm{<d>})"#)
    #expect(tree.mathML.contains("<mi>a&amp;b_c</mi>"))
    #expect(tree.mathML.contains("<mi>&lt;d&gt;</mi>"))
    #expect(MathMLReader(tree.mathML).problems.isEmpty)
  }

  @Test("Every primitive prints, also those that no formula names", arguments: Primitive.allCases)
  func primitives(primitive: Primitive) {
    let tree = Expression.call(primitive, Array([x, a, b].prefix(primitive.arity)))
    #expect(tree.plain.contains("x") && tree.latex.contains("x"))
    #expect(MathMLReader(tree.mathML).problems.isEmpty)
  }

  @Test("What only programs call prints by the names of the field")
  func internals() {
    #expect(of(.sigmoid, x).plain == "sigmoid(x)" && of(.sigmoid, x).latex == #"\sigma(x)"#)
    #expect(of(.logCosh, x).latex == #"\operatorname{logcosh}(x)"#)
    #expect(of(.sinc, of(.multiply, a, x)).latex == #"\operatorname{sinc}(ax)"#)
    #expect(n(-2.5).plain == "-2.5")
    #expect(of(.power, n(-2), x).latex == "(-2)^{x}")
  }

  @Test("Whatever the parser can read, it reads again from its plain text")
  func roundTrip() throws {
    var random = RandomExpression(seed: 1)
    for _ in 0..<2000 {
      let tree = random.next()
      let text = tree.plain
      #expect(
        try FormulaParser.parse(text, parameters: RandomExpression.parameters) == tree, "\(text)")
    }
  }

  @Test("The highest trees that the parser makes are printed", arguments: ["+", "-", "*", "/"])
  func height(symbol: String) throws {
    let tree = try parse((0..<250).map { _ in "x" }.joined(separator: symbol))
    #expect(try parse(tree.plain) == tree)
    #expect(tree.latex.count > 250 && MathMLReader(tree.mathML).problems.isEmpty)
  }

  @Test("Random trees hold everything that formulas are made of")
  func coverage() {
    var random = RandomExpression(seed: 1)
    let texts = (0..<2000).map { _ in random.next() }.map { "\($0)" }.joined()
    for primitive in RandomExpression.primitives {
      #expect(texts.contains(".\(primitive), ["), "\(primitive)")
    }
    for part in ["negative_slope", "max_val", "parameter(\"b\")", "Constant.pi", "variable"] {
      #expect(texts.contains(part), "\(part)")
    }
  }

  @Test("Random formulas are balanced LaTeX and sound MathML")
  func soundness() {
    var random = RandomExpression(seed: 2)
    for _ in 0..<500 {
      let tree = random.next(height: 5)
      let latex = tree.latex
      for (open, close) in [("{", "}"), (#"\left"#, #"\right"#), (#"\begin"#, #"\end"#)] {
        let counts = [open, close].map { latex.ranges(of: $0).count }
        #expect(counts[0] == counts[1], "\(latex)")
      }
      #expect(MathMLReader(tree.mathML).problems.isEmpty, "\(tree.plain)")
    }
  }
}

// MARK: Trees and elements

private let x = Expression.variable
private let (a, b) = (Expression.parameter("a"), Expression.parameter("b"))
private let sigmoid = Expression.activation("sigmoid", .variable, [])

private func n(_ value: Double) -> Expression { .number(value) }

private func of(_ primitive: Primitive, _ arguments: Expression...) -> Expression {
  .call(primitive, arguments)
}

/// The tree of a formula in which all letters and names that the tables use are parameters.
private func parse(_ formula: String) throws -> Expression {
  let names = [
    "a", "b", "a_1", "alpha", "alpha_p", "beta", "lambd", "min_val", "mu", "negative_slope", "p1",
    "sigma", "tl", "weight",
  ]
  return try FormulaParser.parse(formula, parameters: Set(names))
}

private let times = mo("\u{2062}")
private let thin = #"<mspace width="0.1667em"/>"#

private func mo(_ text: String) -> String { "<mo>\(text)</mo>" }

private func row(_ children: String...) -> String { "<mrow>\(children.joined())</mrow>" }

private func apply(_ function: String, _ argument: String) -> String {
  row(function, mo("\u{2061}"), row(mo("("), argument, mo(")")))
}

/// A row of cases; a condition compares `left` with 0.
private func cells(
  _ value: String, _ text: String, _ left: String? = nil, _ relation: String = ""
) -> String {
  let condition = left.map { row($0, mo(relation), "<mn>0</mn>") } ?? ""
  return "<mtr>"
    + [value, text + condition].map {
      #"<mtd style="text-align: left">\#($0)</mtd>"#
    }.joined() + "</mtr>"
}
