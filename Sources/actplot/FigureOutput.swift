import Books
import Figures
import Files
import Glibc
import Wording

/// Where the files of one figure go, and what is said about them.
struct FigureOutput {
  private let outputs: [String]
  private let folder: String?
  private let isQuiet: Bool
  /// Whether the figure is drawn in the terminal.
  let isShown: Bool

  /// What settings say of it, which they say no more afterwards.
  init(_ settings: inout FigureSettings) {
    outputs = settings.take("output") ?? []
    folder = settings.take("output-dir")?.last
    isQuiet = settings.take("quiet") != nil
    isShown = settings.take("show") != nil
  }

  /// A file, or standard output, and the format of what goes there.
  struct Destination {
    /// A path; `-` is standard output.
    let path: String
    let format: ImageFormat
    /// The folder to make first if it is missing.
    var folder: String?

    var isStandardOutput: Bool { path == "-" }
  }

  /// The files of a figure of that name.
  ///
  /// - Throws: `SettingError` for paths that tell no format, or another than is asked for.
  func destinations(for name: String, _ formats: [ImageFormat]) throws -> [Destination] {
    guard !outputs.isEmpty else {
      if isShown, folder == nil, formats.isEmpty { return [] }
      let folder = try outputFolder(folder)
      let start = folder.hasSuffix("/") ? folder : "\(folder)/"
      return (formats.isEmpty ? ImageFormat.standard : formats).map {
        Destination(path: "\(start)\(name).\($0.rawValue)", format: $0, folder: folder)
      }
    }
    guard folder == nil else {
      throw SettingError(
        "output-dir",
        "It is for files that are named after the figure, and --output names them; leave one of them"
          + " out.")
    }
    var paths: [String] = []
    for output in outputs {
      let path = output == "/dev/stdout" ? "-" : output
      if !paths.contains(path) { paths.append(path) }
    }
    return try paths.map { path in
      try SettingError.naming("output") { try destination(of: path, formats) }
    }
  }

  private func destination(of path: String, _ formats: [ImageFormat]) throws -> Destination {
    let only = formats.count == 1 ? formats.first : nil
    if path == "-" {
      guard let only else {
        throw WordsError(
          "- is standard output, and needs one --format, \(alternatives(words(ImageFormat.self))).")
      }
      guard only != .png || isatty(STDOUT_FILENO) == 0 else {
        throw WordsError("A PNG would garble the terminal; redirect it, as in > fig.png.")
      }
      return Destination(path: path, format: only)
    }
    let own = ImageFormat(path: path)
    if let own, !formats.isEmpty, !formats.contains(own) {
      throw WordsError(
        "\(quoted(path)) contradicts --format; leave --format out or give \(own.rawValue).")
    }
    guard let format = own ?? only else {
      throw WordsError(
        "\(quoted(path)) does not end in an image format; name it \(ImageFormat.extensions), or give"
          + " --format.")
    }
    return Destination(path: path, format: format)
  }

  /// Renders a figure in every format, then writes it to each destination and prints where it is.
  func write(_ drawing: any Drawing, to destinations: [Destination]) throws {
    let formats = ImageFormat.allCases.filter { format in
      destinations.contains { $0.format == format }
    }
    let images = try FigureRenderer().render(drawing, as: formats)
    for destination in destinations {
      guard let place = formats.firstIndex(of: destination.format) else { continue }
      let bytes = images[place]
      if destination.isStandardOutput {
        try writeToStandardOutput(bytes)
      } else {
        if let folder = destination.folder { try makeFolder(folder) }
        try write(bytes, to: destination.path)
        // Paths must not get into an image that goes to standard output.
        if !isQuiet, !destinations.contains(where: \.isStandardOutput) {
          try writeToStandardOutput(Array("\(destination.path)\n".utf8))
        }
      }
    }
  }

  private func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try writeAtomically(bytes, to: path)
    } catch {
      guard error.errorNumber == ENOENT else { throw error }
      throw CommandError(description: "\(error) A folder given as --output-dir is made.")
    }
  }
}

/// The folder that --output-dir names, if it is given.
func outputFolder(_ name: String?) throws -> String {
  try SettingError.naming("output-dir") {
    guard name != "" else {
      throw WordsError("The name is empty; write . for the folder you are in.")
    }
    return name ?? Setting.standardFolder
  }
}
