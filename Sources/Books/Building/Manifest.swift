internal import Figures
internal import Files
internal import Glibc

/// What was written into an output folder: `manifest.json`, and `manifest.I-of-N.json` of parts.
///
/// A figure has one line in it, so that two versions are easy to compare and reading takes memory
/// for little more than names and digests.
struct Manifest: Sendable {
  /// What is known of each figure, by its name.
  private(set) var records: [String: Record] = [:]
  /// Files of figures that there are no more, which are still there.
  private(set) var leftovers: [Leftover] = []
  /// The manifests that are there, that of the whole before those of parts.
  private(set) var files: [ManifestFile] = []

  static let file = "manifest.json"

  static func file(of shard: Shard?) -> String {
    shard.map { "manifest.\($0.index)-of-\($0.count).json" } ?? file
  }

  /// The part whose manifest has that name.
  private static func part(_ name: String) -> Shard? {
    guard name.hasPrefix("manifest."), name.hasSuffix(".json") else { return nil }
    let words = name.dropFirst("manifest.".count).dropLast(".json".count).split(separator: "-")
    guard words.count == 3, words[1] == "of",
      let shard = try? Shard("\(words[0])/\(words[2])"), file(of: shard) == name
    else { return nil }
    return shard
  }

  /// What a manifest says of a figure.
  struct Record: Sendable {
    let key: Digest
    let dependsOnInstalledFonts: Bool
    /// The hash of the caption, by which another is told.
    let captionHash: Int
    /// The file that describes it, from the output folder; `nil` if an earlier version drew it.
    let source: String?
    let files: [FileRecord]
    /// Where its line is.
    fileprivate let file: ManifestFile
    fileprivate let range: Range<Int>

    /// When the manifest was put there, in nanoseconds since 1970.
    var time: Int { file.time }
    /// The name of the manifest.
    var manifest: String { file.name }
  }

  /// A file of the output folder.
  struct FileRecord: Sendable, Hashable {
    /// Relative to the folder.
    let path: String
    let size: Int
    let digest: Digest

    /// Whether it can be the file of a figure, and is not what somebody wrote into a manifest.
    var isImage: Bool {
      guard let format = ImageFormat(path: path) else { return false }
      return OutputFolder.objection(to: String(path.dropLast(format.rawValue.count + 1))) == nil
    }
  }

  /// A file of a figure that there is no more.
  struct Leftover: Sendable, Hashable {
    let file: FileRecord
    /// The file that described the figure, as in a record.
    let source: String?
  }

  /// The manifest of a folder in which nothing was drawn yet.
  init() {}

  /// Reads what is there: the manifest of the whole, then those of parts; what is newer counts.
  ///
  /// - Throws: `BatchError.unreadableManifest` for a file that is no manifest.
  init(in folder: OutputFolder) throws {
    let parts = folder.files { Self.part($0) != nil }.sorted()
    for name in [Self.file] + parts {
      guard let file = try ManifestFile(name, in: folder) else { continue }
      files.append(file)
      try read(file, in: folder)
    }
  }

  private mutating func read(_ file: ManifestFile, in folder: OutputFolder) throws {
    func error(_ reason: String) -> BatchError {
      .unreadableManifest(path: folder.path(of: file.name), reason: reason)
    }
    var isOfFigures = false
    var isManifest = false
    let longLine = try file.forEachLine { text, number, range in
      if number == 2 { isManifest = text.starts(with: "  \"program\": \"actplot ".utf8) }
      if text.starts(with: "  \"figures\"".utf8) { isOfFigures = true }
      if text.starts(with: "  \"leftovers\"".utf8) { isOfFigures = false }
      guard isManifest, text.starts(with: "    \"".utf8) else { return }
      guard let entry = ManifestLine(text), let images = entry.images else {
        throw error("line \(number) is not as actplot writes it")
      }
      guard isOfFigures else {
        leftovers += images.map { Leftover(file: $0, source: entry.source) }
        return
      }
      guard let key = entry.key else { return }
      if let known = records[entry.name], known.time > file.time { return }
      records[entry.name] = Record(
        key: key, dependsOnInstalledFonts: entry.dependsOnInstalledFonts,
        captionHash: entry.caption.hashValue, source: entry.source, files: images, file: file,
        range: range)
    }
    if let longLine { throw error("line \(longLine) is too long") }
    guard isManifest else { throw error("actplot did not write it") }
  }

  /// The line of a figure as it stands in its manifest, without indent and comma.
  func line(of name: String) -> String? {
    guard let record = records[name] else { return nil }
    let text = String(decoding: record.file.bytes(record.range), as: UTF8.self)
    let body = text.drop { $0 == " " }
    return String(body.hasSuffix(",") ? body.dropLast() : body)
  }
}

extension ManifestLine {
  /// Its files; `nil` if one of them is none that actplot writes.
  fileprivate var images: [Manifest.FileRecord]? {
    files.allSatisfy(\.isImage) ? files : nil
  }
}
