import Activations
import Figures
import Foundation
import Goldens
import Plotting
import Testing

@testable import GoldenTesting

/// What is found of an image and its golden.
@Suite struct ComparisonTests {
  let folder: GoldenFolder

  init() throws { folder = try GoldenFolder() }

  @Test func equalIsNoIssue() throws {
    try folder.put(TestImages.white, "a.png")
    try folder.put(TestImages.svg(), "a.svg")
    for image in [TestImages.white, TestImages.svg()] {
      let outcome = folder.expectation("a").outcome(of: image)
      #expect(outcome.issues.isEmpty && outcome.pictures.isEmpty && outcome.recorded == nil)
    }
  }

  @Test func differentIsAnIssueWithPictures() throws {
    try folder.put(TestImages.white, "Gallery/a.png")
    let outcome = folder.expectation("Gallery/a").outcome(of: TestImages.black)
    let issue = try #require(outcome.issues.first)
    #expect(outcome.issues.count == 1)
    #expect(issue.contains("Gallery/a.png is not like its golden \(folder.url.path)/Goldens/"))
    #expect(issue.contains("1 of 96 pixels"))
    #expect(issue.contains("ACTPLOT_RECORD_GOLDENS=1"))
    #expect(
      outcome.pictures.map(\.name) == [
        "Gallery-a-expected.png", "Gallery-a-actual.png", "Gallery-a-difference.png",
      ])
    #expect(outcome.pictures[0].bytes == TestImages.white)
    #expect(outcome.pictures[1].bytes == TestImages.black)
    #expect(folder.file("Goldens/Gallery/a.png") == TestImages.white)
  }

  @Test func svgIsCompared() throws {
    try folder.put(TestImages.svg(), "a.svg")
    let outcome = folder.expectation("a").outcome(of: TestImages.svg(width: 3))
    #expect(outcome.issues.count == 1)
    #expect(outcome.pictures.map(\.name).starts(with: ["a-expected.svg", "a-actual.svg"]))
  }

  @Test func toleranceIsKept() throws {
    try folder.put(TestImages.white, "a.png")
    var tolerance = Tolerance.exact
    tolerance.changedPixels = 1
    let expectation = GoldenExpectation(
      name: "a", folder: nil, testFile: folder.testFile, tolerance: tolerance)
    #expect(expectation.outcome(of: TestImages.black).issues.isEmpty)
  }

  @Test func whatIsIgnoredIsSaidAndMustBeThere() throws {
    func outcome(_ ignoring: [Ignored], _ image: [UInt8]) -> GoldenExpectation.Outcome {
      let expectation = GoldenExpectation(
        name: "a", folder: nil, testFile: folder.testFile, ignoring: ignoring, environment: [:])
      return expectation.outcome(of: image)
    }
    try folder.put(TestImages.svg(), "a.svg")
    #expect(outcome(["0%,0%,100%,100%"], TestImages.svg(width: 3)).issues.isEmpty)
    let issues = outcome(["legnd"], TestImages.svg(width: 3)).issues
    #expect(issues.count == 2)
    #expect(
      issues.last?.hasPrefix("a.svg: No mark is called “legnd”, which is to be ignored") == true)
    // The SVG among the goldens says where marks are in pixels.
    try folder.put(TestImages.white, "a.png")
    #expect(outcome(["0,0,100%,100%"], TestImages.black).issues.isEmpty)
  }

  /// A figure's own SVG says where its legend is.
  @Test func marksOfFiguresAreFoundInPixels() throws {
    var request = FigureRequest([try Formula("relu")])
    let expectation = GoldenExpectation(
      name: "relu", folder: nil, testFile: folder.testFile, ignoring: ["x tick label"],
      environment: [:])
    try folder.put(try request.render(as: .png), "relu.png")
    request.look.lineWidth = 3
    let wider = expectation.outcomes(of: request, as: [.png])
    #expect(wider.count == 1 && wider[0].issues.count == 1)
    #expect(wider[0].issues[0].contains("Ignored: x tick label ("))
  }

  @Test func missingSaysHowToRecord() throws {
    let outcome = folder.expectation("a").outcome(of: TestImages.white)
    let issue = try #require(outcome.issues.first)
    #expect(issue.hasPrefix("There is no golden \(folder.url.path)/Goldens/a.png."))
    #expect(issue.contains("ACTPLOT_RECORD_GOLDENS=missing"))
    #expect(outcome.pictures.map(\.name) == ["a-actual.png"])
    #expect(folder.files.isEmpty)
  }

  @Test func unreadableIsAnIssue() throws {
    try folder.put(Array("not a PNG".utf8), "text.png")
    try folder.put(TestImages.white, "folder.png/a.png")
    let text = folder.expectation("text").outcome(of: TestImages.white)
    #expect(text.issues.count == 1)
    #expect(text.issues.first?.contains("The golden cannot be compared.") == true)
    #expect(text.pictures.map(\.name) == ["text-expected.png", "text-actual.png"])
    let other = folder.expectation("folder").outcome(of: TestImages.white)
    #expect(other.issues.first?.contains("Goldens/folder.png is not a file") == true)
    let below = folder.expectation("text.png/a").outcome(of: TestImages.white)
    #expect(below.issues.first?.contains("Not a directory") == true)
  }

  @Test func otherBytesAreNoImage() throws {
    let outcome = folder.expectation("a").outcome(of: Array("GIF89a".utf8))
    #expect(outcome.issues.count == 1)
    #expect(outcome.issues.first?.contains("a is no image that can be compared.") == true)
    #expect(folder.expectation("a").outcome(of: []).issues.count == 1)
  }

  @Test(arguments: ["", "/a", "a/", "a//b", "..", "a/../b", "./a", "a\nb", "a\0", "\u{7f}"])
  func hostileNamesAreIssues(_ name: String) {
    for environment in [[:], ["ACTPLOT_RECORD_GOLDENS": "1"]] {
      let outcome = folder.expectation(name, environment).outcome(of: TestImages.white)
      #expect(outcome.issues.count == 1)
      #expect(
        outcome.issues.first?.contains("name it like relu-grad or Gallery/relu-grad.") == true)
    }
    #expect(folder.files.isEmpty)
  }

  @Test func figureIsDrawnInEachFormat() throws {
    let figure = FigureRequest([try Formula("relu")])
    let missing = folder.expectation("relu").outcomes(of: figure, as: [.svg, .pdf, .png])
    #expect(
      missing.flatMap(\.pictures).map(\.name) == [
        "relu-actual.svg", "relu-actual.pdf", "relu-actual.png",
      ])
    #expect(missing.flatMap(\.issues).count == 3)
    #expect(missing[0].pictures[0].bytes == (try figure.render(as: .svg)))
    let none = folder.expectation("relu").outcomes(of: figure, as: [])
    #expect(none.flatMap(\.issues).count == 1)
  }

  @Test func textThatChangedIsQuoted() throws {
    var figure = FigureRequest([try Formula("relu")])
    try folder.put(try figure.render(as: .svg), "relu.svg")
    figure.x.label = "input"
    let issues = folder.expectation("relu").outcomes(of: figure, as: [.svg]).flatMap(\.issues)
    #expect(issues.count == 1)
    #expect(issues.first?.contains("input") == true, "\(issues)")
  }

  @Test func figureThatCannotBeDrawnIsAnIssue() throws {
    var figure = FigureRequest([try Formula("relu")])
    figure.title = "$\\frac{$"
    let issues = folder.expectation("relu").outcomes(of: figure, as: [.png, .svg]).flatMap(\.issues)
    #expect(issues.count == 1)
    #expect(issues.first?.hasPrefix("relu cannot be drawn. ") == true)
  }

  @Test func foldersCanBeChosen() throws {
    let absolute = folder.url.appending(path: "Elsewhere").path
    for place in ["Other/Goldens/", absolute, ""] {
      let recording = ["ACTPLOT_RECORD_GOLDENS": "1"]
      let outcome = folder.expectation("a", in: place, recording).outcome(of: TestImages.white)
      #expect(outcome.issues.isEmpty)
    }
    #expect(folder.files == ["Elsewhere/a.png", "Other/Goldens/a.png", "a.png"])
  }
}
