/// A place where the formula of a function has no value, as (x² - 1) / (x - 1) has none at 1, and
/// the function a limit, which is taken for its value everywhere.
public struct Hole: Sendable, Hashable {
  /// The place, or the Double nearest to it.
  public let x: Double
  /// The limit, from the side on which the function is defined if there is only one.
  public let limit: Double
}

extension Formula {
  /// The places, ascending, where something is divided by 0 or the logarithm of 0 is taken and a
  /// derivative has a limit all the same; none of derivatives by a parameter.
  ///
  /// - Parameters:
  ///   - order: The derivative, 0 for the function itself, within `Formula.orders`.
  ///   - range: Where to look; everywhere if `nil`, in steps that grow with the distance from 0.
  public func holes(order: Int = 0, in range: ClosedRange<Double>? = nil) -> [Hole] {
    let places = openPlaces(in: range)
    guard !places.isEmpty, let samples = try? samples(at: places, order: order) else { return [] }
    return zip(places, samples.derivatives[order]).filter { $1.isFinite }.map {
      Hole(x: $0, limit: $1)
    }
  }

  /// Where the formula has no value, and the function neither a pole nor a jump.
  private func openPlaces(in range: ClosedRange<Double>?) -> [Double] {
    // An identity, as that of a sine over its angle, has a value where what is written has none; the
    // activations of the catalogue are continuous by themselves.
    let values = Dictionary(openParameters.map { ($0.name, $0.value) }) { first, _ in first }
    guard differentiationParameter == nil,
      let written = try? ProgramBuilder.program(
        expression, parameters: parameters,
        constants: constants.merging(values) { constant, _ in constant }, convention: convention,
        usesIdentities: false, keepsDefinitions: true),
      !written.denominators(order: 0).isEmpty
    else { return [] }
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
