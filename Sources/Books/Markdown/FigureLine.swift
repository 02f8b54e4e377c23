internal import Figures
internal import Wording

/// A figure in a line of a Markdown block: the words of `actplot plot` or another command
/// that draws one, and a name and a caption.
struct FigureLine {
  let settings: FigureSettings
  /// What its files are called, without extension, if that is said.
  let name: String?
  let caption: String?

  /// More are no line that somebody wrote.
  private static let maximumWords = 1000

  /// Reads the words, without the name of the program before them.
  ///
  /// - Throws: A sentence, or `SettingError`.
  init(_ words: [String]) throws {
    guard words.count <= Self.maximumWords else {
      throw WordsError(
        "The line has \(words.count) words, and \(Self.maximumWords) are the most; write YAML.")
    }
    let isSheet = words.first == "sheet", kind = words.first.flatMap(FigureKind.named)
    var settings = try FigureSettings(
      arguments: Array(isSheet || kind != nil ? words.dropFirst() : words[...]),
      of: kind ?? .plot, own: Setting.files + Setting.entry)
    if isSheet { settings.makeSheet() }
    let file = try Self.takeOutput(&settings)
    let given = settings.take("name")?.last
    if let given, let file, given != file {
      throw SettingError(
        "name", "The figure is \(quoted(given)) and, by -o, \(quoted(file)); leave one of them out."
      )
    }
    name = given ?? file
    caption = settings.take("caption")?.last
    self.settings = settings
  }

  /// What -o says of the name and the formats.
  private static func takeOutput(_ settings: inout FigureSettings) throws -> String? {
    _ = settings.take("quiet")
    guard settings.take("output-dir") == nil else {
      throw SettingError(
        "output-dir", "It is said once for all figures, to actplot batch; leave it out.")
    }
    var names: Set<String> = []
    for path in settings.take("output") ?? [] {
      guard let format = ImageFormat(path: path) else {
        throw SettingError(
          "output",
          "\(quoted(path)) does not end in an image format; name it \(ImageFormat.extensions).")
      }
      settings["format", default: []].append(format.rawValue)
      names.insert(String(path.dropLast(format.rawValue.count + 1)))
    }
    guard names.count <= 1 else {
      throw SettingError(
        "output",
        "The files of a figure differ in their extensions alone, and these in their names:"
          + " \(names.sorted().joined(separator: ", ")).")
    }
    return names.first
  }
}
