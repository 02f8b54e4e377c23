import Foundation
import Goldens
import TestSupport
import Testing

@testable import GoldenTesting

/// When goldens are written.
@Suite struct RecordingTests {
  let folder: GoldenFolder

  init() throws { folder = try GoldenFolder() }

  private func outcome(
    _ environment: [String: String], _ image: [UInt8] = TestImages.black, _ name: String = "a"
  ) -> GoldenExpectation.Outcome {
    folder.expectation(name, environment).outcome(of: image)
  }

  @Test(arguments: ["1", "missing"]) func missingIsWritten(_ word: String) {
    let outcome = outcome(["ACTPLOT_RECORD_GOLDENS": word], TestImages.white, "Gallery/a")
    #expect(outcome.issues.isEmpty && outcome.pictures.isEmpty)
    #expect(outcome.recorded == folder.url.path + "/Goldens/Gallery/a.png")
    // The bytes, and nothing else beside them.
    #expect(folder.file("Goldens/Gallery/a.png") == TestImages.white)
    #expect(folder.files == ["Goldens/Gallery/a.png"])
  }

  @Test func changedIsWrittenIfToldSo() throws {
    try folder.put(TestImages.white, "a.png")
    #expect(outcome(["ACTPLOT_RECORD_GOLDENS": "missing"]).issues.count == 1)
    #expect(folder.file("Goldens/a.png") == TestImages.white)
    #expect(outcome(["ACTPLOT_RECORD_GOLDENS": "1"]).issues.isEmpty)
    #expect(folder.file("Goldens/a.png") == TestImages.black)
  }

  @Test func damagedGoldenIsReplaced() throws {
    try folder.put(Array(TestImages.white.prefix(40)), "a.png")
    #expect(outcome(["ACTPLOT_RECORD_GOLDENS": "1"]).issues.isEmpty)
    #expect(folder.file("Goldens/a.png") == TestImages.black)
  }

  @Test func whatIsEqualStaysAsItWas() throws {
    // The same pixels in other bytes.
    let commented =
      Array(TestImages.white.dropLast(12)) + TestPNG.chunk("tEXt", Array("A\0".utf8))
      + TestImages.white.suffix(12)
    try folder.put(commented, "a.png")
    let outcome = outcome(["ACTPLOT_RECORD_GOLDENS": "1"], TestImages.white)
    #expect(outcome.issues.isEmpty && outcome.recorded == nil)
    #expect(folder.file("Goldens/a.png") == commented)
  }

  @Test func damagedImageIsNotRecorded() {
    let outcome = outcome(["ACTPLOT_RECORD_GOLDENS": "1"], Array(TestImages.white.prefix(40)))
    #expect(outcome.issues.count == 1)
    #expect(outcome.issues.first?.hasPrefix("a.png is not recorded") == true)
    #expect(folder.files.isEmpty)
  }

  @Test func failureToWriteIsAnIssue() throws {
    try Data().write(to: folder.url.appending(path: "Goldens"))
    let outcome = outcome(["ACTPLOT_RECORD_GOLDENS": "1"])
    #expect(outcome.issues.count == 1 && outcome.recorded == nil)
  }

  @Test(arguments: ["true", "1", "yes"]) func ciRefuses(_ ci: String) throws {
    let environment = ["ACTPLOT_RECORD_GOLDENS": "1", "CI": ci]
    let missing = outcome(environment)
    #expect(missing.issues.count == 2)
    #expect(missing.issues.last?.contains("CI is set") == true)
    #expect(folder.files.isEmpty)
    // Even if nothing were to be written.
    try folder.put(TestImages.black, "a.png")
    #expect(outcome(environment).issues.count == 1)
    #expect(outcome(["CI": ci]).issues.isEmpty)
  }

  @Test(arguments: ["", "0", "false"]) func noCIRecords(_ ci: String) {
    #expect(outcome(["ACTPLOT_RECORD_GOLDENS": "1", "CI": ci]).recorded != nil)
  }

  @Test func otherWordsAreIssues() throws {
    try folder.put(TestImages.black, "a.png")
    for word in ["all", "yes", "Missing", " 1"] {
      let issues = outcome(["ACTPLOT_RECORD_GOLDENS": word]).issues
      #expect(issues.count == 1)
      #expect(issues.first?.contains("“\(word)”") == true)
    }
    for word in ["", "0", "false"] {
      #expect(outcome(["ACTPLOT_RECORD_GOLDENS": word]).issues.isEmpty)
      #expect(outcome(["ACTPLOT_RECORD_GOLDENS": word], TestImages.white).issues.count == 1)
    }
  }

  /// The bytes of both images are equal but for the type that their name says.
  @Test func ownComparisonDecides() throws {
    try folder.put(TestImages.white, "a.png")
    var expectation = folder.expectation("a")
    expectation.rule = { _, _, _ in
      Comparison(type: .png, isEqual: true, findings: [], severity: 0)
    }
    #expect(expectation.outcome(of: TestImages.black).issues.isEmpty)
    expectation.rule = { _, _, _ in
      Comparison(type: .png, isEqual: false, findings: ["It is darker."], severity: 1)
    }
    #expect(
      expectation.outcome(of: TestImages.black).issues.first?.contains("It is darker.") == true)
  }
}
