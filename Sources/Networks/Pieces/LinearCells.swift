internal import Activations

/// A part of the inputs' space on which the network is one affine map.
struct LinearCell<Shape: ConvexCell> {
  var shape: Shape
  /// What each unit of the last layer so far gives there.
  var outputs: [AffineForm]
  /// For each layer that bends, on which piece of its activation each unit is.
  var pattern: [[Int]] = []
}

/// Cuts a part of the inputs' space along the places where units bend, layer after layer.
///
/// On a cell every unit's input is an affine form, so that the places where it meets a bend of the
/// activation are straight; beyond the first layer they bend with the cells (Montufar et al. 2014,
/// "On the number of linear regions of deep neural networks"). One cell is followed to the last layer
/// before the next, so that the memory is that of the answer.
struct LinearCells<Shape: ConvexCell> {
  private struct Stage {
    let layer: Layer
    let columns: [[Double]]
    /// `nil` for a linear layer.
    let pieces: LinearPieces?
  }

  /// The most multiplications that are spent; a few seconds.
  private static var budget: Int { 1 << 28 }

  private let stages: [Stage]
  private let maximumCount: Int
  private(set) var cells: [LinearCell<Shape>] = []
  private var spent = 0

  /// The cells of a network within a shape of as many dimensions as it has inputs.
  init(
    of network: Network, within shape: Shape, maximumCount: Int = 1 << 16
  ) throws(NetworkError) {
    var stages: [Stage] = []
    for (i, layer) in network.layers.enumerated() {
      let pieces = layer.activation?.linearPieces
      if let activation = layer.activation, pieces == nil {
        throw NetworkError(
          "Layer \(i + 1) has the activation \(activation.label), which is curved or jumps; only with"
            + " continuous ones of straight pieces, such as relu or prelu, has a network pieces.")
      }
      let columns = (0..<layer.unitCount).map { layer.weights.column($0) }
      stages.append(Stage(layer: layer, columns: columns, pieces: pieces))
    }
    self.stages = stages
    self.maximumCount = maximumCount
    let count = network.inputCount
    let inputs = (0..<count).map { i in
      AffineForm(
        coefficients: (0..<count).map { DoubleDouble($0 == i ? 1 : 0) }, constant: DoubleDouble(0))
    }
    try follow(LinearCell(shape: shape, outputs: inputs), to: 0)
  }

  /// Follows a cell from the inputs of a layer to the outputs of the last.
  private mutating func follow(_ cell: LinearCell<Shape>, to index: Int) throws(NetworkError) {
    guard index < stages.count else {
      cells.append(cell)
      return
    }
    let stage = stages[index]
    try spend(stage.layer.inputCount * stage.layer.unitCount)
    let forms = zip(stage.columns, stage.layer.biases).map { column, bias in
      AffineForm.sum(cell.outputs, times: column, plus: bias)
    }
    guard forms.allSatisfy(\.isFinite) else {
      throw NetworkError(
        "What layer \(index + 1) computes is more than a Double holds; scale the weights down.")
    }
    guard let pieces = stage.pieces else {
      let next = LinearCell(shape: cell.shape, outputs: forms, pattern: cell.pattern)
      return try follow(next, to: index + 1)
    }
    for shape in try parts(of: cell.shape, cutBy: forms, at: pieces.bends) {
      let interior = shape.interior
      let units = forms.map { form in
        let value = form.value(at: interior).value
        return pieces.bends.count { DoubleDouble($0) < value }
      }
      let outputs = zip(forms, units).map { form, piece in
        AffineForm.sum([form], times: [pieces.slopes[piece]], plus: pieces.intercepts[piece])
      }
      try follow(
        LinearCell(shape: shape, outputs: outputs, pattern: cell.pattern + [units]), to: index + 1)
    }
  }

  private mutating func parts(
    of shape: Shape, cutBy forms: [AffineForm], at bends: [Double]
  ) throws(NetworkError) -> [Shape] {
    var parts = [shape]
    for form in forms {
      for bend in bends {
        try spend(parts.count, holding: parts.count)
        parts = parts.flatMap { part in
          let (below, above) = part.split(where: form, is: bend)
          return [below, above].compactMap(\.self)
        }
      }
    }
    try spend(parts.count * forms.count, holding: parts.count)
    return parts
  }

  private mutating func spend(_ count: Int, holding parts: Int = 0) throws(NetworkError) {
    spent += count
    guard cells.count + parts <= maximumCount else {
      throw NetworkError(
        "The network has more than \(maximumCount) linear pieces; take fewer units or layers, or a"
          + " smaller box.")
    }
    guard spent < Self.budget else {
      throw NetworkError(
        "Finding the linear pieces of this network takes too long; take fewer units or layers.")
    }
  }
}
