import FigureBatch
import Figures
import Glibc
import Plotting

/// The files that describe the figures of a batch.
struct Book {
  let sources: [any FigureSource]

  init(_ sources: [any FigureSource]) {
    self.sources = sources
  }

  /// Reads the files; what cannot be read is told when the figures are.
  init(files: [String]) {
    sources = files.map { path in
      do throws(Problem) {
        let bytes = try fileBytes(path)
        guard Self.isMarkdown(path) else { return SpecFile(bytes, path: path) }
        return try MarkdownFile(bytes, path: path, readCommandLine: FigureLine.read)
      } catch {
        return UnreadableFile(problem: error)
      }
    }
  }

  private static func isMarkdown(_ path: String) -> Bool {
    [".md", ".markdown"].contains { path.lowercased().hasSuffix($0) }
  }

  /// The folder that the files name for their figures.
  func output() throws -> String? {
    var folder: String?
    for case let file as SpecFile in sources {
      guard let (path, place) = file.output else { continue }
      guard !path.hasPrefix("/"), !path.split(separator: "/").contains("..") else {
        throw CommandError(
          description: "\(place): The folder \(quoted(path)) is outside that of the file; who wants"
            + " that says it as --output-dir.")
      }
      let own = Self.folder(of: place.file) + path
      guard folder == nil || folder == own else {
        throw CommandError(
          description: "\(place): The files name two folders for their figures; give one as"
            + " --output-dir.")
      }
      folder = own
    }
    return folder
  }

  /// Puts links to the images behind the blocks of the Markdown files.
  func writeLinks(of batch: Batch) throws {
    for case let file as MarkdownFile in sources {
      let folder = try relativePath(of: batch.options.folder, from: Self.folder(of: file.path))
      let text = file.updating(links: try batch.links(of: file, to: folder))
      guard text != file.text else { continue }
      try writeAtomically(Array(text.utf8), to: file.path)
    }
  }

  /// The folder of a file, with a slash at its end; empty for one without a folder.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}

/// A file that nothing can be read of.
private struct UnreadableFile: FigureSource {
  let problem: Problem

  func read(_ body: (Reading) throws -> Void) rethrows { try body(.problem(problem)) }

  func problem(at place: Place, _ message: String) -> Problem? { nil }
}

/// The path that leads from one folder to another; empty if they are the same.
private func relativePath(of folder: String, from start: String) throws -> String {
  func parts(_ path: String) throws -> [Substring] {
    guard let resolved = realpath(path.isEmpty ? "." : path, nil) else {
      throw FileError(path: path, errorNumber: errno)
    }
    defer { free(resolved) }
    return String(cString: resolved).split(separator: "/")
  }
  let target = try parts(folder), origin = try parts(start)
  let common = zip(target, origin).prefix { $0 == $1 }.count
  let up = Array(repeating: "..", count: origin.count - common)
  return (up + target.dropFirst(common).map(String.init)).joined(separator: "/")
}
