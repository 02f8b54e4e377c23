internal import Glibc

/// Why a file was not read.
package enum ReadingError: Error, Hashable {
  /// The system's error number.
  case system(Int32)
  /// What is at the path that is not a file with bytes of its own, as in `a pipe`.
  case noFile(String)
  /// How many bytes it has, or has at least.
  case tooLarge(Int)
}

/// The bytes of a file.
///
/// - Parameter most: How many bytes it may have; of one that has more nothing is read.
package func wholeFile(
  _ path: String, atMost most: Int = .max
) throws(ReadingError) -> [UInt8] {
  // Opening a pipe would wait for its writer.
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else { throw .system(errno) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw .system(errno) }
  if let kind = strangeKind(status.st_mode) { throw .noFile(kind) }
  return try bytes(of: descriptor, size: Int(status.st_size), atMost: most)
}

/// The bytes that come from standard input.
package func wholeStandardInput(atMost most: Int) throws(ReadingError) -> [UInt8] {
  try bytes(of: STDIN_FILENO, size: 0, atMost: most)
}

private func bytes(
  of descriptor: Int32, size: Int, atMost most: Int
) throws(ReadingError) -> [UInt8] {
  guard size <= most else { throw .tooLarge(size) }
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
    guard count >= 0 else { throw .system(errno) }
    guard count > 0 else { return bytes }
    if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
  }
  throw .tooLarge(bytes.count)
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

/// Reads or writes bytes by calls that do some of them, until all is done or nothing more is.
///
/// - Parameter some: Does some more after the first `done` bytes; how many, 0 or less for none.
/// - Returns: How many bytes were done.
package func transferred(_ count: Int, _ some: (_ done: Int) -> Int) -> Int {
  var done = 0
  while done < count {
    let more = some(done)
    if more < 0, errno == EINTR { continue }
    guard more > 0 else { break }
    done += more
  }
  return done
}
