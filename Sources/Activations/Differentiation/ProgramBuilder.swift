/// Compiles an expression: resolves names, shares equal subexpressions, and evaluates what would
/// lose digits by an identity that does not.
struct ProgramBuilder {
  private(set) var instructions: [Program.Instruction] = []
  private(set) var degrees: [Int?] = []
  private(set) var isUniform: [Bool] = []
  /// The registers' values as far as they are numbers known by now.
  private var values: [(value: Double, isExact: Bool)?] = []
  /// √(u² + c) by its register, for the identities that take it with a summand or a factor u.
  var hypotenuses: [Int: Hypotenuse] = [:]

  /// The parameters of activations that are set for the whole formula.
  let parameters: [String: Double]
  /// What the formula's own names stand for.
  let constants: [String: Double]
  let seed: Program.Seed
  let convention: Framework
  /// Whether what loses digits as it is written is evaluated otherwise. No digit depends on it, as a
  /// test shows that evaluates formulas as they are written.
  private(set) var usesIdentities: Bool
  /// Whether that goes for the definitions of activations in any case.
  private let keepsDefinitions: Bool

  /// The registers of instructions by what they compute, once there are too many to look through.
  private var registers: [Program.Instruction: Int] = [:]
  private static let mostLookedThrough = 32
  private var depth = 0

  /// What names mean where an expression stands.
  private struct Scope {
    /// The register of x.
    let argument: Int
    /// The parameters that are bound in an activation's definition; others are the formula's.
    var bound: [String: Int] = [:]
    /// The activation that is being defined, whose own name means the primitive.
    var activation: Activation?
  }

  /// Compiles a formula whose parameters have the given values, or else their defaults.
  ///
  /// - Parameter keepsDefinitions: Whether activations in a formula that is compiled as it is written are
  ///   what they are by themselves all the same.
  /// - Throws: `FormulaError` if it is too long when written out, or a parameter is not within its
  ///   domain.
  static func program(
    _ expression: Expression, parameters: [String: Double] = [:], constants: [String: Double] = [:],
    seed: Program.Seed = .variable, convention: Framework = .torch, usesIdentities: Bool = true,
    keepsDefinitions: Bool = false
  ) throws(FormulaError) -> Program {
    var builder = ProgramBuilder(
      parameters: parameters, constants: constants, seed: seed, convention: convention,
      usesIdentities: usesIdentities, keepsDefinitions: keepsDefinitions)
    let argument = builder.add(.variable)
    let result = try builder.emit(expression, in: Scope(argument: argument))
    return Program(builder: builder, result: result)
  }

  /// Compiles an activation of x with all of its parameters given.
  static func program(of kinks: Program.Kinks) throws(FormulaError) -> Program {
    var builder = ProgramBuilder(
      parameters: [:], constants: [:], seed: .variable, convention: kinks.convention)
    let argument = builder.add(.variable)
    let given = kinks.parameters.mapValues { builder.number($0) }
    let result = try builder.emit(kinks.activation, of: argument, given, isOpen: false)
    return Program(builder: builder, result: result)
  }

  private init(
    parameters: [String: Double], constants: [String: Double], seed: Program.Seed,
    convention: Framework, usesIdentities: Bool = true, keepsDefinitions: Bool = false
  ) {
    self.parameters = parameters
    self.constants = constants
    self.seed = seed
    self.convention = convention
    self.usesIdentities = usesIdentities
    self.keepsDefinitions = keepsDefinitions
  }

  // MARK: Names

