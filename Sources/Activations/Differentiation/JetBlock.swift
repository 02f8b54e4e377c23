internal import RealModule

/// The registers of a program for one block of samples: for every register a truncated Taylor
/// series (a jet) in the seed, stored coefficient by coefficient so that each rule is a plain loop
/// over the block.
///
/// Coefficient k of a jet is the k-th derivative divided by k!.
struct JetBlock<Scalar: JetScalar>: ~Copyable {
  typealias Row = UnsafeMutablePointer<Scalar>

  let program: Program
  /// The highest derivative that is computed.
  let order: Int
  /// How many samples fit into the block: enough to spread the cost of dispatching an instruction,
  /// few enough that the registers of a usual formula stay in the caches, and those of a huge one
  /// in memory.
  let capacity: Int
  /// From which side the samples are approached; `nil` for the value at the sample itself.
  let side: Side?
  /// How many samples the block holds at present.
  private(set) var count = 0

  private let storage: Row
  private let scratchBase: Int
  private let samples: Row
  /// For each sample, whether the program decides there between what is equal.
  let ties: UnsafeMutablePointer<Bool>
  /// For each sample, whether something is decided there whose sign is not known.
  let doubts: UnsafeMutablePointer<Bool>
  /// Whether it does either for every sample, by what is the same for all.
  private var always = (tied: false, doubtful: false)
  /// What derivatives are taken by, where that is a parameter with another value than the program's.
  private let parameter: Scalar?

  /// From where a kink is approached.
  enum Side {
    case left, right
  }

  /// A block for that many samples at a time, or as many as it is worth to hold.
  init(
    program: Program, order: Int, side: Side? = nil, samples limit: Int = 256,
    parameter: Scalar? = nil
  ) {
    self.program = program
    self.parameter = parameter
    self.order = order
    self.side = side
    scratchBase = program.instructions.count * (order + 1)
    let rows = scratchBase + order + 3
    capacity = max(1, min(limit, (1 << 19) / rows))
    storage = .allocate(capacity: rows * capacity)
    storage.initialize(repeating: 0, count: rows * capacity)
    samples = storage + (rows - 1) * capacity
    ties = .allocate(capacity: capacity)
    ties.initialize(repeating: false, count: capacity)
    doubts = .allocate(capacity: capacity)
    doubts.initialize(repeating: false, count: capacity)
    // What is the same for every sample is evaluated once.
    count = 1
    for register in program.instructions.indices where program.isUniform[register] {
      evaluate(register)
      for k in orders(of: register) {
        let row = row(k, of: register)
        row.update(repeating: row[0], count: capacity)
      }
    }
    always = (ties[0], doubts[0])
  }

  deinit {
    storage.deinitialize(count: (scratchBase + order + 3) * capacity)
    storage.deallocate()
    ties.deallocate()
    doubts.deallocate()
  }

  /// The value of a program that does not depend on x.
  static func value(of program: Program) -> Double {
    var block = JetBlock(program: program, order: 0, samples: 1)
    block.evaluate(at: [Scalar(0)])
    return block.row(0, of: program.result)[0].double
  }

  /// Whether the value and the derivatives of those orders are known to the last bit at sample `i`.
  func isSettled(_ orders: ClosedRange<Int>, at i: Int) -> Bool {
    !doubts[i] && orders.allSatisfy { derivative($0, at: i).isSettled }
  }

  /// Coefficient `k` of a register, or `nil` where it is known to be zero.
  func coefficient(_ k: Int, of register: Int) -> Row? {
    if let degree = program.degrees[register], k > degree { return nil }
    return row(k, of: register)
  }

  /// Where coefficient `k` of a register is stored.
  func row(_ k: Int, of register: Int) -> Row {
    storage + (register * (order + 1) + k) * capacity
  }

  /// One of the `order + 2` rows that a rule may use as it likes.
  func scratch(_ k: Int) -> Row {
    storage + (scratchBase + k) * capacity
  }

  /// The argument x of sample `i`.
  func sample(_ i: Int) -> Scalar { samples[i] }

