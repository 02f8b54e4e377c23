internal import Wording

/// Why a network cannot be drawn. In the sentences layers count as in the chapter, from 1 behind the
/// inputs, and units from 1; in the cases layer 0 are the inputs, and units count from 0.
public enum NetworkDiagramError: Error, Hashable, CustomStringConvertible {
  /// The number of layers is outside `NetworkDiagram.layerCounts`.
  case layerCount(Int)
  /// The number of units is outside `NetworkDiagram.unitCounts`.
  case unitCount(layer: Int, Int)
  /// Fewer units of a layer are to be drawn than its first and last.
  case most(Int)
  /// There are letters or captions for another number of layers.
  case wordCount(of: Word, Int, layers: Int)
  /// A letter is set between dollar signs, although it is mathematics anyway.
  case letterWithDollar(String)
  /// There are weights for another number of pairs of layers.
  case weightsCount(Int, layers: Int)
  /// Weights have another number of rows than the layer has units.
  case weightRows(layer: Int, Int, units: Int)
  /// A row of weights has another number of columns than the next layer has units.
  case weightColumns(layer: Int, row: Int, Int, units: Int)
  /// There are weights of biases for another number of units; `units` is 0 without biases.
  case biasCount(layer: Int, Int, units: Int)
  /// A weight is not a finite number.
  case weightNotFinite(layer: Int, row: Int, column: Int, Double)
  /// The weight of a bias is not a finite number.
  case biasNotFinite(layer: Int, unit: Int, Double)
  /// There are values for another number of units.
  case valueCount(layer: Int, Int, units: Int)
  /// A value is not a finite number.
  case valueNotFinite(layer: Int, unit: Int, Double)
  /// A unit that the layer does not have is dropped.
  case droppedUnit(layer: Int, unit: Int, units: Int)
  /// The network is not the one that was published, or is not drawn as that.
  case notThePublished(String)
  /// The page would be larger than `FigureSize.sides`; `points` is its larger side, and
  /// so many units of each layer would fit, or fewer units would not help.
  case tooLarge(points: Double, mostUnits: Int?)
  /// More connections than `NetworkDiagram.mostConnections` would be drawn.
  case tooManyConnections(Int)

  /// What there is one a layer of.
  public enum Word: String, Sendable, Hashable {
    /// The letters that units are named with.
    case letter
    /// The captions of layers.
    case caption
  }

  /// What is wrong and the remedy, as sentences.
  public var description: String {
    switch self {
    case .layerCount(let count):
      "A diagram has inputs and from 1 to 11 layers behind them, and \(max(0, count - 1)) are given."
        + " \(count < 2 ? "Add layers, as in 4 5 3." : "Leave some out.")"
    case .unitCount(let layer, let count):
      "A layer has from 1 to 1,000,000 units, and \(name(layer)) has \(grouped(count)). Draw"
        + " \(count < 1 ? "at least one." : "fewer, and tell their number in its caption.")"
    case .most(let most):
      "Of a large layer at least 2 units are drawn, the first and the last, and \(most) are asked"
        + " for."
    case .wordCount(let word, let given, let layers):
      "There are \(counted(given, word.rawValue)) for the inputs and \(counted(layers - 1, "layer"));"
        + " give one for the inputs and one for each layer, an empty one for none."
    case .letterWithDollar(let letter):
      "The letter \(quoted(letter)) is mathematics as it is; write it without dollar signs."
    case .notThePublished(let reason):
      "The published figure has 4 inputs, 5 hidden units and 3 outputs, is drawn upwards and"
        + " without biases; \(reason). Change that, or have straight rows."
    case .tooLarge(let points, let mostUnits):
      "The diagram would be \(grouped(Int(min(points, 1e15)))) pt long, and a page has at most"
        + " 14,400 pt (200 in). "
        + (mostUnits.map { "Draw at most \($0) units of each layer, or a smaller font size." }
          ?? "Choose shorter words or a smaller font size.")
    case .tooManyConnections(let count):
      "\(grouped(count)) connections would be drawn, and at most"
        + " \(grouped(NetworkDiagram.mostConnections)) can be; draw fewer units of each layer."
    case .weightsCount(let given, let layers):
      "There are weights of \(counted(given, "layer")), and the network has \(layers - 1) behind the"
        + " inputs; give one matrix for each, or none at all."
    case .weightRows(let layer, let rows, let units):
      "The weights of layer \(layer + 1) have \(counted(rows, "row")), and \(name(layer)) before it has"
        + " \(counted(units, "unit")); give a row for each of these."
    case .weightColumns(let layer, let row, let columns, let units):
      "Row \(row + 1) of the weights of layer \(layer + 1) has \(counted(columns, "number")), and the"
        + " layer has \(counted(units, "unit")); give a number for each unit."
    case .biasCount(let layer, let given, let units):
      "The weights of layer \(layer + 1) have \(counted(given, "bias", plural: "biases")), and"
        + (units == 0
          ? " 0 are drawn, as the diagram has no biases; leave them out, or draw biases."
          : " the layer has \(counted(units, "unit")); give a bias for each unit.")
    case .weightNotFinite(let layer, let row, let column, let value):
      "The weight from unit \(row + 1) of \(name(layer)) to unit \(column + 1) of layer"
        + " \(layer + 1) is \(numeral(value)), and a width needs a finite number; give one, or 0."
    case .biasNotFinite(let layer, let unit, let value):
      "The bias of unit \(unit + 1) of layer \(layer + 1) is \(numeral(value)), and a width needs a"
        + " finite number; give one, or 0."
    case .valueCount(let layer, let given, let units):
      "There are \(counted(given, "value")) of \(name(layer)) for \(counted(units, "unit")); give a value"
        + " for each unit, or none."
    case .valueNotFinite(let layer, let unit, let value):
      "The value of unit \(unit + 1) of \(name(layer)) is \(numeral(value)), and a colour needs"
        + " a finite number; give one."
    case .droppedUnit(let layer, let unit, let units):
      "Unit \(unit + 1) of \(name(layer)) cannot be dropped, as there"
        + " \(units == 1 ? "is 1 unit" : "are \(grouped(units)) units"); choose from 1 to \(units)."
    }
  }

  /// A layer in sentences.
  private func name(_ layer: Int) -> String { layer == 0 ? "the input layer" : "layer \(layer)" }
}

/// A number and what it counts, by its plural where that is not a matter of one letter.
private func counted(_ number: Int, _ noun: String, plural: String) -> String {
  "\(grouped(number)) \(number == 1 ? noun : plural)"
}