  private mutating func emit(
    _ expression: Expression, in scope: Scope
  ) throws(FormulaError) -> Int {
    guard instructions.count <= Program.maximumLength else {
      throw FormulaError(
        formula: "", column: nil,
        problem:
          "Written out in primitives, the formula has more than \(Program.maximumLength) steps")
    }
    switch expression {
    case .number(let value): return number(value)
    case .constant(let constant): return add(.constant(constant))
    case .variable: return scope.argument
    case .parameter(let name): return scope.bound[name] ?? open(name, constants[name] ?? .nan)
    case .call(let primitive, let operands):
      // A primitive that is an activation too has its conventions, but for inside its definition.
      if primitive == .abs || primitive == .sign, scope.activation?.name != primitive.rawValue {
        let row = try row(named: primitive.rawValue, in: .torch)
        return try emit(row, of: emit(operands[0], in: scope), [:], isOpen: false)
      }
      var registers: [Int] = []
      for operand in operands { registers.append(try emit(operand, in: scope)) }
      // Within a definition the row says what its derivatives are where pieces meet.
      return call(primitive, registers, in: scope.activation == nil ? convention : nil)
    case .activation(let name, let argument, let named):
      let register = try emit(argument, in: scope)
      var bound: [String: Int] = [:]
      for parameter in named { bound[parameter.name] = try emit(parameter.value, in: scope) }
      // Within a definition names mean the catalogue's own, whatever a framework means by them.
      let isOpen = scope.activation == nil
      let row = try row(named: name, in: isOpen ? convention : .torch)
      return try emit(row, of: register, bound, isOpen: isOpen)
    }
  }

  private func row(
    named name: String, in convention: Framework
  ) throws(FormulaError) -> Activation {
    do {
      return try Activation(meaning: name, in: convention)
    } catch {
      throw FormulaError(formula: name, column: nil, problem: "\(error)")
    }
  }

  /// - Parameter isOpen: Whether parameters that are not given can be set for the whole formula;
  ///   those of activations within another's definition cannot.
  private mutating func emit(
    _ row: Activation, of argument: Int, _ given: [String: Int], isOpen: Bool
  ) throws(FormulaError) -> Int {
    let surroundings = usesIdentities
    if keepsDefinitions { usesIdentities = true }
    defer { usesIdentities = surroundings }
    var scope = Scope(argument: argument, bound: given, activation: row)
    for parameter in row.parameters {
      if given[parameter.name] == nil {
        scope.bound[parameter.name] = try standard(parameter, of: row, isOpen: isOpen)
      }
      try check(parameter, of: row, scope.bound[parameter.name])
    }
    let definition = try FormulaParser.parse(
      row.definition, parameters: Set(row.parameters.map(\.name)))
    let body = try emit(definition, in: scope)
    guard !row.kinkConventions.isEmpty, case .variable = seed,
      let kinks = try kinks(of: row, scope.bound)
    else { return body }
    return add(.conventional(kinks, argument, body: body))
  }

  /// A parameter that is not given: set for the whole formula, or at its default.
  private mutating func standard(
    _ parameter: Activation.Parameter, of row: Activation, isOpen: Bool
  ) throws(FormulaError) -> Int {
    let text = row.defaultValue(of: parameter, in: isOpen ? convention : .torch)
    let formula = try FormulaParser.parse(text)
    guard isOpen, parameters[parameter.name] != nil || seed == .parameter(parameter.name) else {
      return try emit(formula, in: Scope(argument: 0))
    }
    if let value = parameters[parameter.name] { return open(parameter.name, value) }
    return open(parameter.name, try constant(formula))
  }

  /// A number that derivatives may be taken by.
  private mutating func open(_ name: String, _ value: Double) -> Int {
    seed == .parameter(name) ? add(.parameter(value)) : number(value)
  }

  private func check(
    _ parameter: Activation.Parameter, of row: Activation, _ register: Int?
  ) throws(FormulaError) {
    guard let register, let value = seedValue(register) ?? roundedValue(of: register),
      !parameter.domain.contains(value)
    else { return }
    throw FormulaError(
      formula: "", column: nil,
      problem: "\(parameter.name) of \(row.name) is \(value) and must be"
        + " \(parameter.domain.description)")
  }

  private func constant(
    _ formula: Expression, _ constants: [String: Double] = [:]
  ) throws(FormulaError) -> Double {
    JetBlock<Extended>.value(of: try Self.program(formula, constants: constants))
  }

  /// Where the derivatives follow a convention; nothing if the places depend on x.
  private func kinks(
    of row: Activation, _ bound: [String: Int]
  ) throws(FormulaError) -> Program.Kinks? {
    var values: [String: Double] = [:]
    for parameter in row.parameters {
      guard let register = bound[parameter.name], let value = roundedValue(of: register) else {
        return nil
      }
      values[parameter.name] = value
    }
    var points: [Double] = []
    for kink in row.kinkConventions {
      let formula = try FormulaParser.parse(kink.point, parameters: Set(values.keys))
      points.append(try constant(formula, values))
    }
    return Program.Kinks(
      activation: row, parameters: values, points: points,
      weightsOfRight: row.kinkConventions.map { $0.sides(in: convention).map(\.weightOfRight) },
      convention: convention)
  }

