internal import Glibc

/// What a file is read for.
package enum FilePurpose {
  /// A spec file or a Markdown file, of at most 16 MiB.
  case source
  /// An image that is compared, of at most 1 GiB.
  case image

  fileprivate var most: Int { self == .source ? SourceText.maximumSize : 1 << 30 }

  fileprivate func sizeMessage(_ size: Int) -> String {
    self == .source
      ? SourceText.sizeMessage(size)
      : "The file has \(size) bytes, and images of at most 1 GiB are compared."
  }

  fileprivate var rule: String {
    self == .source
      ? "figures are read from files; name a file such as book.yaml."
      : "images are read from files; name a file such as relu.png."
  }
}

/// The bytes of a file.
///
/// - Throws: A sentence for a path that is no regular file, a file that cannot be read, and one that
///   is too large, of which nothing is read.
package func fileBytes(
  _ path: String, for purpose: FilePurpose = .source
) throws(Problem) -> [UInt8] {
  // Opening a pipe would wait for its writer.
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else { throw unreadable(path, errno, purpose) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw unreadable(path, errno, purpose) }
  if let kind = strangeKind(status.st_mode) {
    throw Problem(
      at: Place(file: path, line: 1),
      "This is \(kind), and \(purpose.rule)")
  }
  return try bytes(of: descriptor, size: Int(status.st_size), path, purpose)
}

/// The bytes that come from standard input.
///
/// - Throws: A sentence if it cannot be read or is too large.
package func standardInputBytes() throws(Problem) -> [UInt8] {
  try bytes(of: STDIN_FILENO, size: 0, standardInputPath, .source)
}

/// What places say instead of a path.
package let standardInputPath = "<stdin>"

private func bytes(
  of descriptor: Int32, size: Int, _ path: String, _ purpose: FilePurpose
) throws(Problem) -> [UInt8] {
  let most = purpose.most
  guard size <= most else {
    throw Problem(at: Place(file: path, line: 1), purpose.sizeMessage(size))
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
    guard count >= 0 else { throw unreadable(path, errno, purpose) }
    guard count > 0 else { return bytes }
    if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
  }
  throw Problem(at: Place(file: path, line: 1), purpose.sizeMessage(bytes.count))
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

func unreadable(
  _ path: String, _ errorNumber: Int32, _ purpose: FilePurpose, noun: String = "file"
) -> Problem {
  let reason = strerror(errorNumber).map { String(cString: $0) } ?? "error \(errorNumber)"
  let remedy =
    switch errorNumber {
    case ENOENT, ENOTDIR: "look at the spelling of its path."
    case EACCES, EPERM: "make it readable."
    case ENXIO: "a socket is no file; \(purpose.rule)"
    default: "choose another file."
    }
  return Problem(
    at: Place(file: path, line: 1), "The \(noun) cannot be read (\(reason)); \(remedy)")
}
