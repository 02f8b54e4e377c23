import Testing

@testable import Books

/// What statements of cells may change, by another name too, is not drawn as it was before.
@Suite struct CellChangeTests {
  private static func readings(_ code: String) -> MarkdownReadings {
    MarkdownReadings(
      "```{.python .input}\n%%tab pytorch\n"
        + "x = torch.arange(-8.0, 8.0, 0.1, requires_grad=True)\n\(code)\n"
        + "d2l.plot(x.detach(), y.detach(), 'x', 'y')\n```\n")
  }

  private static let y = "y = torch.tanh(x)\n"

  static let changed: [String] =
    [
      "z = y\nz += 1", "z = y\nz.add_(1)", "z = y.detach()\nz[0] = 1", "z = [y]\nz[0] += 1",
      "torch.relu_(y)", "F.relu(y, inplace=True)", "nn.ReLU(inplace=True)(y)",
      "torch.relu(x, out=y)", "np.exp(x, y)", "y.data.mul_(2)", "y.data = 2 * x",
      "def g(t): t += 1\ng(y)", "def g(t):\n    t.add_(1)\nz = g(y)", "foo(y)", "foo(t=[y])",
      "def g():\n    global y\n    y = x\ng()",
      "def h():\n    global y\n    y = x\ndef g():\n    h()\ng()",
      "with foo() as y: pass", "with foo() as z: y = x * 2 % 3", "with a as b, c as y:\n    pass",
      "from foo import y", "import foo as y", "print(y := x)", "exec('y=x')", "del y",
      "z = 1; y += 1",
      "y = z = x % 2", "z = y = x % 2", "z, *y = x", "for i, y in z:\n    pass",
      "if z: y = x", "if z:\n    y.add_(1)", "while foo(y):\n    pass",
      "try:\n    foo(y)\nfinally:\n    pass",
      "[foo(t) for t in y]", "x.data = x.data * 2", "x.grad, y.data = None, 2",
    ].map { y + $0 } + [
      "x.data = x.data * 2\ny = torch.tanh(x)", "torch.relu = torch.tanh\ny = torch.relu(x)",
      "@foo\ndef f(t):\n    return torch.tanh(t)\ny = f(x)",
      "from foo import tanh as relu\ny = relu(x)",
      "y = torch.relu_(x)", "d2l.plot = foo\ny = torch.relu(x)",
    ]

  @Test(arguments: changed) func isLeftAlone(_ code: String) {
    let readings = Self.readings(code)
    #expect(readings.figures.isEmpty && readings.problems.isEmpty)
    #expect(readings.remarks.count == 1)
  }

  static let unchanged = [
    "print(y)", "print(f'{y}', y[0], len(x))", "z = y.mean()", "z = torch.foo(y)", "y[0]",
    "def g(t):\n    u = torch.exp(t)\n    return u\nz = g(y)", "import torch\nfrom torch import nn",
    "def g(t): t += 1", "z = 1; z += 1", "@tf.function\ndef g(t):\n    return t", "plt.plot",
    "if z:\n    print(y)", "with foo():\n    z = y", "torch.ones_like(y)", "del z", "print(y);",
  ]

  @Test(arguments: unchanged) func isDrawn(_ code: String) {
    let readings = Self.readings(Self.y + code)
    #expect(readings.functions == [["tanh"]])
    #expect(readings.remarks.map(\.message) == [])
  }
}
