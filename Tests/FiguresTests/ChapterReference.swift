import Foundation
import Plotting

@testable import CairoRenderer
import Typesetting

/// The published geometry of the chapter's figures, from Fixtures/chapter-figures.json.
struct ChapterReference: Decodable {
  struct Figure: Decodable {
    let xlabel: String
    let ylabel: String
    let page: [Double]
    let axes: [Double]
    let ylim: [Double]
    let xticks: [Tick]
    let yticks: [Tick]
  }

  /// A label and the position of its tick on the page.
  struct Tick: Decodable {
    let label: String
    let position: Double

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      label = try row.decode(String.self)
      position = try row.decode(Double.self)
    }
  }

  let xlim: [Double]
  let figures: [String: Figure]

  static func load() throws -> ChapterReference {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/chapter-figures.json")
    return try JSONDecoder().decode(ChapterReference.self, from: Data(contentsOf: file))
  }
}

extension ChapterReference.Figure {
  /// A text of the figure, the left end of its baseline, and its direction in degrees.
  struct Label {
    let string: String
    let x: Double
    let y: Double
    let angle: Double
  }

  /// The labels in drawing order, placed by the rules in the fixture's "text" line.
  func labels(_ text: TextSetter) throws -> (x: [Label], y: [Label]) {
    let left = axes[0], midX = axes[0] + axes[2] / 2, midY = axes[1] + axes[3] / 2
    func width(_ string: String) throws -> Double {
      try text.measure(string, fontSize: 10, style: .upright).advance
    }
    let x = try xticks.map { tick in
      Label(
        string: tick.label, x: tick.position - (try width(tick.label)) / 2, y: 160.398438, angle: 0)
    }
    let y = try yticks.map { tick in
      Label(
        string: tick.label, x: left - 7 - (try width(tick.label)), y: tick.position + 3.799219,
        angle: 0)
    }
    let xLabel = Label(
      string: xlabel, x: midX - (try width(xlabel)) / 2, y: 174.076563, angle: 0)
    let yLabel = Label(
      string: ylabel, x: 14.798438, y: midY + (try width(ylabel)) / 2, angle: 90)
    return (x + [xLabel], y + [yLabel])
  }
}
