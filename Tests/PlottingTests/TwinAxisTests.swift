import TestSupport
import Testing
import Typesetting

@testable import Plotting

@Suite("A second y axis")
struct TwinAxisTests {
  /// A straight line from (0, 0) to (1, 10), and by the second axis one from (0, -1) to (1, 3).
  private func panel(_ change: (inout Panel) -> Void = { _ in }) -> Panel {
    var panel = Panel(
      curves: [Curve(x: [0, 1], y: [0, 10], label: "f")], y: AxisOptions(label: "left"))
    panel.twin = TwinAxis(
      Panel(
        curves: [Curve(x: [0, 1], y: [-1, 3], label: "g")],
        dots: [Dot(x: 0.5, y: 1, isFull: true, style: 1)],
        annotations: [
          .point(x: 1, y: 3, label: "end", style: 1), .line(slope: 4, intercept: -1, label: ""),
        ],
        y: AxisOptions(label: "right")))
    change(&panel)
    return panel
  }

  private func scene(_ panels: [Panel], columns: Int = 1, shared: Set<Axis> = []) throws -> Scene {
    try Figure(panels, columns: columns, shared: shared).scene(measuring: FixedPitchMeasurer())
  }

  /// The height of the middle of a round box.
  private func height(of mark: Scene.Mark, in scene: Scene) -> Double? {
    for element in scene.elements where element.mark == mark {
      if case .box(let box, _) = element.shape { return box.midY }
    }
    return nil
  }

  @Test("Each curve fills the box by its own axis")
  func limits() throws {
    let scene = try scene([panel()])
    let axes = try #require(scene.axes)
    for index in 0...1 {
      let run = try #require(scene.lines(of: .curve(index: index))?.first)
      let last = try #require(run.last)
      #expect((run[0].y - (axes.bottom - axes.height / 22)).magnitude < 1e-9)
      #expect((last.y - (axes.top + axes.height / 22)).magnitude < 1e-9)
    }
    #expect(scene.tickLabels(.y).contains("10") && !scene.tickLabels(.twin).contains("10"))
    #expect(scene.tickLabels(.twin).contains("3"))
  }

  @Test("Its ticks are where its values are, and stand outwards at the right side")
  func ticks() throws {
    let scene = try scene([panel()])
    let axes = try #require(scene.axes)
    let labels = scene.tickLabels(.twin)
    #expect(labels.count > 2)
    for (index, label) in labels.enumerated() {
      let line = try #require(scene.lines(of: .tick(.twin, index: index))?.first)
      let value = try #require(Double(label.replacing("\u{2212}", with: "-")))
      // The extent of the curve and a margin of a 20th at both ends.
      let expected = axes.bottom - (value + 1.2) / 4.4 * axes.height
      #expect((line[0].y - expected).magnitude < 1e-9)
      #expect(line[0].x == axes.right && line[1].x > axes.right)
      let text = try #require(scene.text(of: .tickLabel(.twin, index: index)))
      #expect(text.origin.x > line[1].x)
    }
    // Only the left axis has a grid.
    #expect(
      !scene.elements.contains { if case .gridLine(.twin, _) = $0.mark { true } else { false } })
  }

  @Test("Dots, points and lines of its curves go by it too")
  func marks() throws {
    let scene = try scene([panel()])
    let axes = try #require(scene.axes)
    let dot = try #require(height(of: .dot(index: 0), in: scene))
    #expect((dot - axes.midY).magnitude < 1e-9)
    let end = try #require(scene.lines(of: .curve(index: 1))?.first?.last)
    #expect((try #require(height(of: .annotation(index: 0), in: scene)) - end.y).magnitude < 1e-9)
    // The line is that of the curve.
    let line = try #require(scene.lines(of: .annotation(index: 1))?.first)
    let steepness = (line[1].y - line[0].y) / (line[1].x - line[0].x)
    let run = try #require(scene.lines(of: .curve(index: 1))?.first)
    #expect((steepness - (run[1].y - run[0].y) / (run[1].x - run[0].x)).magnitude < 1e-9)
  }

  @Test(
    "Its words are at the right of its numbers, and both in the colour of its curve if it has one")
  func words() throws {
    let scene = try scene([
      panel {
        $0.y.style = 0
        $0.twin?.y.style = 1
      }
    ])
    let label = try #require(scene.text(of: .axisLabel(.twin)))
    let number = try #require(scene.text(of: .tickLabel(.twin, index: 0)))
    #expect(label.string == "right" && label.angle == 90 && label.origin.x > number.origin.x)
    #expect(label.color == Theme.chapter.curve(1).color && number.color == label.color)
    #expect(scene.text(of: .axisLabel(.y))?.color == Theme.chapter.curve(0).color)
    #expect(scene.width >= label.origin.x)
    let plain = try self.scene([panel()])
    #expect(plain.text(of: .axisLabel(.twin))?.color == Theme.chapter.textColor)
  }

  @Test("A theme without a right side has one for it")
  func side() throws {
    var figure = Figure([panel()], theme: .minimal)
    let scene = try figure.scene(measuring: FixedPitchMeasurer())
    #expect(scene.lines(of: .spine(.right)) != nil && scene.lines(of: .spine(.top)) == nil)
    figure.panels[0].twin = nil
    let plain = try figure.scene(measuring: FixedPitchMeasurer())
    #expect(plain.lines(of: .spine(.right)) == nil)
  }

  @Test("Panels that share y share it, and the last of a row has its numbers")
  func shared() throws {
    let other = panel { $0.twin?.curves[0].y = [-1, 6] }
    let scene = try scene([panel(), other], columns: 2, shared: [.y])
    func panels(_ axis: Axis) -> Set<Int> {
      Set(
        scene.elements.compactMap { element in
          if case .tickLabel(axis, _) = element.mark { element.panel } else { nil }
        })
    }
    #expect(panels(.y) == [0] && panels(.twin) == [1])
    #expect(scene.tickLabels(.twin).contains("6"))
  }

  @Test("Names have no room at the ends beside it, and stand in a box")
  func legend() throws {
    let figure = Figure([panel()], legend: .ends)
    let scene = try figure.scene(measuring: FixedPitchMeasurer())
    #expect(scene.elements.contains { $0.mark == .legend })
    #expect(scene.text(of: .legendLabel(index: 1))?.string == "g")
  }

  private static let refused: [(change: @Sendable (inout Figure) -> Void, error: PlottingError)] = [
    ({ $0.axesStyle = .origin }, .twinAtOrigin),
    ({ $0.panels[0].hasEqualUnits = true }, .twinWithEqualUnits),
    ({ $0.panels[0].y.scale = .log }, .twinScale(.log)),
    ({ $0.panels[0].twin?.y.scale = .symlog(threshold: 1) }, .twinScale(.symlog(threshold: 1))),
    (
      { $0.panels[0].twin?.annotations = [.point(x: 0, y: 50, label: "", style: 1)] },
      .outOfSight(.y, value: 50, shown: -1.2...3.2)
    ),
  ]

  @Test("What it does not go together with is said", arguments: refused.indices)
  func refusals(row: Int) throws {
    let (change, error) = Self.refused[row]
    var figure = Figure([panel { $0.twin?.annotations = [] }])
    change(&figure)
    #expect(throws: error) { try figure.scene(measuring: FixedPitchMeasurer()) }
    #expect(error.description.hasSuffix("."))
  }
}
