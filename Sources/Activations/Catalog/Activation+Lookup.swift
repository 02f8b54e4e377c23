extension Activation {
  /// The catalogue's activation of that name, its own or a framework's.
  ///
  /// Case and the separators `_` and `-` do not matter, and of a dotted name such as `nn.SiLU` only
  /// the part after the last dot counts. Where a name has several meanings, an activation's own
  /// name goes before those that frameworks give to others, and earlier rows go before later ones.
  ///
  /// - Throws: `UnknownActivationError`, which names the nearest catalogue names.
  public init(named name: String) throws(UnknownActivationError) {
    guard let key = LookupKey(name), let match = Self.match(key) else {
      throw UnknownActivationError(name: name)
    }
    self = match
  }

  private static func match(_ key: LookupKey) -> Activation? {
    // In this order, so that the usual names cost neither the other rows nor the index.
    chapter.first { key.isSpelled($0.name) }
      ?? catalog.first { key.isSpelled($0.name) }
      ?? rows[key].map { catalog[$0] }
  }

  /// The catalogue's rows by every name that they can be looked up by.
  fileprivate static let rows: [LookupKey: Int] = {
    let own = catalog.enumerated().map { ([$1.name], $0) }
    let frameworks = catalog.enumerated().map { (Array($1.names.values.joined()), $0) }
    let entries = (own + frameworks).flatMap { names, row in
      names.compactMap { LookupKey($0) }.map { ($0, row) }
    }
    return Dictionary(entries) { first, _ in first }
  }()
}

/// What counts in a name: its letters and digits in lower case, without any module before a dot.
private struct LookupKey: Hashable {
  let characters: String

  /// `nil` for a name that is too long to be one, so that the cost stays bounded for any input.
  init?(_ name: String) {
    guard name.utf8.count <= 250 else { return nil }
    let word = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? name[...]
    characters = word.lowercased().filter { $0 != "_" && $0 != "-" }
  }

  /// Whether this is the key of a catalogue name, which is in lower case and without a dot.
  func isSpelled(_ name: String) -> Bool {
    name.utf8.lazy.filter { $0 != UInt8(ascii: "_") }.elementsEqual(characters.utf8)
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

  /// The catalogue names that a slip of the finger could have turned into `name`, or whose other
  /// names could have been, nearest first.
  public var suggestions: [String] {
    guard let key = LookupKey(name) else { return [] }
    var nearest: [Int: Int] = [:]
    for (name, row) in Activation.rows {
      guard let distance = slips(key.characters, name.characters) else { continue }
      nearest[row] = min(distance, nearest[row] ?? distance)
    }
    return nearest.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { Activation.catalog[$0.key].name }
  }

  /// One sentence on what is wrong and, where a catalogue name is near, one on what was meant.
  public var description: String {
    let start = name.unicodeScalars.prefix(60)
    let shown = start.endIndex == name.unicodeScalars.endIndex ? name : String(start) + "…"
    let unknown = "There is no activation named “\(shown)”."
    guard let nearest = suggestions.first else { return unknown }
    return "\(unknown) Did you mean “\(nearest)”?"
  }
}
