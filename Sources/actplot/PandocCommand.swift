import ArgumentParser
import Books
import Figures
import Files
import Wording

struct PandocCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pandoc",
    abstract: "A filter of pandoc and Quarto that draws the figures in a document.",
    discussion: """
      Blocks of code of the class actplot hold lines of the command or YAML, as those that \
      'actplot batch' reads, and become figures:

        ``` {.actplot #fig-relu caption="The slope of relu." width=60%}
        relu --grad
        ```

      The identifier is for references, and the name of the file; alt="…" is for readers who do not see \
      the figure, in place of actplot's description; other attributes are those of the image. HTML gets \
      SVG, LaTeX PDF, and Word and the like PNG. Figures go into the folder that the document's metadata \
      names, below actplot: as output:, or into figures, which stands where pandoc is run; one that has \
      not changed is not drawn again. Documents that share a folder need names that differ.

      Pandoc calls a filter by its path alone: pandoc-actplot is this command, and is installed beside \
      actplot. Standard input and output are the document as JSON.

      EXAMPLES:
        pandoc --filter pandoc-actplot paper.md -o paper.pdf
        pandoc -t json a.md | actplot pandoc html | pandoc -f json -o a.html
      """)

  @Argument(
    help: ArgumentHelp(
      "What pandoc writes in the end, such as html, latex or docx. (default: html)",
      valueName: "WRITER"))
  var writer: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Write figures into this folder. (default: what the document says, or \(Setting.documentFolder))",
      valueName: "FOLDER"))
  var outputDir: String?

  func validate() throws { _ = try asUsage { try outputFolder(outputDir) } }

  func run() throws {
    let document = try PandocDocument(standardInputOfDocument())
    if outputDir == nil, let output = document.output,
      let objection = Book.objection(to: output, from: "")
    {
      throw DocumentFolderError(name: "actplot: output: in the document's metadata", objection)
    }
    let folder = outputDir ?? document.output ?? Setting.documentFolder
    let links = try drawFigures(
      of: document.blocks, into: folder, as: PandocDocument.format(for: writer ?? "html"))
    let bytes = document.replacingBlocks(by: links.mapValues { $0.map { $0.below(folder) } })
    try endingQuietly { try writeToStandardOutput(bytes) }
  }
}

/// Why the folder that a document names for its figures is none.
struct DocumentFolderError: Error, CustomStringConvertible {
  let description: String

  init(name: String, _ objection: String) { description = "\(name): \(objection)" }
}
