import Activations
import ArgumentParser
import Books
import Figures
import Files
import Gallery
import Synchronization
import Wording

struct GalleryCommand: FormulaCommand {
  static let configuration = CommandConfiguration(
    commandName: "gallery",
    abstract: "Makes a page to explore activations: search, read values off, compare.",
    discussion: """
      One HTML file that needs no network: each function with its figure, formula, derivative, kinks, \
      limits, names in frameworks and source. With scripts it can be searched, values are read off, \
      and up to four functions compared, on a logarithmic axis too; without them it is a plain \
      catalogue. Without names and families it has the whole catalogue. A spec file or Markdown stands \
      for the functions of its figures; a page of these figures themselves makes \
      'actplot batch --gallery'.

      EXAMPLES:
        actplot gallery
        actplot gallery relu gelu "x * sigmoid(2 * x)" -o gallery.html
        actplot gallery --family elu --family gelu
        actplot gallery swish --set beta=0.5
        actplot gallery book.yaml -o functions.html
        actplot gallery --lang ko -o ko.html
      """)

  @Argument(
    help: ArgumentHelp(
      "Names of the catalogue, formulas in x, or files of figures; the catalogue if there are none.",
      valueName: "FUNCTION"))
  var functions: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "All activations of a family, such as elu or sigmoid; repeat for several.", valueName: "NAME")
  )
  var family: [String] = []

  @Option(
    name: .shortAndLong, parsing: .unconditional,
    help: ArgumentHelp("Write here; - is standard output.", valueName: "PATH"))
  var output = "output/gallery.html"

  @Option(parsing: .unconditional, help: ArgumentHelp("The heading.", valueName: "TEXT"))
  var title = ""

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The language of the page: \(alternatives(words(Language.self))).", valueName: "LANG"))
  var lang = Language.en.rawValue

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Compute on so many threads. (default: one a core)", valueName: "N"))
  var jobs: String?

  @Flag(name: .shortAndLong, help: "Say nothing but what is wrong.")
  var quiet = false

  @OptionGroup(title: "FORMULAS")
  var options: FormulaOptions

  func validate() throws {
    guard options.wrt == nil else {
      throw ValidationError(
        "--wrt: a gallery has functions of x and their derivatives by x; leave it out.")
    }
    if output != "-" { try checkPage(output) }
    _ = try (language(), threadCount(jobs), members())
  }

  func run() throws {
    let formulas = try formulas()
    let bar = quiet ? nil : ProgressBar.anywhere()
    bar?.begin(formulas.count)
    let page: CatalogPage
    do {
      defer { bar?.clear() }
      page = try CatalogPage(
        formulas, language: try language(), title: title,
        fileName: output == "-" ? "gallery.html" : fileName, threads: try threadCount(jobs)
      ) { _ in bar?.step("functions") }
    }
    if output == "-" {
      return try endingQuietly { try writeToStandardOutput(page.bytes) }
    }
    try writePage(page.bytes, to: output)
    if !quiet { print(output) }
  }

  /// Without folders.
  private var fileName: String { output.split(separator: "/").last.map(String.init) ?? output }

  private func language() throws -> Language {
    try asUsage("lang") { try oneOf(Language.self, lang) }
  }

  /// The members of the families.
  private func members() throws -> [Activation] {
    let families = try family.map { word in
      try asUsage("family") { try oneOf(Activation.Family.self, word) }
    }
    return Activation.catalog.filter { families.contains($0.family) }
  }

  // MARK: Functions

  private func formulas() throws -> [Formula] {
    var all = try functions.flatMap { word in
      Book.isFile(word) ? try Self.formulas(ofFile: word) : try options.formulas([word])
    }
    let rows = functions.isEmpty && family.isEmpty ? Activation.catalog : try members()
    // With --set and --convention these have what the formulas have.
    all += try rows.map { row in
      functions.isEmpty ? try options.formulas([row.name])[0] : try Formula(row.name)
    }
    return all
  }

  /// The functions of the figures that a file describes.
  private static func formulas(ofFile path: String) throws -> [Formula] {
    var formulas: [Formula] = []
    let source = Book.source(at: path)
    try source.read { reading in
      switch reading {
      case .problem(let problem): throw problem
      case .remark: break
      case .figure(let entry):
        do {
          guard let request = try entry.settings.drawing() as? FigureRequest else { return }
          formulas += request.formulas
        } catch {
          throw [source].problems(error, in: entry)[0]
        }
      }
    }
    guard !formulas.isEmpty else {
      throw ValidationError(
        "No figure of \(quoted(path)) shows functions; name some, as in actplot gallery relu gelu.")
    }
    return formulas
  }
}

/// Checks that a page is called as one.
func checkPage(_ path: String) throws {
  guard [".html", ".htm"].contains(where: path.lowercased().hasSuffix) else {
    throw ValidationError(
      "The page is HTML, and \(quoted(path)) is not called so; write a name such as gallery.html.")
  }
}

/// Writes a page, into a folder that is made if it is missing.
func writePage(_ bytes: [UInt8], to path: String) throws {
  if let folder = path.lastIndex(of: "/"), folder > path.startIndex {
    try makeFolder(String(path[..<folder]))
  }
  try writeAtomically(bytes, to: path)
}
