internal import Activations
internal import Plotting
internal import Wording

/// A derivative of a function at the points of a range, and the words for it.
struct SampledDerivative {
  let formula: Formula
  /// 0 is the function itself.
  let order: Int
  private(set) var x: [Double]
  private(set) var values: [Double]
  /// Where the curve was taken apart.
  private let jumps: [Jump]
  private let sampleCount: Int

  init(formula: Formula, order: Int, x: [Double], values: [Double]) {
    self.init(
      formula: formula, order: order, x: x, values: values, jumps: [], sampleCount: x.count)
  }

  /// A curve that has been taken apart at jumps already.
  init(
    formula: Formula, order: Int, x: [Double], values: [Double], jumps: [Jump],
    sampleCount: Int? = nil
  ) {
    self.formula = formula
    self.order = order
    self.x = x
    self.values = values
    self.jumps = jumps
    self.sampleCount = sampleCount ?? x.count
  }

  /// Some derivatives of a function over a range.
  static func all(
    of formula: Formula, orders: [Int], over range: SampleRange, precision: Precision
  ) throws(OrderError) -> [SampledDerivative] {
    guard orders.count > 1 else {
      let (x, values) = try formula.derivative(orders[0], over: range, precision: precision)
      return [SampledDerivative(formula: formula, order: orders[0], x: x, values: values)]
    }
    let samples = try formula.samples(
      over: range, order: orders.max() ?? 0, precision: precision)
    var all: [SampledDerivative] = []
    for order in orders {
      guard samples.derivatives.indices.contains(order) else { throw OrderError(order: order) }
      all.append(
        SampledDerivative(
          formula: formula, order: order, x: samples.x, values: samples.derivatives[order]))
    }
    return all
  }

  /// A place where the derivative has two limits, and what is taken for it.
  struct Jump {
    let x: Double
    /// The limits; `nil` beyond an end of the range, and NaN beside a value that stands alone.
    let left: Double?
    let right: Double?
    let value: Double

    /// Whether the value stands alone: beside it there is none, or one limit that it is not.
    var isApart: Bool {
      guard value.isFinite, let left, let right else { return false }
      return left.isNaN && right.isNaN || left == right && left != value
    }
  }

  /// The curve with a break at each jump and hole between its ends, from one limit to the other. Derivatives
  /// by a parameter and those of higher orders than kinks are known to stay whole.
  func broken() -> SampledDerivative {
    guard order <= Kink.highestOrder, formula.differentiationParameter == nil,
      let first = x.first, let last = x.last
    else { return self }
    let kinks = formula.kinks(in: first...last)
    let jumps = Self.gaps(kinks, of: formula, order: order, in: first...last)
    guard !jumps.isEmpty else { return self }
    var broken = SampledDerivative(
      formula: formula, order: order, x: [], values: [], jumps: jumps, sampleCount: sampleCount)
    broken.x.reserveCapacity(x.count + 3 * jumps.count)
    broken.values.reserveCapacity(x.count + 3 * jumps.count)
    var rest = jumps.filter { $0.left != nil && $0.right != nil }[...]
    let ends = jumps.filter { $0.left == nil || $0.right == nil }
    for (point, value) in zip(x, values) {
      while let jump = rest.first, jump.x <= point {
        broken.x += [jump.x, jump.x, jump.x]
        broken.values += [jump.left ?? .nan, .nan, jump.right ?? .nan]
        rest = rest.dropFirst()
      }
      // A sample at the jump itself is a point of neither side.
      if broken.x.last != point {
        let end = ends.first { $0.x == point }
        broken.x.append(point)
        broken.values.append(end.flatMap { $0.left ?? $0.right } ?? value)
      }
    }
    return broken
  }

