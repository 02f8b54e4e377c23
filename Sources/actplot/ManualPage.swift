import ArgumentParser
import Figures
import Files

struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Prints the manual, in the form that man reads.",
    discussion: """
      EXAMPLES:
        actplot manual | man -l -
        actplot manual > /usr/local/share/man/man1/actplot.1
      """)

  func run() throws {
    let text = ManualPage(CommandPage.all).text
    try endingQuietly { try writeToStandardOutput(Array(text.utf8)) }
  }
}

/// The manual in the form that `man` reads.
struct ManualPage {
  private let pages: [CommandPage]

  init(_ pages: [CommandPage]) {
    self.pages = pages
  }

  /// The text. It has no date, so that the same program makes the same manual.
  var text: String {
    let root = ActplotCommand.configuration
    return """
      .TH ACTPLOT 1 "" "actplot \(actplotVersion)" "User Commands"
      .SH NAME
      actplot \\- \(Self.escaped(root.abstract))
      .SH SYNOPSIS
      .B actplot
      [\\fICOMMAND\\fR] [\\fIOPTIONS\\fR] ...
      .SH DESCRIPTION
      \(Self.paragraphs(root.discussion))
      .SH COMMANDS

      """ + pages.map { section($0) }.joined()
  }

  private func section(_ page: CommandPage) -> String {
    var text = ".SS actplot \(Self.escaped(page.name)) \(Self.escaped(page.usage))\n"
    text += "\(Self.escaped(page.abstract))\n"
    if !page.discussion.isEmpty { text += ".PP\n\(Self.paragraphs(page.discussion))\n" }
    for section in page.sections where !section.entries.isEmpty {
      text += ".PP\n\\fI\(Self.escaped(section.title))\\fR\n"
      for entry in section.entries {
        text += ".TP\n\\fB\(Self.escaped(entry.head))\\fR\n\(Self.escaped(entry.help))\n"
      }
    }
    return text
  }

  /// Paragraphs, with examples as they are written.
  private static func paragraphs(_ text: String) -> String {
    var lines: [String] = [], isExample = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let startsExample = line.hasPrefix("  ")
      if startsExample != isExample {
        lines.append(startsExample ? ".nf" : ".fi")
        isExample = startsExample
      }
      lines.append(line.isEmpty ? ".PP" : escaped(String(line)))
    }
    if isExample { lines.append(".fi") }
    return lines.joined(separator: "\n")
  }

  /// A text whose characters mean themselves: backslashes, hyphens that are typed, and points and
  /// quotes at the start of a line.
  private static func escaped(_ text: String) -> String {
    let body = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return body.hasPrefix(".") || body.hasPrefix("'") ? "\\&\(body)" : body
  }
}
