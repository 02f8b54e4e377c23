import Testing
import XCTest

@testable import GoldenTesting

/// An XCTest method fails as a Swift Testing test does. What it is expected to fail with is kept
/// from the run, which would be a failure of the run otherwise.
final class ExpectGoldenInXCTestTests: XCTestCase {
  private var failures: [String] = []

  override func recordFailure(
    withDescription description: String, inFile file: String, atLine line: Int, expected: Bool
  ) {
    failures.append(description)
    // As the observers hear of any other failure.
    RunningTest.failures.testCase(
      self, didFailWithDescription: description, inFile: file, atLine: line)
  }

  /// Ends the test with what has to be seen by the run.
  private func expectFailures(_ parts: [String]) {
    let isExpected =
      failures.count == parts.count
      && zip(failures, parts).allSatisfy { failure, part in
        failure.contains(part) && failure.contains("ExpectGoldenInXCTestTests.swift:")
      }
    guard !isExpected else { return }
    super.recordFailure(
      withDescription: "It failed with \(failures) and not with \(parts).", inFile: #filePath,
      atLine: #line, expected: true)
  }

  func testAMissingGoldenFails() throws {
    let folder = try GoldenFolder()
    try folder.put([], "file")
    // Not to be recorded, whatever the environment says.
    expectGolden(TestImages.white, named: "file/white", filePath: folder.testFile)
    expectGolden([], named: "empty", filePath: folder.testFile)
    expectFailures(["file/white.png cannot be read", "empty is no image"])
  }

  func testAnEqualImagePasses() throws {
    let folder = try GoldenFolder()
    try folder.put(TestImages.white, "white.png")
    expectGolden(TestImages.white, named: "white", filePath: folder.testFile)
    expectFailures([])
  }

  func testAnAsynchronousMethodFails() async throws {
    await Task.detached { expectGolden([], named: "empty") }.value
    expectFailures(["empty is no image"])
  }
}
