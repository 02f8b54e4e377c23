package import Wording

extension Chapter {
  /// A figure of the set: its settings as lines of a spec file, and its words.
  struct SetFigure: Sendable {
    let name: String
    let settings: [String]
    /// The same of words that readers see.
    var words: [Translated] = []
    let caption: Translated
  }

  /// The spec file of all that the chapter shows, states and asks for.
  package static func setSpec(in language: Language) -> String {
    var text = """
      # Everything that the chapter "Multilayer Perceptrons" of Dive into Deep Learning shows, states
      # and asks for in its exercises, as figures. Change what you like, and draw them with
      # `actplot batch FILE`; keys are the options of the commands plot, network, chain, fit, gradients
      # and map, without the dashes.

      """
    if language == .ko {
      text += "\ndefaults:\n  lang: ko\n  font: DejaVu Sans,NanumGothic\n"
    }
    text += "\nfigures:\n"
    for figure in setFigures {
      text += "  \(figure.name):\n"
      for line in figure.settings + figure.words.map({ $0[language] }) { text += "    \(line)\n" }
      text += "    caption: \(quotedYAML(figure.caption[language]))\n"
    }
    return text
  }

  /// What describes the set, as if it stood in a file.
  package static func setSource(in language: Language) -> SpecFile {
    SpecFile(Array(setSpec(in: language).utf8), path: "chapter-\(language.rawValue).yaml")
  }

  private static func quotedYAML(_ text: String) -> String {
    "\"\(backslashed(text, "\\\""))\""
  }
}
