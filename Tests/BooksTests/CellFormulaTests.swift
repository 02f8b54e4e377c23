import Figures
import Testing

@testable import Books

/// Curves that cells make of formulas, and several of them.
@Suite struct CellFormulaTests {
  private static let x = "x = torch.arange(-8.0, 8.0, 0.1, requires_grad=True)\n"

  private static func readings(_ code: String) -> MarkdownReadings {
    MarkdownReadings("```{.python .input}\n%%tab pytorch\n\(code)\n```\n")
  }

  /// Expressions of `x` and the formulas that they are.
  static let formulas: [(code: String, formula: String)] = [
    ("x ** 2", "x^2"), ("2 * x - 3", "2 * x - 3"), ("x**3", "x^3"), ("x", "x"),
    ("x * d2l.cos(np.pi * x)", "x * cos(pi * x)"), ("torch.relu(-x)", "relu(-x)"),
    ("3 * x ** 2 - 4 * x", "3 * x^2 - 4 * x"), ("-x ** 2", "-x^2"), ("(-x) ** 2", "(-x)^2"),
    ("x ** -1", "x^-1"), ("2 ** x ** 2", "2^x^2"), ("(2 ** x) ** 2", "(2^x)^2"),
    ("x - (x - 1)", "x - (x - 1)"), ("x - 1 - x", "x - 1 - x"), ("1 / (2 * x)", "1 / (2 * x)"),
    ("-2 * x", "-2 * x"), ("(-2) ** x", "(-2)^x"), ("x * -2", "x * -2"), ("+x", "x"),
    ("0.5 * (1 + torch.tanh(x))", "0.5 * (1 + tanh(x))"), ("torch.exp(x).sum", ""),
    ("torch.exp(torch.sin(x))", "exp(sine(x))"), ("jnp.exp(-x**2 / 2)", "exponential(-x^2 / 2)"),
    ("torch.maximum(x, 0 * x)", "max(x, 0 * x)"), ("np.power(x, 3)", "x^3"), ("x.pow(2)", "x^2"),
    ("(x ** 2).sqrt()", "sqrt(x^2)"), ("x.detach() * 2", "x * 2"), ("1e-05 * x", "1e-05 * x"),
    ("x // 2", ""), ("x @ x", ""), ("x > 0", ""), ("x if x else x", ""), ("x[0]", ""),
    ("torch.sum(x)", ""), ("torch.foo(x) * 2", ""), ("[x] * 2", ""), ("'a' * x", ""), ("2 * 3", ""),
  ]

