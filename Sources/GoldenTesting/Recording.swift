internal import Glibc

/// Which goldens are written instead of being compared.
enum Recording: Hashable {
  case none
  /// Those that are not there.
  case missing
  /// Also those that the image differs from.
  case changed

  /// The variable that asks for recording; the project's own goldens use it too.
  static let variable = "ACTPLOT_RECORD_GOLDENS"

  /// What the environment asks for.
  ///
  /// - Throws: `RecordingError` if that is not understood, or asked for where `CI` is set: a check
  ///   that writes what it finds cannot fail.
  init(_ environment: [String: String]) throws(RecordingError) {
    switch environment[Self.variable, default: ""] {
    case "", "0", "false": self = .none
    case "1": self = .changed
    case "missing": self = .missing
    case let word:
      throw RecordingError(
        description: """
          \(Self.variable) is “\(word)”, which says nothing; set it to 1 to record goldens that \
          changed or are missing, to missing to record these alone, or to 0.
          """)
    }
    guard self == .none || ["", "0", "false"].contains(environment["CI", default: ""]) else {
      throw RecordingError(
        description: """
          \(Self.variable) asks for goldens to be recorded, and CI is set, where they are only \
          compared; record them where you develop, look at them and commit them.
          """)
    }
  }

  /// The variables of this process that decide about recording.
  static var environment: [String: String] {
    var found: [String: String] = [:]
    for name in [variable, "CI"] { found[name] = getenv(name).map { String(cString: $0) } }
    return found
  }
}

/// An environment in which nothing is recorded, for a reason that is a sentence.
struct RecordingError: Error, Hashable {
  let description: String
}
