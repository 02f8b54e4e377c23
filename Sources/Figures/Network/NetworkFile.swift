internal import Activations
internal import Files
internal import Networks
internal import Wording

/// Weights and biases from a file, layer by layer.
struct NetworkFile {
  /// W of each layer, d x h.
  var weights: [Matrix]
  /// b of each layer; zeros where the file has none.
  var biases: [[Double]]
  /// The activations that the file names, layer by layer; `nil` where it names none.
  var activations: [LayerActivation?]

  /// Weights and biases that are given otherwise.
  init(weights: [Matrix], biases: [[Double]]) {
    self.weights = weights
    self.biases = biases
    activations = Array(repeating: nil, count: weights.count)
  }

  /// The most bytes that a file may have.
  static let maximumSize = 1 << 28

  /// Reads JSON, `{"layers": [{"weights": [[…], …], "biases": […], "activation": "relu"}, …]}`, or an
  /// archive of NumPy.
  ///
  /// - Throws: `WordsError`, a sentence that names the file.
  init(path: String) throws {
    do {
      let bytes = try wholeFile(path, atMost: Self.maximumSize)
      self = try NumPyArchive.isOne(bytes) ? Self(NumPyArchive(bytes)) : Self(json: bytes)
    } catch let error as ReadingError {
      throw WordsError("\(quoted(path)) cannot be read: \(Self.reason(error))")
    } catch {
      throw WordsError("\(quoted(path)): \(error)")
    }
  }

  private static func reason(_ error: ReadingError) -> String {
    switch error {
    case .system(let number): "\(systemReason(number))."
    case .noFile(let kind): "it is \(kind); name a .json or .npz file."
    case .tooLarge(let size): "it has \(size) bytes, and \(maximumSize) are the most."
    }
  }

  init(json bytes: [UInt8]) throws {
    func line(_ offset: Int) -> String {
      "Line \(bytes.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1)"
    }
    guard let document = JSONNode(bytes) else {
      throw WordsError(
        "\(line(JSONNode.fault(in: bytes))): This is neither JSON nor an archive of NumPy (.npz); write"
          + " {\"layers\": [{\"weights\": [[1, 2], [3, 4]], \"biases\": [0, 1]}]}.")
    }
    guard let layers = document["layers"]?.elements, !layers.isEmpty else {
      throw WordsError("There is no list of “layers” in it, from the inputs to the outputs.")
    }
    weights = []
    biases = []
    activations = []
    for (index, layer) in layers.enumerated() {
      do throws(JSONLayerError) {
        let read = try JSONLayer(layer)
        weights.append(read.weights)
        biases.append(read.biases)
        activations.append(read.activation)
      } catch {
        throw WordsError("\(line(error.offset)), layer \(index + 1): \(error.problem)")
      }
    }
  }

  /// The layers of an archive: its matrices in order, each with the vector of the length of its
  /// columns that comes next.
  private init(_ archive: NumPyArchive) throws {
    weights = []
    biases = []
    for (name, array) in archive.arrays {
      if let odd = array.elements.firstIndex(where: { !$0.isFinite }) {
        throw WordsError(
          "The array \(quoted(name)) of layer \(max(1, weights.count + (array.shape.count == 2 ? 1 : 0)))"
            + " has \(array.elements[odd]) as its number \(odd + 1), row by row; weights and biases are"
            + " finite.")
      }
      switch array.shape.count {
      case 2:
        weights.append(
          try Matrix(
            rowCount: array.shape[0], columnCount: array.shape[1], elements: array.elements))
        biases.append(Array(repeating: 0, count: array.shape[1]))
      case 1 where !weights.isEmpty && array.shape[0] == weights[weights.count - 1].columnCount:
        biases[biases.count - 1] = array.elements
      default:
        let shape = array.shape.map { "\($0)" }.joined(separator: " x ")
        throw WordsError(
          "The array \(quoted(name)) is \(shape), and comes after"
            + " \(weights.last.map { "weights of \($0.rowCount) x \($0.columnCount)" } ?? "none");"
            + " a file has W (d x h) and b (h) of each layer in turn.")
      }
    }
    guard !weights.isEmpty else {
      throw WordsError("There is no matrix in it; save W and b of each layer by numpy.savez.")
    }
    activations = Array(repeating: nil, count: weights.count)
  }
}

