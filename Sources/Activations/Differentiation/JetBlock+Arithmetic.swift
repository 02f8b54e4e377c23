internal import RealModule

/// The Taylor rules of the operators.
///
/// Source of the recurrences: Griewank and Walther, Evaluating Derivatives (2008), chapter 13.
extension JetBlock {
  func apply(_ primitive: Primitive, _ a: Int, _ b: Int, into result: Int) {
    switch primitive {
    case .add: add(a, b, sign: 1, into: result)
    case .subtract: add(a, b, sign: -1, into: result)
    case .multiply: multiply(a, b, into: result)
    case .divide: divide(a, b, into: result)
    case .power: raise(a, to: b, into: result)
    default: compare(primitive, a, b, into: result)
    }
  }

  func negate(_ a: Int, into result: Int) {
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
      var isFirst = true
      for j in 0...k {
        guard let first = coefficient(j, of: a), let second = coefficient(k - j, of: b) else {
          continue
        }
        // The first product is not added to zero, which would turn -0 into 0.
        if isFirst {
          for i in 0..<count { to[i] = first[i] * second[i] }
        } else {
          for i in 0..<count { to[i] += first[i] * second[i] }
        }
        isFirst = false
      }
      if isFirst { fill(to, with: 0) }
    }
  }

  /// From a = b·q: q_k = (a_k - Σ b_j q_{k-j}) / b_0, with the sum over j from 1 to k.
  private func divide(_ a: Int, _ b: Int, into result: Int) {
    let denominator = row(0, of: b), value = row(0, of: result)
    for k in orders(of: result) {
      let to = row(k, of: result)
      if k == 1, let a1 = coefficient(1, of: a), let b1 = coefficient(1, of: b) {
        // The same with the quotient's rounding error left out: in x / (1 + x) the products are
        // exact and their difference is 1, however large x is.
        let numerator = row(0, of: a)
        for i in 0..<count {
          let difference = a1[i] * denominator[i] - numerator[i] * b1[i]
          to[i] = difference / denominator[i] / denominator[i]
        }
        continue
      }
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
    for i in 0..<count where denominator[i] == 0 {
      if row(0, of: a)[i] == 0 { setQuotientOfZeros(a, b, i, into: result) }
      setOneSidedPole(a, b, i, into: result)
    }
    // What a denominator beyond number has brought to zero stays zero, as it does under exp.
    for i in 0..<count where denominator[i].isSaturated && value[i] == 0 {
      for k in orders(of: result).dropFirst() { row(k, of: result)[i] = value[i] }
    }
  }

  /// 0 / 0 as the quotient of the series without the power that both begin with, if the numerator's
  /// is no lower; the orders that are not known by that stay NaN.
  ///
  /// Where the program has decided between what is equal, the series are those of neither side: the
  /// quotient is then what both sides tend to, and as |x| / x at 0 not a number if they differ.
  private func setQuotientOfZeros(_ a: Int, _ b: Int, _ i: Int, into result: Int) {
    let known = 0..<max(0, order - program.orderDrops[result] + 1)
    guard let lead = known.first(where: { (coefficient($0, of: b)?[i] ?? 0) != 0 }),
      !known.prefix(lead).contains(where: { (coefficient($0, of: a)?[i] ?? 0) != 0 })
    else { return }
    var limit: Scalar?
    if side == nil, ties[i] {
      limit = OneSidedSeries.all(of: program.ending(at: result), at: [sample(i)], through: 0)[0]
        .common(0)
      guard limit?.isFinite == true else { return }
    }
    func denominator(_ k: Int) -> Scalar { coefficient(k, of: b)?[i] ?? 0 }
    for k in orders(of: result) {
      guard lead + k < known.upperBound else {
        row(k, of: result)[i] = Scalar(.nan)
        continue
      }
      var rest = coefficient(lead + k, of: a)?[i] ?? 0
      for j in 0..<k { rest -= denominator(lead + k - j) * row(j, of: result)[i] }
      row(k, of: result)[i] = rest / denominator(lead)
    }
    if let limit { row(0, of: result)[i] = limit }
  }

  /// The limits of a quotient that runs off at a zero of the denominator, and those of its
  /// derivatives, from the side that the sample is approached from.
  private func setOneSidedPole(_ a: Int, _ b: Int, _ i: Int, into result: Int) {
    let numerator = row(0, of: a)[i]
    guard let side, !numerator.isNaN, !row(0, of: result)[i].isFinite,
      let below = comparison(b, nil, i), below != 0,
      let above = numerator == 0 ? comparison(a, nil, i) : numerator < 0 ? -1 : 1, above != 0
    else { return }
    for k in orders(of: result) {
      // As h^-m does with the distance h > 0, which falls as x rises on the left.
      let isReversed = side == .right && !k.isMultiple(of: 2)
      row(k, of: result)[i] = Scalar((above == below) != isReversed ? .infinity : -.infinity)
    }
  }

  /// f_k = Σ j·u_j·r_{k-j} / k, with the sum over j from 1 to k: the rule of every function f of u
  /// with the derivative r.
  func integrate(_ a: Int, _ derivative: (Int) -> Row?, order k: Int, into to: Row) {
    fill(to, with: 0)
    for j in 1...k {
      guard let inner = coefficient(j, of: a), let outer = derivative(k - j) else { continue }
      let weight = Scalar(Double(j)) / Scalar(Double(k))
      for i in 0..<count { to[i] += weight * inner[i] * outer[i] }
    }
  }

  func integrate(_ primitive: Primitive, _ a: Int, _ derivative: Int, into result: Int) {
    for k in orders(of: result) {
      guard k == 0 else {
        integrate(a, { coefficient($0, of: derivative) }, order: k, into: row(k, of: result))
        continue
      }
      let from = row(0, of: a), to = row(0, of: result)
      let function = Scalar.function(primitive)
      for i in 0..<count {
        to[i] = function(from[i])
        // Of what is negative beside its zero there is no logarithm.
        if primitive == .log, side != nil, from[i] == 0, comparison(a, nil, i) == -1 {
          to[i] = Scalar(.nan)
        }
      }
    }
    // A constant has no slope, also where the function's is infinite, as the arc sine's is at 1.
    for k in orders(of: result).dropFirst() {
      let to = row(k, of: result), value = row(0, of: result)
      for i in 0..<count where to[i].isNaN && value[i].isFinite && isConstant(a, at: i) {
        to[i] = 0
      }
    }
  }
}
