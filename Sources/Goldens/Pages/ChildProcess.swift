internal import Glibc

/// A program that reads a file from standard input and writes one to standard output, and is waited
/// for.
struct ChildProcess {
  /// The exit status, or -1 if it did not end by itself.
  let status: Int32
  let output: [UInt8]
  let error: [UInt8]

  /// Lets a program take a minute of a processor and 4 GiB of memory: a document may be made to cost
  /// whatever it is let.
  private static let limits = "ulimit -t 60; ulimit -v 4194304; exec \"$0\" \"$@\""

  /// Runs a program; `nil` if it cannot be started.
  ///
  /// - Parameter path: Where it is.
  init?(_ path: String, _ arguments: [String], input: [UInt8]) {
    // Files take any amount without a reader.
    let files = (0..<3).map { _ in Self.unnamedFile() }
    defer { for file in files where file >= 0 { close(file) } }
    guard files.allSatisfy({ $0 >= 0 }), Self.write(input, to: files[0]) else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (place, file) in files.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, file, Int32(place))
    }
    var words = (["/bin/sh", "-c", Self.limits, path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    guard posix_spawn(&process, "/bin/sh", &actions, nil, &words, environ) == 0 else { return nil }
    var ended: Int32 = 0
    while waitpid(process, &ended, 0) < 0 { guard errno == EINTR else { return nil } }
    status = ended & 0x7f == 0 ? ended >> 8 & 0xff : -1
    output = Self.whole(files[1])
    error = Self.whole(files[2])
  }

  /// A file that is gone when it is closed; -1 if none can be made.
  private static func unnamedFile() -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = "\(folder)/actplot-XXXXXX".utf8CString
    return name.withUnsafeMutableBufferPointer { buffer in
      guard let name = buffer.baseAddress else { return -1 }
      let file = mkstemp(name)
      guard file >= 0 else { return -1 }
      unlink(name)
      _ = fcntl(file, F_SETFD, FD_CLOEXEC)
      return file
    }
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(file, $0.baseAddress.map { $0 + done }, bytes.count - done, done)
      }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private static func whole(_ file: Int32) -> [UInt8] {
    let size = max(0, lseek(file, 0, SEEK_END))
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let more = pread(file, buffer.baseAddress.map { $0 + count }, size - count, count)
        guard more > 0 else { return }
        count += more
      }
    }
  }

  /// Where a program is on the path that is searched for commands; `nil` for nowhere.
  static func path(of name: String) -> String? {
    guard let folders = getenv("PATH") else { return nil }
    return String(cString: folders).split(separator: ":").lazy.map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }
}
