internal import Wording

/// Mathematics in a label that cannot be set.
public struct MathematicsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The label as it was given, cut to what fits into a sentence.
  public let label: String
  /// Where in the label it went wrong, in characters from 1.
  public let column: Int
  /// What is wrong there, and the remedy.
  public let problem: String

  init(label: String, column: Int, problem: String) {
    self.label = label.shortened()
    self.column = column
    self.problem = problem
  }

  /// A sentence with the column, the label and the remedy.
  public var description: String {
    let shown = String(label.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    return "Column \(column) of the label \(quoted(shown)): \(problem)."
  }
}
