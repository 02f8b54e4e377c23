internal import Figures
internal import GoldenImages
internal import Glibc
internal import Plotting

/// A folder of images, and the folders in it. Links to folders are not followed.
package struct ImageFolder: Sendable {
  /// The path as it was given.
  package let path: String
  let folder: OutputFolder

  package init(path: String) {
    self.path = path
    folder = OutputFolder(path: path)
  }

  /// Whether there is a folder at the path.
  package var exists: Bool { Self.isFolder(path) }

  /// Whether there is a folder at a path.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether one of two folders is the other or is in it.
  package func overlaps(_ other: String) -> Bool {
    guard let own = resolvedPath(path), let other = resolvedPath(other) else { return false }
    return own == other || own.hasPrefix("\(other)/") || other.hasPrefix("\(own)/")
  }

  /// The paths of the images below the folder, by their extensions; none if it is not there. Hidden
  /// files are no images.
  ///
  /// - Throws: Which folder cannot be listed, or which name is none that can be told.
  package func images() throws(Problem) -> Set<FileName> {
    var images: Set<FileName> = []
    guard exists else { return images }
    var rest = [""]
    while let start = rest.popLast() {
      let place = OutputFolder(path: start.isEmpty ? path : folder.path(of: start))
      guard let names = place.listed() else {
        throw unreadable(place.path, errno, .image, noun: "folder")
      }
      for bytes in names where bytes.first != UInt8(ascii: ".") {
        let name = String(decoding: bytes, as: UTF8.self)
        let file = start.isEmpty ? name : "\(start)/\(name)"
        var status = stat()
        guard lstat(folder.path(of: file), &status) == 0 else {
          // A file that is gone since is none; of the others nobody would know that they differ.
          guard Self.isImage(name), !name.utf8.elementsEqual(bytes) else { continue }
          throw Problem(
            at: Place(file: folder.path(of: file), line: 1),
            "The name is not in UTF-8, and cannot be told; rename the file.")
        }
        if status.st_mode & S_IFMT == S_IFDIR {
          // Deeper than any path that can be opened.
          if file.utf8.count < Int(PATH_MAX) { rest.append(file) }
        } else if Self.isImage(file) {
          images.insert(FileName(file))
        }
      }
    }
    return images
  }

  /// The bytes of an image.
  ///
  /// - Throws: Why it cannot be read, with its path.
  func bytes(of file: String) throws(Problem) -> [UInt8] {
    try fileBytes(folder.path(of: file), for: .image)
  }

  /// Whether a file is an image by its extension.
  package static func isImage(_ file: String) -> Bool {
    ImageType.allCases.contains { file.lowercased().hasSuffix(".\($0.rawValue)") }
  }
}

/// A path as file systems have it: names that look the same and have other bytes are two.
package struct FileName: Hashable, Comparable, Sendable {
  package let text: String

  init(_ text: String) {
    self.text = text
  }

  /// The path without its extension.
  var stem: String { text.lastIndex(of: ".").map { String(text[..<$0]) } ?? text }

  package static func == (a: FileName, b: FileName) -> Bool {
    a.text.utf8.elementsEqual(b.text.utf8)
  }

  package static func < (a: FileName, b: FileName) -> Bool {
    a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}
