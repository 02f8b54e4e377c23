internal import CFontconfig
internal import Glibc
internal import Synchronization
internal import Wording

/// A font in a file.
struct FontFile: Hashable {
  let path: String
  /// Which of the fonts in the file, as FreeType counts them; variable instances included.
  var index = 0
}

/// The fonts that are installed on the machine, as fontconfig knows them.
///
/// What is found depends on the installed fonts and the machine's configuration alone, not on who
/// asks: neither on the home directory nor on the locale; only a family that is named and not
/// installed is looked for in the home directory. Loading takes many times longer than
/// drawing a figure, so nothing is loaded before the first question, and once for all threads.
enum InstalledFonts {
  private static let fonts = Mutex<FontList?>(nil)

  /// The best upright, regular outline font that has the character; `nil` if none has.
  ///
  /// - Parameter language: The language whose letter forms are wanted, as `ko` or `zh-cn`.
  static func file(
    for scalar: Unicode.Scalar, language: String
  ) throws(RenderingError) -> FontFile? {
    try ask { $0.best(family: nil, language: language) { $0.has(scalar) } }
  }

  /// Names for the family that the machine prefers of a kind.
  private static let generics = ["serif", "sans-serif", "sans", "monospace"]

  /// The upright, regular outline font of a family, or of a kind: serif, sans-serif or monospace.
  ///
  /// - Throws: `RenderingError.familyMissing`, with the installed family of the nearest name.
  static func file(ofFamily family: String) throws(RenderingError) -> FontFile {
    let isGeneric = generics.contains(family.lowercased())
    let file = try ask {
      $0.best(family: family.lowercased() == "sans" ? "sans-serif" : family, language: "en") {
        isGeneric ? $0.has("a") : $0.isOf(family: family)
      }
    }
    let home = environment("HOME").map { "\($0)/.local/share/fonts" }
    guard let file = file ?? home.flatMap({ Self.file(ofFamily: family, in: $0) }) else {
      throw .familyMissing(family, nearest: nearest(to: family, among: try ask { $0.families() }))
    }
    return file
  }

  /// The installed font with the mathematics of a family, as Latin Modern Math is that of Latin Modern
  /// Roman and STIX Two Math that of STIX Two Text; `nil` if there is none.
  static func file(withMathematicsOf family: String) -> FontFile? {
    let whole = family.split(separator: " ")
    let names = [whole, whole.dropLast()].filter { !$0.isEmpty }.map {
      ($0 + ["Math"]).joined(separator: " ")
    }
    return try? ask { list in
      for name in names {
        if let file = list.best(family: name, language: "en", { $0.isOf(family: name) }) {
          return file
        }
      }
      return nil
    }
  }

  /// The upright, regular outline font of a family in a folder and those in it; of several the first by
  /// its path.
  static func file(ofFamily family: String, in folder: String) -> FontFile? {
    guard access(folder, R_OK) == 0, let configuration = FcConfigCreate() else { return nil }
    defer { FcConfigDestroy(configuration) }
    guard FcConfigAppFontAddDir(configuration, folder) != 0,
      let set = FcConfigGetFonts(configuration, FcSetApplication)
    else { return nil }
    let fonts = UnsafeBufferPointer(start: set.pointee.fonts, count: Int(set.pointee.nfont))
      .compactMap { $0.flatMap(Font.init) }.filter { $0.isOf(family: family) }
      .sorted { ($0.file.path, $0.file.index) < ($1.file.path, $1.file.index) }
    return (fonts.first { $0.isRegular } ?? fonts.first)?.file
  }

  private static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The font in a file, whose path can begin with ~ for the home directory; `nil` for the name of a
  /// family.
  static func file(atPath path: String) -> FontFile? {
    let isName = ![".ttf", ".otf", ".ttc"].contains { path.lowercased().hasSuffix($0) }
    guard path.contains("/") || !isName else { return nil }
    guard path.hasPrefix("~/"), let home = environment("HOME") else { return FontFile(path: path) }
    return FontFile(path: home + path.dropFirst())
  }

  /// The files of all outline fonts, sorted.
  static func files() throws(RenderingError) -> [FontFile] {
    try ask { $0.files }
  }

  private static func ask<Answer: Sendable>(
    _ question: (borrowing FontList) -> Answer
  ) throws(RenderingError) -> Answer {
    let answer = fonts.withLock { fonts -> Answer? in
      if fonts == nil { fonts = FontList() }
      switch fonts {
      case .some(let list): return question(list)
      case .none: return nil
      }
    }
    guard let answer else { throw .fontconfig }
    return answer
  }
}

/// Fontconfig's configuration and what it found. Fontconfig does not promise that several threads
/// may build configurations, so `InstalledFonts` has one behind a lock.
private struct FontList: ~Copyable, @unchecked Sendable {
  private let configuration: OpaquePointer
  private let fonts: [Font]

