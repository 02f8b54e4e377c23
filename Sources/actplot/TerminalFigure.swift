import Figures
import Glibc

/// A figure in the terminal: as a picture where that can show some, and else in characters.
struct TerminalFigure {
  private let drawing: any Drawing

  init(_ drawing: any Drawing) {
    self.drawing = drawing
  }

  /// More columns make no figure clearer.
  private static let mostColumns = 100

  /// What is sent to the terminal, or to whatever standard output is.
  ///
  /// - Throws: Why the figure cannot be drawn.
  func text() throws -> String {
    let isTerminal = isatty(STDOUT_FILENO) == 1
    if isTerminal, let terminal = ReviewTerminal() {
      let way = terminal.way { name in getenv(name).map { String(cString: $0) } }
      if way != .none,
        let picture = way.picture(try drawing.render(as: .png), width: terminal.width)
      {
        return picture + "\n"
      }
    }
    let columns = min(Self.mostColumns, ProgressBar.columns(of: STDOUT_FILENO))
    // Characters are twice as high as they are wide.
    let rows = max(12, columns * 3 / 10)
    let hasColors = isTerminal && getenv("NO_COLOR").map { $0.pointee == 0 } ?? true
    return try TextPicture(drawing, columns: columns, rows: rows, isColored: hasColors).text
  }
}
