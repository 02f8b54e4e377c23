package import Glibc

/// A folder that is written into, and nowhere else.
package struct OutputFolder: Sendable {
  /// The path as it was given.
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// The path of a file in the folder.
  package func path(of file: String) -> String {
    path.hasSuffix("/") ? path + file : "\(path)/\(file)"
  }

  /// What keeps a file from being written, as a sentence; `nil` if nothing does. The folders above it
  /// have to be folders of this one and not links out of it, and what is there a regular file.
  package func obstacle(to file: String) -> String? {
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
  package func hasAnything(at file: String) -> Bool {
    var status = stat()
    return lstat(path(of: file), &status) == 0
  }

  /// The size of a regular file and the time of its last change, in nanoseconds since 1970.
  package func status(of file: String) -> (size: Int, time: Int)? {
    var status = stat()
    guard stat(path(of: file), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return (Int(status.st_size), status.changeTime)
  }

  /// The bytes of a regular file; `nil` if it is not there or cannot be read.
  package func bytes(of file: String) -> [UInt8]? { try? wholeFile(path(of: file)) }

  /// The digest of a file; `nil` if it is not there or cannot be read.
  package func digest(of file: String) -> Digest? { bytes(of: file).map { Digest(of: $0) } }

  /// The names of the files and folders in the folder that are wanted; none if it cannot be listed.
  package func files(_ isWanted: (String) -> Bool) -> [String] {
    (entries(ofFolder: path) ?? []).map { String(decoding: $0, as: UTF8.self) }.filter(isWanted)
  }

  /// Removes a file; false if it is still there.
  package func remove(_ file: String) -> Bool { unlink(path(of: file)) == 0 || errno == ENOENT }

  /// Writes a file of the folder, whole or not at all, and makes the folders above it. One that has
  /// these bytes already is left alone, so that its time tells of real changes.
  ///
  /// - Returns: Whether it was written.
  package func write(_ bytes: [UInt8], to file: String) throws(FileError) -> Bool {
    if status(of: file)?.size == bytes.count, self.bytes(of: file) == bytes { return false }
    let path = path(of: file)
    if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    try writeAtomically(bytes, to: path)
    return true
  }
}

extension stat {
  /// When anything of the file changed last, its name included, in nanoseconds since 1970. Unlike
  /// the time of its bytes nobody can set it.
  package var changeTime: Int { st_ctim.tv_sec * 1_000_000_000 + st_ctim.tv_nsec }
}
