internal import Figures
internal import Files
internal import Wording

extension OutputFolder {
  /// The longest name of a figure in bytes, which leaves room for extensions.
  private static var longestName: Int { 200 }

  /// Why a figure cannot have that name, as a sentence; `nil` if it can. A name may have folders
  /// before it, as in `chapter-5/relu`.
  static func objection(to name: String) -> String? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let rule = "; names are letters, digits and the like, with / between folders"
    if name.isEmpty { return "A figure without a name has no file\(rule)." }
    if name.utf8.count > longestName {
      return "The name \(quoted(name)) is longer than \(longestName) bytes; shorten it."
    }
    if name.hasPrefix("/") || parts.contains("..") {
      return "The name \(quoted(name)) leaves the output folder\(rule)."
    }
    if name.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
      return "The name \(quoted(name)) has a control character in it\(rule)."
    }
    if parts.contains(where: { $0.isEmpty || $0.hasPrefix(".") }) {
      return "The name \(quoted(name)) has a part that is empty or hidden\(rule)."
    }
    if parts.dropLast().contains(where: { part in
      (ImageFormat.allCases.map(\.rawValue) + ["json"]).contains {
        part.lowercased().hasSuffix(".\($0)")
      }
    }) {
      return "The name \(quoted(name)) has a folder that is called like a file\(rule)."
    }
    if parts.contains(where: { $0 != trimmed($0)[...] }) {
      return "The name \(quoted(name)) begins or ends with a space\(rule)."
    }
    return nil
  }

  /// Whether a file is as it was when a manifest of that time was written. Reading it takes longer,
  /// so that is done only if it changed since.
  func has(_ file: Manifest.FileRecord, since time: Int) -> Bool {
    guard let status = status(of: file.path), status.size == file.size else { return false }
    return status.time < time || digest(of: file.path) == file.digest
  }
}
