internal import RealModule

/// The Taylor rules of the functions of one argument that are no integrals of others.
extension JetBlock {
  func apply(_ primitive: Primitive, _ a: Int, into result: Int) {
    switch primitive {
    case .negate: negate(a, into: result)
    case .exp: exp(a, minusOne: false, into: result)
    case .expm1: exp(a, minusOne: true, into: result)
    case .sqrt: sqrt(a, into: result)
    case .sin: circular(a, Scalar.sin, Scalar.cos, sign: -1, into: result)
    case .cos: circular(a, Scalar.cos, { -Scalar.sin($0) }, sign: -1, into: result)
    case .sinh: circular(a, Scalar.sinh, Scalar.cosh, sign: 1, into: result)
    case .cosh: circular(a, Scalar.cosh, Scalar.sinh, sign: 1, into: result)
    case .tan: tan(a, into: result)
    case .tanh: tanh(a, into: result)
    case .sigmoid: sigmoid(a, into: result)
    case .sinc: sinc(a, into: result)
    default: decide(primitive, a, into: result)
    }
  }

  /// exp u, or exp(u) - 1, which differ in the value alone.
  ///
  /// The series of exp(u - u_0) comes first, f_k = Σ j·u_j·f_{k-j} / k with f_0 = 1: where its terms
  /// cancel, as in exp(x - exp(x)) at 0, they do so before the rounding of exp(u_0).
  private func exp(_ a: Int, minusOne: Bool, into result: Int) {
    let argument = row(0, of: a), value = row(0, of: result), growth = scratch(order + 1)
    for k in orders(of: result) {
      guard k > 0 else {
        fill(scratch(0), with: 1)
        for i in 0..<count {
          growth[i] = .exp(argument[i])
          value[i] = minusOne ? .expMinusOne(argument[i]) : growth[i]
        }
        continue
      }
      integrate(a, { scratch($0) }, order: k, into: scratch(k))
      let to = row(k, of: result), series = scratch(k)
      // What the exponential has brought to zero stays zero, however fast its argument falls.
      for i in 0..<count { to[i] = growth[i] == 0 ? growth[i] : growth[i] * series[i] }
    }
  }

  /// A function f and its derivative g with g' = ±f: both series grow together.
  private func circular(
    _ a: Int, _ f: (Scalar) -> Scalar, _ g: (Scalar) -> Scalar,
    sign: Scalar, into result: Int
  ) {
    let argument = row(0, of: a), derivative = scratch(0)
    for k in orders(of: result) {
      let to = row(k, of: result)
      guard k > 0 else {
        for i in 0..<count {
          to[i] = f(argument[i])
          if order > 0 { derivative[i] = g(argument[i]) }
        }
        continue
      }
      integrate(a, { scratch($0) }, order: k, into: to)
      let next = scratch(k)
      integrate(a, { row($0, of: result) }, order: k, into: next)
      for i in 0..<count { next[i] = sign * next[i] }
    }
  }

  /// tan' = 1 + tan² = 1 / cos².
  private func tan(_ a: Int, into result: Int) {
    let argument = row(0, of: a), value = row(0, of: result)
    let slope = scratch(0), factor = scratch(order + 1)
    for i in 0..<count {
      value[i] = .tan(argument[i])
      let cosine = Scalar.cos(argument[i])
      slope[i] = 1 / (cosine * cosine)
      factor[i] = 2 * value[i]
    }
    solveRiccati(a, sign: 1, into: result)
  }

  /// σ(u) = 1 / (1 + exp(-u)), with σ' = σ(u)·σ(-u)·u'.
  ///
  /// With e = exp(-|u|), σ(|u|) = 1 / (1 + e) and σ(-|u|) = e / (1 + e): neither loses a digit in
  /// its tail, whereas 1 - σ does from u = 1 on.
  private func sigmoid(_ a: Int, into result: Int) {
    let argument = row(0, of: a), value = row(0, of: result)
    let slope = scratch(0), factor = scratch(order + 1)
    let isCurved = orders(of: result).count > 2
    for i in 0..<count {
      let e = Scalar.exp(-argument[i].magnitude)
      let d = 1 + e
      value[i] = .sigmoid(argument[i], decay: e)
      slope[i] = e / (d * d)
      // σ(-u) - σ(u), by which the slope itself changes.
      if isCurved { factor[i] = -Scalar.tanh(argument[i] / 2) }
    }
    solveRiccati(a, sign: -1, into: result)
  }

  /// tanh u, with tanh' = sech²(u)·u' and sech u = 2h / (1 + h²) for h = exp(-|u|).
  ///
  /// 1 - tanh² would have no correct digit from |u| = 19 on; h² keeps them all, to the edge of the
  /// subnormals, because it is squared only after the division.
  private func tanh(_ a: Int, into result: Int) {
    let argument = row(0, of: a), value = row(0, of: result)
    let slope = scratch(0), factor = scratch(order + 1)
    for i in 0..<count {
      value[i] = .tanh(argument[i])
      guard order > 0 else { continue }
      let h = Scalar.exp(-argument[i].magnitude)
      let sech = 2 * h / (1 + h * h)
      slope[i] = sech * sech
      factor[i] = -2 * value[i]
    }
    solveRiccati(a, sign: -1, into: result)
  }

