extension Program {
  /// What a function is taken of that is level except for a little around some value of it: an
  /// exponential has changed to the full when its argument has by 1, a quotient when its denominator
  /// has by its own size.
  struct Bend {
    let register: Int
    /// The degree of the polynomial that it is known to be.
    let degree: Int?
    fileprivate let scale: Scale
    /// Whether the function bends where this is 0, as a hyperbolic tangent does.
    let countsZeros: Bool

    fileprivate enum Scale {
      case one
      /// The number's size, beside what is added to it, in so many parts.
      case own(plus: Double, parts: Double)
    }

    /// How much a change by which the function changes to the full is.
    func unit(at value: Extended) -> Extended {
      switch scale {
      case .one: 1
      case .own(let offset, let parts): (value + Extended(offset)).magnitude / Extended(parts)
      }
    }
  }

  /// What bends in the program and may turn or pass 0.
  var bends: [Bend] {
    guard instructions.contains(where: { $0.bendScale(in: self) != nil }) else { return [] }
    let signs = signs, isMonotone = isMonotone
    var found: [Bend] = []
    for instruction in instructions {
      guard let (register, scale) = instruction.bendScale(in: self), !isUniform[register]
      else { continue }
      var countsZeros = false
      if case .one = scale { countsZeros = signs[register] == .unknown }
      guard !isMonotone[register] || countsZeros,
        !found.contains(where: { $0.register == register && $0.countsZeros == countsZeros })
      else { continue }
      found.append(
        Bend(
          register: register, degree: degrees[register], scale: scale, countsZeros: countsZeros))
    }
    return found
  }

  /// Whether each register is known to rise or to fall all along, or to be level.
  private var isMonotone: [Bool] {
    let isLine = isLine
    var known: [Bool] = []
    known.reserveCapacity(instructions.count)
    for (register, instruction) in instructions.enumerated() {
      let isMonotone: Bool
      switch instruction {
      case .unary(let primitive, let a), .integral(let primitive, let a, _):
        isMonotone = primitive.isMonotone && known[a]
      case .binary(.add, let a, let b), .binary(.subtract, let a, let b),
        .binary(.multiply, let a, let b):
        isMonotone = isUniform[a] && known[b] || isUniform[b] && known[a]
      case .binary(.divide, let a, let b): isMonotone = isUniform[b] && known[a]
      default: isMonotone = false
      }
      known.append(isMonotone || isLine[register])
    }
    return known
  }

  // MARK: Angles

  /// What sines and the like are taken of.
  private var angles: [Int] {
    instructions.compactMap { instruction in
      switch instruction {
      case .unary(.sin, let a), .unary(.cos, let a), .unary(.tan, let a), .unary(.sinc, let a):
        isUniform[a] ? nil : a
      default: nil
      }
    }
  }

  /// How long the turns of those angles are that are straight lines in x.
  var turns: [Double] {
    let isLine = isLine
    let lines = Set(angles).filter { isLine[$0] }.sorted()
    guard !lines.isEmpty else { return [] }
    var block = JetBlock<Extended>(program: computing(lines), order: 1, samples: 1)
    block.evaluate(at: CollectionOfOne(0))
    return lines.map { (2 * .pi / (block.coefficient(1, of: $0)?[0] ?? 0)).magnitude.double }
  }

  /// Whether x is nothing but an angle of sines and the like, so that all values come again with each
  /// turn of the slowest of them, and the others turn a few times meanwhile, and nothing is decided, as
  /// floor(sin(x)) does at single places.
  var isPeriodic: Bool {
    let isLine = isLine, turns = turns
    let slowest = turns.max() ?? .infinity
    let isRepeated = turns.allSatisfy {
      slowest / $0 == (slowest / $0).rounded() && slowest / $0 <= Self.mostTurns
    }
    guard slowest.isFinite, isRepeated, !isLine[result], decisions.isEmpty else { return false }
    return instructions.enumerated().allSatisfy { register, instruction in
      if case .unary(.sin, _) = instruction { return true }
      if case .unary(.cos, _) = instruction { return true }
      if case .unary(.tan, _) = instruction { return true }
      return isLine[register]
        || instruction.operands.allSatisfy {
          isUniform[$0.register] || !isLine[$0.register]
        }
    }
  }

  private static var mostTurns: Double { 8 }

