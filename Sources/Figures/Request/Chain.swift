internal import Activations
internal import Wording

/// Functions that are applied one after the other, once or several times.
struct Chain: Sendable, Hashable {
  /// The functions, the one that works first before the others.
  let maps: [Formula]
  /// What works between each two of them, if there is such a function.
  let between: Formula?
  /// How often the maps are applied as a whole, for each function that is drawn.
  let depths: [Int]
  /// Which derivatives are drawn.
  let orders: [Int]
  /// The parameter by which these are taken, if it is not x.
  let variable: String?
  /// What there is after each map, as far as the greatest depth.
  private let stages: [Formula]

  /// The most maps that a composition may have, those between not counted.
  static let maximumCount = 64

  init(
    _ maps: [Formula], between: Formula?, depths: [Int], orders: [Int], by variable: String?
  ) throws {
    (self.maps, self.between, self.depths, self.orders) = (maps, between, depths, orders)
    self.variable = variable
    var whole = maps[0], stages = [whole]
    for index in 1..<max(1, maps.count * (depths.max() ?? 1)) {
      if let between {
        whole = try between.composed(with: whole)
        stages.append(whole)
      }
      whole = try maps[index % maps.count].composed(with: whole)
      stages.append(whole)
    }
    self.stages = stages
  }

  /// How many functions work before the chain begins again.
  private var period: Int { between == nil ? maps.count : 2 * maps.count }

  /// How many functions a composition of that depth is made of.
  private func length(_ depth: Int) -> Int {
    between == nil ? depth * period : depth * period - 1
  }

  /// The function that works at a place, counted from 0.
  private func map(at index: Int) -> Formula {
    guard let between else { return maps[index % maps.count] }
    return index.isMultiple(of: 2) ? maps[index / 2 % maps.count] : between
  }

  /// The compositions of all depths, named.
  func compositions() throws -> [Formula] { try named(depths.map(length)) }

  /// What there is after each step of the greatest depth, the composition last, named.
  func steps() throws -> [Formula] { try named(Array(1...length(depths.max() ?? 1))) }

  // MARK: Names

  /// The functions after so many steps each. The first that letters stand for says what they mean.
  private func named(_ lengths: [Int]) throws -> [Formula] {
    var isDefined = false
    return try lengths.map { length in
      let stage = stages[length - 1]
      let whole = try variable.map { try stage.differentiated(by: $0) } ?? stage
      guard length > 1 else { return whole }
      let map = orders == [0] ? whole.affineMap : nil
      // What is written as its own line needs no second.
      let affine = map.flatMap { $0.hasAllDigits && $0.description != whole.description ? $0 : nil }
      let equals = affine.map { (" = \($0)", " = \($0.latex)") } ?? ("", "")
      guard maps.contains(where: { $0.name == nil }) else {
        let letters = letters(length)
        return whole.called(letters.plain + equals.0, latex: letters.latex + equals.1)
      }
      // Nor is a sign of a sign easily read.
      let isPlain = !whole.description.contains("--")
      guard whole.latex.utf8.count > Self.longestFormula || !isPlain else {
        return whole.called(whole.description + equals.0, latex: whole.latex + equals.1)
      }
      var (plain, latex) = letters(length)
      if affine != nil { (plain, latex) = (plain + equals.0, "\(latex)(x)\(equals.1)") }
      if !isDefined {
        isDefined = true
        plain += definitions.map { ", \($0.plain)" }.joined()
        latex += definitions.map { ",\\ \($0.latex)" }.joined()
      }
      return whole.called(plain, latex: latex)
    }
  }

  /// A formula whose LaTeX is longer has letters for its maps.
  private static let longestFormula = 60

  /// The maps that have no name, each once.
  private var unnamed: [Formula] {
    maps.indices.filter { maps[$0].name == nil && maps.firstIndex(of: maps[$0]) == $0 }
      .map { maps[$0] }
  }

  /// What the letters of maps without a name stand for.
  private var definitions: [(plain: String, latex: String)] {
    unnamed.map { map in
      let symbol = symbol(of: map)
      return ("\(symbol.plain)(x) = \(map)", "\(symbol.latex)(x) = \(map.latex)")
    }
  }

  /// A map's name, or the letter for it.
  private func symbol(of map: Formula) -> (plain: String, latex: String) {
    if let name = map.name { return (name, map.nameLaTeX ?? name) }
    let letters = unnamed
    guard letters.count > 1, let place = letters.firstIndex(of: map) else { return ("f", "f") }
    return ("f\(place + 1)", "f_{\(place + 1)}")
  }

