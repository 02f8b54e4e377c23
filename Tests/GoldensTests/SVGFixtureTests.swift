import Foundation
import Goldens
import Testing

/// SVG files as Cairo and matplotlib write them; `Fixtures/README.md` says how they came about.
@Suite struct SVGFixtureTests {
  private func bytes(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    return Array(try Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
  }

  private func changes(_ new: String, from old: String) throws -> [String] {
    try SVGComparison(of: try bytes(new), with: try bytes(old)).changes.map(\.sentence)
  }

  @Test(arguments: ["relu", "clear", "origin"])
  func cairoVersionsAreEqual(_ name: String) throws {
    #expect(try changes("cairo-1.18/\(name).svg", from: "cairo-1.16/\(name).svg") == [])
    #expect(try changes("cairo-1.16/\(name).svg", from: "cairo-1.18/\(name).svg") == [])
  }

  @Test func otherColorInMatplotlib() throws {
    #expect(
      try changes("matplotlib/orange.svg", from: "matplotlib/tanh.svg") == [
        "curve 1 and legend line: colour #1f77b4 became #ff7f0e"
      ])
  }

  /// What gnuplot draws is called as its ids, classes and texts say.
  @Test func gnuplot() throws {
    let old = String(decoding: try bytes("writers/gnuplot.svg"), as: UTF8.self)
    func changes(_ before: String, _ after: String) throws -> [String] {
      let new = old.replacing(before, with: after)
      return try SVGComparison(of: Array(new.utf8), with: Array(old.utf8)).changes.map(\.sentence)
    }
    #expect(
      try changes("stroke='rgb(148,   0, 211)'", "stroke='#009e73'") == [
        "gnuplot plot 1 at 40.9, 12.5 pt: colour #9400d3 became #009e73"
      ])
    #expect(try changes("> 0</tspan>", "> 1</tspan>") == ["text '0': “0” became “1”"])
  }

  @Test func otherLimitsInMatplotlib() throws {
    let found = try changes("matplotlib/wide.svg", from: "matplotlib/tanh.svg")
    #expect(found.contains { $0.hasPrefix("curve 1: ") && $0.contains(" points off by up to ") })
    #expect(found.contains { $0.contains(" x tick labels ") && $0.contains(" moved, by up to ") })
    #expect(!found.contains { $0.contains("y tick") || $0.contains("missing") })
  }

  @Test func otherFigure() throws {
    let found = try changes("cairo-1.16/clear.svg", from: "cairo-1.16/relu.svg")
    #expect(found.first?.hasPrefix("the page is ") == true)
    #expect(found.contains { $0.hasPrefix("the title “relu(x)” became “") })
  }
}
