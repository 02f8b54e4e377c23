import ArgumentParser
import Figures
import Glibc

/// Where the figures of a command go, in which formats, and what is said about it.
struct OutputOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Write into this folder, which is made if missing. (default: output)", valueName: "FOLDER"))
  var outputDir: String?

  @Option(parsing: .unconditionalSingleValue, help: .setting("format"))
  var format: [String] = []

  @Option(parsing: .unconditional, help: .setting("dpi"))
  var dpi: String?

  @Flag(name: .shortAndLong, help: "Do not print the paths of what is written.")
  var quiet = false

  func tell(_ settings: inout FigureSettings) {
    settings.tell("format", format)
    settings.tell("dpi", dpi)
  }

  /// The files of a figure in the output folder.
  func files(named name: String, _ formats: [ImageFormat]) throws -> [Destination] {
    let folder = try folder()
    let start = folder.hasSuffix("/") ? folder : "\(folder)/"
    return (formats.isEmpty ? ImageFormat.standard : formats).map {
      Destination(
        path: "\(start)\(name).\($0.rawValue)", format: $0, folder: folder)
    }
  }

  /// What --output-dir says.
  func folder() throws -> String {
    guard outputDir != "" else {
      throw ValidationError("--output-dir is empty; write . for the folder you are in.")
    }
    return outputDir ?? "output"
  }

  /// Renders a figure in every format, then writes it to each destination and prints where it is.
  func write(
    _ request: FigureRequest, to destinations: [Destination], with renderer: FigureRenderer
  ) throws {
    let formats = ImageFormat.allCases.filter { format in
      destinations.contains { $0.format == format }
    }
    let images = Dictionary(
      uniqueKeysWithValues: zip(formats, try renderer.render(request, as: formats)))
    for destination in destinations {
      guard let bytes = images[destination.format] else { continue }
      if destination.isStandardOutput {
        try writeToStandardOutput(bytes)
      } else {
        if let folder = destination.folder { try makeFolder(folder) }
        try write(bytes, to: destination.path)
        // Paths must not get into an image that goes to standard output.
        if !quiet, !destinations.contains(where: \.isStandardOutput) {
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

/// A file, or standard output, and the format of what goes there.
struct Destination {
  /// A path; `-` is standard output.
  let path: String
  let format: ImageFormat
  /// The folder to make first if it is missing.
  var folder: String?

  var isStandardOutput: Bool { path == "-" }
}
