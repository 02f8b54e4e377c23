internal import RealModule

/// The registers of a program for one block of samples: for every register a truncated Taylor
/// series (a jet) in x, stored coefficient by coefficient so that each rule is a plain loop over
/// the block.
///
/// Coefficient k of a jet is the k-th derivative divided by k!.
struct JetBlock<Scalar: Real & BinaryFloatingPoint>: ~Copyable {
  /// Large enough to spread the cost of dispatching an instruction, small enough that the
  /// registers of a usual formula stay in the first-level cache.
  static var capacity: Int { 256 }

  typealias Row = UnsafeMutablePointer<Scalar>

  let program: Program
  /// The highest derivative that is computed.
  let order: Int
  /// How many samples the block holds at present.
  private(set) var count = 0

  private let storage: Row
  private let scratchBase: Int

  init(program: Program, order: Int) {
    self.program = program
    self.order = order
    scratchBase = program.instructions.count * (order + 1)
    let rows = scratchBase + order + 2
    storage = .allocate(capacity: rows * Self.capacity)
    storage.initialize(repeating: 0, count: rows * Self.capacity)
  }

  deinit {
    storage.deallocate()
  }

  /// Coefficient `k` of a register, or `nil` where it is known to be zero.
  func coefficient(_ k: Int, of register: Int) -> Row? {
    if let degree = program.degrees[register], k > degree { return nil }
    return row(k, of: register)
  }

  /// Where coefficient `k` of a register is stored.
  func row(_ k: Int, of register: Int) -> Row {
    storage + (register * (order + 1) + k) * Self.capacity
  }

  /// One of the `order + 2` rows that a rule may use as it likes.
  func scratch(_ k: Int) -> Row {
    storage + (scratchBase + k) * Self.capacity
  }

  /// Evaluates every register at the given arguments, at most `capacity` of them.
  mutating func evaluate(at x: ArraySlice<Scalar>) {
    count = x.count
    for (register, instruction) in program.instructions.enumerated() {
      switch instruction {
      case .number(let value):
        fill(row(0, of: register), with: Scalar(value))
      case .variable:
        for (i, value) in x.enumerated() { row(0, of: register)[i] = value }
        if order > 0 { fill(row(1, of: register), with: 1) }
      case .unary(let primitive, let a):
        apply(primitive, a, into: register)
      case .binary(let primitive, let a, let b):
        apply(primitive, a, b, into: register)
      }
    }
  }

  /// The `k`-th derivative of the program's result into `output`, with NaN wherever `x` is NaN.
  func derivative(_ k: Int, at x: ArraySlice<Scalar>, into output: inout [Double]) {
    let factorial = (0..<k).reduce(Scalar(1)) { $0 * Scalar($1 + 1) }
    let result = coefficient(k, of: program.instructions.count - 1)
    for (i, value) in x.enumerated() {
      output.append(value.isNaN ? .nan : Double(result.map { $0[i] * factorial } ?? 0))
    }
  }

  func fill(_ row: Row, with value: Scalar) {
    for i in 0..<count { row[i] = value }
  }
}
