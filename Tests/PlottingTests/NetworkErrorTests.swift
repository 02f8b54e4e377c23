import TestSupport
import Testing
import Typesetting

@testable import Plotting

@Suite("Networks that cannot be drawn")
struct NetworkErrorTests {
  struct Case: CustomTestStringConvertible {
    let counts: [Int]
    let error: NetworkDiagramError
    /// What the sentence has to name.
    let words: [String]
    let change: @Sendable (inout NetworkDiagram) -> Void
    var testDescription: String { "\(error)" }

    init(
      _ counts: [Int], _ error: NetworkDiagramError, _ words: [String],
      change: @escaping @Sendable (inout NetworkDiagram) -> Void = { _ in }
    ) {
      (self.counts, self.error, self.words, self.change) = (counts, error, words, change)
    }
  }

  static let cases: [Case] = [
    Case([4], .layerCount(1), ["1 to 11", "0 are", "Add"]),
    Case(Array(repeating: 1, count: 13), .layerCount(13), ["1 to 11", "12", "Leave"]),
    Case([4, 0, 1], .unitCount(layer: 1, 0), ["1 to 1,000,000", "layer 1 has 0"]),
    Case([4, 1_000_001], .unitCount(layer: 1, 1_000_001), ["1 to 1,000,000", "1,000,001"]),
    Case([4, 3], .most(1), ["at least 2", "1 are"]) { $0.most = 1 },
    Case([4, 3], .wordCount(of: .letter, 3, layers: 2), ["3 letters", "1 layer;"]) {
      $0.letters = ["x", "h", "o"]
    },
    Case([4, 3], .wordCount(of: .caption, 1, layers: 2), ["1 caption ", "1 layer;"]) {
      $0.captions = ["Inputs"]
    },
    Case([4, 3], .letterWithDollar("$x$"), ["“$x$”", "without dollar"]) {
      $0.letters = ["$x$", "y"]
    },
    Case([2, 1, 1], .weightsCount(1, layers: 3), ["of 1 layer,", "has 2"]) {
      $0.weights = [NetworkDiagram.Weights([[1], [2]])]
    },
    Case([2, 1], .weightRows(layer: 0, 1, units: 2), ["1 row,", "2 units"]) {
      $0.weights = [NetworkDiagram.Weights([[1]])]
    },
    Case([2, 1], .weightColumns(layer: 0, row: 1, 2, units: 1), ["Row 2", "2 numbers", "1 unit;"]) {
      $0.weights = [NetworkDiagram.Weights([[1], [2, 3]])]
    },
    Case([1, 2], .biasCount(layer: 0, 1, units: 2), ["1 bias,", "2 units"]) {
      $0.weights = [NetworkDiagram.Weights([[1, 2]], biases: [1])]
      $0.hasBiases = true
    },
    Case([1, 2], .biasCount(layer: 0, 2, units: 0), ["2 biases", "0 are", "leave them out"]) {
      $0.weights = [NetworkDiagram.Weights([[1, 2]], biases: [1, 2])]
    },
    Case(
      [1, 2], .weightNotFinite(layer: 0, row: 0, column: 1, .infinity),
      ["unit 1 of the input layer", "unit 2 of layer 1", "inf"]
    ) { $0.weights = [NetworkDiagram.Weights([[1, .infinity]])] },
    Case([1, 1], .biasNotFinite(layer: 0, unit: 0, -.infinity), ["unit 1 of layer 1", "-inf"]) {
      $0.weights = [NetworkDiagram.Weights([[1]], biases: [-.infinity])]
      $0.hasBiases = true
    },
    Case([3, 1], .valueCount(layer: 0, 2, units: 3), ["2 values", "3 units"]) {
      $0.layers[0].values = [1, 2]
    },
    Case([1, 1], .valueNotFinite(layer: 1, unit: 0, .infinity), ["unit 1 of layer 1", "inf"]) {
      $0.layers[1].values = [.infinity]
    },
    Case(
      [3, 1], .droppedUnit(layer: 0, unit: 3, units: 3), ["Unit 4 of the input layer", "1 to 3"]
    ) {
      $0.layers[0].dropped = [1, 3]
    },
    Case([300, 300, 300, 300], .tooManyConnections(270_000), ["270,000", "200,000", "fewer"]) {
      $0.most = 300
    },
  ]

  @Test(arguments: cases)
  func `is an error that names both numbers and the remedy`(given: Case) throws {
    var diagram = NetworkDiagram(given.counts.map { NetworkDiagram.Layer($0) })
    given.change(&diagram)
    let error = #expect(throws: NetworkDiagramError.self) {
      try diagram.scene(measuring: FixedPitchMeasurer())
    }
    #expect(error == given.error)
    let sentence = given.error.description
    for word in given.words { #expect(sentence.contains(word), "\(sentence)") }
    #expect(sentence.hasSuffix("."))
  }

  @Test func `a weight that is no number is an error too`() throws {
    var diagram = NetworkDiagram([NetworkDiagram.Layer(1), NetworkDiagram.Layer(1)])
    diagram.weights = [NetworkDiagram.Weights([[.nan]])]
    let error = #expect(throws: NetworkDiagramError.self) {
      try diagram.scene(measuring: FixedPitchMeasurer())
    }
    #expect(error?.description.contains("is nan") == true)
  }

  @Test func `as many units as the error says can be drawn`() throws {
    var diagram = NetworkDiagram([NetworkDiagram.Layer(1000), NetworkDiagram.Layer(1)])
    diagram.most = 1000
    let error = #expect(throws: NetworkDiagramError.self) {
      try diagram.scene(measuring: FixedPitchMeasurer())
    }
    guard case .tooLarge(let points, let most?) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(points > FigureSize.sides.upperBound)
    diagram.most = most
    let scene = try diagram.scene(measuring: FixedPitchMeasurer())
    #expect(scene.width > 0.7 * FigureSize.sides.upperBound)
  }
}
