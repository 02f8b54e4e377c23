internal import Activations
internal import Networks
internal import Plotting
internal import Wording

extension NetworkRequest {
  /// The network beside another one with the same outputs.
  func pair() throws -> NetworkPair {
    let network = try network()
    return view == .collapse ? try collapse(of: network) : try swap(of: network)
  }

  /// Linear layers, and the one layer that they are together: W = W⁽¹⁾W⁽²⁾, b = b⁽¹⁾W⁽²⁾ + b⁽²⁾.
  private func collapse(of network: Network) throws -> NetworkPair {
    let collapse = try network.collapsed()
    let one = try Network(layers: [collapse.layer])
    let full = min(network.inputCount, network.outputCount)
    let (rank, isExact) =
      switch collapse.rank {
      case .exactly(let rank): (rank, true)
      case .atLeast(let rank): (rank, false)
      }
    let narrow = network.sizes.dropFirst().dropLast().min().flatMap { $0 < full ? $0 : nil }
    let products = network.layers.indices.map { "W^{(\($0 + 1))}" }.joined(separator: "")
    return try pair(
      network, one,
      names: (
        words.networkAndLayer("$W = \(products)$"),
        words.rank(of: "$W$", rank, isExact: isExact, most: full, narrow: narrow)
      )
    )
  }

  /// A network of sigmoids as one of tanh, or the other way.
  private func swap(of network: Network) throws -> NetworkPair {
    let other = try swapped(network)
    let identity =
      network.hasLayer(of: "sigmoid")
      ? "sigmoid(z) = 1/2 tanh(z/2) + 1/2" : "tanh(z) = 2 sigmoid(2z) - 1"
    return try pair(
      network, other, names: (words.networkAndOther(by: identity), ""))
  }

  /// The network with the other of sigmoid and tanh.
  func swapped(_ network: Network) throws -> Network {
    if network.hasLayer(of: "sigmoid") { return try network.replacingSigmoidByTanh() }
    guard network.hasLayer(of: "tanh") else {
      throw WordsError(
        "No layer has the activation sigmoid or tanh, which can stand for each other; write"
          + " --activation sigmoid.")
    }
    return try network.replacingTanhBySigmoid()
  }

  private func pair(
    _ network: Network, _ other: Network, names: (subject: String, fact: String)
  ) throws -> NetworkPair {
    let batch = try minibatch(for: network)
    let outputs = try [network, other].map { try $0.forward(batch).outputs }
    let distance = outputs[0].distanceInULP(to: outputs[1])
    let verdict =
      (names.fact.isEmpty ? "" : "\(names.fact) ")
      + words.outputs(differBy: distance == 0 ? nil : look.numbers.written(decimal(distance)))
    let theme = try look.sizedTheme()
    var pair = NetworkPair(
      side(of: network, prime: "", try unitsDiagram()),
      side(of: other, prime: "'", try diagram(of: other)),
      outputs: [
        NumberMatrix("X", batch.rows), NumberMatrix("O", outputs[0].rows),
        NumberMatrix("O'", outputs[1].rows),
      ], verdict: verdict, theme: theme, accessibleTitle: names.subject.withoutDollars,
      accessibleSummary: alternativeText
        ?? "\(words.withNumbers(names.subject)) \(verdict)".withoutDollars)
    pair.title = title
    pair.isTransparent = look.isTransparent
    return pair
  }

  /// The examples that are given, or four that are always the same.
  private func minibatch(for network: Network) throws -> Matrix {
    guard batch.isEmpty else { return try Matrix(rows: batch) }
    var generator = SplitMix64(seed: 1)
    let count = network.inputCount
    // Tenths, which can be read.
    let rows = (0..<4).map { _ in
      (0..<count).map { _ in (generator.normal() * 10).rounded() / 10 }
    }
    return try Matrix(rows: rows)
  }

  private func diagram(of network: Network) throws -> NetworkDiagram {
    var request = self
    request.layers = [LayerWord(network.inputCount)]
    request.layers += network.layers.map { layer in
      LayerWord(
        layer.unitCount, activation: layer.activation.map { .unitwise($0) } ?? .linear)
    }
    request.numbers = nil
    if network.layers.count + 1 != layers.count { request.dropped = [:] }
    if network.layers.count + 1 != layers.count {
      request.diagram.captions = [layers.startIndex, layers.count - 1]
        .compactMap { diagram.captions.indices.contains($0) ? diagram.captions[$0] : nil }
      request.diagram.letters = [layers.startIndex, layers.count - 1]
        .compactMap { diagram.letters.indices.contains($0) ? diagram.letters[$0] : nil }
    }
    return try request.unitsDiagram()
  }

  /// The units without widths of weights, which stand below as numbers.
  private func side(
    of network: Network, prime: String, _ diagram: NetworkDiagram
  ) -> NetworkPair.Side {
    var diagram = diagram
    diagram.weights = []
    diagram.title = ""
    let isSingle = network.layers.count == 1
    let numbers = network.layers.enumerated().map { index, layer in
      let above = isSingle ? "" : "^{(\(index + 1))\(prime)}"
      return [
        NumberMatrix("W\(above)", layer.weights.rows), NumberMatrix("b\(above)", [layer.biases]),
      ]
    }
    return NetworkPair.Side(diagram, numbers: numbers)
  }
}

extension Network {
  fileprivate func hasLayer(of activation: String) -> Bool {
    layers.contains { $0.activation?.name == activation }
  }
}

extension Matrix {
  /// The greatest distance of two entries, in units in the last place of the largest entry.
  fileprivate func distanceInULP(to other: Matrix) -> Double {
    let largest = elements.reduce(0) { max($0, $1.magnitude) }
    return zip(elements, other.elements).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
      / max(largest.ulp, .leastNonzeroMagnitude)
  }
}

extension String {
  fileprivate var withoutDollars: String {
    String(filter { $0 != "$" && $0 != "{" && $0 != "}" })
  }
}
