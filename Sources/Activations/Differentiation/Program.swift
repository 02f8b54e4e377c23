/// A formula compiled to a list of instructions, each of which fills one register.
///
/// Equal subexpressions share a register, and operands always stand before their users, so one
/// pass from front to back evaluates the formula.
struct Program: Sendable {
  enum Instruction: Hashable, Sendable {
    case number(Double)
    case constant(Constant)
    /// The argument x of the formula.
    case variable
    /// The parameter with respect to which derivatives are taken.
    case parameter(Double)
    case unary(Primitive, Int)
    case binary(Primitive, Int, Int)
    /// The larger (max) or the smaller (min) of two, and what counts where they are equal.
    case extreme(Primitive, Int, Int, tie: Tie)
    /// A power whose exponent varies, computed in the last register through the logarithm of the
    /// base, which a base of 0 or below has none of: there whole exponents are seen to apart.
    case raised(base: Int, exponent: Int, general: Int)
    case ternary(Primitive, Int, Int, Int)
    /// A primitive of the first register whose derivative by it is the second register.
    case integral(Primitive, Int, derivative: Int)
    /// An activation of the first register, computed in the second; where the argument is at a kink
    /// the derivatives follow the convention.
    case conventional(Kinks, Int, body: Int)
  }

  /// The places at which an activation's derivatives follow a convention.
  struct Kinks: Hashable, Sendable {
    let activation: Activation
    let parameters: [String: Double]
    let points: [Double]
    /// For each point and each order from 1, the share of the limit from above.
    let weightsOfRight: [[Double]]
    let convention: Framework
  }

  /// Whose derivatives are taken where the two arguments of max and min are equal and the function
  /// has no derivative.
  enum Tie: Hashable, Sendable {
    /// Those of the one that changes less, so that max(x, 0) and max(0, x) have the slope 0 at 0; half
    /// of both if they change as much.
    case flatter
    /// Half of both.
    case mean
    /// Those of the first argument.
    case first
    /// Those of the second argument.
    case second
  }

  /// What derivatives are taken with respect to.
  enum Seed: Hashable, Sendable {
    case variable
    case parameter(String)
  }

  /// Instruction `i` fills register `i`.
  let instructions: [Instruction]
  /// The register of the result.
  let result: Int
  /// For each register, the degree in the seed of the polynomial that it is known to be, or `nil`.
  ///
  /// Taylor coefficients beyond the degree are zero exactly. Rules leave such terms out rather
  /// than multiply by that zero, which at infinity would give NaN instead of the limit.
  let degrees: [Int?]
  /// Whether each register is the same for every sample.
  let isUniform: [Bool]
  /// How many orders below the highest each register is needed to: one less for each derivative
  /// that is integrated on the way to the result.
  let orderDrops: [Int]

  /// The registers at whose zeros a result needs series longer than its order: denominators, and
  /// what is raised to a power that is no whole number.
  let singularRegisters: [Int]

  /// How much longer than asked for series are at a zero of a singular register.
  static let spareOrders = 6

  /// More instructions than this are refused, so that no formula can exhaust the memory.
  static let maximumLength = 20_000

  init(builder: ProgramBuilder, result: Int) {
    // Registers that nothing reads are left over where an identity replaced what read them.
    var drops = [Int?](repeating: nil, count: builder.instructions.count)
    drops[result] = 0
    for register in builder.instructions.indices.reversed() {
      guard let drop = drops[register] else { continue }
      for (operand, further) in builder.instructions[register].operands {
        drops[operand] = Swift.min(drops[operand] ?? .max, drop + further)
      }
    }
    let kept = drops.indices.filter { drops[$0] != nil }
    var places = [Int](repeating: 0, count: drops.count)
    for (place, register) in kept.enumerated() { places[register] = place }
    instructions = kept.map { builder.instructions[$0].moved(to: places) }
    degrees = kept.map { builder.degrees[$0] }
    isUniform = kept.map { builder.isUniform[$0] }
    orderDrops = kept.compactMap { drops[$0] }
    self.result = places[result]
    let isUniform = isUniform
    singularRegisters = instructions.compactMap { instruction in
      switch instruction {
      case .unary(.sqrt, let a), .binary(.power, let a, _), .binary(.divide, _, let a):
        isUniform[a] ? nil : a
      default: nil
      }
    }
  }
}

extension Program {
  /// Whether every digit is kept however the formula is evaluated: it decides between numbers and
  /// multiples of x, as ReLU does, and adds nothing up.
  var keepsDigits: Bool {
    instructions.allSatisfy { instruction in
      switch instruction {
      case .number(let value): value.isFinite
      case .variable, .parameter, .extreme, .ternary, .conventional: true
      case .unary(let primitive, _): [.negate, .abs, .sign].contains(primitive)
      case .binary(.multiply, let a, let b): isUniform[a] != isUniform[b]
      case .binary(let primitive, _, _): primitive.isComparison
      case .constant, .raised, .integral: false
      }
    }
  }
}

extension Program.Instruction {
  /// The registers that are read, each with the number of orders by which less is needed of it.
  var operands: [(register: Int, orderDrop: Int)] {
    switch self {
    case .number, .constant, .variable, .parameter: []
    case .unary(_, let a): [(a, 0)]
    case .binary(_, let a, let b), .extreme(_, let a, let b, _): [(a, 0), (b, 0)]
    case .raised(let a, let b, let c): [(a, 0), (b, 0), (c, 0)]
    case .ternary(_, let a, let b, let c): [(a, 0), (b, 0), (c, 0)]
    case .integral(_, let a, let derivative): [(a, 0), (derivative, 1)]
    case .conventional(_, let a, let body): [(a, 0), (body, 0)]
    }
  }

  func moved(to places: [Int]) -> Self {
    switch self {
    case .number, .constant, .variable, .parameter: self
    case .unary(let f, let a): .unary(f, places[a])
    case .binary(let f, let a, let b): .binary(f, places[a], places[b])
    case .extreme(let f, let a, let b, let tie): .extreme(f, places[a], places[b], tie: tie)
    case .raised(let a, let b, let c):
      .raised(base: places[a], exponent: places[b], general: places[c])
    case .ternary(let f, let a, let b, let c): .ternary(f, places[a], places[b], places[c])
    case .integral(let f, let a, let derivative):
      .integral(f, places[a], derivative: places[derivative])
    case .conventional(let kinks, let a, let body):
      .conventional(kinks, places[a], body: places[body])
    }
  }
}