  /// A composition by the names of its maps, the last of them first: what repeats is written once, with
  /// how often, as f∘³ for f∘f∘f. (A plain exponent in parentheses is a derivative's.)
  private func letters(_ length: Int) -> (plain: String, latex: String) {
    let (times, rest) = length.quotientAndRemainder(dividingBy: period)
    func joined(_ indices: Range<Int>) -> (plain: String, latex: String) {
      let symbols = indices.reversed().map { symbol(of: map(at: $0)) }
      return (
        symbols.map(\.plain).joined(separator: " ∘ "),
        symbols.map(\.latex).joined(separator: " \\circ ")
      )
    }
    var parts: [(plain: String, latex: String)] = []
    if rest > 0 { parts.append(joined(0..<rest)) }
    if times > 0 {
      var whole = joined(0..<period)
      if times > 1 {
        if period > 1 { whole = ("(\(whole.plain))", "(\(whole.latex))") }
        let digits = String(times).compactMap(\.wholeNumberValue).map { Array("⁰¹²³⁴⁵⁶⁷⁸⁹")[$0] }
        whole = ("\(whole.plain)∘\(String(digits))", "\(whole.latex)^{\\circ \(times)}")
      }
      parts.append(whole)
    }
    return (
      parts.map(\.plain).joined(separator: " ∘ "),
      parts.map(\.latex).joined(separator: " \\circ ")
    )
  }

  // MARK: Sentences

  /// What composing does.
  func sentences(in domain: ClosedRange<Double>, _ words: FigureWords) -> [String] {
    [meaning(words)] + slopes(in: domain, words) + collapse(words)
  }

  /// What is composed.
  private func meaning(_ words: FigureWords) -> String {
    // Without the values that are set: there may be a composition for each.
    let names = maps.map { $0.name ?? $0.description }
    let between = between.map { $0.name ?? $0.description }
    return maps.count > 1
      ? words.applied(inOrder: names, between: between)
      : words.applied(names[0], times: depths, between: between)
  }

  /// How the steepest slope changes with depth, where there are several.
  private func slopes(in domain: ClosedRange<Double>, _ words: FigureWords) -> [String] {
    guard depths.count > 1, variable == nil else { return [] }
    let steepest = depths.map { depth -> Double? in
      let facts = CurveFacts(of: stages[length(depth) - 1], order: 1, in: domain)
      return facts.extent.map { max($0.lowerBound.magnitude, $0.upperBound.magnitude) }
    }
    let sizes = steepest.compactMap { $0 }
    guard sizes.count == depths.count, let first = sizes.first, let last = sizes.last else {
      return []
    }
    let falls = zip(sizes, sizes.dropFirst()).allSatisfy(>)
    let rises = zip(sizes, sizes.dropFirst()).allSatisfy(<)
    return [
      words.steepest(
        zip(depths, sizes).map { (Description.short($1), $0) }, falls: falls && last < first / 2,
        rises: rises && last > 2 * first)
    ]
  }

  /// Whether the maps are one line together, and why not.
  private func collapse(_ words: FigureWords) -> [String] {
    guard let whole = stages.last, stages.count > 1,
      maps.allSatisfy({ $0.linearPieces?.bends.isEmpty == true })
    else { return [] }
    let pieces = whole.linearPieces
    if let pieces, pieces.bends.isEmpty {
      let exact = whole.affineMap.flatMap { $0.hasAllDigits ? "\($0)" : nil }
      return [
        words.affine(
          exact ?? Self.line(pieces), isExact: exact != nil, between: between?.label)
      ]
    }
    guard let between else { return [] }
    let bends = pieces?.bends ?? []
    return [
      words.notAffine(
        between: between.label, bends: bends.count > 3 ? [] : bends.map { Description.short($0) },
        count: bends.count)
    ]
  }

  /// The line of the first piece, to six digits.
  private static func line(_ pieces: LinearPieces) -> String {
    let (slope, intercept) = (pieces.slopes[0], pieces.intercepts[0])
    func short(_ value: Double) -> String { Description.short(value, digits: 6) }
    let factor = short(slope)
    guard slope != 0 else { return short(intercept) }
    let part = factor == "1" ? "x" : factor == "-1" ? "-x" : "\(factor) * x"
    guard intercept != 0 else { return part }
    return "\(part) \(intercept < 0 ? "-" : "+") \(short(intercept.magnitude))"
  }
}
