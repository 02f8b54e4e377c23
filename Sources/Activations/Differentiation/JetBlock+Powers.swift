internal import RealModule

/// The Taylor rules of powers and of the square root.
extension JetBlock {
  /// u^p with p the same in every order: from f·p·u' = u·f',
  /// f_k = Σ (p·j - (k - j))·u_j·f_{k-j} / (k·u_0), with the sum over j from 1 to k.
  func raise(_ a: Int, to b: Int, into result: Int) {
    let base = row(0, of: a), exponent = row(0, of: b)
    for k in orders(of: result) {
      let to = row(k, of: result)
      guard k > 0 else {
        for i in 0..<count { to[i] = .power(base[i], exponent[i]) }
        continue
      }
      fill(to, with: 0)
      for j in 1...k {
        guard let inner = coefficient(j, of: a) else { continue }
        let lower = row(k - j, of: result)
        let weight = Scalar(Double(j)), offset = Scalar(Double(k - j))
        for i in 0..<count { to[i] += (exponent[i] * weight - offset) * inner[i] * lower[i] }
      }
      for i in 0..<count { to[i] /= Scalar(Double(k)) * base[i] }
    }
    for i in 0..<count where base[i] == 0 { setPowerAtZero(a, exponent[i], i, into: result) }
  }

  /// Replaces powers of a base of 0 or below where the exponent is a whole number.
  ///
  /// Where the exponent is the same all around, so are the derivatives those of a whole power; where
  /// it moves on to others, a negative base has no power beside this one: no slope, and no limits.
  func raiseToWhole(_ a: Int, _ b: Int, into result: Int) {
    let base = row(0, of: a), exponent = row(0, of: b), value = row(0, of: result)
    for i in 0..<count where base[i] <= 0 && exponent[i] == exponent[i].floor {
      // So far out there is no fraction left to tell whole numbers by.
      if base[i] < 0, !exponent[i].double.isFinite { continue }
      if base[i] < 0, side != nil, !isConstant(b, at: i) { continue }
      let orders = orders(of: result)
      value[i] = .power(base[i], exponent[i])
      guard orders.count > 1, isConstant(b, at: i) else { continue }
      guard base[i] != 0 else {
        setPowerAtZero(a, exponent[i], i, into: result)
        continue
      }
      let inner = orders.map { coefficient($0, of: a)?[i] ?? 0 }
      for k in orders.dropFirst() {
        // Adding 0 makes -0, from a division by the base, a plain one.
        row(k, of: result)[i] = Self.power(inner, exponent[i], coefficient: k) + 0
      }
    }
  }

  /// s² = u: s_k = (u_k - Σ s_j s_{k-j}) / (2·s_0), with the sum over j from 1 to k - 1.
  func sqrt(_ a: Int, into result: Int) {
    let argument = row(0, of: a), value = row(0, of: result)
    for k in orders(of: result) {
      let to = row(k, of: result)
      guard k > 0 else {
        for i in 0..<count { to[i] = .sqrt(argument[i]) }
        continue
      }
      if let inner = coefficient(k, of: a) {
        for i in 0..<count { to[i] = inner[i] }
      } else {
        fill(to, with: 0)
      }
      for j in 1..<max(1, k) {
        let first = row(j, of: result), second = row(k - j, of: result)
        for i in 0..<count { to[i] -= first[i] * second[i] }
      }
      for i in 0..<count { to[i] /= 2 * value[i] }
    }
    for i in 0..<count where argument[i] == 0 { setPowerAtZero(a, Scalar(0.5), i, into: result) }
  }

  /// The derivatives of u^p where u is 0, which the recurrences divide by.
  ///
  /// If both sides have the function and their derivatives differ, a finite one is the mean, so
  /// that √(x²) has the slope of |x|, and an infinite one NaN.
  private func setPowerAtZero(_ a: Int, _ p: Scalar, _ i: Int, into result: Int) {
    let orders = orders(of: result)
    guard orders.count > 1 else { return }
    let signs: [Double] = side.map { $0 == .left ? [-1] : [1] } ?? [-1, 1]
    let sides = signs.compactMap { powerSeries(a, p, i, orders: orders.count, side: $0) }
    for k in orders.dropFirst() {
      let to = row(k, of: result)
      switch sides.map({ $0[k] }) {
      case let limits where limits.isEmpty: to[i] = Scalar(.nan)
      case let limits where limits.allSatisfy { $0 == limits[0] }: to[i] = limits[0]
      case let limits:
        let mean = (limits[0] + limits[limits.count - 1]) / 2
        to[i] = mean.double.isFinite ? mean : Scalar(.nan)
      }
    }
  }

  /// The coefficients of u^p at a zero of u, from one side (±1); nothing if u is negative there.
  ///
  /// With h the distance times that sign, u = h^m·v and v_0 > 0, it is h^(m·p)·v^p.
  private func powerSeries(
    _ a: Int, _ p: Scalar, _ i: Int, orders: Int, side: Double
  ) -> [Scalar]? {
    let inner = (0..<orders).map { k in
      Scalar(k.isMultiple(of: 2) ? 1 : side) * (coefficient(k, of: a)?[i] ?? 0)
    }
    var series = [Scalar](repeating: 0, count: orders)
    guard let m = inner.firstIndex(where: { $0 != 0 }) else {
      // Held at 0 by a decision, as |x| is at its kink, and no constant: infinity times that 0.
      let isHeld = self.side == nil && ties[i] && p != p.floor
      for k in 0..<orders where isHeld && Double(k) > p.double { series[k] = Scalar(.nan) }
      return series
    }
    guard inner[m] > 0 else { return nil }
    let v = inner[m...] + Array(repeating: 0, count: m)
    let lead = p.double * Double(m)
    for k in 0..<orders {
      // Back from powers of h to those of the distance.
      let sign = Scalar(k.isMultiple(of: 2) ? 1 : side)
      if lead == lead.rounded(), lead >= 0 {
        guard Double(k) >= lead else { continue }
        series[k] = sign * Self.power(Array(v), p, coefficient: k - Int(lead))
      } else if Double(k) > lead {
        // h^(m·p - k) is infinite, with the sign of (m·p)(m·p - 1)···(m·p - k + 1).
        let isNegative = (0..<k).count { Double($0) > lead } % 2 == 1
        series[k] = sign * Scalar(isNegative ? -.infinity : .infinity)
      }
    }
    return series
  }

  /// A coefficient of v^p for a series v with v_0 > 0.
  private static func power(_ v: [Scalar], _ p: Scalar, coefficient last: Int) -> Scalar {
    var powers = [Scalar.power(v[0], p)]
    for k in 1..<max(1, last + 1) {
      var sum: Scalar = 0
      for j in 1...k {
        sum += (p * Scalar(Double(j)) - Scalar(Double(k - j))) * v[j] * powers[k - j]
      }
      powers.append(sum / (Scalar(Double(k)) * v[0]))
    }
    return powers[last]
  }
}
