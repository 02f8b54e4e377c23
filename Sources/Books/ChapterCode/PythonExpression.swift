/// An expression of Python, as far as calls of plotting need them.
indirect enum PythonExpression: Equatable, Sendable {
  case number(Double)
  case string(String)
  /// A tuple or a list.
  case sequence([PythonExpression])
  case name(String)
  case attribute(PythonExpression, String)
  case call(PythonExpression, [Argument])
  case negated(PythonExpression)
  case binary(CellFormula.Operation, PythonExpression, PythonExpression)
  /// A function without a name.
  case lambda([String], PythonExpression)

  struct Argument: Equatable, Sendable {
    /// The keyword; `nil` if the place says which it is.
    let name: String?
    let value: PythonExpression
  }

  /// The names with dots between, if it is nothing else.
  var dottedName: String? {
    switch self {
    case .name(let name): name
    case .attribute(let base, let name): base.dottedName.map { "\($0).\(name)" }
    default: nil
    }
  }

  /// The name that the expression begins with.
  var root: String? {
    switch self {
    case .name(let name): name
    case .attribute(let base, _), .call(let base, _): base.root
    default: nil
    }
  }
}

/// Reads expressions with the operators of arithmetic; `nil` for all others.
struct PythonParser {
  private let bytes: [UInt8]
  private var index = 0
  private var depth = 0

  /// How deep brackets nest, and how long an expression is, before nobody wrote it by hand.
  private static let deepest = 80, longest = 10_000

  /// The expression that is all of the text.
  static func parse(_ text: Substring) -> PythonExpression? {
    guard text.utf8.count <= longest else { return nil }
    var parser = PythonParser(bytes: Array(text.utf8))
    guard let expression = parser.expressions(until: nil), parser.index == parser.bytes.count,
      let first = expression.items.first
    else { return nil }
    return expression.isSequence ? .sequence(expression.items) : first
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte <= UInt8(ascii: " ") { index += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Expressions with commas between, up to the bracket that ends them.
  private mutating func expressions(
    until end: Unicode.Scalar?
  ) -> (items: [PythonExpression], isSequence: Bool)? {
    var items: [PythonExpression] = []
    var isSequence = false
    while true {
      skipSpace()
      if let end, take(end) { return (items, isSequence || items.isEmpty) }
      if end == nil, next == nil { return (items, isSequence) }
      guard items.isEmpty || isSequence, let item = expression() else { return nil }
      items.append(item)
      if take(",") {
        isSequence = true
      } else {
        skipSpace()
        guard end.map({ next == UInt8(ascii: $0) }) ?? (next == nil) else { return nil }
        if let end { _ = take(end) }
        return (items, isSequence)
      }
    }
  }

  private mutating func expression() -> PythonExpression? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    skipSpace()
    guard bytes[index...].starts(with: "lambda ".utf8) else { return sum() }
    index += "lambda ".utf8.count
    var parameters: [String] = []
    repeat {
      skipSpace()
      guard let name = name() else { return nil }
      parameters.append(name)
    } while take(",")
    guard take(":"), let body = expression() else { return nil }
    return .lambda(parameters, body)
  }

  private mutating func sum() -> PythonExpression? {
    guard var left = product() else { return nil }
    while true {
      let operation: CellFormula.Operation
      if take("+") {
        operation = .add
      } else if take("-") {
        operation = .subtract
      } else {
        return left
      }
      guard let right = product() else { return nil }
      left = .binary(operation, left, right)
    }
  }

  private mutating func product() -> PythonExpression? {
    guard var left = factor() else { return nil }
    while true {
      skipSpace()
      // Two of them are a power, or a division that rounds down.
      let isDouble = index + 1 < bytes.count && bytes[index + 1] == bytes[index]
      let operation: CellFormula.Operation
      if isDouble {
        return left
      } else if take("*") {
        operation = .multiply
      } else if take("/") {
        operation = .divide
      } else {
        return left
      }
      guard let right = factor() else { return nil }
      left = .binary(operation, left, right)
    }
  }

  /// A power with signs before it, which bind less than it does.
  private mutating func factor() -> PythonExpression? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { return nil }
    if take("+") { return factor() }
    if take("-") {
      guard let operand = factor() else { return nil }
      if case .number(let value) = operand { return .number(-value) }
      return .negated(operand)
    }
    guard let base = primary() else { return nil }
    skipSpace()
    guard bytes[index...].starts(with: "**".utf8) else { return base }
    index += 2
    return factor().map { .binary(.raise, base, $0) }
  }

