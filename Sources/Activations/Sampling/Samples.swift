internal import RealModule

/// A function and its derivatives at some points.
public struct Samples: Sendable, Hashable {
  /// The sample points.
  public let x: [Double]
  /// `derivatives[n][i]` is the `n`-th derivative at `x[i]`; order 0 is the value itself.
  public let derivatives: [[Double]]

  /// The values of the function, one for each of `x`.
  public var values: [Double] { derivatives[0] }
}

extension Formula {
  /// The orders of derivative that can be asked for. 0 is the function itself.
  ///
  /// Beyond 20 the derivatives of the bounded functions outgrow what a figure can show.
  public static let orders = 0...20

  /// Evaluates the function and its derivatives up to `order` over a range.
  ///
  /// - Parameters:
  ///   - range: The sample points.
  ///   - order: The highest derivative, within `orders`.
  ///   - precision: The format of every number on the way; results are widened to `Double`.
  /// - Throws: `OrderError` if `order` is outside `orders`.
  public func samples(
    over range: SampleRange, order: Int = 0, precision: Precision = .float64
  ) throws(OrderError) -> Samples {
    guard order >= 0 else { throw OrderError(order: order) }
    let (x, derivatives) = try evaluate(over: range, orders: 0...order, precision)
    return Samples(x: x, derivatives: derivatives)
  }

  /// Evaluates one derivative alone over a range, without memory for those of lower order.
  ///
  /// - Returns: The sample points, ascending, and the derivative at each.
  /// - Throws: `OrderError` if `order` is outside `orders`.
  public func derivative(
    _ order: Int, over range: SampleRange, precision: Precision = .float64
  ) throws(OrderError) -> (x: [Double], values: [Double]) {
    let (x, derivatives) = try evaluate(over: range, orders: order...order, precision)
    return (x, derivatives[0])
  }

  /// Evaluates the function and its derivatives up to `order` at the given points, in any order, each
  /// rounded to the format first.
  ///
  /// - Throws: `OrderError` if `order` is outside `orders`.
  public func samples(
    at x: [Double], order: Int = 0, precision: Precision = .float64
  ) throws(OrderError) -> Samples {
    guard order >= 0 else { throw OrderError(order: order) }
    let x = precision == .float64 ? x : x.map(precision.rounded)
    return Samples(x: x, derivatives: try evaluate(at: x, orders: 0...order, precision))
  }

  private func evaluate(
    over range: SampleRange, orders: ClosedRange<Int>, _ precision: Precision
  ) throws(OrderError) -> (x: [Double], derivatives: [[Double]]) {
    let x =
      precision == .float64
      ? range.points(as: Double.self) : range.points(as: Float.self).map { Double($0) }
    return (x, try evaluate(at: x, orders: orders, precision))
  }

  private func evaluate(
    at x: [Double], orders: ClosedRange<Int>, _ precision: Precision
  ) throws(OrderError) -> [[Double]] {
    guard Self.orders.contains(orders.lowerBound), Self.orders.contains(orders.upperBound) else {
      throw OrderError(order: orders.upperBound)
    }
    var (derivatives, unsettled) =
      switch precision {
      case .float16, .bfloat16, .float32:
        // A Float is rounded to by itself.
        evaluate(
          at: precision.isShort ? x.map(precision.rounded) : x, orders: orders, in: Float.self)
      case .float64 where program.keepsDigits: evaluate(at: x, orders: orders, in: Extended.self)
      case .float64: evaluate(at: x, orders: orders, in: Bounded.self)
      }
    if precision == .float64 {
      var look = CloserLook(program: program, order: orders.upperBound)
      for (place, known) in unsettled where x[place].isFinite {
        let found = look.derivatives(at: x[place])
        for (k, order) in orders.enumerated() {
          guard let value = found[order] else { continue }
          if !value.isNaN || !known.contains(order) { derivatives[k][place] = value }
        }
      }
    }
    for (i, point) in x.enumerated() where point.isInfinite {
      let limits = limits(towards: point, orders: orders.upperBound)
      for (k, order) in orders.enumerated() { derivatives[k][i] = limits[order] }
    }
    guard precision.isShort else { return derivatives }
    return derivatives.map { $0.map(precision.rounded) }
  }

  /// A place where not all digits are known, and the orders of which they are.
  private typealias Unsettled = (place: Int, known: [Int])

  /// The derivatives of these orders, one after the other, each at all of `x`, and the places where
  /// not all of their digits are known.
  private func evaluate<Scalar: JetScalar>(
    at x: [Double], orders: ClosedRange<Int>, in scalar: Scalar.Type
  ) -> (derivatives: [[Double]], unsettled: [Unsettled]) {
    var block = JetBlock<Scalar>(program: program, order: orders.upperBound, samples: x.count)
    var derivatives = [[Double]](repeating: [], count: orders.count)
    for k in derivatives.indices { derivatives[k].reserveCapacity(x.count) }
    var singular: [Int] = [], unsettled: [Unsettled] = []
    for start in stride(from: 0, to: x.count, by: block.capacity) {
      let points = x[start..<min(start + block.capacity, x.count)]
      block.evaluate(at: points.lazy.map { Scalar($0) })
      let undecided = (0..<points.count).map { block.doubts[$0] }
      for (k, order) in orders.enumerated() {
        for (i, point) in points.enumerated() {
          let derivative = block.derivative(order, at: i)
          if !derivative.isSettled { block.doubts[i] = true }
          derivatives[k].append(point.isNaN ? .nan : derivative.double)
        }
      }
      for i in 0..<points.count where block.doubts[i] {
        let known = orders.filter { !undecided[i] && block.derivative($0, at: i).isSettled }
        unsettled.append((start + i, known))
      }
      for register in program.singularRegisters {
        let values = block.row(0, of: register)
        for i in 0..<points.count where values[i] == 0 { singular.append(start + i) }
      }
    }
    let doubtful = refine(&derivatives, singular, at: x, orders, in: scalar)
    return (
      derivatives,
      unsettled.filter { !singular.contains($0.place) } + doubtful.map { ($0, []) }
    )
  }

  /// Replaces the derivatives at zeros of denominators and of what is raised to a power, by those
  /// from longer series: the value of sin(x) / x at 0 is a matter of the first derivatives, the
  /// second derivative of √(x⁴) of the fourth of x⁴.
  ///
  /// - Returns: The places where not all digits are known all the same.
  private func refine<Scalar: JetScalar>(
    _ derivatives: inout [[Double]], _ places: [Int], at x: [Double], _ orders: ClosedRange<Int>,
    in scalar: Scalar.Type
  ) -> [Int] {
    guard !places.isEmpty else { return [] }
    var doubtful: [Int] = []
    var block = JetBlock<Scalar>(
      program: program, order: orders.upperBound + Program.spareOrders, samples: 1)
    for place in places where !x[place].isNaN {
      block.evaluate(at: CollectionOfOne(Scalar(x[place])))
      for (k, order) in orders.enumerated() {
        derivatives[k][place] = block.derivative(order, at: 0).double
      }
      if !block.isSettled(orders, at: 0) { doubtful.append(place) }
    }
    return doubtful
  }
}

/// A derivative of an order that is not offered.
public struct OrderError: Error, Hashable, CustomStringConvertible {
  /// The order that was asked for.
  public let order: Int

  /// The error for that order, whatever it is.
  public init(order: Int) {
    self.order = order
  }

  /// A sentence that names the order and the limits.
  public var description: String {
    "There is no derivative of order \(order) here; orders go from \(Formula.orders.lowerBound)"
      + " (the function itself) to \(Formula.orders.upperBound)."
  }
}
