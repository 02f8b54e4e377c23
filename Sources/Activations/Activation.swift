/// An element-wise activation function: one formula from which its value, its derivatives of
/// every order and its printed form follow.
public struct Activation: Sendable, Hashable {
  /// The name it goes by in the field, as typed at a prompt: lower case, words joined by `_`.
  public let name: String
  /// Its definition in the formula grammar, with `x` as the argument.
  public let formula: String
  /// What it is for, in one sentence without a full stop.
  public let summary: String
  /// Where it was introduced.
  public let source: String
  /// The derivative taken where it does not exist, as a sentence; `nil` for a smooth function.
  public let kinkConvention: String?

  init(
    name: String,
    formula: String,
    summary: String,
    source: String,
    kinkConvention: String? = nil
  ) {
    self.name = name
    self.formula = formula
    self.summary = summary
    self.source = source
    self.kinkConvention = kinkConvention
  }

  /// The catalogue's activation of that name.
  ///
  /// Case and the separators `_` and `-` do not matter.
  ///
  /// - Throws: `UnknownActivationError`, which names the nearest catalogue names.
  public init(named name: String) throws(UnknownActivationError) {
    let key = Self.lookupKey(name)
    guard let match = Self.catalog.first(where: { Self.lookupKey($0.name) == key }) else {
      throw UnknownActivationError(name: name)
    }
    self = match
  }

  private static func lookupKey(_ name: String) -> String {
    name.lowercased().filter { $0 != "_" && $0 != "-" }
  }
}

/// A name that the catalogue does not have.
public struct UnknownActivationError: Error, Hashable, CustomStringConvertible {
  /// The name as it was given.
  public let name: String

  /// The catalogue names that a slip of the finger could have turned into `name`, nearest first.
  public var suggestions: [String] {
    Activation.catalog
      .map { (name: $0.name, distance: editDistance(name.lowercased(), $0.name)) }
      .filter { $0.distance <= max(1, min(2, $0.name.count / 2), $0.name.count / 3) }
      .sorted { $0.distance < $1.distance }
      .map(\.name)
  }

  /// One sentence on what is wrong and, where a catalogue name is near, one on what was meant.
  public var description: String {
    let shown = name.count <= 60 ? name : name.prefix(60) + "…"
    let unknown = "There is no activation named “\(shown)”."
    guard let nearest = suggestions.first else { return unknown }
    return "\(unknown) Did you mean “\(nearest)”?"
  }
}

/// The least number of insertions, deletions, substitutions and swaps of neighbours that turn
/// one word into the other (optimal string alignment distance).
///
/// Words beyond 60 characters are no slips of the finger and count as infinitely far apart, so
/// that the cost stays bounded for any input.
func editDistance(_ first: String, _ second: String) -> Int {
  let a = Array(first), b = Array(second)
  guard a.count <= 60, b.count <= 60 else { return .max }
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      let substitution = previous[j] + (a[i] == b[j] ? 0 : 1)
      var best = min(previous[j + 1] + 1, row[j] + 1, substitution)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        best = min(best, beforePrevious[j - 1] + 1)
      }
      row.append(best)
    }
    (beforePrevious, previous) = (previous, row)
  }
  return previous[b.count]
}
