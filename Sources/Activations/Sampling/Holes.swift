/// A place where the formula of a function has no value, as (x² - 1) / (x - 1) has none at 1, and
/// the function a limit, which is taken for its value everywhere.
public struct Hole: Sendable, Hashable {
  /// The place, or the Double nearest to it.
  public let x: Double
  /// The limit, from the side on which the function is defined if there is only one.
  public let limit: Double
  /// Whether `x` is the place itself; at a Double beside it the formula has a value.
  public let isExact: Bool
}

extension Formula {
  /// The places, ascending, where something is divided by 0 or the logarithm of 0 is taken and a
  /// derivative has a limit all the same; none of derivatives by a parameter, and none so far out that
  /// Doubles beside the place do not tell the limit.
  ///
  /// - Parameters:
  ///   - order: The derivative, 0 for the function itself, within `Formula.orders`.
  ///   - range: Where to look; everywhere if `nil`, in steps that grow with the distance from 0.
  public func holes(order: Int = 0, in range: ClosedRange<Double>? = nil) -> [Hole] {
    guard let written = programAsWritten else { return [] }
    let places = openPlaces(of: written, in: range)
    let around = places.flatMap { [$0.nextDown, $0, $0.nextUp] }
    guard !places.isEmpty, let samples = try? samples(at: around, order: order) else { return [] }
    let values = samples.derivatives[order]
    var block = JetBlock<Extended>(program: written, order: 0, samples: 1)
    return places.indices.compactMap { index in
      let x = places[index]
      block.evaluate(at: CollectionOfOne(Extended(x)))
      let isExact = !block.derivative(0, at: 0).double.isFinite
      let (low, value, high) = (values[3 * index], values[3 * index + 1], values[3 * index + 2])
      guard let limit = isExact ? value : Self.limit(among: low, value, high), limit.isFinite else {
        return nil
      }
      return Hole(x: x, limit: limit, isExact: isExact)
    }
  }

  /// The limit at a place between Doubles at which a continuous function has these values; `nil` if they
  /// do not tell it.
  private static func limit(among low: Double, _ value: Double, _ high: Double) -> Double? {
    if low * high < 0, max(low.magnitude, high.magnitude) < 0x1p-40 { return 0 }
    return (high - low).magnitude <= 8 * value.ulp ? value : nil
  }

  /// The program of the formula as it is written, if it divides; `nil` if no place can be open.
  ///
  /// An identity, as that of a sine over its angle, has a value where what is written has none; the
  /// activations of the catalogue are continuous by themselves.
  private var programAsWritten: Program? {
    let values = Dictionary(openParameters.map { ($0.name, $0.value) }) { first, _ in first }
    guard differentiationParameter == nil,
      let written = try? ProgramBuilder.program(
        expression, parameters: parameters,
        constants: constants.merging(values) { constant, _ in constant }, convention: convention,
        usesIdentities: false, keepsDefinitions: true),
      !written.denominators(order: 0).isEmpty
    else { return nil }
    return written
  }

  /// Where the formula has no value, and the function neither a pole nor a jump.
  private func openPlaces(of written: Program, in range: ClosedRange<Double>?) -> [Double] {
    let greatest = Double.greatestFiniteMagnitude
    let bounds = range ?? -greatest...greatest
    let (grid, _) = written.resolved(
      Self.grid(in: bounds), most: 8192, within: range == nil ? -100...100 : bounds)
    var search = PoleSearch(program: written, derivatives: written, order: 0)
    let places = search.divisions(between: grid, limit: Self.mostHoles).filter(bounds.contains)
    guard !places.isEmpty else { return [] }
    let poles = singularities(order: 0, in: range).poles.map(\.x)
    let jumps = kinks(in: range).filter { $0.order == 0 }.map(\.x)
    let breaks = Set((poles + jumps).flatMap { [$0, $0.nextUp, $0.nextDown] })
    return places.filter { !breaks.contains($0) }.sorted()
  }

  private static let mostHoles = 1000
}