  /// Points in each of a few turns of every angle that is a straight line, at which none of another that
  /// turns with it has gone through half of one.
  var pointsInTurns: [Double] {
    turns.filter { $0.isFinite }.flatMap { turn in
      (-64...64).map { turn * (Double($0) / 32) }
    }.filter(\.isFinite)
  }

  /// A grid with points between those of another, so that no sine goes through half of a turn from
  /// one to the next; the grid itself, and that this is not so, if that takes more points.
  ///
  /// - Parameter range: Where it matters.
  func resolved(
    _ grid: [Double], most: Int, within range: ClosedRange<Double>
  ) -> (points: [Double], isResolved: Bool) {
    let angles = Set(angles).sorted()
    guard !angles.isEmpty, grid.count > 1 else { return (grid, true) }
    var block = JetBlock<Extended>(program: computing(angles), order: 0)
    var turns = [Double](repeating: 0, count: grid.count - 1)
    var last = angles.map { _ in Extended(0) }
    for start in stride(from: 0, to: grid.count, by: block.capacity) {
      let points = grid[start..<min(start + block.capacity, grid.count)]
      block.evaluate(at: points.lazy.map { Extended($0) })
      for i in 0..<points.count {
        for (k, angle) in angles.enumerated() {
          let here = block.row(0, of: angle)[i]
          let turn = (here - last[k]).magnitude.double
          // Where there is no angle there is nothing to be resolved.
          let index = start + i - 1
          if index >= 0, !turn.isNaN, range.contains(grid[index]), range.contains(grid[index + 1]) {
            turns[index] = max(turns[index], turn)
          }
          last[k] = here
        }
      }
    }
    // What is still right of angles that turn faster at one end than at the other.
    let parts = turns.map { ($0 / 1.2).rounded(.up) }
    let needed = parts.reduce(0) { $0 + max($1, 1) }
    guard needed <= Double(most + grid.count) else { return (grid, false) }
    var points: [Double] = []
    points.reserveCapacity(Int(needed) + 1)
    for (i, count) in parts.enumerated() {
      points.append(grid[i])
      guard count > 1 else { continue }
      let width = (grid[i + 1] - grid[i]) / count
      for part in 1..<Int(count) {
        let point = grid[i] + Double(part) * width
        if points[points.count - 1] < point, point < grid[i + 1] { points.append(point) }
      }
    }
    return (points + [grid[grid.count - 1]], true)
  }
}

extension Formula {
  /// Points of an ascending grid and some between, so that no sine of the formula goes through half of
  /// a turn from one to the next; the grid itself, and that this is not so, if that takes more.
  package func resolved(_ grid: [Double], most: Int) -> (points: [Double], isResolved: Bool) {
    guard let first = grid.first, let last = grid.last else { return (grid, true) }
    return program.resolved(grid, most: most, within: first...last)
  }
}

extension Program.Instruction {
  /// What is bent, and what of it is much.
  fileprivate func bendScale(in program: Program) -> (register: Int, scale: Program.Bend.Scale)? {
    switch self {
    case .unary(let primitive, let a), .integral(let primitive, let a, _):
      switch primitive {
      case .exp, .expm1, .sinh, .cosh, .tanh, .asinh, .atan, .erf, .erfc, .normalCDF, .sigmoid,
        .softplus, .logCosh, .tanhShrink, .sinc:
        (a, .one)
      case .sqrt, .log: (a, .own(plus: 0, parts: 1))
      case .log1p: (a, .own(plus: 1, parts: 1))
      default: nil
      }
    case .binary(.divide, _, let a): (a, .own(plus: 0, parts: 1))
    case .binary(.power, let a, let b):
      if program.isUniform[a] {
        (b, .one)
      } else if case .number(let exponent) = program.instructions[b],
        exponent < 0 || exponent > 4 || exponent != exponent.rounded()
      {
        (a, .own(plus: 0, parts: max(1, exponent.magnitude)))
      } else {
        nil
      }
    default: nil
    }
  }
}

extension Primitive {
  /// Whether the function rises, or falls, wherever it is defined.
  fileprivate var isMonotone: Bool {
    switch self {
    case .negate, .exp, .expm1, .log, .log1p, .sqrt, .asin, .acos, .atan, .sinh, .tanh, .asinh,
      .acosh, .atanh, .erf, .erfc, .normalCDF, .sign, .floor, .sigmoid, .softplus, .tanhShrink:
      true
    default: false
    }
  }
}
