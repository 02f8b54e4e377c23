internal import Decimals

extension TickFormat {
  /// The labels of numbers that stand along one axis.
  ///
  /// - Parameters:
  ///   - numbers: What the labels say.
  ///   - precision: The exponent of the last digit of the step, to which decimals are written out;
  ///     each number has the decimals that it needs if `nil`.
  func labels(of numbers: [DecimalNumber], precision: Int?) -> [String] {
    let largest = numbers.filter { $0.unit != 0 }.map(\.order).max() ?? 0
    let finest = precision ?? Self.finestPrecision(of: numbers)
    switch self {
    case .automatic, .pi:
      // Seven digits are read at a glance, and so are the zeros of 0.0025.
      let isLong = finest < -4 && largest < -3 || largest > 6
      return (isLong ? .scientific : TickFormat.decimal).labels(of: numbers, precision: precision)
    case .decimal:
      guard max(largest, 0) - min(finest, 0) < 15 else {
        return Self.scientific.labels(of: numbers, precision: precision)
      }
      return numbers.map { $0.fixed(decimals: max(0, -(precision ?? $0.precision))) }
    case .scientific:
      let decimals = numbers.map { $0.order - $0.precision }.max() ?? 0
      return numbers.map { $0.scientific(decimals: decimals) }
    case .engineering:
      return numbers.map { $0.engineering(precision: precision ?? $0.precision) }
    }
  }

  /// The labels of powers of ten, their negatives and 0.
  func labels(ofPowers powers: [DecimalNumber]) -> [String] {
    let orders = powers.filter { $0.unit != 0 }.map(\.order)
    guard self == .decimal, let smallest = orders.min(), let largest = orders.max(),
      max(largest, 0) - min(smallest, 0) < 15
    else { return powers.map(\.powerOfTen) }
    return labels(of: powers, precision: nil)
  }

  /// The labels of any values, each different: with the decimals that they need, but no more than
  /// six where fewer digits tell them apart.
  func labels(ofValues values: [Double], isLogarithmic: Bool) -> [String] {
    let exact = values.map { DecimalNumber($0) }
    let arePowers = exact.allSatisfy { $0.unit == 0 || $0.digits == "1" }
    if isLogarithmic, arePowers { return labels(ofPowers: exact) }
    return distinct(exact) { numbers in
      let precision = isLogarithmic ? nil : Self.finestPrecision(of: numbers)
      return AxisLabels(labels: labels(of: numbers, precision: precision))
    }.labels
  }

  /// The same for a linear axis, with what the labels have in common.
  func axisLabels(ofValues values: [Double]) -> AxisLabels {
    distinct(values.map { DecimalNumber($0) }) { numbers in
      axisLabels(of: numbers, precision: Self.finestPrecision(of: numbers))
    }
  }

  /// The labels with as few decimals as leave each different.
  private func distinct(
    _ exact: [DecimalNumber], _ labels: ([DecimalNumber]) -> AxisLabels
  ) -> AxisLabels {
    var best = AxisLabels(labels: [])
    // Seventeen digits tell any two values apart.
    for decimals in 6...17 {
      best = labels(exact.map { $0.rounded(decimals: decimals) })
      if Set(best.labels).count == best.labels.count { break }
    }
    return best
  }

  private static func finestPrecision(of numbers: [DecimalNumber]) -> Int {
    numbers.filter { $0.unit != 0 }.map(\.precision).min() ?? 0
  }
}

extension DecimalNumber {
  /// The number with that many decimals, or for one that is written with a power of ten, in front
  /// of that.
  fileprivate func rounded(decimals: Int) -> DecimalNumber {
    rounded(to: (-4...6).contains(order) ? -decimals : order - decimals)
  }
}
