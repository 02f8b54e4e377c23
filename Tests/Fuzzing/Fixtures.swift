import Foundation

/// The project's own files, to start from.
enum Fixtures {
  /// The folder of the tests.
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The files of a folder with that ending, of so many bytes at most, by name.
  static func files(in folder: String, endingIn ending: String, upTo size: Int) throws -> [[UInt8]]
  {
    let folder = tests.appending(path: folder)
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(ending) }
      .map { Array(try Data(contentsOf: folder.appending(path: $0))) }
      .filter { $0.count <= size }
  }
}
