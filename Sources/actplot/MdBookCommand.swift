import ArgumentParser
import Books
import Figures
import Files

struct MdBookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mdbook",
    abstract: "A preprocessor of mdBook that draws the figures in a book.",
    discussion: """
      Blocks that start with ```actplot and hold lines of the command or YAML, as those that \
      'actplot batch' reads, become images with their captions below. In book.toml:

        [preprocessor.actplot]
        command = "actplot mdbook"

      Figures are SVG, and go into the folder figures of the book's chapters, or one that output = "…" names there; \
      one that has not changed is not drawn again. mdBook sends the book as JSON on standard input, and \
      reads it from standard output; 'actplot mdbook supports html' says by its status 0 that a \
      renderer gets its figures, and every renderer does.
      """)

  @Argument(
    help: ArgumentHelp("supports and a renderer, which mdBook asks first.", valueName: "WORD"))
  var words: [String] = []

  func validate() throws {
    guard words.isEmpty || words.first == "supports" && words.count <= 2 else {
      throw ValidationError(
        "mdBook says 'supports' and a renderer, or nothing; name a file to actplot batch instead.")
    }
  }

  func run() throws {
    guard words.isEmpty else { return }
    let exchange = try MdBookExchange(standardInputOfDocument()) { root in
      relativePath(of: root, from: ".")
    }
    let source = [exchange.root, exchange.source].filter { !$0.isEmpty }.joined(separator: "/")
    let output = exchange.output ?? Setting.documentFolder
    if let objection = Book.objection(to: output, from: "\(source)/") {
      throw DocumentFolderError(name: "output of [preprocessor.actplot] in book.toml", objection)
    }
    let folder = "\(source)/\(output)"
    let links = try drawFigures(of: exchange.chapters, into: folder, as: .svg)
    let placed = links.map { chapter, links in
      let folder = relativePath(of: folder, from: Files.folder(of: chapter))
      return (chapter, links.map { $0.below(folder) })
    }
    let bytes = exchange.replacingBlocks(by: Dictionary(uniqueKeysWithValues: placed))
    try endingQuietly { try writeToStandardOutput(bytes) }
  }
}
