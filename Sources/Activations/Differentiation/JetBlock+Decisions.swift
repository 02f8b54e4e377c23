/// The rules of the functions in pieces: which piece holds at each sample.
extension JetBlock {
  /// Whether register `a` is below (-1), at (0) or above (1) register `b` or zero at sample `i`;
  /// nothing if either is NaN.
  ///
  /// Approached from one side, a tie is decided by the first derivatives that differ. A difference
  /// that a change of x in its last bits would bring to zero counts as a tie too, because kinks
  /// seldom are Doubles.
  func comparison(_ a: Int, _ b: Int?, _ i: Int) -> Int? {
    let first = row(0, of: a)[i], second = b.map { row(0, of: $0)[i] } ?? 0
    guard !first.isNaN, !second.isNaN else { return nil }
    if !Scalar.isDecided(first, against: second) { doubts[i] = true }
    let plain = first < second ? -1 : first > second ? 1 : 0
    guard let side, plain == 0 || isNearTie(first - second, a, b, i) else { return plain }
    for k in sharedOrders(a, b) {
      let difference = difference(k, a, b, i)
      if difference == 0 { continue }
      let isReversed = side == .left && !k.isMultiple(of: 2)
      return (difference > 0) != isReversed ? 1 : -1
    }
    return plain
  }

  func difference(_ k: Int, _ a: Int, _ b: Int?, _ i: Int) -> Scalar {
    (coefficient(k, of: a)?[i] ?? 0) - (b.flatMap { coefficient(k, of: $0)?[i] } ?? 0)
  }

  /// The orders from 1 on in which both registers are computed.
  func sharedOrders(_ a: Int, _ b: Int?) -> Range<Int> {
    let drop = Swift.max(program.orderDrops[a], b.map { program.orderDrops[$0] } ?? 0)
    return 1..<Swift.max(1, order - drop + 1)
  }

  private func isNearTie(_ gap: Scalar, _ a: Int, _ b: Int?, _ i: Int) -> Bool {
    // Beside a pole the difference is infinite.
    guard Scalar.allowsForRounding, order > 0, gap.isFinite else { return false }
    let lastBits = sample(i).magnitude * Scalar(0x1p-50)
    return gap.magnitude <= difference(1, a, b, i).magnitude * lastBits
  }

  func compare(_ primitive: Primitive, _ a: Int, _ b: Int, into result: Int) {
    let to = row(0, of: result)
    for i in 0..<count {
      guard let order = comparison(a, b, i) else {
        to[i] = whicheverIsNaN(a, b, i)
        continue
      }
      if order == 0 { noteTie(a, b, i, isContinuous: false) }
      let holds =
        switch primitive {
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        case .equal: order == 0
        case .notEqual: order != 0
        default: preconditionFailure("\(primitive) is not a comparison")
        }
      to[i] = holds ? 1 : 0
    }
  }

  /// The one of two values that is no number, which knows whether there is none all around.
  private func whicheverIsNaN(_ a: Int, _ b: Int, _ i: Int) -> Scalar {
    let first = row(0, of: a)[i]
    return first.isNaN ? first : row(0, of: b)[i]
  }

  /// `a` where the condition holds (is not 0), `b` where it does not, NaN where it is NaN.
  func select(_ condition: Int, _ a: Int, _ b: Int, into result: Int) {
    choose(by: row(0, of: condition), a, b, into: result)
  }

  private func choose(by conditions: Row, _ a: Int, _ b: Int, into result: Int) {
    for k in orders(of: result) {
      let to = row(k, of: result), first = coefficient(k, of: a), second = coefficient(k, of: b)
      for i in 0..<count {
        let chosen = conditions[i] != 0 ? first?[i] ?? 0 : second?[i] ?? 0
        to[i] = conditions[i].isNaN ? conditions[i] : chosen
        if k == 0, !Scalar.isDecided(conditions[i], against: 0) { doubts[i] = true }
      }
    }
  }

  /// The larger (sign 1) or the smaller (sign -1) of both.
  func extreme(_ a: Int, _ b: Int, sign: Int, _ tie: Program.Tie, into result: Int) {
    // Decided by the values for the coefficients of every order, once.
    let choices = scratch(0)
    var shared: [Int] = []
    for i in 0..<count {
      guard let order = comparison(a, b, i) else {
        choices[i] = whicheverIsNaN(a, b, i)
        continue
      }
      choices[i] = order == sign ? 1 : 0
      guard order == 0 else { continue }
      noteTie(a, b, i, isContinuous: true)
      switch shareOfFirst(a, b, i, tie) {
      case 0: break
      case 1: choices[i] = 1
      default: shared.append(i)
      }
    }
    choose(by: choices, a, b, into: result)
    for i in shared {
      for k in orders(of: result).dropFirst() {
        let first = coefficient(k, of: a)?[i] ?? 0, second = coefficient(k, of: b)?[i] ?? 0
        row(k, of: result)[i] = Scalar(0.5) * (first + second)
      }
    }
  }

