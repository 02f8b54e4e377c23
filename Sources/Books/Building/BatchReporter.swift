/// Is told what a batch does, from one thread at a time.
package protocol BatchReporter: Sendable {
  /// So many figures are going to be drawn or looked at.
  func begin(_ count: Int)
  /// A figure is done; figures come in the order of their files, whatever the number of threads.
  func report(_ figure: FigureReport)
  /// Something cannot be read or drawn, or a figure does not show all.
  func report(_ problem: Problem)
  /// Something that the author should know is left as it is.
  func remark(_ sentence: String)
}

/// What became of a figure.
package struct FigureReport: Sendable {
  package let name: String
  package let outcome: Outcome
  /// The paths of its files in the output folder; of a check, those that are not as they should be.
  package let files: [String]
  /// Those of `files` that were written.
  package let written: [String]

  package enum Outcome: String, Sendable {
    /// It was drawn; files that came out as they were are left alone.
    case drawn
    /// Nothing that decides it has changed.
    case unchanged
    /// It could not be drawn.
    case failed
    /// A file of it is not there.
    case missing
    /// It would be drawn differently now.
    case stale
    /// A file of it was changed since it was drawn.
    case changed
    /// Its files are there, and it is described no more.
    case leftover
  }
}

/// How a batch went.
package struct BatchSummary: Sendable, Hashable {
  /// The names of all figures in the order of the files; empty for one that has none.
  package internal(set) var names: [String] = []
  /// How many figures the files describe, and how many of these were asked for.
  package var figures = 0
  package var selected = 0
  package var drawn = 0
  package var unchanged = 0
  /// How many problems there are with figures or with what describes them.
  package var failed = 0
  /// Figures that a check found missing, stale or changed.
  package var outdated = 0
  /// Files that no figure owns any more, and how many of them were removed.
  package var unowned = 0
  package var removed = 0
  /// Whether nothing was drawn or compared, because of problems.
  package var isStopped = false
  /// The signal that stopped it.
  package var signal: Int32?

  /// Whether everything is as it should be.
  package var isGood: Bool { failed == 0 && outdated == 0 && signal == nil }

  package init() {}
}
