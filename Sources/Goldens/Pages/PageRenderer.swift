internal import Wording

/// Poppler, where it is installed, by which PDFs are compared as they are drawn.
struct PageRenderer: Sendable {
  private let drawer: String
  private let informer: String

  /// At how many pixels to the inch pages are drawn.
  static let dpi = 150
  /// How many pages a document may have.
  private static let mostPages = 200

  /// The one that commands are found by; `nil` if there is none.
  static var installed: PageRenderer? {
    guard let drawer = ChildProcess.path(of: "pdftocairo"),
      let informer = ChildProcess.path(of: "pdfinfo")
    else { return nil }
    return PageRenderer(drawer: drawer, informer: informer)
  }

  /// How many pages a document has.
  func pageCount(of pdf: [UInt8]) throws(ImageError) -> Int {
    let text = String(decoding: try run(informer, ["-"], pdf), as: UTF8.self)
    let line = text.split(separator: "\n").first { $0.hasPrefix("Pages:") }
    guard let count = line.flatMap({ Int(trimmed($0.dropFirst(6))) }), count > 0 else {
      throw ImageError("pdfinfo finds no pages in the PDF; draw it anew.")
    }
    guard count <= Self.mostPages else {
      throw ImageError(
        "The PDF has \(grouped(count)) pages, and at most \(Self.mostPages) are compared; compare it in"
          + " parts.")
    }
    return count
  }

  /// A page as a PNG, counted from 1.
  func png(of page: Int, in pdf: [UInt8]) throws(ImageError) -> [UInt8] {
    try run(
      drawer,
      ["-png", "-singlefile", "-r", "\(Self.dpi)", "-f", "\(page)", "-l", "\(page)", "-", "-"], pdf)
  }

  private func run(
    _ tool: String, _ arguments: [String], _ pdf: [UInt8]
  ) throws(ImageError) -> [UInt8] {
    let name = tool.split(separator: "/").last.map(String.init) ?? tool
    guard let result = ChildProcess(tool, arguments, input: pdf) else {
      throw ImageError("\(name), by which PDFs are compared, cannot be started; look at \(tool).")
    }
    guard result.status == 0 else {
      let reason = String(decoding: result.error, as: UTF8.self).split(separator: "\n").last ?? ""
      throw ImageError(
        "\(name) cannot read the PDF\(reason.isEmpty ? "" : " (\(trimmed(reason).shortened(to: 100)))");"
          + " draw it anew.")
    }
    return result.output
  }
}