  /// An atom with what is called or asked of it.
  private mutating func primary() -> PythonExpression? {
    guard var value = atom() else { return nil }
    while true {
      if take(".") {
        skipSpace()
        guard let name = name() else { return nil }
        value = .attribute(value, name)
      } else if take("(") {
        guard let arguments = arguments() else { return nil }
        value = .call(value, arguments)
      } else {
        return value
      }
    }
  }

  private mutating func atom() -> PythonExpression? {
    skipSpace()
    guard let byte = next else { return nil }
    switch byte {
    case UInt8(ascii: "("):
      index += 1
      guard let (items, isSequence) = expressions(until: ")") else { return nil }
      return isSequence ? .sequence(items) : items.first
    case UInt8(ascii: "["):
      index += 1
      return expressions(until: "]").map { .sequence($0.items) }
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): return number()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return string(isRaw: false)
    default: break
    }
    guard let name = name() else { return nil }
    if let quote = next, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") {
      guard ["r", "R", "u", "U"].contains(name) else { return nil }
      return string(isRaw: name.lowercased() == "r")
    }
    return .name(name)
  }

  private mutating func arguments() -> [PythonExpression.Argument]? {
    var arguments: [PythonExpression.Argument] = []
    while !take(")") {
      skipSpace()
      let start = index
      var keyword = name()
      if keyword == nil || !take("=") {
        index = start
        keyword = nil
      }
      guard let value = expression() else { return nil }
      arguments.append(PythonExpression.Argument(name: keyword, value: value))
      guard take(",") || next == UInt8(ascii: ")") else { return nil }
    }
    return arguments
  }

  private mutating func name() -> String? {
    func isNamePart(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
        true
      default: false
      }
    }
    let word = bytes[index...].prefix(while: isNamePart)
    guard let first = word.first, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first) else {
      return nil
    }
    index = word.endIndex
    return String(decoding: word, as: UTF8.self)
  }

  private mutating func number() -> PythonExpression? {
    var end = index
    while end < bytes.count {
      let byte = bytes[end]
      let isSign = byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      let followsExponent = end > index && bytes[end - 1] | 0x20 == UInt8(ascii: "e")
      guard
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: ".")
          || byte == UInt8(ascii: "_") || byte | 0x20 == UInt8(ascii: "e")
          || isSign && followsExponent
      else { break }
      end += 1
    }
    let digits = bytes[index..<end].filter { $0 != UInt8(ascii: "_") }
    // Python lets digits be left out on either side of the point, Swift does not.
    let text = String(decoding: digits, as: UTF8.self)
    guard let value = Double(text) ?? Double("0\(text)") ?? Double("\(text)0") else { return nil }
    index = end
    return .number(value)
  }

  private mutating func string(isRaw: Bool) -> PythonExpression? {
    let quote = bytes[index]
    let isTriple = bytes[index...].starts(with: [quote, quote, quote])
    let end = isTriple ? [quote, quote, quote] : [quote]
    index += end.count
    var content: [UInt8] = []
    while index < bytes.count, !bytes[index...].starts(with: end) {
      let byte = bytes[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), let escaped = next else {
        content.append(byte)
        continue
      }
      index += 1
      content += Self.unescaped(escaped, isRaw: isRaw)
    }
    guard index < bytes.count else { return nil }
    index += end.count
    return .string(String(decoding: content, as: UTF8.self))
  }

  private static func unescaped(_ byte: UInt8, isRaw: Bool) -> [UInt8] {
    switch byte {
    case _ where isRaw: [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): [byte]
    case UInt8(ascii: "n"): [UInt8(ascii: "\n")]
    case UInt8(ascii: "t"): [UInt8(ascii: "\t")]
    default: [UInt8(ascii: "\\"), byte]
    }
  }
}
