internal import Wording

extension Activation {
  /// The catalogue's activation of that name, its own or a framework's.
  ///
  /// Case and the separators `_` and `-` do not matter, and of a dotted name such as `nn.SiLU` only
  /// the part after the last dot counts. Where a name has several meanings, an activation's own
  /// name goes before those that frameworks give to others, and earlier rows go before later ones.
  ///
  /// - Throws: `UnknownActivationError`, which names the nearest names.
  public init(named name: String) throws(UnknownActivationError) {
    guard let key = LookupKey(name), let match = Self.match(key) else {
      throw UnknownActivationError(name: name)
    }
    self = match
  }

  private static func match(_ key: LookupKey) -> Activation? {
    // In this order, so that the usual names do not cost the other rows.
    chapter.first { key.isSpelled($0.name) } ?? row(of: key).map { catalog[$0] }
  }

  /// The catalogue's row by a name that it can be looked up by.
  fileprivate static func row(of key: LookupKey) -> Int? {
    catalog.firstIndex { key.isSpelled($0.name) }
      ?? catalog.firstIndex { $0.frameworkNames.contains(where: key.isSpelled) }
  }

  /// What frameworks call it.
  fileprivate var frameworkNames: [String] { Framework.allCases.flatMap { names[$0] ?? [] } }
}

/// What counts in a name: its letters and digits in lower case, without any module before a dot.
private struct LookupKey {
  let characters: String

  /// `nil` for a name that is too long to be one, so that the cost stays bounded for any input.
  init?(_ name: String) {
    guard name.utf8.count <= 250 else { return nil }
    let word = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? name[...]
    characters = word.lowercased().filter { $0 != "_" && $0 != "-" }
  }

  /// Whether this is the key of a name of ASCII, as those of the catalogue and the frameworks are.
  func isSpelled(_ name: String) -> Bool {
    let word = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name.utf8[$0...].dropFirst() }
    return (word ?? name.utf8[...]).lazy
      .filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
      .map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
      .elementsEqual(characters.utf8)
  }
}

/// A name that the catalogue does not have.
public struct UnknownActivationError: Error, Hashable, CustomStringConvertible {
  /// The name as it was given.
  public let name: String

  /// The error for that name.
  public init(name: String) {
    self.name = name
  }

  /// The names that a slip of the finger could have turned into `name`, an activation's own or a
  /// framework's, nearest first and one for each activation.
  public var suggestions: [String] { meant.map(\.spelling) }

  /// The nearest of the suggestions in quotation marks and, where it is a framework's name, the
  /// activation that has it.
  package var suggestion: String? {
    meant.first.map { meant in
      let name = Activation.catalog[meant.row].name
      return meant.spelling == name
        ? "“\(name)”" : "“\(meant.spelling)”, another name of “\(name)”"
    }
  }

  private struct Meant {
    let spelling: String
    let row: Int
    let slips: Int
  }

  private var meant: [Meant] {
    guard let key = LookupKey(name) else { return [] }
    let nearest = Activation.catalog.enumerated().compactMap { row, activation in
      // Of names that are as near, the activation's own comes first.
      ([activation.name] + activation.frameworkNames)
        .compactMap { spelling in
          // Some frameworks' names mean another activation here.
          LookupKey(spelling).flatMap { other in
            Activation.row(of: other) == row ? slips(key.characters, other.characters) : nil
          }.map { Meant(spelling: spelling, row: row, slips: $0) }
        }
        .min { $0.slips < $1.slips }
    }
    return nearest.sorted { ($0.slips, $0.row) < ($1.slips, $1.row) }
  }

  /// One sentence on what is wrong and, where a name is near, one on what was meant. Of functions
  /// that are none of a single number it says so.
  public var description: String {
    if let isOfVector = Self.isOfVector(name) { return "\(isOfVector)." }
    let unknown = "There is no activation named \(quoted(name))."
    return suggestion.map { "\(unknown) Did you mean \($0)?" } ?? unknown
  }

  /// What to say of a function of that name that takes more than a number; `nil` for other names.
  static func isOfVector(_ name: String) -> String? {
    LookupKey(name).flatMap { functionsOfVectors[$0.characters] }
      .map { "“\(name)” is not a function of a single number; \($0)" }
  }
}

/// What stands among the activations of frameworks and papers and takes a vector or several inputs,
/// and what of it can be plotted.
private let functionsOfVectors = [
  "softmax": "of a vector of the entries x and 0 its first output is sigmoid(x)",
  "logsoftmax": "of a vector of the entries x and 0 its first output is log_sigmoid(x)",
  "softmin": "of a vector of the entries x and 0 its first output is sigmoid(-x)",
  "maxout": "of two inputs write the larger, as in max(x, 0.5 * x)",
  "glu": "its gate is sigmoid(x)",
  "reglu": "its gate is relu(x)",
  "geglu": "its gate is gelu(x)",
  "seglu": "its gate is selu(x)",
  "swiglu": "its gate is silu(x)",
]
