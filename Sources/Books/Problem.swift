internal import Wording

/// A place in a file, in lines and characters from 1.
package struct Place: Sendable, Hashable, CustomStringConvertible {
  /// The path of the file as it was given.
  package var file: String
  package var line: Int
  package var column: Int

  package init(file: String, line: Int, column: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// As compilers write it, so that editors can jump there.
  package var description: String { "\(file.visible):\(line):\(column)" }
}

/// Something that cannot be read or drawn, or that a figure does not show, and where it stands.
package struct Problem: Error, Sendable, Hashable, CustomStringConvertible {
  package var place: Place
  /// What is wrong and the remedy, as sentences.
  package var message: String
  /// The line of the file at the place; `nil` if it is not known.
  package var line: String?
  /// Whether there is a figure all the same, which does not show all that is asked for.
  package var isWarning = false

  package init(at place: Place, _ message: String, line: String? = nil) {
    self.place = place
    self.message = message
    self.line = line
  }

  /// `file:line:column: error: …` or `warning: …`, then the line with a caret under the column.
  package var description: String {
    let head = "\(place): \(isWarning ? "warning" : "error"): \(message)"
    // A formula's own excerpt says more than the line that it stands in.
    guard let line, !message.contains("\n") else { return head }
    return "\(head)\n\(excerpt(of: line, column: place.column))"
  }
}
