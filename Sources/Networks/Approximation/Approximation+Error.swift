internal import Activations

extension Approximation {
  /// The greatest distance of a network from the target: among samples, kinks, knots and points between
  /// these, and about the highest of them to a ten millionth of the way between neighbours.
  static func greatestError(
    of network: Network, from samples: TargetSamples, _ construction: Construction
  ) throws(NetworkError) -> GreatestError {
    let x = places(samples, construction)
    let errors = try distances(network, samples.target, x)
    let best = x.indices.max { errors[$0].magnitude < errors[$1].magnitude } ?? 0
    let size = errors[best].magnitude
    // Between two samples a peak may rise by a tenth, and so may what it is compared with.
    let peaks = x.indices.filter { i in
      errors[i].magnitude >= 0.75 * size
        && (i == 0 || errors[i].magnitude >= errors[i - 1].magnitude)
        && (i + 1 == x.count || errors[i].magnitude >= errors[i + 1].magnitude)
    }.sorted { errors[$0].magnitude > errors[$1].magnitude }.prefix(mostPeaks)
    let top = try highest(
      of: peaks.map { i in
        Peak(
          low: x[max(0, i - 1)], high: x[min(x.count - 1, i + 1)], sign: errors[i] < 0 ? -1 : 1)
      }, network, samples.target)
    let (greatest, place) = top.size > size ? top : (size, x[best])
    return GreatestError(size: greatest, x: place, isLowerBound: !samples.isResolved)
  }

  /// More peaks than these are not looked at closely.
  private static var mostPeaks: Int { 128 }

  /// Samples, knots, and seven points between neighbouring knots, which may be closer than samples.
  private static func places(_ samples: TargetSamples, _ construction: Construction) -> [Double] {
    let (start, end) = (samples.x[0], samples.x[samples.x.count - 1])
    let knots =
      switch construction {
      case .brokenLine(let knots): knots
      case .leastSquares(let centers): centers.filter { start < $0 && $0 < end }
      }
    var between: [Double] = []
    for (low, high) in zip(knots, knots.dropFirst()) { between += eighths(from: low, to: high) }
    return Set(samples.x + knots + between).sorted()
  }

  /// The network's output less the target.
  private static func distances(
    _ network: Network, _ target: Formula, _ x: [Double]
  ) throws(NetworkError) -> [Double] {
    let outputs = try network.forward(Matrix(x.count, 1, x)).outputs.elements
    let values = (try? target.samples(at: x).values) ?? []
    return zip(outputs, values).map { $0 - $1 }
  }

  /// Where the distance, times the sign, has a top.
  private struct Peak {
    var low: Double
    var high: Double
    let sign: Double
  }

  /// What cuts the way between two points into eighths.
  private static func eighths(from low: Double, to high: Double) -> [Double] {
    let step = high / 8 - low / 8
    return (1..<8).map { low + Double($0) * step }
  }

  /// The highest top, by narrowing all to quarters at once: one side of a kink and the other are treated
  /// alike.
  private static func highest(
    of peaks: [Peak], _ network: Network, _ target: Formula
  ) throws(NetworkError) -> (size: Double, x: Double) {
    var peaks = peaks
    var best = (size: 0.0, x: 0.0)
    for _ in 0..<12 where !peaks.isEmpty {
      let points = peaks.map { [$0.low] + eighths(from: $0.low, to: $0.high) + [$0.high] }
      let errors = try distances(network, target, Array(points.joined()))
      for (i, here) in points.enumerated() {
        let heights = here.indices.map { peaks[i].sign * errors[i * here.count + $0] }
        guard let top = heights.indices.max(by: { heights[$0] < heights[$1] }) else { continue }
        if heights[top] > best.size { best = (heights[top], here[top]) }
        peaks[i].low = here[max(0, top - 1)]
        peaks[i].high = here[min(here.count - 1, top + 1)]
      }
    }
    return best
  }
}
