internal import Figures
internal import Glibc
internal import Synchronization

/// Writes a manifest line by line. One that comes out as it was is not touched.
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
  private let state: Mutex<State>

  /// Begins the manifest of a folder, or of a part of what goes there.
  init(in folder: OutputFolder, _ shard: Shard?) throws {
    self.folder = folder
    name = Manifest.file(of: shard)
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
  ///   - others: Lines of figures about which nothing is known now.
  ///   - parts: Manifests that this one replaces.
  func finish(
    leftovers: [Manifest.FileRecord], others: [String], replacing parts: [String]
  ) throws {
    for line in others { try add(line) }
    try write("\n  },\n  \"leftovers\": {")
    for (index, file) in leftovers.enumerated() {
      let line = ManifestLine(leftover: file).text
      try write("\(index == 0 ? "" : ",")\n    \(line)")
    }
    try write("\n  }\n}\n")
    try state.withLock { state in
      // What is longer than it should be differs too.
      if state.file == nil, folder.status(of: name)?.size != state.common {
        try begin(&state)
      }
      try state.file?.commit()
      state.file = nil
    }
    for part in parts { _ = folder.remove(part) }
  }

  private func write(_ text: String) throws {
    let bytes = Array(text.utf8)
    try state.withLock { state in
      if state.file == nil {
        let end = state.common + bytes.count
        if folder.bytes(of: name, state.common..<end) == bytes {
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
    var file = try PendingFile(for: folder.path(of: name))
    var copied = 0
    while copied < state.common {
      let end = min(state.common, copied + 1 << 16)
      try file.write(folder.bytes(of: name, copied..<end) ?? [])
      copied = end
    }
    state.file = consume file
  }
}
