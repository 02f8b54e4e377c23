import Foundation

@testable import GoldenTesting

/// A folder with a test file that is not there and its goldens; gone when the value is.
final class GoldenFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "goldens-\(UUID().uuidString)")

  /// The file beside which goldens are looked for.
  var testFile: String { url.appending(path: "SomeTests.swift").path }

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// What is expected of an image where the environment is as given.
  func expectation(
    _ name: String, in folder: String? = nil, _ environment: [String: String] = [:]
  ) -> GoldenExpectation {
    var expectation = GoldenExpectation(name: name, folder: folder, testFile: testFile)
    expectation.environment = environment
    return expectation
  }

  /// The bytes of a file below the folder of the test file; `nil` if there is none.
  func file(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: url.appending(path: name))).map { Array($0) }
  }

  /// Puts a file into the folder of goldens.
  func put(_ bytes: [UInt8], _ name: String) throws {
    let file = url.appending(path: "Goldens/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The names of all files below the folder.
  var files: [String] {
    let paths = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(
        atPath: url.appending(path: $0).path, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}
