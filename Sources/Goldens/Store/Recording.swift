internal import Glibc

/// Which goldens are made as the images are, instead of only being compared.
package enum Recording: Sendable {
  /// None.
  case none
  /// Those that are not there.
  case new
  /// Also those that differ from their images, or cannot be read.
  case changed
  /// All that is not equal; those that have no image are removed.
  case all

  /// Whether a golden of that state is written or removed.
  func takes(_ state: Verdict.State) -> Bool {
    switch (self, state) {
    case (.none, _), (_, .equal): false
    case (.new, _): state == .new
    case (.changed, .missing), (.changed, .orphaned): false
    case (.changed, _), (.all, _): true
    }
  }

  /// The variable that asks for recording in tests.
  package static let variable = "ACTPLOT_RECORD_GOLDENS"

  /// What the environment asks for.
  ///
  /// - Throws: `RecordingError` if that is not understood, or not done where `CI` is set.
  package init(_ environment: [String: String]) throws(RecordingError) {
    switch environment[Self.variable, default: ""] {
    case "", "0", "false": self = .none
    case "1": self = .changed
    case "missing": self = .new
    case let word:
      throw RecordingError(
        description: """
          \(Self.variable) is “\(word)”, which says nothing; set it to 1 to record goldens that \
          changed or are missing, to missing to record these alone, or to 0.
          """)
    }
    guard self != .none, Self.isRefused(in: environment) else { return }
    throw RecordingError(
      description: """
        \(Self.variable) asks for goldens to be recorded, and CI is set, where they are only \
        compared; record them where you develop, look at them and commit them.
        """)
  }

  /// Whether nothing is recorded, as `CI` is set: a check that writes what it finds cannot fail.
  package static func isRefused(in environment: [String: String]) -> Bool {
    !["", "0", "false"].contains(environment["CI", default: ""])
  }

  /// The variables of this process that decide about recording.
  package static var environment: [String: String] {
    var found: [String: String] = [:]
    for name in [variable, "CI"] { found[name] = getenv(name).map { String(cString: $0) } }
    return found
  }
}

/// An environment in which nothing is recorded, for a reason that is a sentence.
package struct RecordingError: Error, Hashable, CustomStringConvertible {
  package let description: String
}