  /// The curve with a break at each pole between its samples, which no line may join: what lies between
  /// them is out of the axes. A sample within rounding of a pole has a value of one side, of whatever
  /// size, and so no place.
  func parted(at poles: [Pole], precision: Precision) -> SampledDerivative {
    guard !poles.isEmpty else { return self }
    var parted = SampledDerivative(
      formula: formula, order: order, x: [], values: [], jumps: jumps, sampleCount: sampleCount)
    parted.x.reserveCapacity(x.count + poles.count)
    parted.values.reserveCapacity(x.count + poles.count)
    var rest = poles[...]
    var last: Pole?
    // Steps are added up to digits of the range, not of the sample.
    let reach = max(x.first?.magnitude ?? 0, x.last?.magnitude ?? 0)
    let ulp = precision.unit(at: reach)
    let width = x.count > 1 ? (x[1] - x[0]) / 4 : .infinity
    let near = min(4 * ulp, width)
    for (point, value) in zip(x, values) {
      while let pole = rest.first, pole.x < point {
        last = pole
        // Before the first sample there is nothing to part.
        if !parted.x.isEmpty, parted.x.last != pole.x {
          parted.x.append(pole.x)
          parted.values.append(.nan)
        }
        rest = rest.dropFirst()
      }
      let isPole = [last, rest.first].contains { pole in
        pole.map { $0.x == point || ($0.x - point).magnitude <= near } ?? false
      }
      parted.x.append(point)
      parted.values.append(isPole ? .nan : value)
    }
    return parted
  }

  /// The jumps, and the holes, at which both limits are one that the derivative does not take.
  static func gaps(
    _ kinks: [Kink], of formula: Formula, order: Int, in range: ClosedRange<Double>
  ) -> [Jump] {
    let jumps = jumps(kinks, of: formula, order: order, in: range)
    let known = Set(jumps.map(\.x))
    let holes = formula.holes(order: order, in: range).filter { hole in
      // Where the derivative of a function with a corner has two limits there is no hole of it.
      !known.contains(hole.x)
        && !kinks.contains { $0.x == hole.x && $0.left[order] != $0.right[order] }
    }
    guard !holes.isEmpty else { return jumps }
    let open = holes.map { Jump(x: $0.x, left: $0.limit, right: $0.limit, value: .nan) }
    return (jumps + open).sorted { $0.x < $1.x }
  }

  /// The kinks at which a derivative has two limits, or a value that is neither, and all are finite,
  /// or at which it has a value and beside it none.
  static func jumps(
    _ kinks: [Kink], of formula: Formula, order: Int, in range: ClosedRange<Double>
  ) -> [Jump] {
    guard order <= Kink.highestOrder, formula.differentiationParameter == nil else { return [] }
    let torn = kinks.filter { kink in
      let left = kink.left[order], right = kink.right[order]
      guard range.contains(kink.x) else { return false }
      if kink.isAlone { return order == 0 }
      return (left != right || order == 0 && kink.order == 0) && left.isFinite && right.isFinite
    }
    guard let samples = try? formula.samples(at: torn.map(\.x), order: order) else { return [] }
    return zip(torn, samples.derivatives[order]).map { kink, value in
      Jump(
        x: kink.x, left: kink.x > range.lowerBound ? kink.left[order] : nil,
        right: kink.x < range.upperBound ? kink.right[order] : nil,
        value: !kink.isSingular ? value : order == 0 ? kink.value : .nan)
    }
  }

  /// A full dot at the value of each jump, and open ones at the limits that it is not. At an end of
  /// the range only the limit within it has one.
  func dots(style: Int) -> [Dot] {
    jumps.flatMap { jump in
      let limits = Set([jump.left, jump.right].compactMap { $0 })
      let isInner = jump.left != nil && jump.right != nil
      let open = limits.subtracting([jump.value]).filter(\.isFinite).sorted().map {
        Dot(x: jump.x, y: $0, isFull: false, style: style)
      }
      let isAlone = limits.allSatisfy(\.isNaN)
      guard jump.value.isFinite, isInner || isAlone || limits.contains(jump.value) else {
        return open
      }
      return open + [Dot(x: jump.x, y: jump.value, isFull: true, style: style)]
    }
  }

