internal import Files
internal import Glibc
internal import Wording

/// An image that was looked at and found good: its name and its file.
package struct Golden: Sendable {
  /// The path below the folder of goldens, such as `Gallery/relu.png`.
  package let name: String
  /// The folder of goldens.
  let folder: OutputFolder

  /// The path of the file.
  package var path: String { folder.path(of: name) }

  /// A golden of a name that is known to be one.
  init(_ name: String, in folder: OutputFolder) {
    self.name = name
    self.folder = folder
  }

  /// The golden `name.type` in a folder.
  ///
  /// - Throws: `GoldenError` for a name that is none, or leads out of the folder.
  package init(
    named name: String, _ type: ImageType, in folder: String
  ) throws(GoldenError) {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let remedy = "name it like relu-grad or Gallery/relu-grad."
    if name.isEmpty { throw GoldenError("A golden has an empty name; \(remedy)") }
    if name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      throw GoldenError(
        "The name \(String(reflecting: name)) of a golden has a control character; \(remedy)")
    }
    if parts.contains(where: { ["", ".", ".."].contains($0) }) {
      throw GoldenError(
        "The name “\(name)” of a golden is not that of a file below the goldens' folder; \(remedy)")
    }
    self.init("\(name).\(type.rawValue)", in: OutputFolder(path: folder))
  }

  /// The bytes; `nil` if there is no file.
  ///
  /// - Throws: `GoldenError` for one that is there and cannot be read.
  func read() throws -> [UInt8]? {
    do throws(ReadingError) {
      return try wholeFile(path, atMost: largestImage)
    } catch {
      switch error {
      case .system(ENOENT): return nil
      case .system(let number): throw unreadable(number)
      case .noFile:
        throw GoldenError("The golden \(path) is not a file; put it away and record it again.")
      case .tooLarge(let size): throw ImageError(tooLarge(path, size))
      }
    }
  }

  private func unreadable(_ errorNumber: Int32) -> GoldenError {
    let remedy =
      errorNumber == ENOTDIR
      ? "a file stands where a folder is needed; name the golden otherwise."
      : "make it readable."
    let reason = systemReason(errorNumber)
    return GoldenError("The golden \(path) cannot be read (\(reason)); \(remedy)")
  }

  /// Makes an image the golden, whole or not at all, and makes its folder.
  func write(_ image: [UInt8]) throws {
    if let obstacle = folder.obstacle(to: name) { throw GoldenError(obstacle) }
    _ = try folder.write(image, to: name)
  }

  /// Removes the file.
  func remove() throws {
    if let obstacle = folder.obstacle(to: name) { throw GoldenError(obstacle) }
    guard folder.remove(name) else { throw FileError(path: path, errorNumber: errno) }
  }
}

/// Why goldens cannot be named, found, compared, read or written, in a sentence.
package struct GoldenError: Error, Hashable, CustomStringConvertible {
  package let description: String

  init(_ description: String) {
    self.description = description
  }
}

/// In bytes.
private let largestImage = 1 << 30

private func tooLarge(_ path: String, _ size: Int) -> String {
  "\(quoted(path)): The file has \(size) bytes, and images of at most 1 GiB are compared."
}

/// The bytes of an image.
///
/// - Throws: `ImageError`, with the path.
func imageBytes(_ path: String) throws(ImageError) -> [UInt8] {
  do throws(ReadingError) {
    return try wholeFile(path, atMost: largestImage)
  } catch {
    throw unreadable(path, error, "file")
  }
}

/// The bytes of the SVG that has the name of another image; `nil` if there is none.
func imageBytes(besides path: String) -> [UInt8]? {
  try? imageBytes("\(FileName(path).stem).svg")
}

/// Why a file, or a folder of images, cannot be read.
func unreadable(_ path: String, _ error: ReadingError, _ noun: String) -> ImageError {
  let rule = "images are read from files; name a file such as relu.png."
  switch error {
  case .noFile(let kind): return ImageError("\(quoted(path)): This is \(kind), and \(rule)")
  case .tooLarge(let size): return ImageError(tooLarge(path, size))
  case .system(let number):
    let remedy =
      switch number {
      case ENOENT, ENOTDIR: "look at the spelling of its path."
      case EACCES, EPERM: "make it readable."
      case ENXIO: "a socket is no file; \(rule)"
      default: "choose another file."
      }
    return ImageError(
      "\(quoted(path)): The \(noun) cannot be read (\(systemReason(number))); \(remedy)")
  }
}