  /// The higher coefficients of f with f' = p·u', where p is quadratic in f.
  ///
  /// For sigmoid, tanh and tan alike p_k = factor·f_k ± Σ f_j f_{k-j} with the sum over j from 1 to
  /// k - 1. Expects f_0 in the result, p_0 in scratch row 0 and the factor in the last scratch
  /// row; p_k goes to scratch row k.
  private func solveRiccati(_ a: Int, sign: Scalar, into result: Int) {
    let factor = scratch(order + 1)
    let orders = orders(of: result)
    for k in orders.dropFirst() {
      let f = row(k, of: result)
      integrate(a, { scratch($0) }, order: k, into: f)
      guard k < orders.upperBound - 1 else { return }
      let p = scratch(k)
      for i in 0..<count { p[i] = factor[i] * f[i] }
      for j in 1..<k {
        let first = row(j, of: result), second = row(k - j, of: result)
        for i in 0..<count { p[i] += sign * first[i] * second[i] }
      }
    }
  }

  /// sin(u) / u, which is 1 at 0.
  private func sinc(_ a: Int, into result: Int) {
    let orders = orders(of: result)
    for i in 0..<count {
      let u = row(0, of: a)[i]
      let series = Self.sincSeries(at: u, orders: orders.upperBound)
      let composed = compose(series, with: a, at: i, orders: orders)
      for k in orders { row(k, of: result)[i] = composed[k] }
    }
  }

  /// The Taylor coefficients of sin(u) / u.
  ///
  /// From u·s = sin u each follows from the one before, divided by u; near 0, where that magnifies
  /// errors, they are summed from the series at 0 instead.
  private static func sincSeries(at u: Scalar, orders: Int) -> [Scalar] {
    var series: [Scalar] = []
    guard u == 0 || Scalar.allowsForRounding && u.magnitude < 2 else {
      var derivatives = [Scalar.sin(u), .cos(u)]
      var factorial: Scalar = 1
      for k in 0..<orders {
        if k > 1 { derivatives.append(-derivatives[k - 2]) }
        if k > 0 { factorial = factorial * Scalar(Double(k)) }
        series.append((derivatives[k] / factorial - (series.last ?? 0)) / u)
      }
      return series
    }
    for k in 0..<orders {
      // Σ (-1)^n binomial(2n, k) u^(2n-k) / (2n+1)! from the first n with 2n ≥ k.
      let first = (k + 1) / 2
      var term = Scalar(first.isMultiple(of: 2) ? 1 : -1)
      for m in 1...(2 * first + 1) { term = term / Scalar(Double(m)) }
      if k % 2 == 1 { term = term * Scalar(Double(k + 1)) * u }
      var sum = term
      for n in first..<(first + 25) {
        let power = 2 * n - k
        let upper = Scalar(Double((2 * n + 1) * (2 * n + 2)))
        let lower = Scalar(Double((power + 1) * (power + 2) * (2 * n + 2) * (2 * n + 3)))
        let ratio = upper / lower
        term = -(term * u * u * ratio)
        sum += term
      }
      series.append(sum)
    }
    return series
  }

  /// The coefficients of Σ series_k·(u - u_0)^k in the seed, for the jet u of sample `i`.
  func compose(
    _ series: [Scalar], with a: Int, at i: Int, orders: Range<Int>
  ) -> [Scalar] {
    let inner = orders.map { $0 == 0 ? 0 : coefficient($0, of: a)?[i] ?? 0 }
    var result = [Scalar](repeating: 0, count: orders.count)
    for outer in series.prefix(orders.count).reversed() {
      var next = [Scalar](repeating: 0, count: orders.count)
      for k in orders {
        for j in 0...k where j > 0 { next[k] += inner[j] * result[k - j] }
      }
      next[0] = outer
      result = next
    }
    return result
  }
}

extension JetScalar {
  /// The values of the functions whose derivatives are formulas of their own.
  static func function(_ primitive: Primitive) -> (Self) -> Self {
    switch primitive {
    case .log: { .log($0) }
    case .log1p: { .log(onePlus: $0) }
    case .asin: { .asin($0) }
    case .acos: { .acos($0) }
    case .atan: { .atan($0) }
    case .asinh: { .asinh($0) }
    case .acosh: { .acosh($0) }
    case .atanh: { .atanh($0) }
    case .erf: { .erf($0) }
    case .erfc: { .erfc($0) }
    case .normalCDF: { .erfc(-$0 / .sqrt(2)) / 2 }
    case .softplus: { .positivePart($0) + .log(onePlus: .exp(-$0.magnitude)) }
    case .logCosh: { logCosh($0) }
    case .tanhShrink: { tanhShrink($0) }
    default: preconditionFailure("\(primitive) has a rule of its own")
    }
  }

  /// log(cosh u), near 0 as log(1 + 2 sinh²(u/2)), where cosh would round to 1.
  private static func logCosh(_ u: Self) -> Self {
    guard u.magnitude < 1 else {
      return u.magnitude + log(onePlus: exp(-2 * u.magnitude)) - log(2)
    }
    let half = sinh(u / 2)
    return log(onePlus: 2 * half * half)
  }

  /// u - tanh u, near 0 as (u·cosh u - sinh u) / cosh u, whose series has no term that cancels.
  private static func tanhShrink(_ u: Self) -> Self {
    guard allowsForRounding, u.magnitude < 1 else { return u - tanh(u) }
    // Σ 2n·u^(2n+1) / (2n+1)!
    let square = u * u
    var power = u, factorial: Self = 1, sum: Self = 0
    for n in 1...14 {
      power = power * square
      factorial = factorial * Self(Double(2 * n * (2 * n + 1)))
      sum += Self(Double(2 * n)) * power / factorial
    }
    return u == 0 ? u : sum / cosh(u)
  }
}
