internal import Glibc

/// Writes a file whole or not at all.
///
/// A regular file is written beside its destination under a passing name and then moved into place,
/// so that readers see the old or the new bytes and never a part. A device or pipe is written
/// directly. A symbolic link is followed.
///
/// - Throws: `FileError`; the destination is then as it was.
public func writeAtomically(_ bytes: [UInt8], to path: String) throws(FileError) {
  try writeAtomically(to: path) { write throws(FileError) in try write(bytes) }
}

/// Writes a file whole or not at all, a piece at a time; all else is as
/// `writeAtomically(_:to:)` has it.
package func writeAtomically(
  to path: String,
  _ body: (_ write: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void
) throws(FileError) {
  var status = stat(), link = stat()
  let exists = stat(path, &status) == 0
  let reason = errno
  // A link that leads nowhere has a status of its own alone; replacing it would not be following.
  if !exists, reason != ENOENT || lstat(path, &link) == 0 {
    throw FileError(path: path, errorNumber: reason)
  }
  if exists, status.st_mode & S_IFMT == S_IFDIR {
    throw FileError(path: path, errorNumber: EISDIR)
  }
  if exists, status.st_mode & S_IFMT != S_IFREG {
    try withDescriptor(of: path, O_WRONLY) { descriptor throws(FileError) in
      try body { bytes throws(FileError) in try write(bytes, to: descriptor, path) }
    }
    return
  }
  if exists, access(path, W_OK) != 0 {
    throw FileError(path: path, errorNumber: errno)
  }
  var file = try PendingFile(for: path)
  try body { bytes throws(FileError) in try file.write(bytes) }
  try file.commit()
}

/// A regular file that is written beside its destination under a passing name, and moved into place
/// when it is whole. It is gone if that is not asked for.
package struct PendingFile: ~Copyable {
  private let path: String
  private let destination: String
  private let temporary: String
  /// -1 once it is closed.
  private var descriptor: Int32
  private var isPlaced = false

  /// Begins a file that will be at `path`, or where the link there leads.
  package init(for path: String) throws(FileError) {
    var status = stat()
    let exists = stat(path, &status) == 0
    self.path = path
    destination = exists ? resolvedPath(path) ?? path : path
    temporary = unusedName(beside: destination)
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      // There is nothing to remove.
      isPlaced = true
      throw FileError(path: path, errorNumber: errno)
    }
    if exists { _ = fchmod(descriptor, status.st_mode & 0o7777) }
  }

  /// Adds bytes.
  package mutating func write(_ bytes: [UInt8]) throws(FileError) {
    try Files.write(bytes, to: descriptor, path)
  }

  /// Moves the file into place.
  package mutating func commit() throws(FileError) {
    let open = descriptor
    descriptor = -1
    // Network file systems report a full disk only here.
    guard close(open) == 0, rename(temporary, destination) == 0 else {
      throw FileError(path: path, errorNumber: errno)
    }
    isPlaced = true
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if !isPlaced { unlink(temporary) }
  }
}

/// What passing names begin and end with; between these are the number of the process and another.
private let passing = (prefix: ".actplot-", suffix: ".part")

/// A name in the folder of `path` that no file has: not even one that a killed process left, which
/// may have had the same number.
private func unusedName(beside path: String) -> String {
  let folder = folder(of: path)
  while true {
    let numbers = "\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
    let name = "\(folder)\(passing.prefix)\(numbers)\(passing.suffix)"
    if access(name, F_OK) != 0 { return name }
  }
}

/// Removes what killed programs left half-written in a folder itself, which nobody else may be
/// writing to.
package func removeHalfWrittenFiles(in folder: String) {
  for bytes in entries(ofFolder: folder) ?? [] {
    let name = String(decoding: bytes, as: UTF8.self)
    guard name.hasPrefix(passing.prefix), name.hasSuffix(passing.suffix) else { continue }
    let digits = name.dropFirst(passing.prefix.count).prefix { $0 != "-" }
    guard let process = pid_t(digits), process > 0 else { continue }
    if kill(process, 0) != 0, errno == ESRCH { unlink("\(folder)/\(name)") }
  }
}

/// Writes bytes to standard output.
///
/// - Throws: `FileError`, for example when the disk behind it is full.
public func writeToStandardOutput(_ bytes: [UInt8]) throws(FileError) {
  try write(bytes, to: STDOUT_FILENO, "standard output")
}

/// Writes a text to standard error. If that fails there is nowhere left to say so.
package func writeToStandardError(_ text: String) {
  try? write(Array(text.utf8), to: STDERR_FILENO, "standard error")
}

private func withDescriptor(
  of path: String, _ flags: Int32, _ body: (Int32) throws(FileError) -> Void
) throws(FileError) {
  let descriptor = open(path, flags | O_CLOEXEC, 0o666)
  guard descriptor >= 0 else { throw FileError(path: path, errorNumber: errno) }
  do throws(FileError) {
    try body(descriptor)
  } catch {
    close(descriptor)
    throw error
  }
  // Network file systems report a full disk only here.
  guard close(descriptor) == 0 else { throw FileError(path: path, errorNumber: errno) }
}

private func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(FileError) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    if written < 0, errno == EAGAIN {
      var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      _ = poll(&ready, 1, -1)
    } else if written < 0 {
      guard errno == EINTR else { throw FileError(path: path, errorNumber: errno) }
    } else {
      rest = rest.dropFirst(written)
    }
  }
}