  /// Loads the configuration of the machine; `nil` if fontconfig has no memory for it.
  init?() {
    // Fonts and rules of a home directory would make the same request give other bytes for
    // another user.
    let homeWasEnabled = FcConfigEnableHome(FcBool(0))
    defer { _ = FcConfigEnableHome(homeWasEnabled) }
    guard let configuration = FcInitLoadConfigAndFonts() else { return nil }
    self.configuration = configuration
    guard let set = FcConfigGetFonts(configuration, FcSetSystem) else {
      fonts = []
      return
    }
    // Fontconfig takes the first of equally good fonts, in the order of the directories.
    fonts = UnsafeBufferPointer(start: set.pointee.fonts, count: Int(set.pointee.nfont))
      .compactMap { $0.flatMap(Font.init) }
      .sorted { ($0.file.path, $0.file.index) < ($1.file.path, $1.file.index) }
  }

  deinit {
    FcConfigDestroy(configuration)
  }

  var files: [FontFile] { fonts.map(\.file) }

  /// The names of all families, sorted.
  func families() -> [String] {
    Set(fonts.flatMap(\.families)).sorted()
  }

  /// What fontconfig prefers among the fonts that `isWanted`, upright and regular ones first.
  func best(family: String?, language: String, _ isWanted: (Font) -> Bool) -> FontFile? {
    let wanted = fonts.filter(isWanted)
    let regular = wanted.filter(\.isRegular)
    let candidates = regular.isEmpty ? wanted : regular
    guard candidates.count > 1, let pattern = FcPatternCreate(), let set = FcFontSetCreate() else {
      return candidates.first?.file
    }
    defer {
      FcPatternDestroy(pattern)
      FcFontSetDestroy(set)
    }
    for font in candidates {
      FcPatternReference(font.pattern)
      FcFontSetAdd(set, font.pattern)
    }
    describe(family: family, language: language, in: pattern)
    var sets: [UnsafeMutablePointer<FcFontSet>?] = [set]
    var result = FcResultNoMatch
    guard let match = FcFontSetMatch(configuration, &sets, 1, pattern, &result) else {
      return candidates.first?.file
    }
    defer { FcPatternDestroy(match) }
    return Font(match)?.file ?? candidates.first?.file
  }

  private func describe(family: String?, language: String, in pattern: OpaquePointer) {
    if let family { FcPatternAddString(pattern, FC_FAMILY, family) }
    FcPatternAddString(pattern, FC_FAMILY, "sans-serif")
    FcPatternAddString(pattern, FC_LANG, language)
    // Fontconfig adds the languages of the locale, unless it finds this one.
    FcPatternAddString(pattern, FC_LANG, "und")
    FcPatternAddInteger(pattern, FC_SLANT, FC_SLANT_ROMAN)
    FcPatternAddInteger(pattern, FC_WEIGHT, FC_WEIGHT_REGULAR)
    FcPatternAddInteger(pattern, FC_WIDTH, FC_WIDTH_NORMAL)
    FcConfigSubstitute(configuration, pattern, FcMatchPattern)
  }
}

/// An installed outline font.
private struct Font {
  /// Belongs to the configuration.
  let pattern: OpaquePointer
  let file: FontFile

  /// `nil` for what cannot be drawn as outlines: bitmaps, colour fonts, and the descriptions of
  /// variable fonts as a whole, whose instances are listed by themselves.
  init?(_ pattern: OpaquePointer) {
    func isTrue(_ property: String, unlessSaid value: Bool) -> Bool {
      var result = FcBool(value ? 1 : 0)
      FcPatternGetBool(pattern, property, 0, &result)
      return result != 0
    }
    guard isTrue(FC_OUTLINE, unlessSaid: false), isTrue(FC_SCALABLE, unlessSaid: false),
      !isTrue(FC_COLOR, unlessSaid: false), !isTrue(FC_VARIABLE, unlessSaid: false)
    else { return nil }
    var path: UnsafeMutablePointer<FcChar8>?
    var index: Int32 = 0
    FcPatternGetString(pattern, FC_FILE, 0, &path)
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
    guard let path else { return nil }
    self.pattern = pattern
    file = FontFile(path: String(cString: path), index: Int(index))
  }

  /// All names of the family, in all languages.
  var families: [String] {
    var names: [String] = []
    var name: UnsafeMutablePointer<FcChar8>?
    while FcPatternGetString(pattern, FC_FAMILY, Int32(names.count), &name) == FcResultMatch,
      let name
    {
      names.append(String(cString: name))
    }
    return names
  }

  /// Neither slanted nor light, bold or condensed.
  var isRegular: Bool {
    func number(_ property: String, unlessSaid value: Int32) -> Double {
      var result = Double(value)
      FcPatternGetDouble(pattern, property, 0, &result)
      return result
    }
    let weight = number(FC_WEIGHT, unlessSaid: FC_WEIGHT_REGULAR)
    return number(FC_SLANT, unlessSaid: FC_SLANT_ROMAN) == Double(FC_SLANT_ROMAN)
      && number(FC_WIDTH, unlessSaid: FC_WIDTH_NORMAL) == Double(FC_WIDTH_NORMAL)
      && (Double(FC_WEIGHT_BOOK)...Double(FC_WEIGHT_MEDIUM)).contains(weight)
  }

  func isOf(family: String) -> Bool {
    families.contains { $0.lowercased() == family.lowercased() }
  }

  func has(_ scalar: Unicode.Scalar) -> Bool {
    var characters: OpaquePointer?
    return FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch
      && FcCharSetHasChar(characters, scalar.value) != 0
  }
}
