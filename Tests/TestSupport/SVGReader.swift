import Foundation

/// What librsvg draws of an SVG.
public enum SVGReader {
  /// Whether `rsvg-convert` is there.
  public static let isInstalled = {
    let dot = "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>"
    return (try? png(Array(dot.utf8))) ?? nil != nil
  }()

  /// The document as a PNG, twice as large as on a screen; `nil` if librsvg does not draw it.
  public static func png(_ svg: [UInt8]) throws -> [UInt8]? {
    let folder = FileManager.default.temporaryDirectory
    let name = UUID().uuidString
    let files = ["svg", "png"].map { folder.appending(path: "\(name).\($0)") }
    try Data(svg).write(to: files[0])
    defer { for file in files { try? FileManager.default.removeItem(at: file) } }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["rsvg-convert", "--zoom", "2", files[0].path, "--output", files[1].path]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? Array(try Data(contentsOf: files[1])) : nil
  }
}
