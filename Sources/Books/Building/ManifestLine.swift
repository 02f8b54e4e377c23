internal import Figures
internal import Files

/// A line of a manifest: a name, and an object with what was drawn.
struct ManifestLine: Sendable, Hashable {
  var name: String
  /// The words below the figure; none if `nil`.
  var caption: String?
  /// What readers are told who do not see the figure.
  var alternativeText: String?
  /// The file that describes the figure, from the output folder; `nil` in a line of an earlier
  /// version.
  var source: String?
  /// Only figures have one.
  var key: Digest?
  var dependsOnInstalledFonts = false
  /// The width and the height in points.
  var page: [Double] = []
  var files: [Manifest.FileRecord]
  /// What the figure was set to: settings and their words, none for flags.
  var request: [Setting] = []

  struct Setting: Sendable, Hashable {
    let name: String
    let words: [String]
  }

  /// The line of a file that no figure owns any more.
  init(_ leftover: Manifest.Leftover) {
    name = leftover.file.path
    source = leftover.source
    files = [leftover.file]
  }

  /// The line of a figure that was drawn.
  init(
    _ name: String, _ key: Digest, _ settings: FigureSettings, _ figure: DrawnFigure,
    _ files: [Manifest.FileRecord], caption: String?, source: String
  ) {
    self.name = name
    self.key = key
    self.files = files
    self.caption = caption
    self.source = source
    alternativeText = figure.summary
    dependsOnInstalledFonts = figure.dependsOnInstalledFonts
    page = [figure.width, figure.height]
    request = settings.names.map { Setting(name: $0, words: settings[$0] ?? []) }
  }

  /// The text, without indent and comma.
  var text: String {
    var members: [(name: String, value: JSONText)] = []
    if let key {
      let words = request.map { setting -> (name: String, value: JSONText) in
        let words = setting.words
        return (setting.name, words.isEmpty ? .flag(true) : .array(words.map { .text($0) }))
      }
      members = [
        ("caption", .optional(caption)), ("alt", .optional(alternativeText)),
        ("source", .optional(source)), ("key", .text("\(key)")),
        ("installedFonts", .flag(dependsOnInstalledFonts)),
        ("page", .array(page.map { .number($0) })), ("request", .object(words)),
      ]
    } else if let source {
      members = [("source", .text(source))]
    }
    let files = files.map { file in
      JSONText.object([
        ("path", .text(file.path)), ("bytes", .integer(file.size)),
        ("sha256", .text("\(file.digest)")),
      ])
    }
    members.append(("files", .array(files)))
    return "\(JSONText.literal(name)): \(JSONText.object(members).line)"
  }

  /// The text, if it is not longer than lines are read again.
  ///
  /// - Parameter place: Where the figure stands.
  func checkedText(at place: Place) throws(Problem) -> String {
    let text = text
    // An indent and a comma come to it.
    guard text.utf8.count + 5 <= ManifestFile.longestLine else {
      throw Problem(
        at: place,
        "What the manifest says of “\(name)” is longer than \(ManifestFile.longestLine) bytes;"
          + " shorten the caption, the alt text or the formulas.")
    }
    return text
  }

  /// Reads a text with indent and comma or without; `nil` if it is not as `text` writes it.
  init?(_ text: some Collection<UInt8>) {
    var object = Array("{".utf8) + text
    if object.last == UInt8(ascii: ",") { object.removeLast() }
    object.append(UInt8(ascii: "}"))
    guard let lines = JSONNode(object)?.members, lines.count == 1,
      case .object(let members) = lines[0].value.value
    else { return nil }
    name = lines[0].name
    files = []
    for member in members {
      switch member.name {
      case "caption": caption = member.value.text
      case "alt": alternativeText = member.value.text
      case "source": source = member.value.text
      case "installedFonts": dependsOnInstalledFonts = member.value.flag == true
      case "page": page = member.value.elements.compactMap { $0.number.flatMap { Double($0) } }
      case "key":
        guard let digest = member.value.text.flatMap({ Digest($0) }) else { return nil }
        key = digest
      case "request":
        request = member.value.members.map {
          Setting(name: $0.name, words: $0.value.elements.compactMap(\.text))
        }
      case "files":
        for element in member.value.elements {
          guard let file = Manifest.FileRecord(element) else { return nil }
          files.append(file)
        }
      default: continue
      }
    }
  }
}

extension Manifest.FileRecord {
  fileprivate init?(_ node: JSONNode) {
    guard let path = node["path"]?.text, let size = node["bytes"]?.number.flatMap({ Int($0) }),
      let digest = node["sha256"]?.text.flatMap({ Digest($0) })
    else { return nil }
    self.init(path: path, size: size, digest: digest)
  }
}
