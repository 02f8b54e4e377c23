internal import Figures
internal import Files
internal import Glibc
internal import Synchronization

/// Writes a manifest line by line. One that comes out as it was is left, and only its time moves where a
/// file that it is made of is newer: make and ninja would take it for old ever after.
final class ManifestWriter: Sendable {
  private struct State: ~Copyable {
    /// How much of the old manifest is as the new one is, so far.
    var common = 0
    /// The new one, once it differs.
    var file: PendingFile?
    var hasLines = false
  }

  private let folder: OutputFolder
  private let name: String
  /// The one that is there.
  private let old: ManifestFile?
  private let state: Mutex<State>

  /// Begins the manifest of a folder, or of a part of what goes there.
  init(in folder: OutputFolder, _ shard: Shard?, replacing manifest: Manifest) throws {
    self.folder = folder
    let name = Manifest.file(of: shard)
    self.name = name
    old = manifest.files.first { $0.name == name }
    state = Mutex(State())
    try write("{\n  \"program\": \"actplot \(actplotVersion)\",\n  \"figures\": {")
  }

  /// Adds the line of a figure.
  func add(_ line: String) throws {
    let isFirst = state.withLock { state in
      defer { state.hasLines = true }
      return !state.hasLines
    }
    try write("\(isFirst ? "" : ",")\n    \(line)")
  }

  /// Ends the manifest and puts it into place.
  ///
  /// - Parameters:
  ///   - leftovers: Files that no figure owns any more.
  ///   - files: The paths of the files that all in it is made of.
  func finish(leftovers: [Manifest.Leftover], notOlderThan files: Set<String>) throws {
    try write("\n  },\n  \"leftovers\": {")
    for (index, leftover) in leftovers.enumerated() {
      try write("\(index == 0 ? "" : ",")\n    \(ManifestLine(leftover).text)")
    }
    try write("\n  }\n}\n")
    try state.withLock { state in
      // What is longer than it should be differs too.
      if state.file == nil, old?.size != state.common { try begin(&state) }
      guard state.file == nil else {
        try state.file?.commit()
        state.file = nil
        return
      }
      let path = folder.path(of: name)
      if let time = modificationTime(of: path),
        files.contains(where: { modificationTime(of: $0).map { $0 > time } ?? false })
      {
        utimensat(AT_FDCWD, path, nil, AT_SYMLINK_NOFOLLOW)
      }
    }
  }

  private func write(_ text: String) throws {
    let bytes = Array(text.utf8)
    try state.withLock { state in
      if state.file == nil {
        let end = state.common + bytes.count
        if let old, old.bytes(state.common..<end) == bytes {
          state.common = end
          return
        }
        try begin(&state)
      }
      try state.file?.write(bytes)
    }
  }

  /// Goes over to a new file, which begins as the old one does.
  private func begin(_ state: inout State) throws {
    try makeFolder(folder.path)
    let path = folder.path(of: name)
    // What is there and was not read is not to be written over.
    if old == nil, folder.hasAnything(at: name) {
      throw BatchError.unreadableManifest(
        path: path, reason: "it has come while figures were drawn")
    }
    var file = try PendingFile(for: path)
    var copied = 0
    while copied < state.common, let old {
      let end = min(state.common, copied + 1 << 16)
      try file.write(old.bytes(copied..<end))
      copied = end
    }
    state.file = consume file
  }
}

/// When the bytes of a file changed last, in nanoseconds since 1970; `nil` if it is not there.
private func modificationTime(of path: String) -> Int? {
  var status = stat()
  guard stat(path, &status) == 0 else { return nil }
  return status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
}
