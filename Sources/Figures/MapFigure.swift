internal import Networks
internal import Plotting
internal import Typesetting
internal import Wording

/// What a function of several numbers makes of minibatches: for each an arrow from every input to its
/// output, and the Jacobian as a grid.
struct MapFigure: DescribedDrawing {
  let function: VectorFunction
  /// At least one, from top to bottom.
  let maps: [VectorMap]

  var look = Look()
  var resolution = Resolution.chapter
  var language = Language.en
  var title = ""
  var alternativeText: String?

  /// The most minibatches of one figure.
  static let maximumBatches = 8

  init(_ function: VectorFunction, _ maps: [VectorMap]) {
    self.function = function
    self.maps = maps
  }

  /// As few digits as tell inputs apart.
  var name: String {
    FigureRequest.fileName(
      ["map", function.rawValue]
        + maps.map { $0.inputs.map { Description.short($0) }.joined(separator: " ") })
  }

  /// One that can be told all that maps can.
  static let usual = MapFigure(.softmax, [])

  func scene(measuring measurer: some TextMeasurer) throws -> Scene {
    var layout = MapLayout(figure: self, theme: try look.sizedTheme(), measurer: measurer)
    return try layout.scene()
  }

  /// The inputs that occur in more than one minibatch, ascending.
  var common: [Double] {
    var counts: [Double: Int] = [:]
    for map in maps { for x in Set(map.inputs) { counts[x, default: 0] += 1 } }
    return counts.filter { $0.value > 1 }.keys.sorted()
  }

  // MARK: Words

  /// A number as figures have it: what is next to nothing beside 1 is 0, and the minus has its own
  /// width.
  static func written(_ value: Double) -> String {
    Description.short(value.magnitude < 1e-9 ? 0 : value).replacing("-", with: "\u{2212}")
  }

  static func list(_ values: [Double]) -> String {
    values.map { written($0) }.joined(separator: ", ")
  }

  /// What is seen, in sentences.
  var summary: String {
    let opening = maps.map {
      words.maps(function.rawValue, Self.list($0.inputs), to: Self.list($0.outputs))
    }
    let places = common.prefix(4).map { x in
      let ends = maps.compactMap { map in
        map.inputs.firstIndex(of: x).map { Self.written(map.outputs[$0]) }
      }
      return (input: Self.written(x), outputs: ends)
    }
    let slopes = maps.map { map in
      let indices = map.inputs.indices
      let off = indices.flatMap { i in indices.filter { $0 != i }.map { map.jacobian[i, $0] } }
      return words.offDiagonal(
        of: Self.list(map.inputs), from: Self.written(off.min() ?? 0),
        to: Self.written(off.max() ?? 0))
    }
    return (opening + (places.isEmpty ? [] : [words.goes(places)]) + slopes)
      .joined(separator: " ")
  }
}
