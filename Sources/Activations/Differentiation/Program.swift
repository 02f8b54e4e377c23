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

extension Program.Instruction {
  /// The registers that are read, each with the number of orders by which less is needed of it.
  var operands: [(register: Int, orderDrop: Int)] {
    switch self {
    case .number, .constant, .variable, .parameter: []
    case .unary(_, let a): [(a, 0)]
    case .binary(_, let a, let b): [(a, 0), (b, 0)]
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
    case .ternary(let f, let a, let b, let c): .ternary(f, places[a], places[b], places[c])
    case .integral(let f, let a, let derivative):
      .integral(f, places[a], derivative: places[derivative])
    case .conventional(let kinks, let a, let body):
      .conventional(kinks, places[a], body: places[body])
    }
  }
}
