import Foundation

/// Poppler's tools, which read what is written into a PDF.
public enum PDFReader {
  /// A tool that did not accept a document.
  public struct Failure: Error, CustomStringConvertible {
    /// What the tool said.
    public let description: String
  }

  /// What `pdftotext`, `pdffonts` or `pdfinfo` prints of a document.
  public static func output(
    _ tool: String, _ pdf: [UInt8], _ arguments: String...
  ) throws -> String {
    let standardOutput = tool == "pdftotext" ? ["-"] : []
    return String(
      decoding: try bytes(tool, pdf, arguments, after: standardOutput), as: UTF8.self)
  }

  /// The first page as a PNG.
  public static func png(_ pdf: [UInt8], dpi: Int) throws -> [UInt8] {
    try bytes("pdftoppm", pdf, ["-png", "-singlefile", "-r", "\(dpi)"], after: [])
  }

  private static func bytes(
    _ tool: String, _ pdf: [UInt8], _ arguments: [String], after: [String]
  ) throws -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).pdf")
    try Data(pdf).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [tool] + arguments + [file.path(percentEncoded: false)] + after
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "\(tool) ended with status \(process.terminationStatus).")
    }
    return Array(output)
  }
}
