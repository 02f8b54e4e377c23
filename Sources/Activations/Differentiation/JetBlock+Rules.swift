internal import RealModule

/// One Taylor rule per primitive. Derivatives of every order come from these alone.
///
/// Source of the recurrences: Griewank and Walther, Evaluating Derivatives (2008), chapter 13.
extension JetBlock {
  func apply(_ primitive: Primitive, _ a: Int, into result: Int) {
    switch primitive {
    case .negate: negate(a, into: result)
    case .sigmoid: sigmoid(a, into: result)
    case .tanh: tanh(a, into: result)
    default: preconditionFailure("\(primitive) is not a function of one argument")
    }
  }

  func apply(_ primitive: Primitive, _ a: Int, _ b: Int, into result: Int) {
    switch primitive {
    case .add: add(a, b, sign: 1, into: result)
    case .subtract: add(a, b, sign: -1, into: result)
    case .multiply: multiply(a, b, into: result)
    case .divide: divide(a, b, into: result)
    case .max: max(a, b, into: result)
    default: preconditionFailure("\(primitive) is not a function of two arguments")
    }
  }

  /// The orders of a register that have to be computed: none beyond its degree.
  private func orders(of register: Int) -> ClosedRange<Int> {
    0...Swift.min(order, program.degrees[register] ?? order)
  }

  private func negate(_ a: Int, into result: Int) {
    for k in orders(of: result) {
      let from = row(k, of: a), to = row(k, of: result)
      for i in 0..<count { to[i] = -from[i] }
    }
  }

  private func add(_ a: Int, _ b: Int, sign: Scalar, into result: Int) {
    for k in orders(of: result) {
      let to = row(k, of: result)
      switch (coefficient(k, of: a), coefficient(k, of: b)) {
      case (let first?, let second?): for i in 0..<count { to[i] = first[i] + sign * second[i] }
      case (let first?, nil): for i in 0..<count { to[i] = first[i] }
      case (nil, let second?): for i in 0..<count { to[i] = sign * second[i] }
      case (nil, nil): fill(to, with: 0)
      }
    }
  }

  private func multiply(_ a: Int, _ b: Int, into result: Int) {
    for k in orders(of: result) {
      let to = row(k, of: result)
      fill(to, with: 0)
      for j in 0...k {
        guard let first = coefficient(j, of: a), let second = coefficient(k - j, of: b) else {
          continue
        }
        for i in 0..<count { to[i] += first[i] * second[i] }
      }
    }
  }

  /// From a = b·q: q_k = (a_k - Σ b_j q_{k-j}) / b_0, with the sum over j from 1 to k.
  private func divide(_ a: Int, _ b: Int, into result: Int) {
    let denominator = row(0, of: b)
    for k in orders(of: result) {
      let to = row(k, of: result)
      if let numerator = coefficient(k, of: a) {
        for i in 0..<count { to[i] = numerator[i] }
      } else {
        fill(to, with: 0)
      }
      for j in 0..<k {
        guard let first = coefficient(k - j, of: b) else { continue }
        let second = row(j, of: result)
        for i in 0..<count { to[i] -= first[i] * second[i] }
      }
      for i in 0..<count { to[i] /= denominator[i] }
    }
  }

  /// The larger of both; at a tie the second one, so that max(x, 0) has the slope 0 at 0.
  private func max(_ a: Int, _ b: Int, into result: Int) {
    // The values of `a` and `b` decide for the coefficients of every order.
    let first = row(0, of: a), second = row(0, of: b)
    for k in orders(of: result) {
      let to = row(k, of: result)
      let fromFirst = coefficient(k, of: a), fromSecond = coefficient(k, of: b)
      for i in 0..<count {
        to[i] =
          first[i] > second[i]
          ? fromFirst?[i] ?? 0 : second[i] >= first[i] ? fromSecond?[i] ?? 0 : .nan
      }
    }
  }

  /// σ(u) = 1 / (1 + exp(-u)), with σ' = σ(u)·σ(-u)·u'.
  ///
  /// With e = exp(-|u|), σ(|u|) = 1 / (1 + e) and σ(-|u|) = e / (1 + e): neither loses a digit in
  /// its tail, whereas 1 - σ does from u = 1 on.
  private func sigmoid(_ a: Int, into result: Int) {
    let argument = row(0, of: a), value = row(0, of: result)
    let slope = scratch(0), factor = scratch(order + 1)
    for i in 0..<count {
      let e = Scalar.exp(-argument[i].magnitude)
      let d = 1 + e
      value[i] = argument[i] < 0 ? e / d : 1 / d
      slope[i] = e / (d * d)
      // σ(-u) - σ(u), by which the slope itself changes.
      if order > 1 { factor[i] = -Scalar.tanh(argument[i] / 2) }
    }
    solveRiccati(a, into: result)
  }

  /// tanh u, with tanh' = sech²(u)·u' and sech u = 2h / (1 + h²) for h = exp(-|u|).
  ///
  /// 1 - tanh² would have no correct digit from |u| = 19 on; h² keeps them all, to the edge of the
  /// subnormals, because it is squared only after the division.
  private func tanh(_ a: Int, into result: Int) {
    let argument = row(0, of: a), value = row(0, of: result)
    let slope = scratch(0), factor = scratch(order + 1)
    for i in 0..<count {
      value[i] = Scalar.tanh(argument[i])
      guard order > 0 else { continue }
      let h = Scalar.exp(-argument[i].magnitude)
      let sech = 2 * h / (1 + h * h)
      slope[i] = sech * sech
      factor[i] = -2 * value[i]
    }
    solveRiccati(a, into: result)
  }

  /// The higher coefficients of f with f' = p·u', where p is quadratic in f.
  ///
  /// For sigmoid and tanh alike p_k = factor·f_k - Σ f_j f_{k-j} with the sum over j from 1 to
  /// k - 1. Expects f_0 in the result, p_0 in scratch row 0 and the factor in the last scratch
  /// row; p_k goes to scratch row k.
  private func solveRiccati(_ a: Int, into result: Int) {
    let factor = scratch(order + 1)
    for k in orders(of: result).dropFirst() {
      let f = row(k, of: result)
      fill(f, with: 0)
      for j in 1...k {
        guard let inner = coefficient(j, of: a) else { continue }
        let p = scratch(k - j), weight = Scalar(j) / Scalar(k)
        for i in 0..<count { f[i] += weight * inner[i] * p[i] }
      }
      guard k < order else { return }
      let p = scratch(k)
      for i in 0..<count { p[i] = factor[i] * f[i] }
      for j in 1..<k {
        let first = row(j, of: result), second = row(k - j, of: result)
        for i in 0..<count { p[i] -= first[i] * second[i] }
      }
    }
  }
}
