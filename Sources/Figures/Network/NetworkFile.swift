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
    guard let document = JSONNode(bytes) else {
      throw WordsError(
        "This is neither JSON nor an archive of NumPy (.npz); write {\"layers\": [{\"weights\":"
          + " [[1, 2], [3, 4]], \"biases\": [0, 1]}]}.")
    }
    guard let layers = document["layers"]?.elements, !layers.isEmpty else {
      throw WordsError("There is no list of “layers” in it, from the inputs to the outputs.")
    }
    weights = []
    biases = []
    activations = []
    for (index, layer) in layers.enumerated() {
      let place = "Layer \(index + 1)"
      if let strange = layer.members.first(where: { !Self.keys.contains($0.name) })?.name {
        let meant = nearest(to: strange, among: Self.keys).map { "; did you mean “\($0)”?" }
        throw WordsError(
          "\(place) has a key \(quoted(strange)), which means nothing here"
            + (meant ?? "; a layer has \(Self.keys.joined(separator: ", "))."))
      }
      guard let rows = layer["weights"]?.elements, !rows.isEmpty else {
        throw WordsError("\(place) has no “weights”, a list of rows, one for each of its inputs.")
      }
      let matrix = try Matrix(
        rows: rows.enumerated().map { row, node in
          try Self.numbers(node.elements, "\(place), row \(row + 1) of the weights")
        })
      weights.append(matrix)
      let numbers = try layer["biases"].map {
        try Self.numbers($0.elements, "\(place), biases")
      }
      biases.append(numbers ?? Array(repeating: 0, count: matrix.columnCount))
      activations.append(try layer["activation"]?.text.map { try LayerActivation($0) })
    }
  }

  private static let keys = ["weights", "biases", "activation"]

  private static func numbers(_ nodes: [JSONNode], _ place: String) throws -> [Double] {
    try nodes.enumerated().map { index, node in
      guard let number = node.number.flatMap(Double.init), number.isFinite else {
        throw WordsError("\(place): number \(index + 1) is none; write it in digits, as in -0.5.")
      }
      return number
    }
  }

  /// The layers of an archive: its matrices in order, each with the vector of the length of its
  /// columns that comes next.
  private init(_ archive: NumPyArchive) throws {
    weights = []
    biases = []
    for (name, array) in archive.arrays {
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

extension Network {
  /// The layers with their weights, d x h, an input a row, as `NetworkFile` reads them.
  var json: JSONText {
    .object([
      (
        "layers",
        .array(
          layers.map { layer in
            .object([
              ("weights", .array(layer.weights.rows.map { .array($0.map { .number($0) }) })),
              ("biases", .array(layer.biases.map { .number($0) })),
              ("activation", .optional(layer.activation?.standalone)),
            ])
          })
      )
    ])
  }
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
