internal import Activations
internal import Figures
internal import Files

/// The numbers of a function that the page reads off and compares: computed here, so that the page
/// needs no second implementation of any function.
struct GallerySamples: Sendable {
  /// Evenly spaced places.
  struct Grid: Sendable {
    let first: Double
    /// Places to the unit; where that is below 1, a place every so many units.
    let perUnit: Double
    let count: Int

    var points: [Double] { (0..<count).map { first + Double($0) / perUnit } }

    var json: JSONText {
      .object([
        ("first", .number(first)), ("step", .number(1 / perUnit)), ("count", .integer(count)),
      ])
    }
  }

  /// Where the figures are, every twentieth.
  static let near = Grid(first: -8, perUnit: 20, count: 321)
  /// Where the tails are.
  static let far = Grid(first: -128, perUnit: 0.5, count: 129)
  /// Where curves for other parameters are.
  static let coarse = Grid(first: -8, perUnit: 5, count: 81)

  /// The derivatives of order 0, 1 and 2 over `near`.
  let near: [[Double]]
  /// The same over `far`.
  let far: [[Double]]
  /// What arithmetic in float32 makes of them over `far`.
  let single: [[Double]]
  let variations: [Variation]
  /// Where the derivatives of order 0, 1 and 2 jump or run off, ascending.
  let breaks: [[Break]]

  /// A place that no line crosses, with the limits on both sides of it, to which lines go.
  struct Break: Sendable {
    let x, left, right: Double
  }

  /// Curves of the function and its derivative for values of one parameter, the others as they are.
  struct Variation: Sendable {
    let parameter: String
    let values: [Double]
    /// The place of the value that the function has.
    let usual: Int
    /// For each value the derivatives of order 0 and 1 over `coarse`.
    let derivatives: [[[Double]]]
    /// For each value where these jump or run off.
    let breaks: [[[Break]]]
  }

  init(_ formula: Formula) throws {
    near = try formula.samples(at: Self.near.points, order: 2).derivatives
    far = try formula.samples(at: Self.far.points, order: 2).derivatives
    let grid = Self.far
    let range = try SampleRange(
      from: grid.first, to: grid.first + Double(grid.count) / grid.perUnit, step: 1 / grid.perUnit)
    single = try formula.samples(over: range, order: 2, precision: .float32).derivatives
    breaks = Self.breaks(of: formula, through: 2, in: Self.far.first...(-Self.far.first))
    variations = formula.openParameters.compactMap { Variation(of: formula, by: $0) }
  }

  fileprivate static func breaks(
    of formula: Formula, through highest: Int, in range: ClosedRange<Double>
  ) -> [[Break]] {
    let kinks = formula.kinksFound(in: range).kinks
    return (0...highest).map { order in
      var found: [Double: Break] = [:]
      for pole in formula.singularities(order: order, in: range).poles {
        found[pole.x] = Break(x: pole.x, left: pole.left, right: pole.right)
      }
      for kink in kinks where kink.order <= order {
        found[kink.x] = Break(x: kink.x, left: kink.left[order], right: kink.right[order])
      }
      return found.values.sorted { $0.x < $1.x }
    }
  }

  /// What a y axis shows of the function and its derivative: all of it, but for what is so far out
  /// that the rest would not be seen, as beside a pole.
  var limits: ClosedRange<Double> {
    let values = (near[0] + near[1]).filter(\.isFinite).sorted()
    guard let least = values.first, let greatest = values.last else { return -1...1 }
    let low = values[values.count / 50], high = values[values.count - 1 - values.count / 50]
    let reach = 0.5 * (high - low)
    var bounds = (max(least, low - reach), min(greatest, high + reach))
    if bounds.0 == bounds.1 { bounds = (bounds.0 - 0.5, bounds.1 + 0.5) }
    let margin = 0.05 * (bounds.1 - bounds.0)
    return bounds.0 - margin...bounds.1 + margin
  }
}

extension GallerySamples.Variation {
  /// - Returns: `nil` if there are not at least three values for which the function is defined.
  fileprivate init?(of formula: Formula, by parameter: (name: String, value: Double)) {
    let usual = parameter.value
    let candidates =
      usual == 0
      ? [-2, -1, -0.5, 0, 0.5, 1, 2]
      : [-1, 0, 0.25, 0.5, 1, 1.5, 2, 4].map { $0 * usual }.sorted()
    var values: [Double] = [], derivatives: [[[Double]]] = []
    var breaks: [[[GallerySamples.Break]]] = []
    for value in candidates {
      var parameters = formula.parameters
      parameters[parameter.name] = value
      guard
        let variant = try? Formula(
          formula.text, parameters: parameters, constants: formula.constants,
          definitions: formula.definitions, convention: formula.convention),
        let samples = try? variant.samples(at: GallerySamples.coarse.points, order: 1)
      else { continue }
      values.append(value)
      derivatives.append(samples.derivatives)
      breaks.append(GallerySamples.breaks(of: variant, through: 1, in: GalleryEntry.domain))
    }
    guard values.count > 2, let place = values.firstIndex(of: usual) else { return nil }
    self.init(
      parameter: parameter.name, values: values, usual: place, derivatives: derivatives,
      breaks: breaks)
  }
}

// MARK: - As the page reads them

extension GallerySamples {
  var json: JSONText {
    .object([
      ("near", .array(near.map { Self.numbers($0) })),
      ("far", .array(far.map { Self.numbers($0) })),
      ("single", .array(zip(single, far).map { Self.differences($0, from: $1) })),
      ("variations", .array(variations.map(\.json))),
      ("breaks", .array(breaks.map { .array($0.map(\.json)) })),
    ])
  }

  /// Pairs of a place and a value, where that differs by more than a float32 is rounded.
  private static func differences(_ values: [Double], from exact: [Double]) -> JSONText {
    .array(
      zip(values, exact).enumerated().compactMap { index, pair in
        let (single, double) = pair
        if single == double || single.isNaN && double.isNaN { return nil }
        if (single - double).magnitude <= 1e-6 * double.magnitude { return nil }
        return .array([.integer(index), .significant(single, digits: 5)])
      })
  }

  fileprivate static func numbers(_ values: [Double], digits: Int = 5) -> JSONText {
    .array(values.map { .significant($0, digits: digits) })
  }
}

extension GallerySamples.Variation {
  fileprivate var json: JSONText {
    .object([
      ("parameter", .text(parameter)), ("values", .array(values.map { .number($0) })),
      ("usual", .integer(usual)),
      (
        "curves",
        .array(
          derivatives.map { .array($0.map { GallerySamples.numbers($0, digits: 4) }) })
      ),
      ("breaks", .array(breaks.map { .array($0.map { .array($0.map(\.json)) }) })),
    ])
  }
}

extension GallerySamples.Break {
  fileprivate var json: JSONText {
    .array([.number(x), .significant(left, digits: 5), .significant(right, digits: 5)])
  }
}

extension JSONText {
  /// A number to so many digits, as short as it can be; null for NaN, and a number that is read as
  /// infinite for one that is.
  fileprivate static func significant(_ value: Double, digits: Int) -> JSONText {
    if value.isNaN { return .null }
    if value == 0 { return .integer(0) }
    guard value.isFinite else { return .digits(value < 0 ? "-1e999" : "1e999") }
    var (unit, power) = Description.decimal(value, digits: digits)
    while unit != 0, unit.isMultiple(of: 10) { (unit, power) = (unit / 10, power + 1) }
    if power == 0 { return .integer(unit) }
    if power > 0, power < 3 { return .integer(unit * (power == 1 ? 10 : 100)) }
    return .digits("\(unit)e\(power)")
  }
}
