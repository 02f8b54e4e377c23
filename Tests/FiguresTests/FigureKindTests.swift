import Plotting
import TestSupport
import Testing
import Typesetting

@testable import Figures

@Suite("Kinds of figures")
struct FigureKindTests {
  @Test(arguments: FigureKind.all.map(\.name))
  func `a kind has each of its settings once`(name: String) throws {
    let kind = try #require(FigureKind.named(name))
    let names = kind.settings.flatMap { [$0.name] + $0.spellings }
    #expect(Set(names).count == names.count, "\(names.sorted())")
  }

  /// Figures of each kind, by the words of their command lines.
  static let figures = [
    ["plot", "gelu", "--with-grad"], ["plot", "1/x", "floor(x)"], ["plot", "relu", "--slopes"],
    ["plot", "relu", "--grad", "--precision", "float32", "--range", "-1:1:0.5"],
    ["plot", "abs(x)", "--tangent", "0"], ["plot", "tanh", "2*sigmoid(2*x)-1", "--difference"],
    ["network", "784", "5", "5:tanh", "3", "--drop", "1:2", "--bias"],
    ["network", "2", "3", "--seed", "1", "--values", "1,2"],
    ["network", "2", "1", "2", "--collapse"],
    ["network", "1", "2", "1", "--activation", "relu", "--pieces"],
    ["network", "2", "2", "1", "--activation", "relu", "--pieces"],
    ["network", "1", "2", "1", "--activation", "tanh", "--swap"],
    ["chain", "sigmoid", "--depth", "1,2", "--grad"], ["chain", "2*x-1", "3-x/2"],
    ["chain", "2*x-1", "3-x/2", "--between", "relu", "--terms"],
    ["fit", "x^2", "--units", "1,2", "--range", "0:1"],
    ["fit", "x^2", "--units", "1,2", "--range", "0:1", "--errors"],
    ["gradients", "sigmoid", "relu", "--depth", "3", "--width", "4", "--seeds", "2"],
    ["map", "softmax", "--batch", "1,2", "--batch", "1,3"],
  ]

  /// Names, letters and what is drawn stand in every language.
  private static let names: Set = [
    "gelu", "relu", "tanh", "sigmoid", "floor", "abs", "softmax", "xavier", "ulp", "max", "rank",
    "frac", "circ", "left", "right", "partial", "mathrm", "float", "bmatrix", "propto", "elu",
    "operatorname", "lfloor", "rfloor", "lvert", "rvert", "sigma",
  ]

  /// English words of three letters and more are none of these.
  @Test(arguments: figures)
  func `a figure speaks the language that it is told to`(_ words: [String]) throws {
    let kind = try #require(FigureKind.named(words[0]))
    let said = try FigureSettings(
      arguments: words.dropFirst() + ["--lang", "ko"], of: kind, own: [])
    let scene = try said.drawing(kind).scene(measuring: FixedPitchMeasurer())
    let texts = scene.elements.compactMap { element -> String? in
      if case .text(let text) = element.shape { text.string } else { nil }
    }
    for text in texts + [scene.title, scene.summary] {
      let english = text.lowercased().split { !("a"..."z" ~= $0) }.filter {
        $0.count > 2 && !Self.names.contains(String($0))
      }
      #expect(english.isEmpty, "\(text)")
    }
    #expect(scene.summary.contains { "가"..."힣" ~= $0 })
  }

  @Test func `no two kinds have a subject in common`() {
    let subjects = FigureKind.all.flatMap(\.subjects)
    #expect(Set(subjects).count == subjects.count)
  }
}
