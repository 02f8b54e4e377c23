import Foundation
import Testing

@Suite struct FrameworksCommandTests {
  let actplot: Actplot

  init() throws {
    actplot = try Actplot()
  }

  /// Another function by the same name, another default, another value at a kink, or none of it.
  @Test(arguments: [
    ("gelu", ["JAX, NNlib: gelu_tanh", "differs most at x = "], Int32(1)),
    ("leaky_relu", ["Keras, TensorFlow: ", "0.2"], 1),
    (
      "hardtanh",
      [
        "the same values at",
        "At the kink x = -1 the slope is 0 (PyTorch, ONNX, NNlib) or 1 (JAX, Keras).",
      ], 1
    ),
    ("tanh", ["No difference was found"], 0), ("nn.SiLU", ["silu"], 0),
  ])
  func differences(_ name: String, _ words: [String], _ status: Int32) throws {
    let result = try actplot.run("diff-frameworks", name)
    #expect(result.status == status && result.error.isEmpty)
    for word in words { #expect(result.text.contains(word), "\(word) is not in \(result.text)") }
  }

  @Test func theyAreDrawnAndReadByPrograms() throws {
    let result = try actplot.run("diff-frameworks", "hardtanh", "-o", "h.svg", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
    #expect((object["kinks"] as? [Any])?.count == 2)
    let svg = try String(contentsOf: actplot.folder.appending(path: "h.svg"), encoding: .utf8)
    #expect(
      svg.contains("aria-label=\"1: JAX, Keras\"")
        && svg.contains("aria-label=\"0: PyTorch, ONNX, NNlib\""))
    let none = try actplot.run("diff-frameworks", "tanh", "-o", "t.svg")
    #expect(none.status == 0 && none.error.contains("no file is written"))
    #expect(try actplot.files() == ["h.svg"])
  }

  @Test(arguments: [
    (["rleu"], "relu"), (["gelu", "-o", "g.gif"], ".svg"), (["x + 1"], "actplot list"),
  ])
  func mistakes(_ words: [String], _ hint: String) throws {
    let result = try actplot.run(["diff-frameworks"] + words)
    #expect(result.status == 64 && result.text.isEmpty && result.error.contains(hint))
  }
}
