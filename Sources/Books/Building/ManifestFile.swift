internal import Files
internal import Glibc

/// A manifest that is there, open for reading: what is read of it stays the same, whatever other
/// programs put into its place meanwhile.
final class ManifestFile: Sendable {
  /// Its name in the output folder.
  let name: String
  let size: Int
  /// When it was put there, in nanoseconds since 1970.
  let time: Int
  private let descriptor: Int32

  /// Longer lines were not written by actplot, and would take memory.
  static let longestLine = 1 << 20

  /// Opens the file; `nil` if there is none.
  ///
  /// - Throws: `BatchError.unreadableManifest` for what is no regular file, or cannot be read.
  init?(_ name: String, in folder: OutputFolder) throws(BatchError) {
    let path = folder.path(of: name)
    // A link would be read, and written, somewhere else.
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      let reason =
        errno == ELOOP
        ? "it is a link" : systemReason(errno)
      throw .unreadableManifest(path: path, reason: reason)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadableManifest(path: path, reason: "it is no regular file")
    }
    self.name = name
    self.descriptor = descriptor
    size = Int(status.st_size)
    time = status.changeTime
  }

  deinit {
    close(descriptor)
  }

  /// The bytes of a part of the file; fewer at its end.
  func bytes(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = transferred(range.count) { done in
        pread(
          descriptor, buffer.baseAddress.map { $0 + done }, range.count - done,
          range.lowerBound + done)
      }
    }
  }

  /// Calls `body` with each line, its number from 1 and its place in the file, until it says false.
  ///
  /// - Returns: The number of a line that is too long, if there is one.
  func forEachLine(
    _ body: (_ line: ArraySlice<UInt8>, _ number: Int, _ range: Range<Int>) throws -> Void
  ) rethrows -> Int? {
    var rest: [UInt8] = []
    var start = 0, number = 0
    while true {
      let chunk = bytes(start + rest.count..<start + rest.count + 1 << 16)
      rest += chunk
      var first = 0
      while let end = rest[first...].firstIndex(of: UInt8(ascii: "\n")) {
        number += 1
        try body(rest[first..<end], number, start + first..<start + end)
        first = end + 1
      }
      rest.removeFirst(first)
      start += first
      if rest.count > Self.longestLine { return number + 1 }
      guard !chunk.isEmpty else {
        if !rest.isEmpty { try body(rest[...], number + 1, start..<start + rest.count) }
        return nil
      }
    }
  }
}
