internal import Files
internal import Glibc
internal import Wording

/// The folder that a batch writes into, and nowhere else.
struct OutputFolder: Sendable {
  /// The path as it was given.
  let path: String

  /// The path of a file in the folder.
  func path(of file: String) -> String { path.hasSuffix("/") ? path + file : "\(path)/\(file)" }

  /// The longest name of a figure in bytes, which leaves room for extensions.
  private static let longestName = 200

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
      [".png", ".svg", ".pdf", ".json"].contains { part.lowercased().hasSuffix($0) }
    }) {
      return "The name \(quoted(name)) has a folder that is called like a file\(rule)."
    }
    if parts.contains(where: { $0 != trimmed($0)[...] }) {
      return "The name \(quoted(name)) begins or ends with a space\(rule)."
    }
    return nil
  }

  /// What keeps a file from being written, as a sentence; `nil` if nothing does. The folders above it
  /// have to be folders of this one and not links out of it, and what is there a regular file.
  func obstacle(to file: String) -> String? {
    guard let root = resolvedPath(path) else { return nil }
    var end = file.startIndex
    while true {
      let next = file[end...].firstIndex(of: "/") ?? file.endIndex
      let part = path(of: String(file[..<next])), isFile = next == file.endIndex
      var status = stat()
      // What is not there is in nobody's way.
      guard lstat(part, &status) == 0 else { return nil }
      if status.st_mode & S_IFMT == S_IFLNK {
        guard let target = resolvedPath(part), target.hasPrefix(root + "/"),
          stat(part, &status) == 0
        else {
          return
            "\(part) is a link out of the output folder; remove the link, or choose another name."
        }
      }
      guard status.st_mode & S_IFMT == (isFile ? S_IFREG : S_IFDIR) else {
        return
          "\(part) is \(isFile ? "no regular file" : "no folder"); remove it, or choose another"
          + " name."
      }
      guard !isFile else { return nil }
      end = file.index(after: next)
    }
  }

  /// Whether anything is there under a name, be it a link to nothing.
  func hasAnything(at file: String) -> Bool {
    var status = stat()
    return lstat(path(of: file), &status) == 0
  }

  /// The size of a regular file and the time of its last change, in nanoseconds since 1970.
  func status(of file: String) -> (size: Int, time: Int)? {
    var status = stat()
    guard stat(path(of: file), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return (Int(status.st_size), status.changeTime)
  }

  /// Whether a file is as it was when a manifest of that time was written. Reading it takes longer,
  /// so that is done only if it changed since.
  func has(_ file: Manifest.FileRecord, since time: Int) -> Bool {
    guard let status = status(of: file.path), status.size == file.size else { return false }
    return status.time < time || digest(of: file.path) == file.digest
  }

  /// The bytes of a regular file; `nil` if it is not there or cannot be read.
  func bytes(of file: String) -> [UInt8]? { try? wholeFile(path(of: file)) }

  /// The digest of a file; `nil` if it is not there or cannot be read.
  func digest(of file: String) -> Digest? { bytes(of: file).map { Digest(of: $0) } }

  /// The names of the files and folders in the folder that are wanted; none if it cannot be listed.
  func files(_ isWanted: (String) -> Bool) -> [String] {
    (entries(ofFolder: path) ?? []).map { String(decoding: $0, as: UTF8.self) }.filter(isWanted)
  }

  /// Removes a file; false if it is still there.
  func remove(_ file: String) -> Bool { unlink(path(of: file)) == 0 || errno == ENOENT }

  /// Writes a file of the folder, whole or not at all, and makes the folders above it. One that has
  /// these bytes already is left alone, so that its time tells of real changes.
  ///
  /// - Returns: Whether it was written.
  func write(_ bytes: [UInt8], to file: String) throws(FileError) -> Bool {
    if status(of: file)?.size == bytes.count, self.bytes(of: file) == bytes { return false }
    let path = path(of: file)
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    try writeAtomically(bytes, to: path)
    return true
  }
}
