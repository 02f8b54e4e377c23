import Books
import Files
import Glibc
import Wording

/// The files that describe the figures of a batch.
struct Book {
  let sources: [any FigureSource]

  init(_ sources: [any FigureSource]) {
    self.sources = sources
  }

  /// Reads the files; what cannot be read is told when the figures are.
  init(files: [String]) {
    sources = files.map(Self.source)
  }

  /// Reads a file.
  static func source(at path: String) -> any FigureSource {
    do throws(Problem) {
      if path == "-" { return SpecFile(try standardInputBytes(), path: standardInputPath) }
      let bytes = try fileBytes(path)
      if isNotebook(path) { return try NotebookFile(bytes, path: path) }
      guard isMarkdown(path) else { return SpecFile(bytes, path: path) }
      return try MarkdownFile(bytes, path: path)
    } catch {
      return ProblemSource(problems: [error])
    }
  }

  /// Whether a file is a Jupyter notebook, by its name.
  static func isNotebook(_ path: String) -> Bool { path.lowercased().hasSuffix(".ipynb") }

  /// Whether a word names a file of figures rather than a function.
  static func isFile(_ word: String) -> Bool {
    isNotebook(word) || isMarkdown(word)
      || [".yaml", ".yml"].contains(where: word.lowercased().hasSuffix)
  }

  private static func isMarkdown(_ path: String) -> Bool {
    [".md", ".markdown", ".mdx", ".qmd", ".rmd"].contains { path.lowercased().hasSuffix($0) }
  }

  /// The folder that the files name for their figures, and what is wrong with that.
  func output() -> (folder: String?, problems: [Problem]) {
    var folder: String?
    var problems: [Problem] = []
    for case let file as SpecFile in sources {
      guard let (path, place) = file.output else { continue }
      let start = Files.folder(of: place.file)
      let isAnother = folder.map { $0 != start + path } ?? false
      let objection =
        isAnother
        ? "Another file names another folder; give one of them as --output-dir."
        : Self.objection(to: path, from: start)
      if let objection {
        problems.append(file.problem(at: place, objection) ?? Problem(at: place, objection))
      } else {
        folder = start + path
      }
    }
    return (folder, problems)
  }

  /// Why a file cannot choose that folder; who runs the program can.
  static func objection(to path: String, from start: String) -> String? {
    let remedy = "; whoever wants that says it as --output-dir."
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if trimmed(path).isEmpty || path.unicodeScalars.contains(where: { $0.value < 0x20 }) {
      return "\(quoted(path)) is no folder; write a name such as figures."
    }
    if path.hasPrefix("/") || parts.contains("..") {
      return "The folder \(quoted(path)) is outside that of the file\(remedy)"
    }
    // As far as it is there, it must not lead out by a link either.
    guard let root = resolvedPath(start.isEmpty ? "." : start) else { return nil }
    for end in parts.indices.reversed() {
      guard let target = resolvedPath(start + parts[...end].joined(separator: "/")) else {
        continue
      }
      return target == root || target.hasPrefix(root + "/")
        ? nil : "The folder \(quoted(path)) leads outside that of the file by a link\(remedy)"
    }
    return nil
  }

  /// Puts links to the images behind the blocks of the Markdown files.
  ///
  /// - Parameter names: The names of all figures, as a summary of the batch has them.
  func writeLinks(of batch: Batch, named names: [String]) throws {
    for (file, text) in try changedFiles(by: batch, named: names) {
      try writeAtomically(Array(text.utf8), to: file.path)
    }
  }

  /// The Markdown files whose links are not as they would be written, each with the first line that
  /// is another.
  func staleLinks(of batch: Batch, named names: [String]) throws -> [Problem] {
    try changedFiles(by: batch, named: names).map { file, text in
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false)
      let same = zip(lines, text.split(separator: "\n", omittingEmptySubsequences: false))
        .prefix { $0 == $1 }.count
      return Problem(
        at: Place(file: file.path, line: min(same + 1, lines.count)),
        "The links to images are not as --write writes them from here on; run it without --check.")
    }
  }

  /// The Markdown files that links change, and what they become.
  private func changedFiles(
    by batch: Batch, named names: [String]
  ) throws -> [(file: MarkdownFile, text: String)] {
    let links = try batch.links(named: names)
    return sources.compactMap { $0 as? MarkdownFile }.compactMap { file in
      // Of a link to the file it is the file's folder that counts.
      let path = resolvedPath(file.path) ?? file.path
      let folder = relativePath(of: batch.options.folder, from: folder(of: path))
      let text = file.updating(links: (links[file.path] ?? []).map { $0.below(folder) })
      return text == file.text ? nil : (file, text)
    }
  }
}

/// Problems instead of figures.
struct ProblemSource: FigureSource {
  let problems: [Problem]

  var path: String { problems.first?.place.file ?? "" }

  func read(_ body: (Reading) throws -> Void) rethrows {
    for problem in problems { try body(.problem(problem)) }
  }

  func problem(at place: Place, _ message: String) -> Problem? { nil }
}
