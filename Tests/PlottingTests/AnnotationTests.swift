import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Words beside curves")
struct AnnotationTests {
  /// The line y = x over a square of data, with annotations.
  private func scene(
    _ annotations: [Annotation], axes: AxesStyle = .box, x: [Double] = [-1, 1],
    limits: Bool = true
  ) throws -> Scene {
    let square = limits ? try AxisLimits(-1, 1) : nil
    let panel = Panel(
      curves: [Curve(x: x, y: x)], annotations: annotations, x: AxisOptions(limits: square),
      y: AxisOptions(limits: square))
    return try Figure([panel], axesStyle: axes).scene(measuring: FixedPitchMeasurer())
  }

  private func box(of mark: Scene.Mark, in scene: Scene) -> Rectangle? {
    scene.text(of: mark).map { text in
      FixedPitchMeasurer().measure(text.string, fontSize: text.fontSize, style: .upright)
        .box(at: text.origin)
    }
  }

  @Test(
    "A text stays within the axes",
    arguments: [(-1.0, -1.0), (-1, 1), (1, -1), (1, 1), (0, 1), (-1, 0)]
  )
  func inside(x: Double, y: Double) throws {
    let scene = try scene([.text(x: x, y: y, "eleven more")])
    let axes = try #require(scene.axes)
    let words = try #require(box(of: .annotationLabel(index: 0), in: scene))
    #expect(axes.union(words) == axes)
  }

  @Test("The name of a point near an edge is moved inside, where the curve leaves room for it")
  func nameInside() throws {
    let name = "eleven more"
    let scene = try scene([
      // In the place below to the right.
      .text(x: -0.283, y: -0.697, name), .point(x: -0.55, y: -0.55, label: name, style: 0),
    ])
    let axes = try #require(scene.axes)
    let words = try #require(box(of: .annotationLabel(index: 1), in: scene))
    #expect(axes.union(words) == axes)
    // The curve is the diagonal.
    let isAbove = axes.bottom - words.bottom > (words.right - axes.left) * axes.height / axes.width
    #expect(isAbove && words.right > axes.left + 0.225 * axes.width)
  }

  @Test("A text in the open has its middle at its point")
  func middle() throws {
    let scene = try scene([.text(x: -0.5, y: 0.5, "words")])
    let axes = try #require(scene.axes)
    let words = try #require(box(of: .annotationLabel(index: 0), in: scene))
    #expect((words.midX - axes.left - axes.width / 4).magnitude < 1e-9)
    #expect((words.midY - axes.top - axes.height / 4).magnitude < 1e-9)
  }

  @Test("The name of a line is not put onto another line")
  func onOtherLines() throws {
    let scene = try scene([
      .level(.x, value: 0.5, label: "here"), .level(.y, value: 0.9, label: ""),
    ])
    let words = try #require(box(of: .annotationLabel(index: 0), in: scene))
    let level = try #require(scene.lines(of: .annotation(index: 1))?.first?.first)
    #expect(!(words.top...words.bottom).contains(level.y))
  }

  @Test("The name of a point is not put onto another point")
  func onOtherPoints() throws {
    let scene = try scene([
      .point(x: 0, y: 0, label: "(0, 0)", style: 0), .point(x: 0.12, y: 0.16, label: "", style: 0),
    ])
    let words = try #require(box(of: .annotationLabel(index: 0), in: scene))
    let other = try #require(
      scene.elements.first { $0.mark == .annotation(index: 1) })
    guard case .box(let disc, _) = other.shape else {
      Issue.record("A point is a disc.")
      return
    }
    #expect(!words.overlaps(disc))
  }

  @Test("Numbers at axes through the origin are set off from the level lines that go through")
  func ticksBesideLevels() throws {
    let scene = try scene(
      [.level(.y, value: 0.5, label: ""), .level(.y, value: -0.5, label: "")], axes: .origin)
    let levels = try [0, 1].map {
      try #require(scene.lines(of: .annotation(index: $0))?.first?.first).y
    }
    for element in scene.elements {
      guard case .tickLabel(.y, let index) = element.mark,
        let words = box(of: element.mark, in: scene)
      else { continue }
      let isCrossed = levels.contains { (words.top...words.bottom).contains($0) }
      let isSetOff = scene.elements.contains { $0.mark == .tickLabelBox(.y, index: index) }
      #expect(!isCrossed || isSetOff)
    }
  }

  @Test(
    "Level lines are in sight unless the curves would take less than half of the height",
    arguments: [(1.2, true), (2.9, true), (3.1, false), (-3.1, false), (-2.5, true)])
  func levelsInSight(level: Double, isSeen: Bool) throws {
    let line = try scene([.line(slope: 0, intercept: level, label: "")], limits: false)
    #expect((line.lines(of: .annotation(index: 0)) != nil) == isSeen)
    // One that was asked for by its place is missed.
    let asked = Annotation.level(.y, value: level, label: "")
    if isSeen {
      #expect(try scene([asked], limits: false).lines(of: .annotation(index: 0)) != nil)
    } else {
      #expect(throws: PlottingError.self) { try scene([asked], limits: false) }
    }
  }
}