  // MARK: Registers

  mutating func number(_ value: Double) -> Int { add(.number(value)) }

  private func seedValue(_ register: Int) -> Double? {
    if case .parameter(let value) = instructions[register] { value } else { nil }
  }

  /// The value of a register that holds a number known by now, if a Double holds it: 1 + 1e-17 is not
  /// 1. Nothing for the seed, whose derivatives matter whatever its value is.
  func value(of register: Int) -> Double? {
    values[register].flatMap { $0.isExact ? $0.value : nil }
  }

  /// The same, rounded.
  func roundedValue(of register: Int) -> Double? { values[register]?.value }

  private func value(of instruction: Program.Instruction) -> (value: Double, isExact: Bool)? {
    switch instruction {
    case .number(let value): return (value, true)
    case .unary(.negate, let a): return values[a].map { (-$0.value, $0.isExact) }
    case .binary(let primitive, let a, let b):
      guard let first = values[a], let second = values[b] else { return nil }
      let isExact = first.isExact && second.isExact
      let (a, b) = (first.value, second.value)
      switch primitive {
      case .add: return (a + b, isExact && Self.isSum(a + b, a, b))
      case .subtract: return (a - b, isExact && Self.isSum(a - b, a, -b))
      case .multiply: return (a * b, isExact && Self.isProduct(a * b, a, b))
      case .divide: return (a / b, isExact && Self.isProduct(a, a / b, b))
      default: return nil
      }
    default: return nil
    }
  }

  private static func isSum(_ sum: Double, _ a: Double, _ b: Double) -> Bool {
    sum - a == b && sum - b == a
  }

  private static func isProduct(_ product: Double, _ a: Double, _ b: Double) -> Bool {
    let isRounded = (-product).addingProduct(a, b) != 0 || product == 0 && a != 0 && b != 0
    return product.isFinite && !isRounded
  }

  mutating func add(_ instruction: Program.Instruction) -> Int {
    if let register = register(of: instruction) { return register }
    instructions.append(instruction)
    values.append(value(of: instruction))
    degrees.append(degree(of: instruction))
    isUniform.append(
      instruction != .variable && instruction.operands.allSatisfy { isUniform[$0.register] })
    index(instruction)
    return instructions.count - 1
  }

  private func register(of instruction: Program.Instruction) -> Int? {
    registers.isEmpty ? instructions.firstIndex(of: instruction) : registers[instruction]
  }

  /// Enters the last instruction into the index, which begins with all before it.
  private mutating func index(_ instruction: Program.Instruction) {
    guard instructions.count > Self.mostLookedThrough else { return }
    if registers.isEmpty {
      registers = Dictionary(zip(instructions, instructions.indices)) { first, _ in first }
    } else {
      registers[instruction] = instructions.count - 1
    }
  }

  private func degree(of instruction: Program.Instruction) -> Int? {
    switch instruction {
    case .number, .constant: return 0
    case .variable: return seed == .variable ? 1 : 0
    case .parameter: return 1
    case .unary(.negate, let a), .unary(.abs, let a): return degrees[a]
    case .extreme(_, let a, let b, _):
      return degrees[a].flatMap { first in degrees[b].map { max(first, $0) } }
    case .raised: return nil
    case .unary(.sign, _), .unary(.floor, _): return 0
    case .unary(_, let a), .integral(_, let a, _): return degrees[a] == 0 ? 0 : nil
    case .conventional(_, _, let body): return degrees[body]
    case .ternary(_, _, let a, let b):
      return degrees[a].flatMap { first in degrees[b].map { max(first, $0) } }
    case .binary(let primitive, let a, let b):
      guard let first = degrees[a], let second = degrees[b] else {
        return primitive.isComparison ? 0 : nil
      }
      switch primitive {
      case .multiply: return min(first + second, 1 << 20)  // bounded, for powers of powers
      case .divide, .power: return second == 0 && (primitive == .divide || first == 0) ? first : nil
      case _ where primitive.isComparison: return 0
      default: return max(first, second)
      }
    }
  }
}
