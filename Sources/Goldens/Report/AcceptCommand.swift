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
