internal import Figures
internal import Glibc

/// What was written into an output folder: `manifest.json`, and `manifest.I-of-N.json` of parts.
///
/// A figure has one line in it, so that two versions are easy to compare and reading takes memory
/// for little more than names and digests.
struct Manifest {
  /// What is known of each figure, by its name.
  private(set) var records: [String: Record] = [:]
  /// Files of figures that there are no more, which are still there.
  private(set) var leftovers: [FileRecord] = []
  /// The manifests of parts, which a whole build replaces.
  private(set) var partFiles: [String] = []

  static let file = "manifest.json"

  static func file(of shard: Shard?) -> String {
    shard.map { "manifest.\($0.index)-of-\($0.count).json" } ?? file
  }

  /// What a manifest says of a figure.
  struct Record {
    let key: Digest
    let dependsOnInstalledFonts: Bool
    /// The hash of the caption, by which another is told.
    let captionHash: Int
    let files: [FileRecord]
    /// When the manifest was written, in nanoseconds since 1970.
    let time: Int
    /// The line of the figure: which manifest, and the bytes of it.
    fileprivate let origin: (file: String, bytes: Range<Int>)
  }

  /// A file of the output folder.
  struct FileRecord: Sendable, Hashable {
    /// Relative to the folder.
    let path: String
    let size: Int
    let digest: Digest
  }

  /// The manifest of a folder in which nothing was drawn yet.
  init() {}

  /// Reads what is there: the manifest of the whole, then those of parts, of which each goes before
  /// older ones.
  ///
  /// - Throws: `BatchError.unreadableManifest` for a file that is no manifest.
  init(in folder: OutputFolder) throws {
    partFiles = folder.files { $0.hasPrefix("manifest.") && $0.hasSuffix(".json") }
      .filter { $0 != Self.file && $0.contains("-of-") }.sorted()
    for file in [Self.file] + partFiles {
      guard let time = folder.status(of: file)?.time, let bytes = folder.bytes(of: file) else {
        continue
      }
      try read(bytes, of: file, at: time, in: folder)
    }
  }

  private mutating func read(
    _ bytes: [UInt8], of file: String, at time: Int, in folder: OutputFolder
  ) throws {
    var start = 0
    var isOfFigures = false
    var line = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      defer { start = end + 1 }
      line += 1
      let text = bytes[start..<end]
      if text.starts(with: "  \"figures\"".utf8) { isOfFigures = true }
      if text.starts(with: "  \"leftovers\"".utf8) { isOfFigures = false }
      guard text.starts(with: "    \"".utf8) else { continue }
      guard let entry = ManifestLine(text) else {
        throw BatchError.unreadableManifest(
          path: folder.path(of: file), reason: "line \(line) is not as actplot writes it")
      }
      guard isOfFigures else {
        leftovers += entry.files
        continue
      }
      guard let key = entry.key else { continue }
      if let known = records[entry.name], known.time > time { continue }
      records[entry.name] = Record(
        key: key, dependsOnInstalledFonts: entry.dependsOnInstalledFonts,
        captionHash: entry.caption.hashValue,
        files: entry.files, time: time, origin: (file, start..<end))
    }
  }

  /// The line of a figure as it stands in its manifest, without indent and comma.
  func line(of name: String, in folder: OutputFolder) -> String? {
    guard let (file, range) = records[name]?.origin else { return nil }
    let text = folder.bytes(of: file, range).map { String(decoding: $0, as: UTF8.self) }
    return text.map { line in
      let body = line.drop { $0 == " " }
      return String(body.hasSuffix(",") ? body.dropLast() : body)
    }
  }
}
