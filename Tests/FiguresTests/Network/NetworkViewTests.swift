import Plotting
import TestSupport
import Testing
import Typesetting

@testable import Figures

@Suite("What networks compute, as figures")
struct NetworkViewTests {
  private func scene(_ words: String...) throws -> Scene {
    let settings = try FigureSettings(arguments: words, of: .network, own: [])
    return try settings.drawing(.network).scene(measuring: FixedPitchMeasurer())
  }

  private func texts(_ scene: Scene, _ isWanted: (Scene.Mark) -> Bool) -> [String] {
    scene.elements.compactMap { element in
      guard isWanted(element.mark), case .text(let text) = element.shape else { return nil }
      return text.string
    }
  }

  @Test func `a network of one input is drawn by its bends and slopes`() throws {
    // relu(x + 1) - 3 relu(x - 1): slopes 0, 1, -2.
    let request = try NetworkRequestTests.request(
      "1", "2", "1", "--activation", "relu", "--weights", "1 1", "--weights", "1; -3", "--biases",
      "1 -1", "--biases", "0", "--pieces", "--range=-3:3")
    let panel = try #require(try request.piecesFigure().panels.first)
    #expect(panel.curves[0].x == [-3, -1, 1, 3])
    #expect(panel.curves[0].y == [0, 0, 2, -2])
    #expect(panel.dots.map(\.x) == [-1, 1])
    let notes = panel.annotations.compactMap {
      if case .words(let words) = $0 { words.label } else { nil }
    }
    #expect(notes == ["0", "1", "−2"])
    #expect(try request.piecesFigure().summary.contains("slopes 0, 1, -2"))
  }

  @Test func `two inputs have linear regions`() throws {
    // relu(x1) and relu(x2) part the plane in quarters.
    let request = try NetworkRequestTests.request(
      "2", "2", "1", "--activation", "relu", "--weights", "1 0; 0 1", "--weights", "1; 1",
      "--pieces")
    let figure = try request.regionsFigure()
    #expect(figure.panels[0].areas.count == 4)
    #expect(figure.summary.contains("4 regions"))
    #expect(Set(figure.panels[0].areas.map(\.opacity)).count == 3)
  }

  @Test func `curved activations have no pieces`() throws {
    #expect(throws: (any Error).self) {
      try scene("1", "2", "1", "--activation", "tanh", "--pieces")
    }
  }

  @Test func `linear layers stand beside the one that they are`() throws {
    let scene = try scene(
      "2", "1", "2", "--collapse", "--weights", "1; 2", "--weights", "3 4", "--biases", "1",
      "--biases", "0 -1", "--batch", "1,1", "--batch", "0,2")
    // W = [3 4; 6 8], b = [3, 3], and by hand O = [12 15; 15 19].
    let entries = texts(scene) { if case .matrixEntry = $0 { true } else { false } }
    #expect(
      entries == [
        // W⁽¹⁾, b⁽¹⁾, W⁽²⁾, b⁽²⁾
        "1", "2", "1", "3", "4", "0", "−1",
        // W and b, column by column
        "3", "6", "4", "8", "3", "3",
        // X, O, O′
        "1", "0", "1", "2", "12", "15", "15", "19", "12", "15", "15", "19",
      ])
    let verdict = texts(scene) { $0 == .verdict }.joined()
    #expect(verdict.contains("rank 1 of 2"))
    #expect(verdict.contains("equal to the last bit"))
    #expect(scene.elements.contains { $0.mark == .equalsSign })
  }

  @Test func `dropped units are dropped in the numbers too`() throws {
    let scene = try scene(
      "2", "2", "1", "--collapse", "--weights", "1 2; 3 4", "--weights", "5; 6", "--drop", "1:2",
      "--batch", "1,1")
    // Without the second unit W = [1; 3] · 5.
    let entries = texts(scene) { if case .matrixEntry = $0 { true } else { false } }
    #expect(entries.contains("15") && entries.suffix(2) == ["20", "20"])
  }

  @Test func `pieces are bent on a logarithmic axis`() throws {
    let request = try NetworkRequestTests.request(
      "1", "1", "1", "--activation", "relu", "--weights", "1", "--weights", "1", "--biases", "1",
      "--biases", "0", "--pieces", "--range", "0.01:10", "--xscale", "log")
    let curve = try #require(try request.piecesFigure().panels.first?.curves.first)
    #expect(curve.x.count > 200)
    for (x, y) in zip(curve.x, curve.y) { #expect(abs(y - x - 1) < 1e-12) }
  }

  @Test func `an activation between keeps layers from collapsing`() throws {
    #expect(throws: (any Error).self) {
      try scene("2", "2", "2", "--activation", "relu", "--collapse", "--seed", "1")
    }
  }

  @Test(arguments: ["sigmoid", "tanh"])
  func `sigmoid and tanh stand for each other`(name: String) throws {
    let scene = try scene("2", "3", "1", "--activation", name, "--swap", "--seed", "5")
    let verdict = texts(scene) { $0 == .verdict }.joined()
    #expect(verdict.contains("last bit") || verdict.contains("ULP"))
    let activations = texts(scene) { if case .layerActivation = $0 { true } else { false } }
    #expect(Set(activations) == ["sigmoid", "tanh"])
  }

  @Test func `nothing of a pair overlaps`() throws {
    let scene = try scene("4", "5", "3", "--collapse", "--seed", "1")
    let boxes = scene.elements.compactMap { element -> Rectangle? in
      guard case .text(let text) = element.shape else { return nil }
      let extent = FixedPitchMeasurer().measure(
        text.string.filter { !"${}^\\".contains($0) }, fontSize: 0.5 * text.fontSize,
        style: .upright)
      return Rectangle(
        left: text.origin.x, top: text.origin.y - extent.ascent, width: extent.advance,
        height: extent.ascent)
    }
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] { #expect(!box.overlaps(other)) }
    }
  }
}
