internal import Figures
internal import Files
internal import Glibc
internal import Synchronization

/// Makes keys of figures: two figures with the same key are the same, byte for byte.
///
/// A key comes from everything that decides a figure: what it is told, the bytes of the files and of the
/// fonts that it names, the version of the program, the font DejaVu Sans, the list of installed fonts for
/// figures that depend on it, and SOURCE_DATE_EPOCH for formats that tell a time.
struct FigureKeys: Sendable {
  private let standardFont: Digest
  private let installedFonts = LazyDigest()
  private let fontFiles = FileDigests()
  private let sourceDate: String

  /// Reads the font.
  init() {
    let font = Fonts.standardFile.flatMap { try? fileBytes($0) }
    standardFont = Digest(of: font ?? [])
    sourceDate = getenv("SOURCE_DATE_EPOCH").map { String(cString: $0) } ?? ""
  }

  /// The key of a figure.
  ///
  /// - Throws: `RenderingError` if the installed fonts are asked for and cannot be listed.
  func key(
    of settings: FigureSettings, as formats: [ImageFormat], dependsOnInstalledFonts: Bool
  ) throws -> Digest {
    var digester = Digester()
    digester.add(actplotVersion)
    digester.add(standardFont.description)
    if dependsOnInstalledFonts { digester.add(try installedFonts.value().description) }
    if formats.contains(.pdf) || formats.contains(.eps) { digester.add(sourceDate) }
    for format in formats { digester.add(format.rawValue) }
    for name in settings.names where name != "format" {
      digester.add(name)
      for word in settings[name] ?? [] { digester.add("=\(word)") }
    }
    // What cannot be read is told when the figure is drawn.
    for path in settings.files {
      digester.add(Digest(of: (try? wholeFile(path)) ?? []).description)
    }
    for path in settings.fontFiles { digester.add(fontFiles.value(path).description) }
    return digester.finish()
  }
}

/// The digests of files that many figures have in common.
private final class FileDigests: Sendable {
  private let known = Mutex<[String: Digest]>([:])

  func value(_ path: String) -> Digest {
    known.withLock { known in
      if let digest = known[path] { return digest }
      // What cannot be read is told when the figure is drawn.
      let digest = Digest(of: (try? fileBytes(path)) ?? [])
      known[path] = digest
      return digest
    }
  }
}

/// The digest of the list of installed fonts, which takes fontconfig long to make.
private final class LazyDigest: Sendable {
  private let known = Mutex<Digest?>(nil)

  func value() throws -> Digest {
    try known.withLock { known in
      if let known { return known }
      var digester = Digester()
      for font in try Fonts.installed() {
        digester.add(font)
        var status = stat()
        let path = font.lastIndex(of: ":").map { String(font[..<$0]) } ?? font
        if stat(path, &status) == 0 { digester.add("\(status.st_size) \(status.st_mtim.tv_sec)") }
      }
      let digest = digester.finish()
      known = digest
      return digest
    }
  }
}
