import Activations
import Figures
import Plotting
import Testing

@Suite("Jumps")
struct JumpTests {
  struct Case: Sendable {
    let text: String
    var order = 1
    var convention = Framework.torch
    /// x, y, and whether the dot is full.
    let dots: [(x: Double, y: Double, isFull: Bool)]
    /// Whether a value stands alone.
    var isApart = false
  }

  private static let cases = [
    Case(text: "relu", dots: [(0, 1, false), (0, 0, true)]),
    Case(text: "leaky_relu", convention: .jax, dots: [(0, 0.01, false), (0, 1, true)]),
    Case(
      text: "hard_swish",
      dots: [(-3, -0.5, false), (-3, 0, true), (3, 1.5, false), (3, 1, true)]),
    Case(
      text: "hard_swish", convention: .nnlib,
      dots: [(-3, 0, false), (-3, -0.5, true), (3, 1, false), (3, 1.5, true)]),
    Case(text: "binary_step", order: 0, dots: [(0, 0, false), (0, 1, true)]),
    Case(text: "sign", order: 0, dots: [(0, -1, false), (0, 1, false), (0, 0, true)]),
    Case(text: "floor(x / 16)", order: 0, dots: [(0, -1, false), (0, 0, true)]),
    Case(text: "tanh(1/(x-2))", order: 0, dots: [(2, -1, false), (2, 1, false)]),
    Case(
      text: "where(x == 3, 10, 0)", order: 0, dots: [(3, 0, false), (3, 10, true)], isApart: true),
    Case(text: "relu", order: 0, dots: []), Case(text: "gelu", dots: []),
    Case(text: "max(x, 9)", dots: []),
  ]

  @Test(
    "A gap stands between the limits, with a dot at each", arguments: cases,
    [Sampling.standard, .every(.chapter)])
  func gaps(test: Case, sampling: Sampling) throws {
    let formula = try Formula(test.text, convention: test.convention)
    var request = FigureRequest([formula], orders: [test.order], sampling: sampling)
    // What stands alone is on no line that joins the limits.
    let isShown = test.isApart && sampling == .standard
    #expect(try request.figure().panels[0].dots.isEmpty != isShown)
    request.jumps = .gap
    let panel = try request.figure().panels[0]
    #expect(panel.dots == test.dots.map { Dot(x: $0.x, y: $0.y, isFull: $0.isFull, style: 0) })
    let curve = panel.curves[0]
    let breaks = curve.y.indices.filter { curve.y[$0].isNaN }
    #expect(breaks.map { curve.x[$0] } == Set(test.dots.map(\.x)).sorted())
    #expect(curve.x == curve.x.sorted())
    for place in breaks {
      #expect(curve.x[place - 1] == curve.x[place] && curve.x[place + 1] == curve.x[place])
      let limits = [curve.y[place - 1], curve.y[place + 1]]
      for dot in test.dots where dot.x == curve.x[place] && !dot.isFull {
        #expect(limits.contains(dot.y))
      }
    }
  }

  @Test("A step that begins or ends with the range has its dot there")
  func ends() throws {
    var request = FigureRequest([try Formula("floor(x)")], sampling: .adaptive(-1...1))
    request.jumps = .gap
    let dots = try request.figure().panels[0].dots
    let expected: [(x: Double, y: Double, isFull: Bool)] = [
      (-1, -1, true), (0, -1, false), (0, 0, true), (1, 0, false),
    ]
    #expect(dots == expected.map { Dot(x: $0.x, y: $0.y, isFull: $0.isFull, style: 0) })
  }

  @Test("Values that stand alone are dots")
  func alone() throws {
    var request = FigureRequest([try Formula("(-2)^x")], sampling: .adaptive(-1...2))
    request.jumps = .gap
    let panel = try request.figure().panels[0]
    #expect(panel.dots.map(\.x) == [-1, 0, 1, 2] && panel.dots.map(\.y) == [-0.5, 1, -2, 4])
    #expect(panel.dots.allSatisfy { $0.isFull })
  }

  @Test("Derivatives by a parameter stay whole")
  func byParameter() throws {
    let formula = try Formula("threshold", withRespectTo: "value")
    var request = FigureRequest([formula], orders: [1], sampling: .every(.chapter))
    request.jumps = .gap
    let panel = try request.figure().panels[0]
    #expect(panel.dots.isEmpty && panel.curves[0].x.count == 160)
  }
}
