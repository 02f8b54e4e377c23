internal import Activations

extension Approximation {
  /// The greatest distance of a network from the target: among samples, kinks, needles and knots, and
  /// between these wherever it may be greater there.
  static func greatestError(
    of network: Network, from samples: TargetSamples, _ construction: Construction
  ) throws(NetworkError) -> GreatestError {
    let knots =
      switch construction {
      case .brokenLine(let knots): knots
      case .leastSquares(let centers): centers.filter { samples.x[0] < $0 }
      }
    // A quarter of the samples: units are a good deal wider. Needles are not.
    let coarse = stride(from: 0, to: samples.even.count, by: 4).map { samples.x[samples.even[$0]] }
    let ends = [samples.x[0], samples.x[samples.x.count - 1]]
    let inside = knots.filter { ends[0] < $0 && $0 < ends[1] }
    let own = (samples.kinks + samples.fine).map { samples.x[$0] }
    let x = Set(coarse + own + inside + ends).sorted()
    let errors = try distances(network, samples.target, x)
    let best = x.indices.max { errors[$0].magnitude < errors[$1].magnitude } ?? 0
    var found = (size: errors[best].magnitude, x: x[best])
    var peaks = x.indices.filter { reach(of: errors, at: $0, x) >= found.size }.map {
      Peak(
        low: x[max(0, $0 - 1)], high: x[min(x.count - 1, $0 + 1)], sign: errors[$0] < 0 ? -1 : 1)
    }
    for _ in 0..<Peak.rounds {
      let heights = try distances(network, samples.target, peaks.flatMap(\.points))
      for i in peaks.indices {
        let top = peaks[i].narrow(to: heights[i * Peak.parts..<(i + 1) * Peak.parts])
        if top.size > found.size { found = top }
      }
    }
    return GreatestError(size: found.size, x: found.x, isLowerBound: !samples.isResolved)
  }

  /// What an error may come to beside a sample that no neighbour exceeds: between samples a peak is
  /// higher than at them by a quarter of what it drops from one to the next, if it bends evenly, and is
  /// taken for four times as much. Nothing at other samples.
  private static func reach(of errors: [Double], at i: Int, _ x: [Double]) -> Double {
    let size = errors[i].magnitude
    let before = i == 0 ? -1 : errors[i - 1].magnitude
    let after = i + 1 == x.count ? -1 : errors[i + 1].magnitude
    guard size >= before, size >= after else { return -1 }
    guard before >= 0, after >= 0 else { return 1.05 * size }
    return size + max(size - before, size - after)
  }

  /// An interval in which an error is greatest somewhere, narrowed: one side of a kink and the other are
  /// treated alike.
  private struct Peak {
    var low: Double
    var high: Double
    let sign: Double

    /// How many points are looked at each time, the ends included, and how often: what is left is a
    /// 10,000th of the distance of samples.
    static let parts = 9
    static let rounds = 7

    var points: [Double] {
      let step = high / 8 - low / 8
      return [low] + (1..<8).map { low + Double($0) * step } + [high]
    }

    /// Narrows it to the neighbours of the highest point; that point.
    mutating func narrow(to errors: ArraySlice<Double>) -> (size: Double, x: Double) {
      let points = points, heights = errors.map { sign * $0 }
      let top = heights.indices.max { heights[$0] < heights[$1] } ?? 0
      low = points[max(0, top - 1)]
      high = points[min(points.count - 1, top + 1)]
      return (heights[top], points[top])
    }
  }

  /// The network's output less the target.
  private static func distances(
    _ network: Network, _ target: Formula, _ x: [Double]
  ) throws(NetworkError) -> [Double] {
    let outputs = try network.forward(Matrix(x.count, 1, x)).outputs.elements
    let values = (try? target.samples(at: x).values) ?? []
    return zip(outputs, values).map { $0 - $1 }
  }
}
