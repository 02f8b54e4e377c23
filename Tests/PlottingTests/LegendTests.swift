import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("The legend")
struct LegendTests {
  private func scene(_ curves: [Curve]) throws -> Scene {
    try Figure([Panel(curves: curves)]).scene(measuring: FixedPitchMeasurer())
  }

  private func legendBox(of scene: Scene) -> Rectangle? {
    for element in scene.elements where element.mark == .legend {
      if case .box(let box, _) = element.shape { return box }
    }
    return nil
  }

  @Test("One curve needs none, and neither do curves without names")
  func none() throws {
    #expect(legendBox(of: try scene([Curve(x: [0, 1], y: [0, 1], label: "a")])) == nil)
    let plain = Curve(x: [0, 1], y: [0, 1])
    #expect(legendBox(of: try scene([plain, plain])) == nil)
  }

  @Test("It names the curves in order, each beside a line as the curve is drawn")
  func entries() throws {
    let curves = ["a", "bb", "ccc"].map { Curve(x: [0, 1], y: [0, 1], label: $0) }
    let scene = try scene(curves)
    let box = try #require(legendBox(of: scene))
    var baseline = 0.0
    for (index, curve) in curves.enumerated() {
      let label = try #require(scene.elements.first { $0.mark == .legendLabel(index: index) })
      let handle = try #require(scene.elements.first { $0.mark == .legendHandle(index: index) })
      let drawn = try #require(scene.elements.first { $0.mark == .curve(index: index) })
      guard case .text(let text) = label.shape, case .stroke(let runs, let style, _) = handle.shape,
        case .stroke(_, let curveStyle, _) = drawn.shape
      else {
        Issue.record("An entry is text beside a line.")
        continue
      }
      #expect(text.string == curve.label && text.origin.y > baseline && style == curveStyle)
      baseline = text.origin.y
      let extent = FixedPitchMeasurer().measure(
        text.string, fontSize: text.fontSize, style: FontStyle.upright)
      #expect(text.origin.x > runs[0][1].x && text.origin.x + extent.advance < box.right)
      #expect(box.left < runs[0][0].x && text.origin.y < box.bottom)
    }
  }

  @Test(
    "It stands in the first corner, from the top right round, that no curve crosses",
    arguments: [
      ([0.0, 0, 0, 0, 0], true, true), ([0, 0, 0, 0, 9], false, true),
      ([9, 0, 0, 0, 9], false, false),
    ]
  )
  func place(y: [Double], isRight: Bool, isTop: Bool) throws {
    let x = (0...400).map { Double($0) / 100 }
    // Straight from one of the ordinates to the next.
    let ordinates = x.map { x in
      let i = min(Int(x), 3)
      return y[i] + (y[i + 1] - y[i]) * (x - Double(i))
    }
    let curve = Curve(x: x, y: ordinates, label: "f")
    let scene = try scene([curve, curve])
    let box = try #require(legendBox(of: scene))
    #expect((box.midX > scene.width / 2) == isRight)
    #expect((box.midY < scene.height / 2) == isTop)
  }

  @Test(
    "A corner that is asked for is taken, whatever is there",
    arguments: [
      (LegendPlace.topRight, true, true), (.topLeft, false, true), (.bottomLeft, false, false),
      (.bottomRight, true, false),
    ])
  func corner(place: LegendPlace, isRight: Bool, isTop: Bool) throws {
    let curves = [0.0, 1, 2, 3].map { Curve(x: [0, 1], y: [$0, 3 - $0], label: "f") }
    let scene = try Figure([Panel(curves: curves)], legend: place)
      .scene(measuring: FixedPitchMeasurer())
    let box = try #require(legendBox(of: scene)), axes = try #require(scene.axes)
    #expect((box.midX > axes.midX) == isRight && (box.midY < axes.midY) == isTop)
    #expect(axes.union(box) == axes)
  }

  @Test("The best place covers no curve; where there is none in the axes it is beside them")
  func bestOfACrowd() throws {
    // Lines everywhere.
    let curves = (0..<20).map { Curve(x: [0, 1], y: [Double($0), Double($0)], label: "f\($0)") }
    let scene = try scene(curves)
    let box = try #require(legendBox(of: scene)), axes = try #require(scene.axes)
    #expect(box.left > axes.right)
  }

  @Test("Names at the ends stand in the order of the curves, apart, and right of the axes")
  func ends() throws {
    let heights = [3.0, 1, 1.01, 1.02, -2, 3]
    let curves = heights.enumerated().map { index, height in
      Curve(x: [0, 1], y: [0, height], label: "f\(index)")
    }
    let scene = try Figure([Panel(curves: curves)], legend: .ends)
      .scene(measuring: FixedPitchMeasurer())
    let axes = try #require(scene.axes)
    let names = scene.elements.compactMap { element -> Scene.Text? in
      guard case .legendLabel = element.mark, case .text(let text) = element.shape else {
        return nil
      }
      return text
    }
    #expect(names.map(\.string) == ["f0", "f5", "f3", "f2", "f1", "f4"])
    for (upper, lower) in zip(names, names.dropFirst()) {
      #expect(lower.origin.y - upper.origin.y > 1.2 * upper.fontSize)
    }
    #expect(names.allSatisfy { $0.origin.x > axes.right })
    for index in heights.indices {
      let line = try #require(scene.lines(of: .legendHandle(index: index))?.first)
      let end = try #require(scene.lines(of: .curve(index: index))?.last?.last)
      #expect(abs(line[0].y - end.y) < 1e-9)
    }
  }

