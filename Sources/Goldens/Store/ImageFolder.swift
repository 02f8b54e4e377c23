internal import Files
internal import Glibc

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
  package var exists: Bool { isFolder(path) }

  /// Whether one of two folders is the other or is in it.
  package func overlaps(_ other: String) -> Bool {
    guard let own = resolvedPath(path), let other = resolvedPath(other) else { return false }
    return own == other || own.hasPrefix("\(other)/") || other.hasPrefix("\(own)/")
  }

  /// What is in a folder.
  struct Listing {
    /// The paths of the images below the folder, by their extensions.
    var images: Set<FileName> = []
    /// Images of types that are not compared.
    var others: Set<FileName> = []
    /// Images, and folders, whose names are none that can be told, with the bytes that are not as in
    /// `a\xFF.png`.
    var unnamed: Set<FileName> = []
  }

  /// What is in the folder; nothing if it is not there. Hidden files are no images.
  ///
  /// - Throws: Which folder cannot be listed.
  func listing() throws(ImageError) -> Listing {
    var listing = Listing()
    guard exists else { return listing }
    var rest = [""]
    while let start = rest.popLast() {
      let place = OutputFolder(path: start.isEmpty ? path : folder.path(of: start))
      guard let names = entries(ofFolder: place.path) else {
        throw unreadable(place.path, .system(errno), "folder")
      }
      for bytes in names where bytes.first != UInt8(ascii: ".") {
        let name = String(decoding: bytes, as: UTF8.self)
        let file = start.isEmpty ? name : "\(start)/\(name)"
        // Bytes, for a name that is not in UTF-8 is another as a text. A file that is gone since is
        // none.
        guard let kind = Self.kind(Array(place.path(of: "").utf8) + bytes) else { continue }
        guard name.utf8.elementsEqual(bytes) else {
          if kind == S_IFDIR || Self.isImage(name) || Self.isOtherImage(name) {
            listing.unnamed.insert(FileName((start.isEmpty ? "" : "\(start)/") + shown(bytes)))
          }
          continue
        }
        if kind == S_IFDIR {
          // Deeper than any path that can be opened.
          if file.utf8.count < Int(PATH_MAX) { rest.append(file) }
        } else if Self.isImage(file) {
          listing.images.insert(FileName(file))
        } else if Self.isOtherImage(file) {
          listing.others.insert(FileName(file))
        }
      }
    }
    return listing
  }

  /// What is at a path, which is not followed if it is a link; `nil` for nothing.
  private static func kind(_ path: [UInt8]) -> mode_t? {
    var status = stat()
    let isThere = lstat(path.map { CChar(bitPattern: $0) } + [0], &status) == 0
    return isThere ? status.st_mode & S_IFMT : nil
  }

  /// Whether a file is an image by its extension.
  package static func isImage(_ file: String) -> Bool {
    ImageType.allCases.contains { file.lowercased().hasSuffix(".\($0.rawValue)") }
  }

  /// Whether a file is by its extension an image of a type that is not compared.
  private static func isOtherImage(_ file: String) -> Bool {
    [
      "svgz", "jpg", "jpeg", "webp", "gif", "avif", "heic", "jxl", "bmp", "tif", "tiff", "eps",
      "ps",
    ].contains { file.lowercased().hasSuffix(".\($0)") }
  }
}

/// A name whose bytes are not all UTF-8: `a\xFF.png`.
private func shown(_ name: [UInt8]) -> String {
  var shown = ""
  var rest = name[...]
  while let first = rest.first {
    // The longest start of four bytes at most that is one scalar.
    let length = (1...4).first { count in
      count <= rest.count && String(validating: rest.prefix(count), as: UTF8.self) != nil
    }
    if let length {
      shown += String(decoding: rest.prefix(length), as: UTF8.self)
    } else {
      shown += "\\x" + (first < 16 ? "0" : "") + String(first, radix: 16, uppercase: true)
    }
    rest = rest.dropFirst(length ?? 1)
  }
  return shown
}
