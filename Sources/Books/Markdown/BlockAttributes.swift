internal import Figures

/// What is said of a block's figure beside its lines: by the attributes of pandoc, as in
/// `{.actplot #fig-relu caption="A ramp." width=50%}`, or by the options of a directive.
package struct BlockAttributes: Sendable, Hashable {
  /// What the place of the image is told.
  package var image = ImageAttributes()
  package var caption: String?
  package var alternativeText: String?

  package init() {}

  /// Whether they can be those of one figure alone.
  var isOfOneFigure: Bool {
    image.identifier != nil || caption != nil || alternativeText != nil
  }

  /// What an attribute of that name says, in whichever tool's spelling.
  package mutating func set(_ name: String, to value: String) {
    switch name {
    case "caption", "fig-cap", "fig.cap": caption = value
    case "alt", "fig-alt", "fig.alt": alternativeText = value
    default: image.others.append(ImageAttributes.Pair(name: name, value: value))
    }
  }

  /// Gives a figure what is said of it here, and what its own line has not said the rest.
  func fill(_ entry: inout FigureEntry) {
    entry.image = image
    if let caption { entry.caption = caption }
    if let alternativeText { entry.settings["alt"] = [alternativeText] }
    entry.name = entry.name ?? image.identifier.map { $0.replacing(":", with: "-") }
  }
}

/// What a document says of an image that is neither its file nor its words.
package struct ImageAttributes: Sendable, Hashable {
  package struct Pair: Sendable, Hashable {
    package var name: String
    package var value: String
  }
  /// What references call it.
  package var identifier: String?
  package var classes: [String] = []
  package var others: [Pair] = []
  /// Whether they are written as pandoc has them, so that it reads the document.
  package var isPandoc = false
}

extension BlockAttributes {
  /// Reads what stands behind a fence, as in `{.actplot #fig-relu caption="A ramp."}` or
  /// `actplot {#fig-relu}`.
  init(info: Substring) {
    guard let brace = info.firstIndex(of: "{") else { return }
    // In a chunk of R Markdown the other options are those of code.
    defer { if !image.isPandoc { image.others = [] } }
    image.isPandoc = !info.hasPrefix("{actplot")
    var rest = info[brace...].dropFirst()
    func isEnd(_ character: Character) -> Bool {
      character.isWhitespace || character == "," || character == "}"
    }
    while let first = rest.first, first != "}" {
      guard !isEnd(first) else {
        rest.removeFirst()
        continue
      }
      let word = rest.prefix { !isEnd($0) && $0 != "=" }
      rest = rest[word.endIndex...]
      if rest.first == "=" {
        rest.removeFirst()
        set(String(word), to: Self.value(&rest, until: isEnd))
      } else if word.hasPrefix(".") {
        if word != ".actplot" { image.classes.append(String(word.dropFirst())) }
      } else if word.hasPrefix("#"), word.count > 1 {
        image.identifier = String(word.dropFirst())
      }
    }
  }

  /// Takes a value, in quotes or as a word.
  private static func value(
    _ rest: inout Substring, until isEnd: (Character) -> Bool
  ) -> String {
    guard let quote = rest.first, quote == "\"" || quote == "'" else {
      let word = rest.prefix { !isEnd($0) }
      rest = rest[word.endIndex...]
      return String(word)
    }
    rest.removeFirst()
    var value = ""
    while let next = rest.popFirst(), next != quote {
      guard next == "\\", let mark = rest.first, mark.isASCII, mark.isPunctuation || mark.isSymbol
      else {
        value.append(next)
        continue
      }
      value.append(rest.removeFirst())
    }
    return value
  }

  /// Takes the options of a directive of MyST, `:name: fig-relu`, out of its lines, which then have the
  /// line of the command alone: the one behind its name, or without that the lines of its content.
  mutating func take(directive block: inout FencedBlock) {
    while let line = block.body.first, let (name, value) = Self.option(line.text) {
      block.body.removeFirst()
      switch name {
      case "name": image.identifier = value
      case "caption", "alt": set(name, to: value)
      // How Sphinx places the figure.
      default: break
      }
    }
    let argument = BlockInfo.argument(block.writtenInfo)
    guard !argument.isEmpty else { return }
    // Sphinx has the first paragraph below the figure, and the others as its legend.
    let paragraph = block.body.drop { $0.text.trimmed.isEmpty }.prefix { !$0.text.trimmed.isEmpty }
    if caption == nil, !paragraph.isEmpty {
      caption = paragraph.map { String($0.text.trimmed) }.joined(separator: " ")
    }
    block.body = [
      FencedBlock.Line(number: block.opening.number, text: argument, whole: block.opening)
    ]
  }

  /// The name and the value of a line that is an option.
  private static func option(_ line: Substring) -> (name: String, value: String)? {
    let line = line.trimmed
    guard line.hasPrefix(":") else { return nil }
    let name = line.dropFirst().prefix { $0 != ":" && !$0.isWhitespace }
    let rest = line[name.endIndex...]
    guard !name.isEmpty, rest.hasPrefix(":") else { return nil }
    return (String(name), String(rest.dropFirst().trimmed))
  }
}
