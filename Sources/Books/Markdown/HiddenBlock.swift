/// Figures that a page does not show the lines of: an HTML comment that begins like a block.
///
///     <!-- actplot
///     relu --grad
///     -->
enum HiddenBlock {
  static let start = "<!--"
  static let end = "-->"

  /// What stands behind the mark in a first line; `nil` for a line that begins no such comment.
  static func info(_ line: Substring) -> Substring? {
    guard line.hasPrefix(start) else { return nil }
    let info = line.dropFirst(start.count).trimmed
    return BlockInfo(info).kind == .figures ? info : nil
  }

  /// Whether a line is a whole comment that was meant to be one.
  static func isOneLine(_ line: Substring) -> Bool { info(line)?.contains(end) == true }
}
