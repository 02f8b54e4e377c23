import Activations
import Files
import Networks
import Plotting
import TestSupport
import Testing
import Typesetting

@testable import Figures

@Suite("Networks as words describe them")
struct NetworkRequestTests {
  static func request(_ words: String...) throws -> NetworkRequest {
    let settings = try FigureSettings(arguments: words, of: .network, own: [])
    return try #require(try settings.drawing(.network) as? NetworkRequest)
  }

  /// Weights that NumPy 2 saved: float64 and float32, by savez and savez_compressed.
  static let fixtures =
    #filePath.split(separator: "/").dropLast(2).reduce("") { "\($0)/\($1)" } + "/Fixtures"

  @Test func `layers are counts with activations`() throws {
    let request = try Self.request("4", "5:relu", "3:swish(x, beta: 2)", "2:softmax")
    #expect(request.layers.map(\.count) == [4, 5, 3, 2])
    #expect(request.activations.map { $0.formula?.label } == ["relu", "swish(x, beta: 2)", nil])
    #expect(request.activations.last == .softmax)
    #expect(request.name == "network-4-5-3-2")
    let names = try request.unitsDiagram().layers.map(\.activation)
    #expect(names[0].isEmpty && names[1] == "relu" && names[3] == "softmax")
  }

  @Test func `hidden layers without an activation have the one of all`() throws {
    let request = try Self.request("1", "3", "4:tanh", "1", "--activation", "relu")
    #expect(request.activations.map { $0.formula?.name } == ["relu", "tanh", nil])
  }

  struct Fault: Sendable {
    let words: [String]
    let setting: String
    let message: String

    init(_ words: [String], _ setting: String, _ message: String) {
      self.words = words
      self.setting = setting
      self.message = message
    }
  }

  static let faults = [
    Fault([], "network", "at least one layer"),
    Fault(["4"], "network", "at least one layer"),
    Fault(["4", "x"], "network", "“x” is no layer"),
    Fault(["4", "0"], "network", "A layer of 0 units"),
    Fault(["4", "2000000"], "network", "from 1 to 1,000,000"),
    Fault(["4", "5:rellu", "1"], "network", "relu"),
    Fault(
      ["2", "3", "--weights", "1 2; 3 4"], "weights", "layers of 2, 3 need 2 x 3; change layer 1."),
    Fault(
      ["2", "2", "--weights", "1 2; 3"], "weights", "Layer 1: Row 2 of the matrix has 1 numbers"),
    Fault(["2", "2", "--weights", "1 nan; 3 4"], "weights", "finite"),
    Fault(["2", "2", "--weights", "1 2; 3 4", "--biases", "1"], "network", "1 x 1"),
    Fault(["2", "2", "--weights", "absent.json"], "weights", "cannot be read"),
    Fault(["2", "2", "--biases", "1 2"], "biases", "no weights beside them"),
    Fault(["2", "2", "--weights", "1 2; 3 4", "--seed", "1"], "seed", "given and not drawn"),
    Fault(["2", "2", "--values", "1,2"], "values", "follow from weights"),
    Fault(["2", "2", "--seed", "-1"], "seed", "whole number from 0 on"),
    Fault(["2", "2", "--drop", "2"], "drop", "LAYER:UNIT"),
    Fault(["2", "2", "--drop", "9:1"], "drop", "no layer 9"),
    Fault(["1", "2", "1", "--collapse", "--values", "1"], "values", "the units of a diagram"),
    Fault(["2", "2", "--xlim", "0:1"], "xlim", "which --pieces draws"),
    Fault(["1", "2", "1", "--pieces", "--bias"], "bias", "--pieces draws the function"),
    Fault(["2", "2", "--init", "he", "--batch", "1,x"], "batch", "“x”"),
  ]

  @Test(arguments: faults.indices)
  func `what is wrong is named`(index: Int) throws {
    let fault = Self.faults[index]
    let settings = try FigureSettings(arguments: fault.words, of: .network, own: [])
    do {
      let drawing = try settings.drawing(.network)
      _ = try drawing.scene(measuring: FixedPitchMeasurer())
      Issue.record("\(fault.words) is taken")
    } catch let errors as SettingErrors {
      let error = try #require(errors.all.first { $0.problem.contains(fault.message) }, "\(errors)")
      #expect(error.setting == fault.setting)
    } catch {
      #expect("\(error)".contains(fault.message), "\(error)")
    }
  }