/// What is wrong with a layer in a file, and at which byte.
private struct JSONLayerError: Error {
  let offset: Int
  let problem: String
}

/// A layer as JSON has it.
private struct JSONLayer {
  let weights: Matrix
  let biases: [Double]
  let activation: LayerActivation?

  private static let keys = ["weights", "biases", "activation"]

  init(_ layer: JSONNode) throws(JSONLayerError) {
    if let strange = layer.members.first(where: { !Self.keys.contains($0.name) }) {
      let meant = nearest(to: strange.name, among: Self.keys).map { "; did you mean “\($0)”?" }
      throw JSONLayerError(
        offset: strange.value.offset,
        problem: "It has a key \(quoted(strange.name)), which means nothing here"
          + (meant ?? "; a layer has \(Self.keys.joined(separator: ", "))."))
    }
    guard let rows = layer["weights"], !rows.elements.isEmpty else {
      throw JSONLayerError(
        offset: layer["weights"]?.offset ?? layer.offset,
        problem: "It has no “weights”, a list of rows, one for each of its inputs.")
    }
    var matrix: [[Double]] = []
    for (row, node) in rows.elements.enumerated() {
      matrix.append(try Self.numbers(node, "row \(row + 1) of the weights"))
    }
    weights = try Self.naming(rows) { try Matrix(rows: matrix) }
    biases =
      try layer["biases"].map { node throws(JSONLayerError) in
        try Self.numbers(node, "the biases")
      } ?? Array(repeating: 0, count: weights.columnCount)
    activation = try layer["activation"].flatMap { node throws(JSONLayerError) in
      guard let text = node.text else { return nil }
      return try Self.naming(node) { try LayerActivation(text) }
    }
  }

  private static func numbers(
    _ list: JSONNode, _ place: String
  ) throws(JSONLayerError) -> [Double] {
    var numbers: [Double] = []
    for (index, node) in list.elements.enumerated() {
      guard let number = node.number.flatMap(Double.init), number.isFinite else {
        throw JSONLayerError(
          offset: node.offset,
          problem: "Number \(index + 1) of \(place) is none; write it in digits, as in -0.5.")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// Runs `body`; what it throws is said of that place.
  private static func naming<Value>(
    _ node: JSONNode, _ body: () throws -> Value
  ) throws(JSONLayerError) -> Value {
    do { return try body() } catch {
      throw JSONLayerError(offset: node.offset, problem: "\(error)")
    }
  }
}

extension Network {
  /// The layers with their weights, d x h, an input a row, as `NetworkFile` reads them.
  var json: JSONText { .object([("layers", layersJSON)]) }

  fileprivate var layersJSON: JSONText {
    .array(
      layers.map { layer in
        .object([
          ("weights", .array(layer.weights.rows.map { .array($0.map { .number($0) }) })),
          ("biases", .array(layer.biases.map { .number($0) })),
          ("activation", .optional(layer.activation?.standalone)),
        ])
      })
  }
}

extension Approximation {
  /// The network, and its greatest error, or what that is at least.
  var json: JSONText {
    let error = JSONText.object([
      ("size", .number(error.size)), ("x", .number(error.x)),
      ("isLowerBound", .flag(error.isLowerBound)),
    ])
    return .object([("layers", network.layersJSON), ("error", error)])
  }
}

/// Whether weights in words are the path of a file; numbers among which one is wrong are not.
@Sendable func isPath(_ text: String) -> Bool {
  do { return try matrix(parsing: text) == nil } catch { return false }
}

/// Weights as rows in words: numbers with spaces or commas between them, rows with semicolons.
///
/// - Returns: `nil` for words that are no numbers at all, such as a path.
func matrix(parsing text: String) throws -> Matrix? {
  let rows = text.split(separator: ";", omittingEmptySubsequences: false).map { row in
    row.split { $0 == " " || $0 == "," || $0 == "\n" || $0 == "\t" }
  }
  guard rows.joined().contains(where: { Double($0) != nil }) else { return nil }
  return try Matrix(
    rows: rows.map { row in
      try row.map { word in
        let value = try number(word, example: "1 2; 3 4")
        guard value.isFinite else {
          throw WordsError("\(quoted(word)) is no weight; a weight is a finite number.")
        }
        return value
      }
    })
}
