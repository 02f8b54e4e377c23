internal import Files
internal import Glibc

/// The file of a golden.
struct GoldenFile: Hashable {
  /// The path below the folder of goldens, such as `Gallery/relu.png`.
  let name: String
  let path: String

  /// The golden `name.type` in a folder, which is found from that of the test file if it does not
  /// start with `/`.
  ///
  /// - Throws: `GoldenFileError` for a name that is none, or leads out of the folder.
  init(
    named name: String, _ type: String, in folder: String, beside testFile: String
  ) throws(GoldenFileError) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let remedy = "name it like relu-grad or Gallery/relu-grad."
    if name.isEmpty { throw GoldenFileError("A golden has an empty name; \(remedy)") }
    if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw GoldenFileError(
        "The name \(String(reflecting: name)) of a golden has a control character; \(remedy)")
    }
    if parts.contains(where: { ["", ".", ".."].contains($0) }) {
      throw GoldenFileError(
        "The name “\(name)” of a golden is not that of a file below the goldens' folder; \(remedy)")
    }
    self.name = "\(name).\(type)"
    let own = testFile.lastIndex(of: "/").map { String(testFile[...$0]) } ?? ""
    let root = folder.hasPrefix("/") ? folder : own + folder
    path = root.isEmpty || root.hasSuffix("/") ? root + self.name : "\(root)/\(self.name)"
  }

  /// What attachments are called: `Gallery-relu-actual.png`. A `/` would lose them their name.
  func attachmentName(_ kind: String, _ type: String) -> String {
    let stem = name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)
    return "\(stem.replacing("/", with: "-"))-\(kind).\(type)"
  }

  /// The bytes; `nil` if there is no file.
  ///
  /// - Throws: `GoldenFileError` for one that is there and cannot be read.
  func read() throws(GoldenFileError) -> [UInt8]? {
    do throws(ReadingError) {
      return try wholeFile(path)
    } catch {
      switch error {
      case .system(ENOENT): return nil
      case .system(let number): throw unreadable(number)
      case .noFile, .tooLarge:
        throw GoldenFileError(
          "The golden \(path) is not a file; put it away and record it again.")
      }
    }
  }

  /// Writes the file whole or not at all, and makes its folder.
  func write(_ bytes: [UInt8]) throws(FileError) {
    if let end = path.lastIndex(of: "/"), end != path.startIndex {
      try makeFolder(String(path[..<end]))
    }
    try writeAtomically(bytes, to: path)
  }

  private func unreadable(_ errorNumber: Int32) -> GoldenFileError {
    let remedy =
      errorNumber == ENOTDIR
      ? "a file stands where a folder is needed; name the golden otherwise."
      : "make it readable."
    let reason = systemReason(errorNumber)
    return GoldenFileError("The golden \(path) cannot be read (\(reason)); \(remedy)")
  }
}

/// A golden that has no name or cannot be read, in a sentence.
struct GoldenFileError: Error, Hashable {
  let description: String

  init(_ description: String) {
    self.description = description
  }
}
