public import Wording

/// A drawing of a network of fully connected layers: units as circles, connections as arrows.
///
/// Layers are given from the inputs to the outputs. The layers and units of a `NetworkDiagram` count
/// from 0, as do those of the `Scene.Mark`s that it is drawn with; names of units count from 1.
///
///     let diagram = NetworkDiagram([4, 5, 3].map { NetworkDiagram.Layer($0) })
///
/// is the multilayer perceptron of Dive into Deep Learning, in straight rows.
public struct NetworkDiagram: Sendable, Hashable {
  /// The layers, inputs first: from 2 to 12.
  public var layers: [Layer]
  /// Where the outputs are from the inputs.
  public var direction = Direction.up
  /// Whether each layer but the last has a bias, a unit that is always 1.
  public var hasBiases = false
  /// The most units of a layer that are drawn: of a larger layer its first and last ones, with dots
  /// between them and the number of units below the caption. At least 2.
  public var most = 12
  /// The weights of the connections between each layer and the next, for all layers or none. The
  /// width of a connection is in proportion to its weight, its colour tells the sign.
  public var weights: [Weights] = []
  /// How units that are dropped are drawn.
  public var droppedUnits = DroppedUnits.hollow
  /// Whether the connections of dropped units are drawn, pale and dashed.
  public var drawsDroppedConnections = false
  /// The letters that units are named with, one a layer, in TeX's notation of mathematics as in
  /// `\hat{y}`; none for x, h and o. Units of a layer with the letter `""` have no names. Where
  /// layers have the same letter, their place among these is above it.
  public var letters: [String] = []
  /// The captions of the layers, one a layer, `""` for none; none at all for "Input layer", "Hidden
  /// layer" and "Output layer" in the language. Mathematics stands between dollar signs.
  public var captions: [String] = []
  /// The language of captions and other words that are not given, and of what readers are told who do
  /// not see the figure.
  public var language = Language.en
  /// The title above the diagram; empty for none.
  public var title = ""
  /// Whether to draw 4 inputs, 5 hidden units and 3 outputs as Dive into Deep Learning publishes
  /// them: the last input and the last output stand a little above their rows, and the inputs a
  /// little to the right.
  public var isAsPublished = false
  /// The look.
  public var theme = Theme.chapter
  /// Whether the page has no colour.
  public var isTransparent = false
  /// The name of the figure for readers who cannot see it; empty for one that tells the layers.
  public var accessibleTitle = ""
  /// What the figure shows for readers who cannot see it; empty for all that the diagram tells.
  public var accessibleSummary = ""

  /// A diagram in the look of the chapter, to be changed from there.
  public init(_ layers: [Layer]) {
    self.layers = layers
  }

  /// The numbers of layers that a diagram can have.
  public static let layerCounts = 2...12
  /// The numbers of units that a layer can have.
  public static let unitCounts = 1...1_000_000

  /// A layer of units.
  public struct Layer: Sendable, Hashable {
    /// How many units it has, of which `most` are drawn.
    public var count: Int
    /// The name of the activation, which stands below the caption; empty for none.
    public var activation: String
    /// The units that are dropped.
    public var dropped: Set<Int>
    /// The value of each unit, which decides its colour; empty for none.
    public var values: [Double]

    /// A layer of so many units.
    public init(
      _ count: Int, activation: String = "", dropped: Set<Int> = [], values: [Double] = []
    ) {
      self.count = count
      self.activation = activation
      self.dropped = dropped
      self.values = values
    }
  }

  /// The weights between a layer of d units and the next of h: W and b in H = σ(XW + b).
  public struct Weights: Sendable, Hashable {
    /// W, d x h: a unit of the layer a row, a unit of the next layer a column.
    public var matrix: [[Double]]
    /// b, a number for each unit of the next layer, where the diagram has biases; else empty.
    public var biases: [Double]

    /// The weights of all connections between two layers.
    public init(_ matrix: [[Double]], biases: [Double] = []) {
      self.matrix = matrix
      self.biases = biases
    }
  }

  /// Where the outputs are from the inputs.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// Above them; captions stand to the left.
    case up
    /// To the right of them; captions stand below.
    case right
  }

  /// How units that are dropped are drawn.
  public enum DroppedUnits: String, Sendable, Hashable, CaseIterable {
    /// Empty, with a dashed edge and their name.
    case hollow
    /// Empty and crossed out.
    case crossed
    /// Not at all; their place is empty.
    case absent
  }
}