  @Test func `settings of other figures are refused`() throws {
    var settings = FigureSettings()
    settings["network"] = ["4", "5"]
    settings["kinks"] = []
    let errors = try #require(throws: SettingErrors.self) { try settings.drawing() }
    #expect(errors.all.map(\.setting) == ["kinks"])
    #expect(errors.all[0].problem.contains("a network"))
  }

  @Test func `weights come in rows, and decide the values of the units`() throws {
    let request = try Self.request(
      "2", "3:relu", "1", "--weights", "1 0 2; -1 1 0.5", "--weights", "1; -2; 1", "--biases",
      "0 0 -1", "--biases", "10", "--values", "1,2")
    // By hand: H = relu([1 - 2, 2, 2 + 1 - 1]) = [0, 2, 2]; O = -4 + 2 + 10.
    #expect(try request.unitsDiagram().layers.map(\.values) == [[1, 2], [0, 2, 2], [8]])
  }

  @Test(arguments: [
    "weights.npz", "weights-compressed.npz", "weights-types.npz", "weights.json",
  ])
  func `weights come from files`(name: String) throws {
    let path = "\(Self.fixtures)/\(name)"
    let request = try Self.request("--weights", path)
    #expect(request.layers.map(\.count) == [2, 3, 1])
    let network = try request.network()
    #expect(network.layers[0].weights.rows == [[1, 2, 3], [4, 5, 6.5]])
    #expect(network.layers[0].biases == [0, 1, -1])
    #expect(network.layers[1].weights.rows == [[1], [2], [3]])
    if name == "weights.json" { #expect(request.layers[1].activation?.formula?.name == "tanh") }
  }

  @Test func `softmax behind the last layer has values`() throws {
    let request = try Self.request(
      "1", "2:softmax", "--weights", "0 0", "--biases", "0 1", "--values", "3")
    let values = try request.unitsDiagram().layers[1].values
    #expect(abs(values[1] - 0.7310585786300049) < 1e-15 && values[0] + values[1] == 1)
  }

  /// What a file has, and a part of what is said of it: lines and layers are named.
  static let files = [
    (#"{"layers": [{"weights": [[1]], "bias": [5]}]}"#, "Line 1, layer 1: It has a key “bias”"),
    (#"{"layers": [{"weights": [[1]], "bias": [5]}]}"#, "did you mean “biases”"),
    (
      "{\"layers\": [\n{\"weights\": [[1]]},\n{\"weights\": [[1, 2],\n [3]]}]}",
      "Line 3, layer 2: Row 2"
    ),
    (
      "{\"layers\": [{\"weights\": [[1,\n x]]}]}", "Line 2: This is neither JSON"
    ),
    ("{\"layers\": [{\"weights\":\n [[1, 2], [3, true]]}]}", "Line 2, layer 1: Number 2 of row 2"),
    (
      "{\"layers\": [{\"weights\": [[1]], \"activation\": \"rellu\"}]}",
      "layer 1: There is no activation named “rellu”"
    ),
  ]

  @Test(arguments: files)
  func `an error in a file has its place`(_ text: String, _ part: String) throws {
    #expect { try NetworkFile(json: Array(text.utf8)) } throws: {
      "\($0)".contains(part)
    }
  }

  @Test func `a damaged archive is an error`() throws {
    let bytes = try wholeFile("\(Self.fixtures)/weights.npz")
    for cut in stride(from: 2, to: bytes.count, by: 37) {
      #expect(throws: (any Error).self) { try NumPyArchive(Array(bytes.prefix(cut))) }
    }
    for place in stride(from: 0, to: bytes.count, by: 11) {
      var damaged = bytes
      damaged[place] ^= 0xff
      // What does not matter may be damaged; numbers are those that were saved.
      guard let found = try? NumPyArchive(damaged).arrays else { continue }
      let saved = Set(try NumPyArchive(bytes).arrays.map(\.array.elements))
      #expect(found.allSatisfy { saved.contains($0.array.elements) })
    }
  }
}
