extension Verdict {
  /// What is said of the image, the most important first; never empty unless it is equal.
  package var sentences: [String] {
    let said = (problem.map { [$0] } ?? []) + (comparison?.findings ?? [])
    return said.isEmpty && state != .equal ? [state.sentence] : said
  }
}

extension Sequence<Verdict> {
  /// The images as reports list them: by state, what differs most before what differs less, by name.
  public var worstFirst: [Verdict] {
    let ranks = Dictionary(
      uniqueKeysWithValues: Verdict.State.allCases.enumerated().map { ($1, $0) })
    func key(_ image: Verdict) -> (Int, Double, String) {
      (ranks[image.state] ?? 0, -(image.comparison?.severity ?? 0), image.name)
    }
    return sorted { key($0) < key($1) }
  }
}

extension Verdict.State {
  /// What the state means, in a sentence.
  var sentence: String {
    switch self {
    case .failed: "It cannot be compared with its golden."
    case .changed: "It differs from its golden by more than is tolerated."
    case .missing: "There is a golden, but the figure was not drawn."
    case .new: "There is no golden of it yet."
    case .orphaned: "There is a golden, but no figure is wanted for it."
    case .equal: "It is as its golden is."
    }
  }

  /// The same of several images, to explain what stands below.
  var explanation: String {
    switch self {
    case .failed: "These cannot be compared with their goldens."
    case .changed: "These differ from their goldens by more than is tolerated."
    case .missing: "There are goldens of these, but the figures were not drawn."
    case .new: "There are no goldens of these yet."
    case .orphaned: "There are goldens, but no figures are wanted for them."
    case .equal: "These are as their goldens are, within what is tolerated."
    }
  }

  /// A sign beside the word, so that it is found at a glance whatever colours the reader sees.
  var sign: String {
    switch self {
    case .failed: "!"
    case .changed: "≠"
    case .missing: "−"
    case .new: "+"
    case .orphaned: "?"
    case .equal: "="
    }
  }
}
