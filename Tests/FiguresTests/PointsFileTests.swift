import Activations
import Plotting
import TestSupport
import Testing

@testable import Figures

@Suite("Points from a file")
struct PointsFileTests {
  private static let files: [(text: String, points: [DataPoint])] = [
    ("1,2\n3,4", [DataPoint(x: 1, y: 2), DataPoint(x: 3, y: 4)]),
    (
      "x,y,label\r\n1,2,a\r\n\r\n3,4,\"b, \"\"c\"\"\"\r\n",
      [
        DataPoint(x: 1, y: 2, label: "a"), DataPoint(x: 3, y: 4, label: "b, \"c\""),
      ]
    ),
    ("Label, Y ,x,more\na,1e-3,-2,9", [DataPoint(x: -2, y: 1e-3, label: "a")]),
    ("\u{FEFF}x;y\n0,5;1.5\n", [DataPoint(x: 0.5, y: 1.5)]),
    (
      "1\t2,5\tα",
      [
        DataPoint(x: 1, y: 2.5, label: "α")
      ]
    ),
    (
      "1,2,\"two\nlines\"\n3,4",
      [
        DataPoint(x: 1, y: 2, label: "two\nlines"), DataPoint(x: 3, y: 4),
      ]
    ),
  ]

  @Test("Columns go by their names or their order", arguments: files)
  func reads(text: String, points: [DataPoint]) throws {
    #expect(try PointsFile(text).points == points)
  }

  private static let faults: [(text: String, line: Int, column: Int, words: String)] = [
    ("", 1, 1, "no point"), ("x,y\n", 2, 1, "no point below"), ("a,b\n1,2", 1, 1, "“a”"),
    ("x,b\n1,2", 1, 1, "no y"), ("1,2\n3", 2, 2, "no y in this row, which has 1 value"),
    ("1,2\n3,four\n", 2, 3, "“four” is no finite number; write y"),
    ("1,2\n nan,4", 2, 1, "finite"), ("x,y\n1,2\n,3", 3, 1, "write x"),
    ("1,2\n\n3,\"4", 3, 3, "not closed"), ("1,2,\"a\nb\"\n3,c", 3, 3, "“c”"),
    ("1;2\n3,5", 2, 4, "with semicolons between"), ("1,2\n1,5;2", 2, 3, "“5;2”"),
  ]

  @Test("What is wrong is told with its line and column", arguments: faults)
  func tellsPlace(text: String, line: Int, column: Int, words: String) {
    let error = #expect(throws: PointsFileError.self) { try PointsFile(text) }
    #expect(error?.line == line && error?.column == column, "\(error?.description ?? "")")
    #expect(error?.problem.contains(words) == true, "\(error?.description ?? "")")
  }

  @Test("A file that is none is told by its path")
  func noFile() {
    let error = #expect(throws: (any Error).self) { try PointsFile(path: "missing.csv") }
    #expect(error.map { "\($0)".contains("“missing.csv” cannot be read") } == true)
  }

  @Test("A label of several points is in the legend, one of a single point beside it")
  func labels() throws {
    var request = FigureRequest([try Formula("tanh")], sampling: .adaptive(-2...2))
    request.points = [
      [
        DataPoint(x: 0, y: 0.1, label: "mine"), DataPoint(x: 1, y: 0.8, label: "mine"),
        DataPoint(x: 3, y: 2, label: "far off"), DataPoint(x: -1, y: -0.7),
      ]
    ]
    let panel = try request.figure().panels[0]
    #expect(panel.dots.map(\.label) == ["mine", "mine", "", ""])
    #expect(panel.dots.map(\.style) == [1, 1, 2, 2])
    #expect(panel.annotations == [.datum(x: 3, y: 2, label: "far off", style: 2)])
    #expect(panel.yExtent?.upperBound == 2)
    let figure = try request.figure()
    #expect(figure.accessibleSummary.hasSuffix("4 data points: mine."))
    let scene = try figure.scene(measuring: FixedPitchMeasurer())
    let names = scene.elements.compactMap { element -> String? in
      guard case .legendLabel = element.mark, case .text(let text) = element.shape else {
        return nil
      }
      return text.string
    }
    #expect(names == ["tanh", "mine"])
    // All are on the axes.
    #expect(scene.elements.count { if case .dot = $0.mark { true } else { false } } == 4)
  }

  @Test("Those that the axes do not show are told of")
  func outOfSight() throws {
    var request = FigureRequest([try Formula("tanh")])
    request.points = [[DataPoint(x: 0, y: 0.1), DataPoint(x: 9, y: 0.9)], [DataPoint(x: 1, y: 7)]]
    #expect(request.doubts.isEmpty)
    request.x.limits = try AxisLimits(-2, 2)
    #expect(request.doubts.first?.hasPrefix("1 of 3 points would be out of sight") == true)
    request.y.limits = try AxisLimits(-2, 2)
    #expect(request.doubts.first?.hasPrefix("2 of 3 points") == true)
    request.x = AxisOptions(scale: .log)
    #expect(request.doubts.contains { $0.hasPrefix("2 of 3 points") })
  }

  @Test("They stand in the panels of the function, not in those of its derivatives")
  func panels() throws {
    var request = FigureRequest([try Formula("tanh")], orders: [1, 0])
    request.arrangement = .row
    request.points = [[DataPoint(x: 0, y: 0.1)]]
    #expect(try request.figure().panels.map(\.dots.count) == [0, 1])
    request.orders = [1, 2]
    #expect(try request.figure().panels.map(\.dots.count) == [1, 0])
  }
}