  /// How much of the first of two equal arguments is taken.
  private func shareOfFirst(_ a: Int, _ b: Int, _ i: Int, _ tie: Program.Tie) -> Double {
    switch tie {
    case .first: return 1
    case .second: return 0
    case .mean: return 0.5
    case .flatter:
      for k in sharedOrders(a, b) {
        let first = coefficient(k, of: a)?[i] ?? 0, second = coefficient(k, of: b)?[i] ?? 0
        if first == second { continue }
        if first.magnitude == second.magnitude { return 0.5 }
        return first.magnitude < second.magnitude ? 1 : 0
      }
      return 0
    }
  }

  /// abs, sign and floor. At 0, |u| and sign(u) have the derivatives 0.
  func decide(_ primitive: Primitive, _ a: Int, into result: Int) {
    let values = row(0, of: a)
    for i in 0..<count {
      let u = values[i]
      let order = comparison(a, nil, i)
      let isTie = primitive == .floor ? u == u.floor : order == 0
      if isTie { noteTie(a, nil, i, isContinuous: primitive == .abs) }
      for k in orders(of: result) {
        let to = row(k, of: result)
        guard let order else {
          to[i] = u
          continue
        }
        switch primitive {
        case .abs where k == 0: to[i] = u.magnitude
        case .abs: to[i] = Scalar(Double(order)) * (coefficient(k, of: a)?[i] ?? 0)
        case .sign: to[i] = order == 0 ? u : Scalar(Double(order))
        case .floor: to[i] = floor(a, i)
        default: preconditionFailure("\(primitive) is not a function of one argument")
        }
      }
    }
  }

  private func floor(_ a: Int, _ i: Int) -> Scalar {
    let u = row(0, of: a)[i]
    if !u.floor.isSettled { doubts[i] = true }
    guard let side else { return u.floor }
    let nearest = (u + Scalar(0.5)).floor
    guard u == nearest || isNearTie(u - nearest, a, nil, i) else { return u.floor }
    for k in orders(of: a).dropFirst() {
      let change = coefficient(k, of: a)?[i] ?? 0
      if change == 0 { continue }
      let isReversed = side == .left && !k.isMultiple(of: 2)
      return (change > 0) != isReversed ? nearest : nearest - 1
    }
    return nearest
  }

  /// Replaces the derivatives of the samples whose argument is at a kink of the activation.
  func follow(_ kinks: Program.Kinks, at a: Int, into result: Int) {
    let arguments = row(0, of: a), orders = orders(of: result)
    // A whole block may sit on one kink, as the outer function of relu(relu(x)) does.
    var last: (argument: Scalar, left: [Scalar], right: [Scalar])?
    for i in 0..<count {
      let argument = arguments[i].double
      guard let kink = kinks.points.firstIndex(of: argument) else { continue }
      // The argument rounded is at the kink, so its decision may not be met to the last digit.
      if orders.dropFirst().contains(where: { (coefficient($0, of: a)?[i] ?? 0) != 0 }) {
        ties[i] = true
      }
      if !arguments[i].isSettled { doubts[i] = true }
      let (left, right): ([Scalar], [Scalar])
      if let last, last.argument == arguments[i] {
        (left, right) = (last.left, last.right)
      } else {
        left = Self.series(of: kinks, at: arguments[i], orders.count, from: .left)
        right = Self.series(of: kinks, at: arguments[i], orders.count, from: .right)
        last = (arguments[i], left, right)
      }
      let weights = kinks.weightsOfRight[kink]
      var series = [row(0, of: result)[i]]
      for k in orders.dropFirst() {
        let weight = weights[Swift.min(k, weights.count) - 1]
        // One of them alone where the other is not asked for, because it may be infinite.
        series.append(
          weight == 0
            ? left[k]
            : weight == 1
              ? right[k] : Scalar(1 - weight) * left[k] + Scalar(weight) * right[k])
      }
      let composed = compose(series, with: a, at: i, orders: orders)
      for k in orders { row(k, of: result)[i] = composed[k] }
    }
  }

  /// The activation's Taylor coefficients at its argument `u`, approached from one side.
  private static func series(
    of kinks: Program.Kinks, at u: Scalar, _ count: Int, from side: Side
  ) -> [Scalar] {
    guard let program = try? ProgramBuilder.program(of: kinks) else {
      preconditionFailure("\(kinks.activation.name) compiled once and does not again")
    }
    var block = JetBlock(program: program, order: max(1, count - 1), side: side)
    block.evaluate(at: [u])
    return (0..<count).map { block.coefficient($0, of: program.result)?[0] ?? 0 }
  }
}

extension Primitive {
  var isComparison: Bool {
    switch self {
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: true
    default: false
    }
  }
}