  @Test("Five hundred curves have five hundred names on the page")
  func crowd() throws {
    let curves = (0..<500).map { Curve(x: [0, 1], y: [0, Double($0)], label: "f\($0)") }
    for place in LegendPlace.allCases where place != .none {
      let scene = try Figure([Panel(curves: curves)], legend: place)
        .scene(measuring: FixedPitchMeasurer())
      let boxes = scene.textBoxes { if case .legendLabel = $0 { true } else { false } }
      #expect(boxes.count == 500)
      #expect(boxes.allSatisfy { $0.right < scene.width && $0.bottom < scene.height && $0.top > 0 })
    }
  }

  @Test("It keeps off a line along the edge where there is room beside the line")
  func besideLines() throws {
    let curve = Curve(x: [0, 1, 2], y: [0, 0.1, 0], label: "f")
    let levels = [0.05, 0.5, 0.95].map { Annotation.level(.y, value: $0, label: "") }
    let panel = Panel(
      curves: [curve, curve], annotations: levels, y: AxisOptions(limits: try AxisLimits(0, 1)))
    let scene = try Figure([panel]).scene(measuring: FixedPitchMeasurer())
    let box = try #require(legendBox(of: scene))
    for index in levels.indices {
      let line = try #require(scene.lines(of: .annotation(index: index))?.first?.first)
      #expect(!(box.top...box.bottom).contains(line.y))
    }
  }

  @Test("Outside it stands beside the axes, however wide the title is")
  func outside() throws {
    let curve = Curve(x: [0, 1], y: [0, 1], label: "f")
    var distances: [Double] = []
    for title in ["t", String(repeating: "wide ", count: 40)] {
      let figure = Figure([Panel(curves: [curve, curve])], legend: .outside, title: title)
      let scene = try figure.scene(measuring: FixedPitchMeasurer())
      let axes = try #require(scene.axes), box = try #require(legendBox(of: scene))
      distances.append(box.left - axes.right)
    }
    #expect(distances[0] > 0 && (distances[0] - distances[1]).magnitude < 1e-9)
  }

  @Test("Below it is as wide as the axes allow and no higher than that takes")
  func below() throws {
    for (count, isOneRow) in [(2, true), (4, true), (9, false)] {
      let curves = (0..<count).map { Curve(x: [0, 1], y: [0, 1], label: "f\($0)") }
      let scene = try Figure([Panel(curves: curves)], legend: .below)
        .scene(measuring: FixedPitchMeasurer())
      let axes = try #require(scene.axes), box = try #require(legendBox(of: scene))
      #expect(box.top > axes.bottom + 20 && box.width <= axes.width && box.bottom < scene.height)
      #expect((box.midX - axes.midX).magnitude < 1e-9)
      let rows = Set(
        curves.indices.map { scene.text(of: .legendLabel(index: $0))?.origin.y ?? 0 })
      #expect((rows.count == 1) == isOneRow)
    }
  }

  @Test("It has a title and columns on wish", arguments: [(1, 5), (2, 3), (3, 2), (9, 1)])
  func titleAndColumns(columns: Int, rows: Int) throws {
    let curves = (0..<5).map { Curve(x: [0, 1], y: [0, 1], label: "f\($0)") }
    var figure = Figure([Panel(curves: curves)], legend: .topLeft)
    let plain = try #require(
      legendBox(of: try figure.scene(measuring: FixedPitchMeasurer())))
    figure.legendOptions = LegendOptions(title: "all of them", columns: columns)
    let scene = try figure.scene(measuring: FixedPitchMeasurer())
    let box = try #require(legendBox(of: scene))
    let places = curves.indices.compactMap { scene.text(of: .legendLabel(index: $0))?.origin }
    #expect(Set(places.map(\.y)).count == rows)
    let title = try #require(scene.text(of: .legendTitle))
    #expect(title.string == "all of them" && places.allSatisfy { $0.y > title.origin.y })
    #expect(box.left < title.origin.x && title.origin.y > box.top)
    if columns == 1 { #expect(box.height > plain.height) }
  }

  @Test("Points are named behind the curves, beside a dot")
  func points() throws {
    var dot = Dot(x: 0.5, y: 0.5, isFull: true, style: 1)
    dot.label = "data"
    let panel = Panel(curves: [Curve(x: [0, 1], y: [0, 1], label: "f")], dots: [dot, dot])
    for place in [LegendPlace.best, .ends] {
      let scene = try Figure([panel], legend: place).scene(measuring: FixedPitchMeasurer())
      #expect(scene.text(of: .legendLabel(index: place == .ends ? 0 : 1))?.string == "data")
      #expect(
        scene.elements.contains { element in
          guard case .legendHandle = element.mark, case .box = element.shape else { return false }
          return true
        })
    }
  }

  @Test("Of several panels it stands below where that takes less of the page")
  func besideOrBelow() throws {
    let curves = ["a", "b"].map { Curve(x: [0, 1], y: [0, 1], label: $0) }
    for (count, columns, isBelow) in [(4, 2, true), (12, 3, true), (1, 1, false)] {
      let figure = Figure(
        Array(repeating: Panel(curves: curves), count: count), columns: columns, legend: .outside,
        size: try FigureSize(width: 400, height: 400))
      let scene = try figure.scene(measuring: FixedPitchMeasurer())
      let box = try #require(legendBox(of: scene))
      #expect((box.top > scene.height / 2) == isBelow && (box.left > scene.width / 2) != isBelow)
    }
  }

  @Test("Sixteen curves are drawn in sixteen ways")
  func styles() {
    let styles = (0..<16).map { Theme.chapter.curve($0) }
    #expect(Set(styles).count == 16)
    #expect(styles[0].dashes.isEmpty && styles[0].color == Color(0x1f77b4))
  }
}
