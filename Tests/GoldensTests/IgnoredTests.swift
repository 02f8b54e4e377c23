import Foundation
import TestSupport
import Testing

@testable import Goldens

/// Marks and regions that are left out.
@Suite struct IgnoredTests {
  private func compare(
    _ change: (inout Plot) -> Void, ignoring: [Ignored]
  ) throws -> Comparison {
    var plot = Plot()
    change(&plot)
    return try Comparison(
      of: Array(plot.svg.utf8), with: Array(Plot().svg.utf8), ignoring: ignoring)
  }

  @Test(arguments: [
    ("curve", 2), ("curves", 2), ("curve 1", 1), ("curve-1", 1), ("x tick", 5), ("x ticks", 5),
    ("tick", 9), ("x tick label", 5), ("tick-label", 9), ("tick label", 9), ("x", 15),
    ("spine", 4), ("left spine", 1), ("page background", 1), ("x tick label 'b'", 1),
    ("0,0,36,150", 5), ("0%,0%,100%,100%", 35), ("0, 0, 100%, 8", 0),
  ])
  func marksAreNamedAsSentencesNameThem(_ name: String, _ count: Int) throws {
    let comparison = try compare({ _ in }, ignoring: [try Ignored(name)])
    #expect(comparison.leftOut.map(\.count) == [count])
    #expect(comparison.isEqual)
  }

  @Test func whatIsLeftOutIsNoDifferenceAndIsSaid() throws {
    func change(_ plot: inout Plot) {
      plot.curves[0].color = "#d62728"
      plot.words.append(("more", [150, 60]))
    }
    #expect(try compare(change, ignoring: []).findings.count == 2)
    let one = try compare(change, ignoring: ["curve 1"])
    #expect(one.findings.count == 1 && !one.isEqual)
    #expect(one.leftOut.map(\.description) == ["curve 1 (1 shape)"])
    let both = try compare(change, ignoring: ["curve 1", "149,50,40,15"])
    #expect(both.isEqual && both.findings.isEmpty && both.difference == nil)
    #expect(both.leftOut.map(\.description) == ["curve 1 (1 shape)", "149,50,40,15 (1 shape)"])
  }

  /// What reaches out of a region is compared as a whole.
  @Test func aRegionLeavesOutWhatIsWhollyInIt() throws {
    #expect(try !compare({ $0.curves[0].color = "red" }, ignoring: ["50,20,60,60"]).isEqual)
  }

  @Test func whatIsLeftIsCalledAsItWas() throws {
    // Without classes curves are counted.
    func svg(_ color: String) -> [UInt8] {
      let lines = ["red", color].enumerated().map { index, color in
        "<g id=\"line2d_\(index + 5)\"><path d=\"M0 \(index) L9 \(9 * index)\" fill=\"none\""
          + " stroke=\"\(color)\"/></g>"
      }
      return Array("<svg xmlns=\"http://www.w3.org/2000/svg\">\(lines.joined())</svg>".utf8)
    }
    let found = try Comparison(of: svg("blue"), with: svg("green"), ignoring: ["line2d_5"])
    #expect(found.findings == ["curve 2: colour #008000 became #0000ff"])
  }

  @Test func aNameThatNothingHasIsSaid() throws {
    let comparison = try compare({ _ in }, ignoring: ["cruve", "300,300,9,9", "curve"])
    let verdicts = Verdicts([Verdict(name: "a.svg", state: .equal, comparison: comparison)])
    #expect(
      verdicts.ignoredInVain == [
        "No mark is called “cruve”, which is to be ignored; did you mean “curve”?",
        "Nothing lies in the region 300,300,9,9 that is to be ignored; look at where it is.",
      ])
    #expect(verdicts.ignored == "Ignored: curve (2 shapes).")
  }

  @Test(arguments: ["", "10,10,100", "10,10,-5,5", "10,10,0,5", "1,2,3,4,5", "12", "a,b,c,d"])
  func whatIsNeitherIsASentence(_ text: String) {
    if text == "a,b,c,d" {
      // A name, if a strange one.
      #expect((try? Ignored(text)) != nil)
    } else {
      #expect(throws: ImageError.self) { try Ignored(text) }
    }
  }

  // MARK: Pixels

  private let black = TestPNG.white(except: [(20, 10, TestPNG.black), (5, 5, TestPNG.black)])

  @Test func regionsOfPixelsAreLeftOut() throws {
    let both: [Ignored] = ["18,8,5,5", "0%,0%,25%,25%"]
    let all = try Comparison(of: black, with: TestPNG.white(), ignoring: both)
    #expect(all.isEqual && all.findings.isEmpty)
    #expect(
      all.leftOut.map(\.description) == ["18,8,5,5 (25 pixels)", "0%,0%,25%,25% (80 pixels)"])
    let one = try Comparison(of: black, with: TestPNG.white(), ignoring: ["18,8,5,5"])
    #expect(one.findings.first?.hasPrefix("1 of 1,200 pixels") == true)
    let picture = try RasterImage(png: try #require(one.difference).bytes)
    // A stripe in the region.
    #expect(picture.samples(x: 20, y: 12) == [222, 212, 244, 255])
    #expect(picture.samples(x: 5, y: 5) == [208, 0, 32, 255])
  }

  /// Marks are found in pixels by the SVG of one figure or of both.
  @Test func marksOfPixelsNeedAnSVG() throws {
    let svg = Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect class="legend" x="18" \
      y="8" width="4" height="4"/><path class="curve" d="M4 4L6 6" stroke="red"/></svg>
      """.utf8)
    #expect(throws: ImageError.self) {
      try Comparison(of: black, with: TestPNG.white(), ignoring: ["legend"])
    }
    for places in [MarkPlaces(actual: svg), MarkPlaces(expected: svg)] {
      let found = try Comparison(
        of: black, with: TestPNG.white(), ignoring: ["legend", "curve"], places: places)
      #expect(found.isEqual)
      #expect(found.leftOut.map(\.count) == [36, 36])
    }
    // One of another figure says nothing of places.
    let other = Array("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>".utf8)
    #expect(throws: ImageError.self) {
      try Comparison(
        of: black, with: TestPNG.white(), ignoring: ["legend"],
        places: MarkPlaces(actual: other))
    }
  }
}
