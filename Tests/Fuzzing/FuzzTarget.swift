/// A kind of input that is tried with whatever comes of it.
protocol FuzzTarget {
  /// What the target is called at the prompt.
  static var name: String { get }
  /// Good inputs to start from.
  static var corpus: [[UInt8]] { get throws }
  /// Words that mean something in the input, put in anywhere.
  static var words: [String] { get }

  init() throws

  /// Tries an input. Reading it never traps, and what comes of it holds what the project promises.
  ///
  /// - Returns: What became of the input, in words that are the same for inputs that are treated
  ///   alike; an input that is treated like none before it is worth going on from.
  /// - Throws: `Violation` if a promise is broken.
  mutating func check(_ input: [UInt8]) throws -> String

  /// A mutated input as it is tried; formats with check sums put them right here.
  static func repaired(_ input: [UInt8]) -> [UInt8]
}

extension FuzzTarget {
  static func repaired(_ input: [UInt8]) -> [UInt8] { input }
}

/// A promise that was broken.
struct Violation: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Throws unless a promise holds.
func require(_ holds: Bool, _ promise: @autoclosure () -> String) throws {
  if !holds { throw Violation(promise()) }
}

/// An error's text without what it quotes and counts, once it is known to be a sentence for people.
func sentence(of error: any Error) throws -> String {
  let text = "\(error)"
  try require(!text.isEmpty, "An error says nothing.")
  try require(text.utf8.count < 20_000, "An error is \(text.utf8.count) bytes long.")
  let control = text.unicodeScalars.first { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }
  try require(
    control == nil, "An error has U+\(String(control?.value ?? 0, radix: 16)) in it: \(text)")
  let first = text.split(separator: "\n").first ?? ""
  var isQuoted = false
  return String(
    first.filter { character in
      if character == "“" { isQuoted = true }
      if character == "”" { isQuoted = false }
      return !isQuoted && (character.isLetter || character == " ") && character.isASCII
    }.prefix(160))
}
