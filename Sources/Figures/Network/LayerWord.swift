public import Activations
internal import Plotting
internal import Wording

/// A layer as it is written: how many units it has, and its activation, as in `5:relu`.
public struct LayerWord: Sendable, Hashable {
  /// How many units it has.
  public var count: Int
  /// The activation; `nil` if none is written, so that the layer has the one of its place.
  public var activation: LayerActivation?

  /// A layer of so many units.
  public init(_ count: Int, activation: LayerActivation? = nil) {
    self.count = count
    self.activation = activation
  }

  /// Reads `5`, `5:relu` or `5:FORMULA`.
  ///
  /// - Throws: `WordsError` for what is no number of units from 1 to 1,000,000, and what `Formula`
  ///   throws.
  init(_ text: String) throws {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let number = parts.first, let count = Int(trimmed(number)) else {
      throw WordsError(
        "\(quoted(text)) is no layer; write the number of its units, as in 5, and behind a colon the"
          + " activation, as in 5:relu.")
    }
    guard Self.counts.contains(count) else {
      throw WordsError(
        "A layer of \(count) units cannot be; a layer has from 1 to \(grouped(Self.counts.upperBound))"
          + " of them.")
    }
    self.init(count, activation: parts.count > 1 ? try LayerActivation(String(parts[1])) : nil)
  }

  /// The numbers of units that a layer may have.
  static let counts = NetworkDiagram.unitCounts
}

/// What a layer's units do with the numbers that reach them.
public enum LayerActivation: Sendable, Hashable {
  /// Nothing: the layer is linear.
  case linear
  /// A function of each number by itself.
  case unitwise(Formula)
  /// The exponentials of all, divided by their sum.
  case softmax

  /// Reads a name or a formula; `linear`, `identity` and `none` are no activation.
  init(_ text: String) throws {
    switch trimmed(text).lowercased() {
    case "linear", "identity", "none": self = .linear
    case "softmax": self = .softmax
    default: self = .unitwise(try Formula(text))
    }
  }

  /// What a diagram calls it; nothing if it is none.
  var label: String {
    switch self {
    case .linear: ""
    case .unitwise(let formula): formula.typesetLabel
    case .softmax: "softmax"
    }
  }

  /// The function of each number by itself, `nil` if there is none.
  var formula: Formula? {
    if case .unitwise(let formula) = self { formula } else { nil }
  }
}
