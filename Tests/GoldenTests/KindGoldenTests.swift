import Figures
import Testing

/// Figures of every kind, by the words of their command lines, against their goldens in
/// Goldens/Kinds/.
@Suite struct KindGoldenTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let name: String
    let words: [String]
    var testDescription: String { name }

    init(_ name: String, _ words: String...) {
      self.name = name
      self.words = words
    }
  }

  static let lines = [
    Line("perceptron", "network", "4", "5", "3"),
    Line("as-published", "network", "4", "5", "3", "--as-published", "--theme", "print"),
    Line(
      "deep-with-bias", "network", "4", "5:relu", "5:relu", "3:softmax", "--bias", "--theme", "dark"
    ),
    Line(
      "weights-and-values", "network", "2", "3:relu", "1", "--weights", "1 0 2; -1 1 0.5",
      "--weights", "1; -2; 1", "--values", "1,2"),
    Line(
      "wide-to-the-right", "network", "784", "128", "10", "--most", "6", "--direction", "right",
      "--drop", "1:2"),
    Line(
      "korean-captions", "network", "3", "4", "2", "--captions", "입력층,은닉층,출력층", "--font",
      "DejaVu Sans,NanumGothic"),
    Line("collapse", "network", "4", "2", "3", "--collapse", "--seed", "1"),
    Line("swap", "network", "1", "3", "1", "--activation", "tanh", "--swap", "--seed", "2"),
    Line("pieces", "network", "1", "8", "1", "--activation", "relu", "--pieces", "--seed", "3"),
    Line("regions", "network", "2", "8", "1", "--activation", "relu", "--pieces", "--seed", "3"),
    Line("affine-chain", "chain", "2*x-1", "3-x/2", "--terms"),
    Line("sigmoid-chain", "chain", "sigmoid", "--depth", "1,2,4,8", "--grad", "--yscale", "log"),
    Line("fit", "fit", "sin(x) + x/3", "--units", "3,6,12", "--range", "-4:4"),
    Line("fit-terms", "fit", "sin(x)", "--units", "5", "--range", "-3:3", "--terms"),
    Line("fit-errors", "fit", "sin(x)", "--units", "2,4,8,16", "--range", "-3:3", "--errors"),
    Line("gradients", "gradients", "sigmoid", "tanh", "relu", "--depth", "12"),
    Line("map", "map", "batch_norm", "--batch=-2,-1,0,1", "--batch=-2,-1,0,8"),
  ]

  @Test(arguments: lines)
  func isTheGolden(_ line: Line) throws {
    let kind = try #require(FigureKind.named(line.words[0]))
    let words = line.words.dropFirst() + ["--dpi", "80"]
    let settings = try FigureSettings(arguments: Array(words), of: kind, own: [])
    let golden = FigureGolden(name: "Kinds/\(line.name)")
    try golden.check(try settings.drawing(kind), as: [.png])
  }
}
