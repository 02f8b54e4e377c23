internal import Decimals
internal import Wording

extension NetworkDiagram {
  /// The caption of a layer; empty for none.
  func caption(of layer: Int) -> String { captions.isEmpty ? role(of: layer) : captions[layer] }

  /// What the diagram says of itself, in its language.
  var words: FigureWords { FigureWords(language) }

  private func role(of layer: Int) -> String { words.role(ofLayer: layer, of: layers.count) }

  /// The names of the units of a layer that are given, in mathematics: $h_{1}$, or $h^{(2)}_{1}$ in
  /// the second of several layers with that letter. Empty where units have no names.
  func names(of units: [Int], in layer: Int) -> [String] {
    let letters =
      letters.isEmpty
      ? layers.indices.map { $0 == 0 ? "x" : $0 == layers.count - 1 ? "o" : "h" } : letters
    let letter = letters[layer]
    guard !letter.isEmpty else { return [] }
    let isShared = letters.count { $0 == letter } > 1
    let place = letters[...layer].count { $0 == letter }
    let upper = isShared ? "^{(\(place))}" : ""
    return units.map { "$\(letter)\(upper)_{\($0 + 1)}$" }
  }

  // MARK: For readers who do not see it

  /// Such as “Multilayer perceptron 4-5-3”.
  var spokenTitle: String {
    guard accessibleTitle.isEmpty else { return accessibleTitle }
    return words.perceptron(
      layers.map { "\($0.count)" }.joined(separator: "-"), hasHiddenLayers: layers.count > 2)
  }

  /// All that the diagram tells, in sentences.
  var spokenSummary: String {
    guard accessibleSummary.isEmpty else { return accessibleSummary }
    let sentences = layers.indices.map(sentence) + [connectionSentence] + numberSentences
    return sentences.joined(separator: " ")
  }

  private func sentence(of layer: Int) -> String {
    let caption = caption(of: layer), count = layers[layer].count
    let name = caption.isEmpty ? role(of: layer) : caption
    var phrases = [count > most ? words.units(count, drawn: most) : words.units(count)]
    if !layers[layer].activation.isEmpty { phrases.append(layers[layer].activation) }
    let dropped = layers[layer].dropped.sorted().map { "\($0 + 1)" }
    if !dropped.isEmpty { phrases.append(words.dropped(dropped)) }
    return "\(name): \(phrases.joined(separator: ", "))."
  }

  private var connectionSentence: String {
    words.connections(
      exceptDropped: layers.contains { !$0.dropped.isEmpty }, hasBiases: hasBiases)
  }

  private var numberSentences: [String] {
    let ranges = [(words.weights, weightRange), (words.values, valueRange)]
    return ranges.compactMap { name, range in
      guard let range else { return nil }
      return words.range(
        of: name, from: Self.spoken(range.lowerBound), to: Self.spoken(range.upperBound))
    }
  }

  private static func spoken(_ value: Double) -> String {
    shortNumeral(DecimalNumber(value).rounded(digits: 3).value)
  }

  /// From the least to the greatest weight, those of biases among them.
  var weightRange: ClosedRange<Double>? {
    Self.range(weights.lazy.flatMap { $0.matrix.joined() + $0.biases })
  }

  /// From the least to the greatest value of a unit.
  var valueRange: ClosedRange<Double>? { Self.range(layers.lazy.flatMap(\.values)) }

  private static func range(_ numbers: some Sequence<Double>) -> ClosedRange<Double>? {
    var range: ClosedRange<Double>?
    for number in numbers {
      range =
        range.map { min($0.lowerBound, number)...max($0.upperBound, number) } ?? number...number
    }
    return range
  }
}

extension DecimalNumber {
  /// The number to so many digits.
  func rounded(digits: Int) -> DecimalNumber { rounded(to: order - digits + 1) }
}
