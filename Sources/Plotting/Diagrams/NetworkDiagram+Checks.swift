extension NetworkDiagram {
  /// The most connections that are drawn: each is a few hundred bytes of an SVG.
  static let mostConnections = 200_000

  /// Refuses what cannot be drawn, before any of it is.
  func check() throws(NetworkDiagramError) {
    guard Self.layerCounts.contains(layers.count) else { throw .layerCount(layers.count) }
    for (index, layer) in layers.enumerated() { try layer.check(index) }
    guard most >= 2 else { throw .most(most) }
    for (word, given) in [(NetworkDiagramError.Word.letter, letters), (.caption, captions)]
    where !given.isEmpty && given.count != layers.count {
      throw .wordCount(of: word, given.count, layers: layers.count)
    }
    if let letter = letters.first(where: { $0.contains("$") }) { throw .letterWithDollar(letter) }
    try checkWeights()
    if isAsPublished { try checkPublished() }
  }

  private func checkWeights() throws(NetworkDiagramError) {
    guard !weights.isEmpty else { return }
    guard weights.count == layers.count - 1 else {
      throw .weightsCount(weights.count, layers: layers.count)
    }
    for (layer, weights) in weights.enumerated() {
      let units = layers[layer].count, next = layers[layer + 1].count
      guard weights.matrix.count == units else {
        throw .weightRows(layer: layer, weights.matrix.count, units: units)
      }
      for (row, numbers) in weights.matrix.enumerated() {
        guard numbers.count == next else {
          throw .weightColumns(layer: layer, row: row, numbers.count, units: next)
        }
        if let column = numbers.firstIndex(where: { !$0.isFinite }) {
          throw .weightNotFinite(layer: layer, row: row, column: column, numbers[column])
        }
      }
      let biases = hasBiases ? next : 0
      guard weights.biases.count == biases else {
        throw .biasCount(layer: layer, weights.biases.count, units: biases)
      }
      if let unit = weights.biases.firstIndex(where: { !$0.isFinite }) {
        throw .biasNotFinite(layer: layer, unit: unit, weights.biases[unit])
      }
    }
  }

  private func checkPublished() throws(NetworkDiagramError) {
    let counts = layers.map(\.count)
    guard counts == [4, 5, 3] else {
      throw .notThePublished("this one has \(counts.map(String.init).joined(separator: "-"))")
    }
    guard direction == .up else { throw .notThePublished("this one is drawn to the right") }
    guard !hasBiases else { throw .notThePublished("this one has biases") }
    guard most >= 5 else {
      throw .notThePublished("of this one at most \(most) units of a layer are drawn")
    }
  }
}

extension NetworkDiagram.Layer {
  fileprivate func check(_ layer: Int) throws(NetworkDiagramError) {
    guard NetworkDiagram.unitCounts.contains(count) else {
      throw .unitCount(layer: layer, count)
    }
    guard values.isEmpty || values.count == count else {
      throw .valueCount(layer: layer, values.count, units: count)
    }
    if let unit = values.firstIndex(where: { !$0.isFinite }) {
      throw .valueNotFinite(layer: layer, unit: unit, values[unit])
    }
    if let unit = dropped.sorted().first(where: { !(0..<count).contains($0) }) {
      throw .droppedUnit(layer: layer, unit: unit, units: count)
    }
  }
}
