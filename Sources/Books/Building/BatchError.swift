internal import Wording

/// Why a batch cannot be built at all.
package enum BatchError: Error, Hashable, CustomStringConvertible {
  /// A text that is no part of a batch.
  case notAShard(String)
  /// No figure has that name.
  case unknownFigure(String, nearest: String?)
  /// The manifest is there and cannot be read.
  case unreadableManifest(path: String, reason: String)

  /// Sentences that say what to do.
  package var description: String {
    switch self {
    case .notAShard(let text):
      "\(quoted(text)) is not a part of a batch; write I/N, as in 2/5 for the second of five."
    case .unknownFigure(let name, let nearest):
      "There is no figure named \(quoted(name))."
        + (nearest.map { " Did you mean “\($0)”?" } ?? " 'actplot batch --list' names them all.")
    case .unreadableManifest(let path, let reason):
      "Cannot read \(path): \(reason). Mend or remove it; without it every figure is drawn anew."
    }
  }
}

/// One of several parts of a batch, which together are the whole.
package struct Shard: Sendable, Hashable {
  /// From 1.
  package let index: Int
  package let count: Int

  /// Reads `I/N`.
  package init(_ text: String) throws(BatchError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count <= 1_000_000,
      count >= 1, (1...count).contains(index)
    else { throw .notAShard(text) }
    self.index = index
    self.count = count
  }

  /// Whether the figure at that place of the batch, from 0, is one of the part. Figures are dealt
  /// out like cards, so that parts differ by one at most, on every machine alike.
  func has(figureAt place: Int) -> Bool { place % count == index - 1 }
}
