internal import Wording

/// The command that makes images goldens, as a shell reads it.
public struct AcceptCommand: Sendable {
  /// What stands before the images.
  let start: String

  /// A command that has `--only NAME` behind its words for each image, or `--all`.
  public init(_ words: [String]) {
    start = words.map(shellQuoted).joined(separator: " ")
  }

  /// The command for one image.
  func of(_ name: String) -> String { "\(start) \(Self.choice(name))" }

  var ofAll: String { "\(start) --all" }

  /// The words that choose an image.
  static func choice(_ name: String) -> String { "--only \(shellQuoted(name))" }
}

/// A word as a shell reads it. What is not seen is written so that it is, as bash, zsh and ksh read it:
/// a command that is copied must do what it shows.
private func shellQuoted(_ word: String) -> String {
  guard !word.hasInvisible else {
    let bytes = word.unicodeScalars.map { scalar in
      let text = String(scalar)
      if scalar == "'" || scalar == "\\" { return "\\\(text)" }
      guard text.hasInvisible else { return text }
      return text.utf8.map { "\\\($0 / 64)\($0 / 8 % 8)\($0 % 8)" }.joined()
    }
    return "$'\(bytes.joined())'"
  }
  let isPlain = word.unicodeScalars.allSatisfy {
    $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_./=".unicodeScalars.contains($0)
  }
  return isPlain && !word.isEmpty
    ? word
    : "'\(word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''"))'"
}
