import Activations
import CairoRenderer
import Testing

@testable import Figures
@testable import Plotting

@Suite("Compositions")
struct ChainTests {
  private func request(_ words: String...) throws -> FigureRequest {
    let settings = try FigureSettings(arguments: words, of: .chain, own: [])
    return try #require(try settings.drawing(.chain) as? FigureRequest)
  }

  @Test func `each depth is a curve of the function so often applied`() throws {
    let request = try request("sigmoid", "--depth", "1,2,4,8", "--grad", "--yscale", "log")
    #expect(request.orders == [1] && request.y.scale == .log)
    #expect(
      request.formulas.map(\.description)[1...2] == [
        "sigmoid(sigmoid(x))", "sigmoid(sigmoid(sigmoid(sigmoid(x))))",
      ])
    #expect(
      request.formulas.map(\.typesetLabel) == [
        "sigmoid", "$\\mathrm{sigmoid}^{\\circ 2}$", "$\\mathrm{sigmoid}^{\\circ 4}$",
        "$\\mathrm{sigmoid}^{\\circ 8}$",
      ])
    #expect(request.name == "chain-sigmoid-depth-1-2-4-8-grad")
    // 0.25, and by mpmath 0.05898, 0.003033, 7.73e-6.
    let summary = try request.figure().accessibleSummary
    #expect(
      summary.contains(
        "0.25 at depth 1, 0.059 at depth 2, 0.00303 at depth 4, 7.73e-06 at depth 8: the gradient"
          + " vanishes with depth"))
  }

  @Test func `affine maps collapse, with their steps thin behind`() throws {
    let request = try request("2*x-1", "3-x/2", "--terms")
    #expect(request.thinFormulas == [0])
    #expect(request.formulas[1].name == "3 - (2 * x - 1) / 2 = -x + 3.5")
    let figure = try request.figure()
    #expect(figure.panels[0].curves.map(\.emphasis) == [.trace, .full])
    #expect(figure.panels[0].curves.map(\.style) == [1, 0])
    #expect(figure.accessibleSummary.contains("-x + 3.5 exactly: depth alone adds nothing"))
    let scene = try figure.scene(measuring: TextSetter())
    let widths = scene.elements.compactMap { element -> (Scene.Mark, Double)? in
      guard case .stroke(_, let style, _) = element.shape else { return nil }
      return (element.mark, style.width)
    }
    for (thin, full) in [
      (Scene.Mark.curve(index: 0), Scene.Mark.curve(index: 1)),
      (.legendHandle(index: 1), .legendHandle(index: 0)),
    ] {
      let (narrow, wide) = (widths.first { $0.0 == thin }?.1, widths.first { $0.0 == full }?.1)
      #expect(narrow.map { 2 * $0 } == wide && wide != nil)
    }
  }

  @Test func `an activation between keeps affine maps from collapsing`() throws {
    let request = try request("2*x-1", "3-x/2", "--between", "relu", "--terms")
    #expect(
      request.formulas.map(\.description)
        == ["2 * x - 1", "relu(2 * x - 1)", "3 - relu(2 * x - 1) / 2"])
    let summary = try request.figure().accessibleSummary
    #expect(
      summary.contains("do not collapse into one affine map: the composition bends at x = 0.5"))
    let identity = try self.request("2*x-1", "3-x/2", "--between", "identity").figure()
    #expect(identity.accessibleSummary.contains("Even with identity between them"))
  }

  @Test func `what is beyond the largest number is said to be`() throws {
    let request = try request("1e10*x", "--depth", "40")
    #expect(
      request.doubts == [
        "\(request.formulas[0].label) is beyond the largest number, 1.8e308, nearly everywhere, where"
          + " no curve can be drawn; take a shorter --range or smaller factors."
      ])
    let summary = try request.figure().accessibleSummary
    #expect(summary.contains("beyond the largest number") && !summary.contains("inf"))
    let small = try self.request("2*x", "--depth", "8")
    #expect(small.doubts.isEmpty)
  }

  /// Words, and the one affine map that is told of.
  static let lines: [([String], String)] = [
    (["2*x", "--depth", "64"], "here 1.84467e+19 * x, rounded"),
    (["sqrt(2)*x", "--depth", "2"], "here 2 * x, rounded"),
    (["1-sqrt(2)*x", "--depth", "2"], "here 2 * x - 0.414214, rounded"),
    (["2*x-1", "--depth", "3"], "here 8 * x - 7 exactly"),
    (["-x", "--depth", "3"], "here -x exactly"),
  ]

  @Test(arguments: lines)
  func `no digit of a line is claimed that is not known`(_ words: [String], _ part: String) throws {
    let settings = try FigureSettings(arguments: words, of: .chain, own: [])
    let request = try #require(try settings.drawing(.chain) as? FigureRequest)
    #expect(try request.figure().accessibleSummary.contains(part))
  }

  /// Words, and the names of the curves.
  static let names: [([String], [String])] = [
    (["tanh", "sigmoid"], ["sigmoid ∘ tanh"]),
    (["tanh", "sigmoid", "--depth", "2,3"], ["(sigmoid ∘ tanh)∘²", "(sigmoid ∘ tanh)∘³"]),
    (["relu", "x-1", "--depth", "12"], ["(f ∘ relu)∘¹², f(x) = x - 1"]),
    (["tanh", "--between", "relu", "--depth", "3"], ["tanh ∘ (relu ∘ tanh)∘²"]),
    (["2*x-1", "--depth", "1,3"], ["2 * x - 1", "2 * (2 * (2 * x - 1) - 1) - 1 = 8 * x - 7"]),
    (["2*x-1", "--depth", "30"], ["f∘³⁰ = 1073741824 * x - 1073741823, f(x) = 2 * x - 1"]),
    (["2*x", "--depth", "64"], ["f∘⁶⁴, f(x) = 2 * x"]),
    (["-x", "--depth", "3"], ["f∘³ = -x, f(x) = -x"]), (["x", "--depth", "4"], ["x"]),
    (["swish", "--set", "beta=1,4", "--depth", "2"], ["swish∘², beta = 1", "swish∘², beta = 4"]),
  ]

  @Test(arguments: names)
  func `compositions are named by what repeats`(_ words: [String], _ names: [String]) throws {
    let settings = try FigureSettings(arguments: words, of: .chain, own: [])
    let request = try #require(try settings.drawing(.chain) as? FigureRequest)
    #expect(request.formulas.map(\.label) == names)
  }

  /// Words, and a part of what is said of them.
  static let errors: [([String], String)] = [
    ([], "nothing to compose"), (["relu", "--depth", "0"], "from 1 to 64"),
    (["relu", "tanh", "--depth", "33"], "at most 64"), (["rleu"], "relu"),
    (["relu", "--depth", "1,2", "--terms"], "leave terms out"),
    (["relu", "--depth", ""], "whole number"), (["relu", "--between", "sgmoid"], "between: "),
    (["relu", "--wrt", "beta"], "wrt: "), (["relu", "--set", "beta=2"], "set: "),
    (["x+x^2", "--depth", "14"], "chain: "), (["swish", "--set", "beta=1,x"], "set: "),
    (["relu", "", "tanh"], "no formula"),
  ]

  @Test(arguments: errors)
  func `what cannot be composed is said in a sentence`(_ words: [String], _ part: String) throws {
    let settings = try FigureSettings(arguments: words, of: .chain, own: [])
    #expect { try settings.drawing(.chain) } throws: { "\($0)".contains(part) }
  }
}
