extension Formula {
  /// Where in a range the function hardly changes: the intervals of |f′(x)| < threshold, ascending,
  /// each end the last Double inside.
  ///
  /// They are looked for at 512 points, at zeros of the slope between these, and between the kinks.
  /// Intervals that meet at a kink are one, those that meet at a jump are two. A formula that is
  /// differentiated by a parameter has none, because its slope is not known.
  ///
  /// - Parameter threshold: The slope from which on the function counts as changing, above 0.
  public func saturation(
    below threshold: Double, in range: ClosedRange<Double>
  ) -> [ClosedRange<Double>] {
    saturation(below: threshold, in: range, kinks: kinks(in: range), points: 512, isExact: true)
  }

  /// The same with the kinks given, and at fewer points.
  ///
  /// - Parameter isExact: Whether ends are sought to the last bit, or to the 10000th of the range.
  package func saturation(
    below threshold: Double, in range: ClosedRange<Double>, kinks: [Kink], points: Int,
    isExact: Bool
  ) -> [ClosedRange<Double>] {
    let width = range.upperBound / Double(points) - range.lowerBound / Double(points)
    guard differentiationParameter == nil, threshold > 0, width > 0, width.isFinite else {
      return []
    }
    var search = SaturationSearch(
      formula: self, threshold: threshold, resolution: isExact ? 0 : width * Double(points) / 1e4)
    var found: [ClosedRange<Double>] = []
    var lower = (x: range.lowerBound, slope: Double?.none, isJump: false)
    let inner = kinks.filter { range.lowerBound < $0.x && $0.x < range.upperBound }
    let atStart = kinks.first { $0.x == range.lowerBound }
    lower.slope = atStart?.right[1]
    for kink in inner.map(Optional.some) + [nil] {
      let upper = kink?.x ?? range.upperBound
      let atEnd = kink ?? kinks.last { $0.x == range.upperBound }
      let count = max(2, Int((upper / width - lower.x / width).rounded(.up)))
      for interval in search.intervals(
        from: (lower.x, lower.slope), to: (upper, atEnd?.left[1]), points: count)
      {
        if let last = found.last, last.upperBound == interval.lowerBound, !lower.isJump {
          found[found.count - 1] = last.lowerBound...interval.upperBound
        } else {
          found.append(interval)
        }
      }
      lower = (upper, kink?.right[1], kink?.order == 0)
    }
    return found
  }
}

/// Looks for where the slope of a function crosses a threshold, between kinks.
private struct SaturationSearch: ~Copyable {
  private var block: JetBlock<Extended>
  private let threshold: Double
  private let resolution: Double

  private typealias Place = (x: Double, slope: Double)

  init(formula: Formula, threshold: Double, resolution: Double) {
    block = JetBlock(program: formula.program, order: 1)
    self.threshold = threshold
    self.resolution = resolution
  }

  /// The intervals of a piece without kinks. At its ends the slope may be given, which is then the
  /// limit from inside.
  mutating func intervals(
    from lower: (x: Double, slope: Double?), to upper: (x: Double, slope: Double?), points: Int
  ) -> [ClosedRange<Double>] {
    let width = upper.x / Double(points) - lower.x / Double(points)
    var x = (0..<points).map { lower.x + Double($0) * width } + [upper.x]
    x.removeAll { !(lower.x...upper.x).contains($0) }
    var places: [Place] = []
    for start in stride(from: 0, to: x.count, by: block.capacity) {
      let part = x[start..<min(start + block.capacity, x.count)]
      block.evaluate(at: part.lazy.map { Extended($0) })
      for (i, x) in part.enumerated() { places.append((x, block.derivative(1, at: i).double)) }
    }
    places[0].slope = lower.slope ?? places[0].slope
    places[places.count - 1].slope = upper.slope ?? places[places.count - 1].slope
    return intervals(of: withTurns(places))
  }

  private func isFlat(_ slope: Double) -> Bool { slope.magnitude < threshold }

  /// The places and those between them at which the slope passes 0 unseen.
  private mutating func withTurns(_ places: [Place]) -> [Place] {
    var all = Array(places.prefix(1))
    for (first, last) in zip(places, places.dropFirst()) {
      if !isFlat(first.slope), !isFlat(last.slope), (first.slope < 0) != (last.slope < 0),
        !first.slope.isNaN, !last.slope.isNaN
      {
        all.append(turn(between: first, last))
      }
      all.append(last)
    }
    return all
  }

  private mutating func turn(between first: Place, _ last: Place) -> Place {
    var low = first, high = last
    while let middle = place(between: low, high) {
      if isFlat(middle.slope) { return middle }
      if (middle.slope < 0) == (first.slope < 0) { low = middle } else { high = middle }
    }
    return low
  }

  private mutating func intervals(of places: [Place]) -> [ClosedRange<Double>] {
    var intervals: [ClosedRange<Double>] = []
    var start = places.first.flatMap { isFlat($0.slope) ? $0.x : nil }
    for (first, last) in zip(places, places.dropFirst())
    where isFlat(first.slope) != isFlat(last.slope) {
      let crossing = crossing(between: first, last)
      if let from = start {
        if from < crossing { intervals.append(from...crossing) }
        start = nil
      } else {
        start = crossing
      }
    }
    if let start, let end = places.last?.x, start < end { intervals.append(start...end) }
    return intervals
  }

  /// The last place that is flat of two between which the threshold is crossed.
  private mutating func crossing(between first: Place, _ last: Place) -> Double {
    var low = first, high = last
    while high.x - low.x > resolution, let middle = place(between: low, high) {
      if isFlat(middle.slope) == isFlat(low.slope) { low = middle } else { high = middle }
    }
    return isFlat(low.slope) ? low.x : high.x
  }

  /// The place half-way; none between neighbouring Doubles.
  private mutating func place(between low: Place, _ high: Place) -> Place? {
    let middle = low.x / 2 + high.x / 2
    guard low.x < middle, middle < high.x else { return nil }
    block.evaluate(at: CollectionOfOne(Extended(middle)))
    return (middle, block.derivative(1, at: 0).double)
  }
}
