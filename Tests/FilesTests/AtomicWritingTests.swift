import Files
import Foundation
import Testing

@Suite struct AtomicWritingTests {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "actplot-\(UUID().uuidString)"
    try makeFolder(folder + "/a/b")
  }

  private func contents(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test func aFileIsReplacedWholeAndKeepsItsMode() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/f.svg"
    try writeAtomically([1, 2, 3], to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try writeAtomically([4], to: path)
    #expect(FileManager.default.contents(atPath: path) == Data([4]))
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o640)
    #expect(try contents(folder) == ["a", "f.svg"])
  }

  @Test func aLinkIsFollowed() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try writeAtomically([1], to: folder + "/a/target")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/link", withDestinationPath: folder + "/a/target")
    try writeAtomically([2], to: folder + "/link")
    #expect(FileManager.default.contents(atPath: folder + "/a/target") == Data([2]))
    #expect(try contents(folder + "/a") == ["b", "target"])
  }

  @Test func aFullDiskOrMissingFolderIsASentence() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (path, word) in [
      ("/dev/full", "No space"), (folder + "/none/f.svg", "No such file"), (folder, "directory"),
      (folder + "/a/b/", "directory"),
    ] {
      let error = #expect(throws: FileError.self) { try writeAtomically([1], to: path) }
      #expect(error?.description.contains(word) == true)
      #expect(error?.description.contains(path) == true)
    }
    #expect(try contents(folder) == ["a"])
  }
}
