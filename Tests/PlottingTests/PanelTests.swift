import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Panels")
struct PanelTests {
  private func panel(_ height: Double, title: String = "", label: String = "") -> Panel {
    Panel(
      curves: [Curve(x: [0, 10], y: [0, height], label: label)], title: title,
      x: AxisOptions(label: "x"), y: AxisOptions(label: "y"))
  }

  private func scene(_ figure: Figure) throws -> Scene {
    try figure.scene(measuring: FixedPitchMeasurer())
  }

  /// The axes box of each panel.
  private func boxes(_ scene: Scene, count: Int) throws -> [Rectangle] {
    try (0..<count).map { index in
      var part = scene
      part.elements = scene.elements.filter { $0.panel == index }
      return try #require(part.axes)
    }
  }

  private func tickLabels(_ axis: Axis, _ scene: Scene, panel: Int) -> [String] {
    var part = scene
    part.elements = scene.elements.filter { $0.panel == panel }
    return part.tickLabels(axis)
  }

  @Test("They are equal boxes in rows and columns", arguments: [1, 2, 3, 5])
  func grid(columns: Int) throws {
    let figure = Figure(
      (0..<5).map { panel(Double($0) + 1) }, columns: columns,
      size: try FigureSize(width: 700, height: 500))
    let boxes = try boxes(try scene(figure), count: 5)
    for (index, box) in boxes.enumerated() {
      #expect(abs(box.width - boxes[0].width) < 1e-9 && abs(box.height - boxes[0].height) < 1e-9)
      #expect(abs(box.left - boxes[index % columns].left) < 1e-9)
      #expect(abs(box.top - boxes[index / columns * columns].top) < 1e-9)
      #expect(!boxes[..<index].contains { $0.overlaps(box) })
    }
    #expect(Set(boxes.map { ($0.left * 1e6).rounded() }).count == columns)
  }

  @Test("Panels that share an axis show the same and are labelled once")
  func sharing() throws {
    let panels = (1...4).map { panel(Double($0)) }
    let scene = try scene(Figure(panels, columns: 2, shared: [.x, .y]))
    for index in 0..<4 {
      #expect(tickLabels(.x, scene, panel: index).isEmpty == (index < 2))
      #expect(tickLabels(.y, scene, panel: index).isEmpty == (index % 2 == 1))
    }
    #expect(tickLabels(.y, scene, panel: 0) == tickLabels(.y, scene, panel: 2))
    let own = try self.scene(Figure(panels, columns: 2))
    #expect(tickLabels(.y, own, panel: 0) != tickLabels(.y, own, panel: 2))
    #expect((0..<4).allSatisfy { !tickLabels(.x, own, panel: $0).isEmpty })
  }

  @Test("A giant among them is cut where the others end")
  func giants() throws {
    let figure = Figure([panel(1), panel(2), panel(1e6)], columns: 3, shared: [.y])
    let shown = try figure.shownOrdinates().map(\.y)
    #expect(Set(shown).count == 1 && shown[0].upperBound < 3)
    #expect(
      try Figure([panel(1), panel(1e6)], shared: [.y]).shownOrdinates().map(\.y)[0].upperBound > 1e6
    )
  }

  @Test(
    "Of many the few that are much higher than any other are cut, and of few none",
    arguments: [
      ([2, 2, 1.8, 2.5, 2, 2.2, 2, 5], 3.0), ([2, 2, 2, 2, 5, 5, 5, 5], 6), ([2, 2, 5], 6),
      ([2, 2, 2, 2, 2, 2.8], 4), ([2, 2, 2, 2, 2, 3.5], 3),
      (Array(repeating: 2, count: 15) + [5, 6], 3),
    ] as [([Double], Double)])
  func fewGiants(heights: [Double], below bound: Double) throws {
    let figure = Figure(heights.map { panel($0) }, columns: 3, shared: [.y])
    let shown = try figure.shownOrdinates().map(\.y)
    #expect(shown[0].upperBound < bound && shown[0].upperBound > bound / 1.6)
  }

  @Test("What a logarithmic axis shows is told in values")
  func shownOrdinates() throws {
    var panel = panel(1)
    panel.y.limits = try AxisLimits(1e-3, 1e3)
    panel.y.scale = .log
    let shown = try #require(try Figure([panel]).shownOrdinates().map(\.y).first)
    #expect(abs(shown.lowerBound - 1e-3) < 1e-12 && abs(shown.upperBound - 1e3) < 1e-6)
  }

  @Test("The labels of one column's y axes are in line")
  func alignment() throws {
    let scene = try scene(Figure([panel(1), panel(1000), panel(0.001)]))
    let baselines = scene.elements.compactMap { element -> Double? in
      guard case .axisLabel(.y) = element.mark, case .text(let text) = element.shape else {
        return nil
      }
      return text.origin.x
    }
    #expect(baselines.count == 3 && baselines.allSatisfy { abs($0 - baselines[0]) < 1e-9 })
  }

  @Test("A legend outside is right of all panels and says each name once")
  func legendOutside() throws {
    let panels = (1...3).map { height in
      Panel(
        curves: ["f", "g"].map { Curve(x: [0, 1], y: [0, Double(height)], label: $0) })
    }
    let scene = try scene(Figure(panels, columns: 3, legend: .outside))
    let names = scene.elements.compactMap { element -> String? in
      guard case .legendLabel = element.mark, case .text(let text) = element.shape else {
        return nil
      }
      return text.string
    }
    #expect(names == ["f", "g"])
    let right = try boxes(scene, count: 3).map(\.right).max()
    #expect(
      scene.textBoxes { if case .legendLabel = $0 { true } else { false } }
        .allSatisfy { $0.left > right ?? .infinity })
  }

  @Test("More panels than a page has room for are a sentence", arguments: [1.0, 40])
  func noRoom(side: Double) throws {
    var figure = Figure((0..<86).map { _ in panel(1, title: "title") }, columns: 9)
    figure.size = try FigureSize(width: side, height: side)
    let error = #expect(throws: PlottingError.self) { try scene(figure) }
    #expect(error?.description.contains("86 panels have no room") == true)
  }
}
