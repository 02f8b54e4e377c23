internal import Glibc

/// The bytes of a spec file or a Markdown file.
///
/// - Throws: A sentence for a path that is no regular file, a file that cannot be read, and one of
///   more than 16 MiB, of which nothing is read.
package func fileBytes(_ path: String) throws(Problem) -> [UInt8] {
  // Opening a pipe would wait for its writer.
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else { throw unreadable(path, errno) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw unreadable(path, errno) }
  if let kind = strangeKind(status.st_mode) {
    throw Problem(
      at: Place(file: path, line: 1),
      "This is \(kind), and figures are read from files; name a file such as book.yaml.")
  }
  let size = Int(status.st_size), most = SourceText.maximumSize
  guard size <= most else {
    throw Problem(at: Place(file: path, line: 1), SourceText.sizeMessage(size))
  }
  // One more than it has, so that a file that grows meanwhile shows.
  var bytes: [UInt8] = []
  while bytes.count <= most {
    let room = max(4096, size + 1 - bytes.count)
    var count = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
      count = read(descriptor, buffer.baseAddress, room)
      initialized = max(0, count)
    }
    if count < 0, errno == EINTR { continue }
    guard count >= 0 else { throw unreadable(path, errno) }
    guard count > 0 else { return bytes }
    if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
  }
  throw Problem(at: Place(file: path, line: 1), SourceText.sizeMessage(bytes.count))
}

/// What is at a path that is not a file with bytes of its own.
private func strangeKind(_ mode: mode_t) -> String? {
  switch mode & S_IFMT {
  case S_IFREG: nil
  case S_IFDIR: "a folder"
  case S_IFIFO: "a pipe"
  case S_IFSOCK: "a socket"
  default: "a device"
  }
}

private func unreadable(_ path: String, _ errorNumber: Int32) -> Problem {
  let reason = strerror(errorNumber).map { String(cString: $0) } ?? "error \(errorNumber)"
  let remedy =
    switch errorNumber {
    case ENOENT, ENOTDIR: "look at the spelling of its path."
    case EACCES, EPERM: "make it readable."
    case ENXIO: "a socket is no file; name a file such as book.yaml."
    default: "choose another file."
    }
  return Problem(
    at: Place(file: path, line: 1), "The file cannot be read (\(reason)); \(remedy)")
}
