internal import Activations
internal import Networks
public import Plotting
public import Typesetting
public import Wording

/// A drawing of a network of fully connected layers: its units and connections, or what it computes.
///
///     let request = NetworkRequest([4, 5, 3].map { LayerWord($0) })
///     let svg = try request.render(as: .svg)
public struct NetworkRequest: Sendable {
  /// The inputs and the layers, from the inputs to the outputs.
  public var layers: [LayerWord]
  /// The activation of hidden layers that have none of their own.
  public var activation = LayerActivation.linear
  /// Where weights and biases come from; a diagram of units needs none, and for what is computed
  /// they are drawn from the seed 1 if `nil`.
  public var numbers: Numbers?
  /// What is drawn.
  public var view = View.units
  /// The diagram of units, whose layers follow from the request's.
  public var diagram = NetworkDiagram([])
  /// The units that are dropped, by layer from 0 for the inputs, counted from 0.
  public var dropped: [Int: Set<Int>] = [:]
  /// The inputs for whose values the units are coloured; none if empty.
  public var input: [Double] = []
  /// The examples, a row each, for which two networks are compared; four that are always the same if
  /// empty.
  public var batch: [[Double]] = []
  /// What of the inputs is drawn, by the first input and the second; as shows all bends if `nil`.
  public var domain: ClosedRange<Double>?

  /// Colours, fonts and widths.
  public var look = Look()
  /// The pixels to the inch of raster images.
  public var resolution = Resolution.chapter
  /// The language of what is said without being given.
  public var language = Language.en
  /// The title above the picture; none if empty.
  public var title = ""
  /// What readers are told who do not see the figure; what it shows if `nil`.
  public var alternativeText: String?
  package var x = AxisOptions()
  package var y = AxisOptions()
  package var axesStyle = AxesStyle.box
  package var legend: LegendPlace?
  package var size: FigureSize?
  package var hasEqualUnits = false
  package var legendOptions = LegendOptions()

  /// The chapter's, of which nothing else is said.
  static let usual = NetworkRequest([4, 5, 3].map { LayerWord($0) })

  /// A network of these layers, the first of which are the inputs.
  public init(_ layers: [LayerWord]) {
    self.layers = layers
  }

  /// Where weights and biases come from.
  public enum Numbers: Sendable, Hashable {
    /// Drawn by a generator that starts at the seed.
    case drawn(weights: WeightInitialization, seed: UInt64)
    /// W (d x h) of each layer as rows, and b; no biases for zeros.
    case given(weights: [[[Double]]], biases: [[Double]])
  }

  /// How weights are drawn.
  public enum WeightInitialization: String, Sendable, Hashable, CaseIterable {
    /// Glorot and Bengio 2010: uniform in ±√(6 / (d + h)), or normal with variance 2 / (d + h).
    case xavier
    case xavierNormal = "xavier-normal"
    /// He et al. 2015: normal with variance 2 / d, or uniform in ±√(6 / d).
    case he
    case heUniform = "he-uniform"
    /// Normal with the standard deviation 0.01, as in the chapter; or 1.
    case small
    case normal

    var initialization: Initialization {
      switch self {
      case .xavier: .xavierUniform
      case .xavierNormal: .xavierNormal
      case .he: .heNormal
      case .heUniform: .heUniform
      case .small: .normal(standardDeviation: 0.01)
      case .normal: .normal(standardDeviation: 1)
      }
    }
  }

  /// What is drawn of a network.
  public enum View: String, Sendable, Hashable, CaseIterable {
    /// Its units and connections.
    case units
    /// Beside it the one layer that linear layers collapse to.
    case collapse
    /// Beside it the same network with the other of sigmoid and tanh.
    case swap
    /// The function of one input with its bends and slopes, or the linear regions of two inputs.
    case pieces
  }
}

extension NetworkRequest: AxesDrawing {
  /// The name of its files: `network-4-5-3`, `network-1-8-1-pieces`.
  public var name: String {
    let sizes = layers.map { "\($0.count)" }.joined(separator: "-")
    return "network-\(sizes)\(view == .units ? "" : "-\(view.rawValue)")"
  }

