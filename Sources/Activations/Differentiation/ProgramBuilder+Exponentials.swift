/// Sums of exponentials by their logarithms.
///
/// What e^x / (e^x + 2) lacks to 1 is lost where e^x is all of the sum, and far out the quotient is of
/// numbers too large to be told; sigmoid(x - log 2) has neither fault.
extension ProgramBuilder {
  /// log of a sum of exponentials and positive numbers; nothing for anything else.
  mutating func logarithm(ofExponentials a: Int) -> Int? {
    guard let terms = logarithmsOfTerms(a), terms.count > 1 || value(of: a) == nil else {
      return nil
    }
    return logarithm(ofSum: terms)
  }

  /// Part / whole where the whole is the part and more, all of it exponentials and positive numbers:
  /// sigmoid of how far the logarithm of the part is above that of the rest. Such a part may also be
  /// one of a few factors.
  mutating func share(_ part: Int, of whole: Int) -> Int? {
    guard let all = logarithmsOfTerms(whole), all.count > 1 else { return nil }
    return share(part, ofTerms: all, depth: 0)
  }

  private mutating func share(_ part: Int, ofTerms all: [Int], depth: Int) -> Int? {
    if let own = logarithmsOfTerms(part) {
      var rest = all
      for term in own {
        guard let place = rest.firstIndex(of: term) else { return nil }
        rest.remove(at: place)
      }
      guard !rest.isEmpty else { return nil }
      return function(
        .sigmoid, difference(logarithm(ofSum: own), logarithm(ofSum: rest)))
    }
    // A high power has more factors than can be looked through.
    guard case .binary(.multiply, let a, let b) = instructions[part], a != b, depth < 6 else {
      return nil
    }
    if let share = share(b, ofTerms: all, depth: depth + 1) { return product(a, share) }
    return share(a, ofTerms: all, depth: depth + 1).map { product($0, b) }
  }

  /// log Σ e^term, with softplus for what lies above the sum of those before.
  private mutating func logarithm(ofSum terms: [Int]) -> Int {
    // Numbers come first, whose logarithms are the simplest to take from others.
    let ordered = terms.filter { isUniform[$0] } + terms.filter { !isUniform[$0] }
    return ordered.dropFirst().reduce(ordered[0]) { sum, term in
      let above = function(.softplus, difference(term, sum))
      return isNumber(sum, 0) ? above : add(.binary(.add, sum, above))
    }
  }

  /// The logarithms of the terms of a sum of exponentials and positive numbers.
  private mutating func logarithmsOfTerms(_ a: Int) -> [Int]? {
    if let value = value(of: a) { return value > 0 ? [logarithm(ofNumber: value)] : nil }
    if let u = operand(of: .exp, a) { return [u] }
    if case .binary(.add, let first, let second) = instructions[a] {
      guard let terms = logarithmsOfTerms(first), let more = logarithmsOfTerms(second),
        terms.count + more.count <= 64
      else { return nil }
      return terms + more
    }
    if case .binary(.divide, let whole, let k) = instructions[a], let scale = value(of: k),
      scale > 0
    {
      let log = negate(logarithm(ofNumber: scale))
      return logarithmsOfTerms(whole).map { terms in terms.map { sum($0, log) } }
    }
    guard let (k, factor) = multiple(a), let scale = value(of: k), scale > 0 else { return nil }
    let isCosh = operand(of: .cosh, factor)
    let terms = isCosh.map { [$0, negate($0)] } ?? logarithmsOfTerms(factor)
    let size = isCosh == nil ? scale : scale / 2
    return terms.map { terms in
      size == 1 ? terms : terms.map { sum($0, logarithm(ofNumber: size)) }
    }
  }

  private mutating func logarithm(ofNumber value: Double) -> Int {
    value == 1 ? number(0) : function(.log, number(value))
  }
}
