import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("From a figure to a scene")
struct FigureSceneTests {
  /// A diagonal of a square of data whose limits are given, so that every place is known.
  private func diagonal() throws -> Figure {
    let limits = try AxisLimits(-1, 1)
    return Figure([
      Panel(
        curves: [Curve(x: [-1, 0, 1], y: [-1, 0, 1])], x: AxisOptions(limits: limits),
        y: AxisOptions(limits: limits))
    ])
  }

  private func scene(_ figure: Figure) throws -> Scene {
    try figure.scene(measuring: FixedPitchMeasurer())
  }

  @Test("What is drawn later lies above")
  func order() throws {
    var figure = try diagonal()
    figure.panels[0].curves.append(Curve(x: [-1, 1], y: [1, -1]))
    let scene = try scene(figure)
    func ladder(_ axis: Axis) -> [Scene.Mark] {
      scene.tickLabels(axis).indices.flatMap {
        [.gridLine(axis, index: $0), .tick(axis, index: $0), .tickLabel(axis, index: $0)]
      }
    }
    #expect(scene.tickLabels(.x).count == 5)
    #expect(scene.tickLabels(.y).count == 5)
    #expect(
      scene.elements.map(\.mark) == ladder(.x) + ladder(.y) + [
        .curve(index: 0), .curve(index: 1), .spine(.left), .spine(.right), .spine(.bottom),
        .spine(.top),
      ])
  }

  @Test("The page of the chapter's size is cut to its content")
  func page() throws {
    let scene = try scene(try diagonal())
    // Left of the axes a tick, a gap and "−1.0" at 6 pt a letter; right of them half of "1.0";
    // above them half an ascent less than the ascent; below a tick, a gap and a line of text.
    #expect(isClose(scene.width, 7.2 + (3.5 + 3.5 + 24) + 279 + 9 + 7.2))
    #expect(isClose(scene.height, 7.2 + 3.75 + 138.6 + (3.5 + 3.5 + 7.5 + 2) + 7.2))
    let axes = try #require(scene.axes)
    #expect(isClose(axes.left, 7.2 + 31) && isClose(axes.top, 7.2 + 3.75))
    #expect(isClose(axes.width, 360 * 0.775) && isClose(axes.height, 180 * 0.77))
  }

  @Test("The margin is 7.2 pt on every side, whatever is drawn", arguments: labels)
  func margins(xLabel: String, yLabel: String, title: String) throws {
    let scene = try scene(try labelled(xLabel, yLabel, title))
    let content = try #require(scene.content)
    #expect(isClose(content.left, 7.2) && isClose(content.top, 7.2))
    #expect(isClose(content.right, scene.width - 7.2))
    #expect(isClose(content.bottom, scene.height - 7.2))
  }

  private static let wide = String(repeating: "wide-", count: 40)
  private static let labels = [
    ("", "", ""), ("x", "", ""), ("", "y", ""), ("", "", "title"), ("x", "grad", "t"),
    (wide, "y", ""), ("x", wide, ""), ("x", "y", wide), (wide, wide, wide),
  ]

  private func labelled(_ xLabel: String, _ yLabel: String, _ title: String) throws -> Figure {
    var figure = try diagonal()
    figure.panels[0].x.label = xLabel
    figure.panels[0].y.label = yLabel
    figure.title = title
    return figure
  }

  @Test("Labels make the page larger and leave the axes box as large as it was", arguments: labels)
  func boxSize(xLabel: String, yLabel: String, title: String) throws {
    let bare = try scene(try diagonal()), scene = try scene(try labelled(xLabel, yLabel, title))
    let axes = try #require(scene.axes), bareAxes = try #require(bare.axes)
    #expect(isClose(axes.width, bareAxes.width) && isClose(axes.height, bareAxes.height))
    let isWide = xLabel == Self.wide || title == Self.wide
    let isTall = yLabel == Self.wide
    #expect((scene.width > bare.width + 1) == (isWide || !yLabel.isEmpty))
    #expect((scene.height > bare.height + 1) == (isTall || !xLabel.isEmpty || !title.isEmpty))
  }

  @Test("A title takes its distance and its height")
  func title() throws {
    let bare = try scene(try diagonal()), titled = try scene(try labelled("", "", "title"))
    // 6 pt and an ascent of 12 pt letters, in the place of half a tick label.
    #expect(isClose(titled.height - bare.height, 6 + 9 - 3.75))
    #expect(isClose(titled.width, bare.width))
    #expect(titled.text(of: .title)?.fontSize == 12)
    #expect(titled.elements.last?.mark == .title)
  }

  @Test("Labels and title are centred at the axes box", arguments: labels)
  func centring(xLabel: String, yLabel: String, title: String) throws {
    let scene = try scene(try labelled(xLabel, yLabel, title))
    let axes = try #require(scene.axes)
    for (mark, string) in [(Scene.Mark.axisLabel(.x), xLabel), (.title, title)] {
      let text = scene.text(of: mark)
      #expect(text?.string == (string.isEmpty ? nil : string))
      guard let text else { continue }
      let advance = 0.6 * text.fontSize * Double(string.count)
      #expect(isClose(text.origin.x + advance / 2, axes.midX))
      #expect(text.angle == 0)
    }
    let label = scene.text(of: .axisLabel(.y))
    #expect(label?.string == (yLabel.isEmpty ? nil : yLabel))
    guard let label else { return }
    #expect(isClose(label.origin.y - 6 * Double(yLabel.count) / 2, axes.midY))
    #expect(label.angle == 90)
  }

  @Test("Ticks stand where their numbers say")
  func tickPositions() throws {
    let scene = try scene(try diagonal())
    let axes = try #require(scene.axes)
    for (index, value) in [-1, -0.5, 0, 0.5, 1].enumerated() {
      let y = axes.bottom - (value + 1) / 2 * axes.height
      let x = axes.left + (value + 1) / 2 * axes.width
      let row = try #require(scene.lines(of: .gridLine(.y, index: index))?.first)
      #expect(isClose(row[0].x, axes.left) && isClose(row[1].x, axes.right))
      #expect(row.allSatisfy { isClose($0.y, y) })
      let tick = try #require(scene.lines(of: .tick(.y, index: index))?.first)
      #expect(isClose(tick[0].x, axes.left) && isClose(tick[1].x, axes.left - 3.5))
      #expect(tick.allSatisfy { isClose($0.y, y) })
      let column = try #require(scene.lines(of: .gridLine(.x, index: index))?.first)
      #expect(column.allSatisfy { isClose($0.x, x) })
      let label = try #require(scene.text(of: .tickLabel(.x, index: index)))
      #expect(isClose(label.origin.x + 3 * Double(label.string.count), x))
    }
  }

  @Test("A curve goes through its samples and is cut to the axes box")
  func curve() throws {
    let scene = try scene(try diagonal())
    let axes = try #require(scene.axes), lines = try #require(scene.lines(of: .curve(index: 0)))
    let points = try #require(lines.first)
    #expect(lines.count == 1 && points.count == 3)
    #expect(isClose(points[0].x, axes.left) && isClose(points[0].y, axes.bottom))
    #expect(isClose(points[1].x, axes.midX) && isClose(points[1].y, axes.midY))
    #expect(isClose(points[2].x, axes.right) && isClose(points[2].y, axes.top))
    for element in scene.elements where element.mark == .curve(index: 0) {
      guard case .stroke(_, _, let clip?) = element.shape else {
        Issue.record("the curve has no clip")
        continue
      }
      #expect(isClose(clip.left, axes.left) && isClose(clip.right, axes.right))
      #expect(isClose(clip.top, axes.top) && isClose(clip.bottom, axes.bottom))
    }
  }

  @Test("What a curve and the page are called is passed on")
  func accessibility() throws {
    var figure = try diagonal()
    (figure.accessibleTitle, figure.accessibleSummary) = ("name", "summary")
    let scene = try scene(figure)
    #expect(scene.title == "name" && scene.summary == "summary")
  }

  private func isClose(_ a: Double, _ b: Double) -> Bool { (a - b).magnitude <= 1e-9 }
}
