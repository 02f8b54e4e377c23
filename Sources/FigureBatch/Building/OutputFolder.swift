internal import Figures
internal import Glibc
internal import Plotting

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
    if parts.contains(where: { $0 != trimmed($0)[...] }) {
      return "The name \(quoted(name)) begins or ends with a space\(rule)."
    }
    return nil
  }

  /// Whether the file, if it is there, and the folders above it are really in the folder and not
  /// behind a link that leads out of it.
  func holds(_ file: String) -> Bool {
    guard let root = resolved(path) else { return true }
    var end = file.startIndex
    while true {
      let next = file[end...].firstIndex(of: "/") ?? file.endIndex
      let part = path(of: String(file[..<next]))
      var status = stat()
      // What is not there cannot lead anywhere.
      guard lstat(part, &status) == 0 else { return true }
      if status.st_mode & S_IFMT == S_IFLNK {
        guard let target = resolved(part), target.hasPrefix(root + "/") else { return false }
      }
      guard next < file.endIndex else { return true }
      end = file.index(after: next)
    }
  }

  private func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The size of a regular file and the time of its last change, in nanoseconds since 1970.
  func status(of file: String) -> (size: Int, time: Int)? {
    var status = stat()
    guard stat(path(of: file), &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return (Int(status.st_size), status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
  }

  /// The bytes of a file, or some of them; `nil` if they are not there or cannot be read.
  func bytes(of file: String, _ range: Range<Int>? = nil) -> [UInt8]? {
    guard let size = status(of: file)?.size else { return nil }
    let descriptor = open(path(of: file), O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    let range = range ?? 0..<size
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let got = pread(
          descriptor, buffer.baseAddress.map { $0 + count }, range.count - count,
          range.lowerBound + count)
        if got < 0, errno == EINTR { continue }
        guard got > 0 else { break }
        count += got
      }
      isWhole = count == range.count
    }
    return isWhole ? bytes : nil
  }

  /// The digest of a file; `nil` if it is not there or cannot be read.
  func digest(of file: String) -> Digest? { bytes(of: file).map { Digest(of: $0) } }

  /// The names of the files and folders in the folder that are wanted; none if it is not there.
  func files(_ isWanted: (String) -> Bool) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if isWanted(name) { names.append(name) }
    }
    return names
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
