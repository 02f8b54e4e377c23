internal import Glibc

/// Waits until files are saved, by whichever way an editor does that: writing into them, or moving
/// another file into their place.
package final class FileWatch {
  private let descriptor: Int32
  /// The folders that are watched, by the numbers that the system gives them.
  private var folders: [Int32: String] = [:]
  /// The files that are waited for, as their folders without links and their names.
  private var files: Set<String> = []

  /// - Throws: `FileError` where the system has no more watches.
  package init() throws(FileError) {
    descriptor = inotify_init1(O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path: "inotify", errorNumber: errno) }
  }

  deinit {
    close(descriptor)
  }

  /// Waits for these files from now on, those that are not there yet too.
  ///
  /// - Throws: `FileError` for a folder that cannot be watched, though it is there.
  package func watch(_ paths: some Sequence<String>) throws(FileError) {
    files = []
    for path in paths {
      // An editor may save the file or what a link there leads to.
      for path in [path, resolvedPath(path) ?? path] {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? "."
        guard let resolved = resolvedPath(folder) else { continue }
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        guard files.insert("\(resolved)/\(name)").inserted else { continue }
        let number = inotify_add_watch(descriptor, resolved, UInt32(IN_CLOSE_WRITE | IN_MOVED_TO))
        guard number >= 0 else { throw FileError(path: folder, errorNumber: errno) }
        folders[number] = resolved
      }
    }
  }

  /// Waits until one of the files is saved, and until a tenth of a second has passed without another:
  /// an editor may save several, or one in steps.
  ///
  /// - Parameter isOver: Is asked several times a second whether to wait no more.
  /// - Returns: False if it was over before.
  package func wait(unless isOver: () -> Bool) -> Bool {
    var isSaved = false
    while !isOver() {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&request, 1, isSaved ? 100 : 250) > 0 {
        isSaved = takeEvents() || isSaved
      } else if isSaved {
        return true
      }
    }
    return false
  }

  /// Takes what the system tells of the folders; whether one of the files is saved.
  private func takeEvents() -> Bool {
    var isSaved = false
    withUnsafeTemporaryAllocation(byteCount: 1 << 14, alignment: 8) { buffer in
      guard let base = buffer.baseAddress else { return }
      let count = read(descriptor, base, buffer.count)
      var offset = 0
      while offset < count {
        let event = base.load(fromByteOffset: offset, as: inotify_event.self)
        let start = offset + MemoryLayout<inotify_event>.size
        let name = buffer[start..<start + Int(event.len)].prefix { $0 != 0 }
        offset = start + Int(event.len)
        // Where more happened than the system remembers, it may have been one of the files.
        isSaved =
          isSaved || event.mask & UInt32(IN_Q_OVERFLOW) != 0
          || folders[event.wd].map {
            files.contains("\($0)/\(String(decoding: name, as: UTF8.self))")
          } ?? false
      }
    }
    return isSaved
  }
}

/// The time of day here, as in `14:03:22`.
package func clockTime() -> String {
  var now = time(nil), parts = tm()
  guard localtime_r(&now, &parts) != nil else { return "" }
  return [parts.tm_hour, parts.tm_min, parts.tm_sec]
    .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
}
