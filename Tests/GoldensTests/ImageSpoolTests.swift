import Foundation
import Testing

@testable import Goldens

/// Images that wait for a report, and the report that is written a piece at a time.
@Suite struct ImageSpoolTests {
  /// In a folder where a file can be made, and in one that is not there.
  @Test(arguments: ["\(FileManager.default.temporaryDirectory.path)/r.html", "/nowhere/r.html"])
  func imagesAreAsTheyWere(_ report: String) throws {
    let store = ImageSpool(beside: report)
    let images =
      ReportSamples.all + [
        Verdict(name: "empty", state: .new, actual: []),
        Verdict(
          name: "long", state: .orphaned, expected: Array(repeating: 7, count: 300_000)),
      ]
    let kept = images.map { $0.kept(in: store) }
    for (image, kept) in zip(images, kept) {
      #expect(kept.expected == image.expected)
      #expect(kept.actual == image.actual)
      #expect(kept.comparison?.difference?.bytes == image.comparison?.difference?.bytes)
      #expect(kept.canBeAccepted == image.canBeAccepted)
    }
    #expect(HTMLReport(kept, title: "").bytes == HTMLReport(images, title: "").bytes)
  }

  @Test func nothingIsLeft() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = ImageSpool(beside: folder.appending(path: "r.html").path)
    #expect(store.put([1, 2, 3]).bytes == [1, 2, 3])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func everyImageIsAPiece() {
    let report = HTMLReport(ReportSamples.all, title: "")
    var pieces: [[UInt8]] = []
    report.write { pieces.append($0) }
    #expect(pieces.count == 7)
    #expect(Array(pieces.joined()) == report.bytes)
  }
}