  /// The function in the notation of mathematics: f(x), f′(x), f″(x), f⁽⁴⁾(x).
  var subject: String {
    let variable = formula.differentiationParameter
    guard let name = formula.name else {
      return order == 0 ? formula.label : derivative(of: "(\(formula.label))", "", by: variable)
    }
    guard !formula.isNamedByWords else {
      return order == 0 ? name : derivative(of: "(\(name))", "", by: variable)
    }
    return derivative(of: name, "(x)", by: variable)
  }

  /// The same, with f for a function that has no name.
  var plainSubject: String {
    derivative(of: formula.name ?? "f", "(x)", by: formula.differentiationParameter)
  }

  /// `subject` as it is set in a figure: with the parameters that are set, and formulas in
  /// mathematics unless they are very long.
  var typesetSubject: String {
    if let name = formula.name {
      guard formula.hasGivenName else {
        return derivative(of: name, "(x)") + String(formula.typesetLabel.dropFirst(name.count))
      }
      guard order > 0, !name.isEmpty else { return formula.typesetLabel }
      let typeset = formula.nameLaTeX.map { "$\($0)$" } ?? name
      return derivative(of: "(\(typeset))", "")
        + String(formula.typesetLabel.dropFirst(typeset.count))
    }
    guard formula.differentiationParameter == nil || order == 0,
      formula.latex.utf8.count <= Self.longestFormula
    else { return subject }
    guard order > 0 else { return typesetLabel }
    return "$\\left(\(formula.latex)\\right)\(primes)$"
  }

  /// The marks of a derivative by x in LaTeX; none for the function itself.
  var primes: String {
    order <= 3 ? String(repeating: "'", count: order) : "^{(\(order))}"
  }

  /// The formula's label as it is set in a figure.
  var typesetLabel: String {
    formula.hasGivenName || formula.latex.utf8.count <= Self.longestFormula
      ? formula.typesetLabel : formula.label
  }

  /// More than this of LaTeX could not be read in a legend.
  private static let longestFormula = 300

  /// A function with the marks of its derivative, as it is set in a figure.
  func derivative(of symbol: String, _ argument: String) -> String {
    derivative(of: symbol, argument, by: typesetVariable)
  }

  /// The parameter by which the derivative is taken, as a letter if it is the name of one.
  private var typesetVariable: String? {
    guard let latex = variableLaTeX, !latex.contains("\\mathrm") else {
      return formula.differentiationParameter
    }
    return "$\(latex)$"
  }

  /// The parameter by which the derivative is taken, in LaTeX; `nil` if it is taken by x.
  var variableLaTeX: String? {
    guard let name = formula.differentiationParameter else { return nil }
    return try? Formula(name, constants: [name: 0]).latex
  }

  /// A function with the marks of its derivative: f″(x), or ∂²f(x)/∂α² by a parameter.
  func derivative(
    of symbol: String, _ argument: String, by variable: String?
  ) -> String {
    guard order > 0, let variable else {
      let primes = ["", "\u{2032}", "\u{2033}", "\u{2034}"]
      let mark = order < primes.count ? primes[order] : "⁽\(order.superscript)⁾"
      return symbol + mark + argument
    }
    let power = order == 1 ? "" : order.superscript
    return "∂\(power)\(symbol)\(argument)/∂\(variable)\(power)"
  }

  /// What is sampled where, and between which values, in a sentence.
  func summary(in precision: Precision, _ words: FigureWords) -> String {
    var extent: (least: String, greatest: String)?
    let finite = values.lazy.filter(\.isFinite)
    if let low = finite.min(), let high = finite.max() {
      extent = (precision.written(low), precision.written(high))
    }
    var definition = formula.label
    if let activation = formula.activation {
      let parameters = formula.openParameters.map {
        ", \($0.name) = \(precision.written($0.value))"
      }
      definition = "\(activation.name)(x) = \(activation.definition)\(parameters.joined())"
    }
    return words.samples(
      ofActivation: formula.activation != nil, order: order, definition, sampleCount,
      in: precision.isShort ? precision.rawValue : nil, from: precision.written(x.first ?? 0),
      to: precision.written(x.last ?? 0), values: extent)
  }
}
