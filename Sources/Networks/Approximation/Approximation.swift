public import Activations

/// A network of one hidden layer that is close to a function on an interval: constructed, not trained.
///
/// That there is one for every continuous function and every accuracy is the chapter's universal
/// approximation: Cybenko 1989 for sigmoids; Leshno et al. 1993, "Multilayer feedforward networks with a
/// nonpolynomial activation function can approximate any function".
public struct Approximation: Sendable, Hashable {
  /// One input, the hidden units, one linear output.
  public let network: Network
  /// How it was found.
  public let construction: Construction
  /// What is approximated.
  public let target: Formula
  /// Where.
  public let domain: ClosedRange<Double>
  /// The greatest distance from the target in the interval.
  public let error: GreatestError

  /// A way to find weights.
  public enum Construction: Sendable, Hashable {
    /// The broken line that meets the target at knots (ends included) between which it is off by the
    /// same, as nearly as a grid of 8192 points and more beside needles tells, but for what is left for
    /// the last piece before a kink or the end; kinks of the target are knots where there are enough. Each knot is a unit. Equal errors make interpolation at free knots best:
    /// de Boor 1973, "Good approximation by splines with variable knots".
    case brokenLine(knots: [Double])
    /// Units equally far apart from end to end, all as steep as lets them pass over one, two or four of
    /// these distances, whichever is off by the least, and output weights by least squares at equally
    /// spaced points.
    case leastSquares(centers: [Double])
  }

  /// A distance from the target.
  public struct GreatestError: Sendable, Hashable {
    /// How far the network is off.
    public let size: Double
    /// Where.
    public let x: Double
    /// Whether the target turns more often, or has more kinks and needles, than were looked at, so that
    /// the network may be further off elsewhere.
    public let isLowerBound: Bool
  }

  /// The most hidden units.
  public static let maximumUnits = 128

  /// Constructs a network of so many hidden units.
  ///
  /// For an activation of two straight pieces with one bend, such as ReLU and leaky ReLU, it is the
  /// broken line of `Construction.brokenLine`; for one that levels off on both sides at different
  /// heights, as sigmoid, or nears lines of different slopes, as GELU, `Construction.leastSquares`.
  ///
  /// - Throws: `NetworkError` for fewer than 1 or more than `maximumUnits` units, an activation of
  ///   another kind, an interval without extent, and a target that is not continuous on it.
  public init(
    of target: Formula, units: Int, activation: Formula, on domain: ClosedRange<Double>
  ) throws(NetworkError) {
    try Self.check(units)
    try self.init(
      TargetSamples(of: target, on: domain), UnitShape(of: activation), units, activation, domain)
  }

  /// Networks of several numbers of hidden units, for which the function is looked at once.
  ///
  /// - Throws: What one of them throws.
  public static func several(
    of target: Formula, units: [Int], activation: Formula, on domain: ClosedRange<Double>
  ) throws(NetworkError) -> [Approximation] {
    for count in units { try check(count) }
    let samples = try TargetSamples(of: target, on: domain)
    let shape = try UnitShape(of: activation)
    var all: [Approximation] = []
    for count in units {
      all.append(try Approximation(samples, shape, count, activation, domain))
    }
    return all
  }

  private static func check(_ units: Int) throws(NetworkError) {
    guard 1...maximumUnits ~= units else {
      throw NetworkError(
        "\(units) hidden units cannot be constructed; take from 1 to \(maximumUnits).")
    }
  }

  private init(
    _ samples: TargetSamples, _ shape: UnitShape, _ units: Int, _ activation: Formula,
    _ domain: ClosedRange<Double>
  ) throws(NetworkError) {
    let (layer, construction) =
      switch shape {
      case .bend(let bend): Self.brokenLine(through: samples, units: units, bend)
      case .passage(let passage): try Self.leastSquares(samples, units, passage)
      }
    network = try Network(layers: [
      Layer(
        weights: Matrix(1, units, layer.map(\.weight)), biases: layer.map(\.bias),
        activation: activation),
      Layer(
        weights: Matrix(units, 1, layer.map(\.output)),
        biases: [Self.offset(of: layer, activation, samples, construction)]),
    ])
    self.construction = construction
    target = samples.target
    self.domain = domain
    error = try Self.greatestError(of: network, from: samples, construction)
  }

  /// A hidden unit: output · σ(weight · x + bias).
  struct Unit {
    var weight = 1.0
    let bias: Double
    var output = 0.0
    /// The part of the output's bias that comes with it, if it is known already.
    var offset: Double?
  }

  /// The bias of the output: as least squares have it, or so that the first knot is met.
  private static func offset(
    of units: [Unit], _ activation: Formula, _ samples: TargetSamples, _ construction: Construction
  ) -> Double {
    if let offset = units.first?.offset { return offset }
    let start = samples.x[0]
    let values = try? activation.samples(at: units.map { $0.weight * start + $0.bias }).values
    let sum = zip(units, values ?? []).reduce(DoubleDouble(0)) { sum, unit in
      sum + DoubleDouble(product: unit.0.output, unit.1)
    }
    return (DoubleDouble(samples.values[0]) - sum).high
  }

  /// What the network computes, as a formula of x.
  ///
  /// - Throws: `FormulaError` if it is too long when written out.
  public func formula() throws(FormulaError) -> Formula {
    try activation.combination(of: units, plus: network.layers[1].biases[0])
  }

  /// What each hidden unit adds to the output, as formulas of x; these and the bias of the output are
  /// `formula()`.
  public func summands() throws(FormulaError) -> [Formula] {
    var all: [Formula] = []
    for unit in units { all.append(try activation.combination(of: [unit], plus: 0)) }
    return all
  }

  private var activation: Formula {
    guard let activation = network.layers[0].activation else {
      preconditionFailure("hidden units have an activation")
    }
    return activation
  }

  private var units: [Formula.HiddenUnit] {
    let (hidden, output) = (network.layers[0], network.layers[1].weights)
    return (0..<hidden.unitCount).map {
      Formula.HiddenUnit(
        weight: hidden.weights[0, $0], bias: hidden.biases[$0], output: output[$0, 0])
    }
  }
}