  /// What the picture cannot show, in sentences.
  public var doubts: [String] { piecesDoubts }

  /// That of the plane of two inputs, and that of curves; diagrams have a size by themselves.
  package var usualSize: FigureSize? {
    guard view == .pieces else { return nil }
    return layers[0].count == 2 ? try? FigureSize(width: 270, height: 270) : .chapter
  }

  /// Lays out what is drawn of the network.
  ///
  /// - Throws: `NetworkError`, `NetworkDiagramError` or `PlottingError`, sentences for the user.
  public func scene(measuring measurer: some TextMeasurer) throws -> Scene {
    switch view {
    case .units: try unitsDiagram().scene(measuring: measurer)
    case .collapse, .swap: try pair().scene(measuring: measurer)
    case .pieces:
      try (layers[0].count == 2 ? regionsFigure() : piecesFigure()).scene(measuring: measurer)
    }
  }

  // MARK: Numbers

  /// The activations of the layers behind the inputs.
  var activations: [LayerActivation] {
    layers.indices.dropFirst().map { index in
      layers[index].activation ?? (index == layers.count - 1 ? .linear : activation)
    }
  }

  /// The network with its weights, those out of dropped units being 0.
  ///
  /// - Throws: `NetworkError`, or `WordsError` if softmax is among the activations, which works on no
  ///   number by itself; only behind the last layer of a diagram it is left to `setValues`.
  func network() throws -> Network {
    let activations = try activations.enumerated().map { index, activation in
      if activation == .softmax, index < layers.count - 2 || view != .units {
        throw WordsError(
          "softmax works on all units of a layer together, and numbers are computed unit by unit; let it"
            + " be the last layer of a diagram of units, or leave it out.")
      }
      return activation.formula
    }
    let whole = try network(of: activations)
    return try dropped.reduce(whole) { try $0.dropping($1.value, ofLayer: $1.key) }
  }

  private func network(of activations: [Formula?]) throws -> Network {
    switch numbers ?? .drawn(weights: .xavier, seed: 1) {
    case .drawn(let weights, let seed):
      return try Network(
        sizes: layers.map(\.count), activations: activations, weights: weights.initialization,
        biases: view == .units ? .constant(0) : .uniform(limit: 0.5), seed: seed)
    case .given(let weights, let biases):
      return try Network(
        weights: weights.map { try Matrix(rows: $0) }, biases: biases.isEmpty ? nil : biases,
        activations: activations)
    }
  }

  // MARK: Units

  /// The diagram of units with all that is known of them.
  func unitsDiagram() throws -> NetworkDiagram {
    if let layer = dropped.keys.sorted().first(where: { $0 >= layers.count }) {
      throw WordsError(
        "There is no layer \(layer) to drop units of; the network has"
          + " \(counted(layers.count - 1, "layer")) behind the inputs, which are layer 0.")
    }
    var diagram = diagram
    diagram.layers = layers.enumerated().map { index, layer in
      NetworkDiagram.Layer(
        layer.count,
        activation: index == 0 ? "" : look.numbers.written(activations[index - 1].label),
        dropped: dropped[index] ?? [])
    }
    if numbers != nil {
      let network = try network()
      diagram.weights = network.layers.map {
        NetworkDiagram.Weights($0.weights.rows, biases: diagram.hasBiases ? $0.biases : [])
      }
      if !input.isEmpty { try setValues(of: network, in: &diagram) }
    }
    diagram.title = title
    diagram.language = language
    diagram.theme = try look.sizedTheme()
    diagram.isTransparent = look.isTransparent
    diagram.accessibleSummary = alternativeText ?? ""
    return diagram
  }

  private func setValues(of network: Network, in diagram: inout NetworkDiagram) throws {
    let pass = try network.forward(Matrix(rows: [input]))
    diagram.layers[0].values = input
    for (index, layer) in pass.layers.enumerated() {
      diagram.layers[index + 1].values = layer.outputs.row(0)
    }
    if activations.last == .softmax {
      let last = diagram.layers.count - 1
      diagram.layers[last].values = try VectorFunction.softmax.map(diagram.layers[last].values)
        .outputs
    }
  }
}
