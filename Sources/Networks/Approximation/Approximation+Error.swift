internal import Activations

extension Approximation {
  /// The greatest distance of a network from the target: among samples, kinks and knots, and between
  /// these where the slopes of both agree, to the last bits of x.
  static func greatestError(
    of network: Network, from samples: TargetSamples, _ construction: Construction
  ) throws(NetworkError) -> GreatestError {
    let knots =
      switch construction {
      case .brokenLine(let knots): knots
      case .leastSquares(let centers): centers.filter { samples.x[0] < $0 }
      }
    // A quarter of the samples: units are a good deal wider.
    let coarse = stride(from: 0, to: samples.x.count, by: 4).map { samples.x[$0] }
    let ends = [samples.x[0], samples.x[samples.x.count - 1]]
    let inside = knots.filter { ends[0] < $0 && $0 < ends[1] }
    let x = Set(coarse + samples.kinks.map { samples.x[$0] } + inside + ends).sorted()
    let errors = try distances(network, samples.target, x)
    let best = x.indices.max { errors[$0].magnitude < errors[$1].magnitude } ?? 0
    var (size, place) = (errors[best].magnitude, x[best])
    // Between two samples no peak grows by as much as a twentieth.
    let peaks = x.indices.filter { i in
      errors[i].magnitude >= 0.95 * size
        && (i == 0 || errors[i].magnitude >= errors[i - 1].magnitude)
        && (i + 1 == x.count || errors[i].magnitude >= errors[i + 1].magnitude)
    }
    for peak in peaks {
      let (top, at) = try peakBeside(
        peak, x, sign: errors[peak] < 0 ? -1 : 1, network, samples.target)
      if top > size { (size, place) = (top, at) }
    }
    return GreatestError(size: size, x: place, isLowerBound: !samples.isResolved)
  }

  /// The network's output less the target.
  private static func distances(
    _ network: Network, _ target: Formula, _ x: [Double]
  ) throws(NetworkError) -> [Double] {
    let outputs = try network.forward(Matrix(x.count, 1, x)).outputs.elements
    let values = (try? target.samples(at: x).values) ?? []
    return zip(outputs, values).map { $0 - $1 }
  }

  /// The top between the neighbours of a sample, by narrowing to thirds: one side of a kink and the
  /// other are treated alike.
  private static func peakBeside(
    _ index: Int, _ x: [Double], sign: Double, _ network: Network, _ target: Formula
  ) throws(NetworkError) -> (size: Double, x: Double) {
    var low = x[max(0, index - 1)], high = x[min(x.count - 1, index + 1)]
    var best = (size: 0.0, x: x[index])
    for _ in 0..<12 {
      let inner = (1..<8).map { low + Double($0) * (high / 8 - low / 8) }
      let points = [low] + inner + [high]
      let heights = try distances(network, target, points).map { sign * $0 }
      guard let top = heights.indices.max(by: { heights[$0] < heights[$1] }) else { break }
      if heights[top] > best.size { best = (heights[top], points[top]) }
      low = points[max(0, top - 1)]
      high = points[min(points.count - 1, top + 1)]
    }
    return best
  }
}
