internal import Wording

/// What a Markdown file is told of a figure that it describes.
package struct FigureLink: Sendable, Hashable {
  /// The line of the figure's place in the file.
  package var line: Int
  /// The name of the figure.
  package var name: String
  /// The path of its image from the folder of the file, with `/` between.
  package var path: String
  /// What readers are told who do not see it.
  package var alternativeText: String
  /// The words below it, in which what stands between dollar signs stays mathematics.
  package var caption: String?
  /// What is said of the image beside its words.
  package var image: ImageAttributes
  /// Who makes a page of the file.
  package var reader: Reader

  /// Programs differ in where they look for a caption and for what readers hear.
  package enum Reader: Sendable, Hashable {
    case commonMark, pandoc, quarto
  }

  package init(
    line: Int, name: String, path: String, alternativeText: String, caption: String? = nil,
    image: ImageAttributes = ImageAttributes(), reader: Reader = .commonMark
  ) {
    self.line = line
    self.name = name
    self.path = path
    self.alternativeText = alternativeText
    self.caption = caption
    self.image = image
    self.reader = reader
  }

  /// The link with the path of its image below another folder.
  package func below(_ folder: String) -> FigureLink {
    var link = self
    if !folder.isEmpty { link.path = folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)" }
    return link
  }
}

extension FigureLink.Reader {
  /// Who reads a file in which a block stands: by its name, or where pandoc's attributes are written.
  init(of file: String, _ image: ImageAttributes) {
    let file = file.lowercased()
    self =
      file.hasSuffix(".qmd")
      ? .quarto : file.hasSuffix(".rmd") || image.isPandoc ? .pandoc : .commonMark
  }
}

extension FigureLink {
  /// Begins the comment before the link, which the figure's name ends.
  private static let startMarker = "<!-- actplot: "
  /// The comment behind the link.
  private static let endMarker = "<!-- /actplot -->"

  /// Whether a line begins what is written for a figure.
  static func begins(_ line: Substring) -> Bool {
    line.hasPrefix(startMarker) && line.trimmed.hasSuffix("-->")
  }

  /// Whether a line ends what is written for a figure.
  static func ends(_ line: Substring) -> Bool { line.trimmed == endMarker[...] }

  /// Whether a line is an image, as the one behind the first marker is.
  static func isImage(_ line: Substring) -> Bool { line.hasPrefix("![") }

  /// What is written behind the block of the figure, as lines.
  var lines: [String] {
    // Pandoc makes a figure of an image that is alone in its paragraph.
    let space = reader == .commonMark ? [] : [""]
    return [marker] + space + bareLines + space + [Self.endMarker]
  }

  /// What is written in the place of the block.
  var bareLines: [String] {
    let caption = caption.map(Self.oneLine) ?? ""
    guard reader == .commonMark else { return [pandocImage(caption)] }
    let title = caption.isEmpty ? "" : " \"\(backslashed(caption, "\\\"&<"))\""
    let alt = backslashed(Self.oneLine(alternativeText), Self.marks + "$")
    let image = "![\(alt)](\(Self.encoded(path))\(title))"
    return [image] + (caption.isEmpty ? [] : ["", Self.paragraph(caption)])
  }

  /// The image with its caption in brackets, and what readers hear as an attribute.
  private func pandocImage(_ caption: String) -> String {
    func attribute(_ name: String, _ value: String) -> String {
      "\(name)=\"\(backslashed(Self.oneLine(value), "\\\""))\""
    }
    let words =
      (image.identifier.map { ["#\($0)"] } ?? []) + image.classes.map { ".\($0)" }
      + image.others.map { attribute($0.name, $0.value) }
      + [attribute(reader == .quarto ? "fig-alt" : "alt", alternativeText)]
    let shown = Self.mathematical(caption, escaping: Self.marks + "^@")
    return "![\(shown)](\(Self.encoded(path))){\(words.joined(separator: " "))}"
  }

  private var marker: String {
    // Nothing in the name may end the comment.
    let name = Self.oneLine(name).replacing("--", with: "- -").replacing(">", with: " ")
    return "\(Self.startMarker)\(name) -->"
  }

  /// The characters that mean something in a line of Markdown.
  private static let marks = "\\`*_[]<>&~"

  /// The text as one line, without what no line can hold.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
      .filter { !$0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F } }
  }

  /// A text that a paragraph of Markdown shows as it is.
  private static func paragraph(_ text: String) -> String {
    blockStartEscaped(mathematical(text, escaping: marks))
  }

  /// A text in which mathematics stays as it is written, and the rest means nothing else.
  private static func mathematical(_ text: String, escaping marks: String) -> String {
    let parts = text.split(separator: "$", omittingEmptySubsequences: false)
    // With an odd number of signs the last is a dollar.
    let hasPairs = parts.count % 2 == 1
    let escaped = parts.enumerated().map { index, part in
      hasPairs && index % 2 == 1 ? "$\(part)$" : backslashed(part, marks)
    }
    return hasPairs ? escaped.joined() : escaped.joined(separator: "\\$")
  }

  /// The text, so that it does not begin a heading, a list or the like.
  private static func blockStartEscaped(_ text: String) -> String {
    guard let first = text.first else { return text }
    if "#+-=:|!".contains(first) { return "\\\(text)" }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...]
    guard !digits.isEmpty, let delimiter = rest.first, delimiter == "." || delimiter == ")" else {
      return text
    }
    return "\(digits)\\\(rest)"
  }

  /// A path as a link holds it: characters with a meaning in links or in Markdown in hexadecimal.
  private static func encoded(_ path: String) -> String {
    var encoded = ""
    for scalar in path.unicodeScalars {
      let isMark = "%<>()[]\\\"#?&:*$".unicodeScalars.contains(scalar)
      if isMark || scalar.value <= 0x20 || scalar.value == 0x7F {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        encoded += digits.count < 2 ? "%0\(digits)" : "%\(digits)"
      } else {
        encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded
  }
}
