import Files
import Foundation
import Testing

/// Waiting for files to be saved. Events are kept for who comes late, so that nothing depends on time.
@Suite final class FileWatchTests {
  let folder = NSTemporaryDirectory() + "actplot-\(UUID().uuidString)"

  init() throws {
    try makeFolder(folder + "/other")
    try write("a", to: "book.yaml")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func write(_ text: String, to file: String) throws {
    let handle = FileManager.default
    if handle.fileExists(atPath: "\(folder)/\(file)") {
      let file = try FileHandle(forWritingTo: URL(filePath: "\(folder)/\(file)"))
      try file.truncate(atOffset: 0)
      try file.write(contentsOf: Data(text.utf8))
      try file.close()
    } else {
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(file)"))
    }
  }

  @Test(
    "A file is saved whichever way an editor does it",
    arguments: ["in place", "by another name", "as a new file", "through a link", "from a folder"])
  func saved(way: String) throws {
    let watch = try FileWatch()
    try makeFolder(folder + "/links")
    symlink("../book.yaml", folder + "/links/book.yaml")
    try watch.watch(["\(folder)/book.yaml", "\(folder)/links/book.yaml", "\(folder)/new.csv"])
    switch way {
    case "in place": try write("b", to: "book.yaml")
    case "by another name": try writeAtomically([1], to: "\(folder)/book.yaml")
    case "as a new file": try write("1", to: "new.csv")
    case "through a link": try writeAtomically([1], to: "\(folder)/links/book.yaml")
    default:
      try write("b", to: "other/book.yaml")
      rename("\(folder)/other/book.yaml", "\(folder)/book.yaml")
    }
    #expect(watch.wait { false })
  }

  @Test func otherFilesAreNoneOfIt() throws {
    let watch = try FileWatch()
    try watch.watch(["\(folder)/book.yaml", "\(folder)/missing/folder.csv"])
    try write("b", to: "figure.svg")
    try write("b", to: "other/book.yaml")
    _ = try wholeFile("\(folder)/book.yaml")
    var asked = 0
    let isSaved = watch.wait {
      asked += 1
      return asked > 2
    }
    #expect(!isSaved)
  }

  @Test func whatIsWatchedNoMoreIsNotWaitedFor() throws {
    let watch = try FileWatch()
    try watch.watch(["\(folder)/book.yaml"])
    try watch.watch(["\(folder)/chapter.md"])
    try write("b", to: "book.yaml")
    var asked = 0
    let isSaved = watch.wait {
      asked += 1
      return asked > 2
    }
    #expect(!isSaved)
  }
}