  @Test(arguments: formulas) func isRead(_ code: String, _ formula: String) throws {
    let readings = Self.readings(Self.x + "y = \(code)\nd2l.plot(x, [y])")
    guard !formula.isEmpty else {
      #expect(readings.figures.isEmpty && readings.remarks.count == 1)
      return
    }
    #expect(
      readings.functions.first?.first.map(Self.spelled) == Self.spelled(formula), "\(readings)")
  }

  /// The catalogue has its own names for two functions.
  private static func spelled(_ formula: String) -> String {
    formula.replacing("exponential", with: "exp").replacing("sine", with: "sin")
  }

  @Test func functionsOfFrameworksAreThoseOfFormulas() throws {
    for (name, formula) in CellEnvironment.elementary {
      var settings = FigureSettings()
      settings["functions"] = [formula.text]
      #expect(throws: Never.self, "\(name)") { try settings.request() }
    }
  }

  struct Drawn: Sendable, CustomTestStringConvertible {
    let code: String
    let said: [String: [String]?]
    var testDescription: String { code }
  }

  static let drawn = [
    Drawn(
      code: x + "y = torch.sigmoid(x)\ny.backward(torch.ones_like(x))\n"
        + "d2l.plot(x.detach().numpy(), [y.detach().numpy(), x.grad.numpy()],\n"
        + "         legend=['sigmoid', 'gradient'], figsize=(4.5, 2.5))",
      said: [
        "functions": ["sigmoid"], "with-grad": [], "label": ["sigmoid", "gradient"],
        "size": ["4.5x2.5in"], "legend": nil,
      ]),
    Drawn(
      code: x + "d2l.plot(x, [torch.relu(x), torch.tanh(x)])",
      said: ["functions": ["relu", "tanh"], "legend": ["none"], "label": nil, "grad": nil]),
    Drawn(
      code: x + "d2l.plot([x, x], [x, x ** 2], 'x', legend=('a', 'b'))",
      said: ["functions": ["x", "x^2"], "label": ["a", "b"]]),
    Drawn(
      code: "def f(x):\n    \"\"\"Of x.\"\"\"\n    return 3 * x ** 2 - 4 * x\n"
        + "def plot(X, Y=None, xlabel=None, ylabel=None, legend=[], xlim=None):\n    axes.plot(X, Y)\n"
        + "x = np.arange(0, 3, 0.1)\n"
        + "plot(x, [f(x), 2 * x - 3], 'x', 'f(x)', legend=['f(x)', 'Tangent line (x=1)'])",
      said: [
        "functions": ["3 * x^2 - 4 * x", "2 * x - 3"], "range": ["0.0:3.0:0.1"],
        "label": ["f(x)", "Tangent line (x=1)"],
      ]),
    Drawn(
      code: x + "f = lambda x: 0.5 * x**2\ng = lambda z: f(z) + f(2 * z)\nd2l.plot(x, g(x))",
      said: ["functions": ["0.5 * x^2 + 0.5 * (2 * x)^2"]]),
    Drawn(
      code: "x = jnp.arange(-np.pi, 2 * np.pi, 0.1)\nf = lambda x: x * jnp.sin(x)\n"
        + "d2l.plot(x, [f(x), vmap(grad(f))(x)])",
      said: ["with-grad": [], "range": ["-3.141592653589793:6.283185307179586:0.1"]]),
    Drawn(
      code: "mu, sigma = 1, 2.0\n" + x + "d2l.plot(x, torch.exp(-((x - mu) / sigma) ** 2))",
      said: ["functions": ["exponential(-((x - 1) / 2)^2)"]]),
    Drawn(
      code: "def xyplot(x_vals, y_vals, name):\n    d2l.set_figsize(figsize=(5, 2.5))\n"
        + "    d2l.plt.plot(x_vals.asnumpy(), y_vals.asnumpy())\n    d2l.plt.xlabel('x')\n"
        + "    d2l.plt.ylabel(name + '(x)')\nx = nd.arange(-8.0, 8.0, 0.1)\nx.attach_grad()\n"
        + "with autograd.record():\n    y = x.relu()\ny.backward()\nxyplot(x, x.grad, 'grad of relu')",
      said: [
        "functions": ["relu"], "grad": [], "size": ["5x2.5in"], "xlabel": ["x"],
        "ylabel": ["grad of relu(x)"],
      ]),
    Drawn(
      code: "from d2l import plot\n" + x + "plot(x, x.tanh())",
      said: ["functions": ["tanh"], "size": ["3.5x2.5in"]]),
  ]

  @Test(arguments: drawn) func isRead(_ drawn: Drawn) throws {
    let readings = Self.readings(drawn.code)
    #expect(readings.remarks.map(\.message) == [])
    let figure = try #require(readings.figures.first)
    #expect(readings.figures.count == 1 && figure.isOfCell)
    for (name, words) in drawn.said {
      #expect(
        figure.settings[name].map { $0.map(Self.spelled) } == words.map { $0.map(Self.spelled) },
        "\(name)")
    }
    _ = try figure.settings.request().render(as: .svg)
  }

  static let leftAlone: [(code: String, words: String)] = [
    ("d2l.plot(x, [torch.relu(x), x.grad])", "no gradient has been taken"),
    (
      "y = torch.relu(x)\ny.backward(torch.ones_like(x))\nd2l.plot(x, [torch.tanh(x), x.grad])",
      "one derivative of one function"
    ),
    (
      "y = torch.relu(x)\ny.backward(torch.ones_like(x))\nd2l.plot(x, 2 * x.grad)",
      "computes with a gradient"
    ),
    ("d2l.plot(x, [x, x ** 2], legend=['a'])", "“legend” is not a text for each"),
    ("d2l.plot(x, x ** 2, legend=['a'])", "“legend” of a single curve"),
    ("z = torch.arange(3.0)\nd2l.plot([x, z], [x, z])", "do not share one first argument"),
    ("z = torch.arange(3.0)\nd2l.plot(x, x + z)", "two calls of arange"),
    ("y = [x]\ny.append(x ** 2)\nd2l.plot(x, y)", "“y” is “y.append(x ** 2)” in line 5"),
    ("y = [x]\nfor i in z:\n    y.append(i)\nd2l.plot(x, y)", "“y” is “y.append(i)” in line 6"),
    (
      "y = [x]\nfor i in z:\n    y.append(z[i])\nd2l.plot(x, y)",
      "“y” is “y.append(z[i])” in line 6"
    ),
    ("y = [x]\ny.append(z[0])\nd2l.plot(x, y)", "“y” is “y.append(z[0])” in line 5"),
    ("y = []\nd2l.plot(x, y)", "list of curves is empty"),
    ("x[3] = 0\nd2l.plot(x, x)", "“x” is “x[3] = 0” in line 4"),
    ("f = lambda x: f(x)\nd2l.plot(x, f(x))", "call each other too deeply"),
    ("def f(x):\n    y = x\n    return y\nd2l.plot(x, f(x))", "“f” is “def f(x):” in line 4"),
    ("plot(x, x)", "those of d2l.plot are read"),
    ("plt.plot(x, x)", "This call of plt.plot is left alone: those of d2l.plot are read"),
    ("xyplot(x, x, 'x')", "This call of xyplot is left alone"),
    (
      "def xyplot(x, y, n):\n    y = 2 * y\n    plt.plot(x, y)\nxyplot(x, x, 'x')",
      "those of d2l.plot"
    ),
    ("def xyplot(x, y, n):\n    plt.plot(x, y)\nxyplot(x, x)", "not called with all its arguments"),
  ]

  @Test(arguments: leftAlone) func isLeftAlone(_ code: String, _ words: String) throws {
    let readings = Self.readings(Self.x + code)
    #expect(readings.figures.isEmpty && readings.problems.isEmpty)
    #expect(readings.remarks.count == 1)
    let remark = try #require(readings.remarks.first)
    #expect(remark.message.contains(words), "\(remark.message)")
  }

  @Test func eachKindIsNamedOnce() throws {
    let code =
      Self.x + (0..<9).map { "d2l.plot(x, f\($0)(x))\n" }.joined()
      + "d2l.plot(x, x, axes=ax)\nplt.plot(x)"
    let readings = Self.readings(code)
    #expect(readings.remarks.map(\.place.line) == [4, 13, 14])
    #expect(readings.remarks[0].message.contains("“f0” is no activation"))
    #expect(
      readings.remarks[0].message.hasSuffix("The like is so in lines 5, 6, 7, 8, 9 and 3 more."))
  }

  @Test func anotherRangeInTheSameCellsIsAnotherFigure() throws {
    let code =
      Self.x + "d2l.plot(x, torch.tanh(x))\nx = torch.arange(3.0)\nd2l.plot(x, torch.tanh(x))\n"
      + "d2l.plot(x, torch.tanh(x))"
    let readings = Self.readings(code)
    #expect(readings.figures.map { $0.settings["range"] } == [["-8.0:8.0:0.1"], ["0.0:3.0:1.0"]])
    #expect(readings.remarks.isEmpty)
  }
}
