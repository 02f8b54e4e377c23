internal import Glibc

/// How large a gradient is, layer by layer.
public struct GradientSizes: Sendable, Hashable {
  /// For each layer, from the first to the last, the decimal logarithm of the root mean square of
  /// ∂L/∂Z over examples and units, where Z = XW + b is before the activation; -infinity where all of
  /// them are 0.
  public let logarithms: [Double]
  /// For each layer the share of its units through which no example passes a gradient, as of a ReLU
  /// that is off for all of them.
  public let deadShares: [Double]
}

extension Network {
  /// The size of the gradient of the sum of all outputs in every layer, by reverse mode.
  ///
  /// Before each layer the gradient is scaled by a power of two, which is exact, so that it neither
  /// underflows nor overflows however deep the network is; slopes σ′(Z) are Doubles, and so are the
  /// values on the way forward.
  ///
  /// - Throws: `NetworkError` as `forward`, if values overflow on the way forward, and if a slope or a
  ///   gradient is not known.
  public func gradientSizes(at inputs: Matrix) throws(NetworkError) -> GradientSizes {
    let pass = try forward(inputs)
    // A unit that has saturated hides that its Z has overflowed.
    if let layer = pass.layers.firstIndex(where: {
      ($0.preactivations.firstNonfinite ?? $0.outputs.firstNonfinite) != nil
    }) {
      throw NetworkError(
        "The values of layer \(layer + 1) overflow; take fewer layers or smaller weights.")
    }
    var logarithms: [Double] = [], deadShares: [Double] = []
    var cotangents = pass.outputs.map { _ in 1 }
    // What the cotangents are too small by, as a power of two.
    var exponent = 0
    for (index, (layer, values)) in zip(layers, pass.layers).enumerated().reversed() {
      let slopes = layer.activated(values.preactivations, order: 1)[1]
      if let (row, column) = slopes.firstNonfinite {
        throw NetworkError(
          "The slope of unit \(column + 1) in layer \(index + 1) is \(slopes[row, column]), and no"
            + " gradient is known there; take another activation or smaller weights.")
      }
      let gradient = cotangents.combined(with: slopes, *)
      let size = gradient.norm
      guard size.isFinite else {
        throw NetworkError(
          "The gradient of layer \(index + 1) overflows; take smaller weights or another activation."
        )
      }
      let count = Double(gradient.elements.count)
      logarithms.append(
        size > 0
          ? log10(size / count.squareRoot()) + Double(exponent) * log10(2) : -.infinity)
      let dead = (0..<slopes.columnCount).count { slopes.column($0).allSatisfy { $0 == 0 } }
      deadShares.append(Double(dead) / Double(slopes.columnCount))
      let shift = size > 0 ? Int(size.exponent) : 0
      exponent += shift
      let scaled = gradient.map { Double(sign: .plus, exponent: -shift, significand: $0) }
      cotangents = Matrix.sum(of: [(scaled, layer.weights.transposed)])
    }
    return GradientSizes(
      logarithms: logarithms.reversed(), deadShares: deadShares.reversed())
  }
}