  /// The orders of a register that have to be computed: none beyond its degree, and none that the
  /// result does not need.
  func orders(of register: Int) -> Range<Int> {
    let needed = order - program.orderDrops[register]
    return 0..<max(0, min(needed, program.degrees[register] ?? needed) + 1)
  }

  /// Evaluates every register at the given arguments, at most `capacity` of them.
  mutating func evaluate(at x: some Collection<Scalar>) {
    count = x.count
    for (i, value) in x.enumerated() { samples[i] = value }
    ties.update(repeating: always.tied, count: count)
    doubts.update(repeating: always.doubtful, count: count)
    for register in program.instructions.indices where !program.isUniform[register] {
      evaluate(register)
    }
    if side == nil, order > 0 { resolveTies() }
  }

  private func evaluate(_ register: Int) {
    guard !orders(of: register).isEmpty else { return }
    switch program.instructions[register] {
    case .number(let value): seed(register, with: Scalar(value))
    case .constant(let constant): seed(register, with: constant == .pi ? .pi : .e)
    case .parameter(let value): seed(register, with: parameter ?? Scalar(value))
    case .variable:
      row(0, of: register).update(from: samples, count: count)
      if order > 0, program.degrees[register] == 1 { fill(row(1, of: register), with: 1) }
    case .unary(let primitive, let a): apply(primitive, a, into: register)
    case .binary(let primitive, let a, let b): apply(primitive, a, b, into: register)
    case .extreme(let primitive, let a, let b, let tie):
      extreme(a, b, sign: primitive == .max ? 1 : -1, tie, into: register)
    case .raised(let base, let exponent, let general):
      copy(general, into: register)
      raiseToWhole(base, exponent, into: register)
    case .ternary(_, let condition, let a, let b): select(condition, a, b, into: register)
    case .integral(let primitive, let a, let derivative):
      integrate(primitive, a, derivative, into: register)
    case .conventional(let kinks, let a, let body):
      copy(body, into: register)
      if side == nil, order > 0 { follow(kinks, at: a, into: register) }
    }
  }

  private func seed(_ register: Int, with value: Scalar) {
    fill(row(0, of: register), with: value)
    if program.degrees[register] == 1, order > 0 { fill(row(1, of: register), with: 1) }
  }

  /// The `k`-th derivative of the program's result at sample `i`, not rounded yet; NaN where the
  /// function itself is.
  func derivative(_ k: Int, at i: Int) -> Scalar {
    let value = row(0, of: program.result)[i]
    guard !value.isNaN else { return value }
    guard let coefficient = coefficient(k, of: program.result)?[i] else { return 0 }
    return (0..<k).reduce(coefficient) { $0 * Scalar(Double($1 + 1)) }
  }

  /// The Taylor coefficients of the program's result at sample `i`, all of them NaN where the
  /// function itself is.
  func series(at i: Int) -> [Scalar] {
    let value = row(0, of: program.result)[i]
    return (0...order).map { k in
      value.isNaN ? value : coefficient(k, of: program.result)?[i] ?? 0
    }
  }

  /// Whether a register holds a finite number of that kind at sample `i`.
  func hasNumber(at i: Int, where isOfKind: (Scalar) -> Bool) -> Bool {
    program.instructions.indices.contains {
      let value = row(0, of: $0)[i]
      return value.isFinite && isOfKind(value)
    }
  }

  /// Whether a register is known to be the same all around sample `i`: its derivatives are 0, and so
  /// many of them are known that there is no other.
  func isConstant(_ register: Int, at i: Int) -> Bool {
    let known = order - program.orderDrops[register]
    guard known >= min(program.degrees[register] ?? .max, Program.spareOrders) else { return false }
    return orders(of: register).dropFirst().allSatisfy { row($0, of: register)[i] == 0 }
  }

  func fill(_ row: Row, with value: Scalar) {
    for i in 0..<count { row[i] = value }
  }

  private func copy(_ a: Int, into result: Int) {
    for k in orders(of: result) { row(k, of: result).update(from: row(k, of: a), count: count) }
  }
}
