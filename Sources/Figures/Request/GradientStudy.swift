internal import Activations
internal import Glibc
internal import Networks
internal import Wording

/// How large the gradient of a deep network is in each of its layers, over several seeds.
struct GradientStudy: Sendable {
  let activation: Formula
  let initialization: NamedInitialization
  /// The decimal logarithms of the sizes by layer, each relative to that of the last layer, and sorted
  /// over the seeds.
  let logarithms: [[Double]]
  /// The share of units that pass no gradient, on average over layers and seeds.
  let deadShare: Double
  /// The steepest slope of the activation.
  let steepest: Double

  /// What networks are studied.
  struct Shape: Sendable {
    let depth: Int
    let width: Int
    let examples: Int
    let seeds: Int

    /// How many products the gradients of one activation take.
    var cost: Double {
      2 * Double(depth) * Double(width) * Double(width) * Double(examples) * Double(seeds)
    }
  }

  /// All layers are as wide as the input and have the activation. With seed s weights are drawn as
  /// `Network` draws them, biases are 0, and the examples are standard normal from SplitMix64 with the
  /// seed 2⁶³ + s.
  init(of activation: Formula, _ initialization: NamedInitialization, _ shape: Shape) throws {
    let sizes = Array(repeating: shape.width, count: shape.depth + 1)
    let activations = Array(repeating: Optional(activation), count: shape.depth)
    var bySeed: [[Double]] = [], dead = 0.0
    for seed in 1...UInt64(shape.seeds) {
      let network = try Network(
        sizes: sizes, activations: activations, weights: initialization.value, seed: seed)
      var generator = SplitMix64(seed: 1 << 63 + seed)
      let numbers = (0..<shape.examples * shape.width).map { _ in generator.normal() }
      let inputs = try Matrix(
        rowCount: shape.examples, columnCount: shape.width, elements: numbers)
      let found = try network.gradientSizes(at: inputs)
      let last = found.logarithms[shape.depth - 1]
      bySeed.append(found.logarithms.map { last.isFinite ? $0 - last : -.infinity })
      dead += found.deadShares.reduce(0, +) / Double(shape.depth * shape.seeds)
    }
    self.activation = activation
    self.initialization = initialization
    logarithms = (0..<shape.depth).map { layer in bySeed.map { $0[layer] }.sorted() }
    deadShare = dead
    let slopes = CurveFacts(of: activation, order: 1, in: -30...30).extent
    steepest = slopes.map { max($0.lowerBound.magnitude, $0.upperBound.magnitude) } ?? .nan
  }

  /// A quantile over the seeds in each layer, between the two nearest in proportion.
  func quantile(_ share: Double) -> [Double] {
    logarithms.map { sorted in
      let place = share * Double(sorted.count - 1), lower = Int(place)
      let upper = min(lower + 1, sorted.count - 1), part = place - Double(lower)
      // Between nothing and something is nothing; -∞ less -∞ would be no number.
      return part == 0 || !sorted[lower].isFinite
        ? sorted[lower] : sorted[lower] + part * (sorted[upper] - sorted[lower])
    }
  }

  /// Why there is nothing to draw: in most networks no gradient comes to a layer before the last.
  func absence(_ words: FigureWords) -> String? {
    guard quantile(0.5).dropLast().allSatisfy({ !$0.isFinite }) else { return nil }
    return words.noGradient(
      with: activation.label, initialization.word, isConstant: steepest == 0)
  }

  /// The logarithms of what slopes alone allow: their greatest to the power of the layers above, if
  /// that shrinks.
  var bound: [Double]? {
    guard steepest > 0, steepest < 1 else { return nil }
    let depth = logarithms.count
    return (1...depth).map { Double(depth - $0) * log10(steepest) }
  }

  /// The number with that logarithm in words, also beyond the range of Double.
  static func number(_ logarithm: Double) -> String {
    guard logarithm.isFinite else { return logarithm < 0 ? "0" : "\(logarithm)" }
    guard logarithm.magnitude > 300 else { return Description.short(pow(10, logarithm)) }
    let whole = logarithm.rounded(.down)
    return "\(Description.short(pow(10, logarithm - whole)))e\(Int(whole))"
  }
}

/// A way to draw weights, under the word for it.
struct NamedInitialization: Sendable, Hashable {
  let word: String
  let value: Initialization

  static let words =
    NetworkRequest.WeightInitialization.allCases.map(\.rawValue)
    + ["normal:DEVIATION", "uniform:LIMIT"]
}
