import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Places of annotations")
struct AnnotationPlaceTests {
  /// A straight line from corner to corner.
  private let line = Curve(x: [-8, 8], y: [-1, 1])

  private func scene(
    _ annotations: [Annotation], curves: [Curve]? = nil, legend: LegendPlace = .best
  ) throws -> Scene {
    try Figure(
      [Panel(curves: curves ?? [line], annotations: annotations)], legend: legend
    ).scene(measuring: FixedPitchMeasurer())
  }

  private func words(in scene: Scene) -> [Rectangle] {
    scene.textBoxes { if case .annotationLabel = $0 { true } else { false } }
  }

  /// Where a value stands along the axes box, whose ends are a margin of 5 % beyond the data.
  private func position(_ value: Double, among range: ClosedRange<Double>) -> Double {
    let span = range.upperBound - range.lowerBound
    return ((value - range.lowerBound) / span + 0.05) / 1.1
  }

  // MARK: Places

  @Test("Levels cross the axes box where they should")
  func levels() throws {
    let scene = try scene([
      .level(.x, value: 2, label: ""), .level(.y, value: 0.5, label: ""), .kink(x: -3),
    ])
    let axes = try #require(scene.axes)
    let upright = try #require(scene.lines(of: .annotation(index: 0))?.first)
    let level = try #require(scene.lines(of: .annotation(index: 1))?.first)
    let kink = try #require(scene.lines(of: .annotation(index: 2))?.first)
    for (line, x) in [(upright, 2.0), (kink, -3)] {
      let place = axes.left + axes.width * position(x, among: -8...8)
      #expect(line.allSatisfy { abs($0.x - place) < 1e-9 })
      #expect(Set(line.map(\.y)) == [axes.top, axes.bottom])
    }
    let height = axes.bottom - axes.height * position(0.5, among: -1...1)
    #expect(level.allSatisfy { abs($0.y - height) < 1e-9 })
    #expect(Set(level.map(\.x)) == [axes.left, axes.right])
  }

  @Test("The name of a point keeps clear of words that have their place")
  func namesBesideWords() throws {
    let words = Annotation.text(x: 2, y: 0.2, "some words here")
    let point = Annotation.point(x: 0, y: 0, label: "(0, 0)", style: 0)
    for annotations in [[words, point], [point, words]] {
      let boxes = self.words(in: try scene(annotations))
      #expect(boxes.count == 2)
      #expect(!boxes[0].overlaps(boxes[1]))
    }
  }

  @Test("Shades and lines are behind the curves, points and words in front")
  func layers() throws {
    let scene = try scene([
      .shade(-8 ... -3), .line(slope: 1, intercept: 0, label: "slope 1"),
      .point(x: 0, y: 0, label: "(0, 0)", style: 0), .text(x: 3, y: -0.5, "words"),
    ])
    let curve = try #require(scene.elements.firstIndex { $0.mark == .curve(index: 0) })
    for index in 0..<3 {
      let place = try #require(
        scene.elements.firstIndex { $0.mark == .annotation(index: index) })
      #expect((place < curve) == (index < 2))
    }
    let labels = scene.elements.indices.filter {
      if case .annotationLabel = scene.elements[$0].mark { true } else { false }
    }
    #expect(labels.count == 3 && labels.allSatisfy { $0 > curve })
  }

  @Test("A straight line is bent where the axis is")
  func lineOnALogarithmicAxis() throws {
    let panel = Panel(
      curves: [Curve(x: [1, 10], y: [1, 100])],
      annotations: [.line(slope: 5, intercept: 10, label: "")], y: AxisOptions(scale: .log))
    let scene = try Figure([panel]).scene(measuring: FixedPitchMeasurer())
    let axes = try #require(scene.axes)
    let points = try #require(scene.lines(of: .annotation(index: 0))?.first)
    #expect(points.count > 50)
    for point in points {
      let x = 1 + 9 * (((point.x - axes.left) / axes.width) * 1.1 - 0.05)
      let decades = 2 * (((axes.bottom - point.y) / axes.height) * 1.1 - 0.05)
      let expected = 5 * x + 10
      #expect(abs(decades - AxisScale.log.coordinate(expected)) < 1e-9)
    }
  }

  // MARK: Words

  @Test("Words stand within the axes, clear of each other and of the legend")
  func wordsKeepApart() throws {
    let curves = ["first", "second"].map { Curve(x: [-8, 8], y: [-1, 1], label: $0) }
    let annotations: [Annotation] = [
      .level(.x, value: 2, label: "upright"), .level(.y, value: 0.5, label: "level"),
      .point(x: 0, y: 0, label: "(0, 0)", style: 0), .point(x: 8, y: 1, label: "(8, 1)", style: 0),
      .point(x: -8, y: -1, label: "(−8, −1)", style: 0),
      .line(slope: 0.125, intercept: 0, label: "slope 0.125"),
    ]
    let scene = try scene(annotations, curves: curves)
    let axes = try #require(scene.axes), boxes = words(in: scene)
    #expect(boxes.count == annotations.count)
    for (index, box) in boxes.enumerated() {
      #expect(axes.union(box) == axes)
      #expect(!boxes[..<index].contains { $0.overlaps(box) })
    }
    for element in scene.elements where element.mark == .legend {
      guard case .box(let legend, _) = element.shape else { continue }
      #expect(!boxes.contains { $0.overlaps(legend) })
    }
  }

  @Test(
    "So do those of points that are close together", arguments: [0.05, 0.2, 1], AxesStyle.allCases)
  func closePoints(distance: Double, style: AxesStyle) throws {
    let points = [8, 8 - distance, 0, distance, -8, -8 + distance].map { x in
      Annotation.point(x: x, y: min(max(x, -1), 1), label: "(\(x), y)", style: 0)
    }
    // Flat at its ends, as most activations are.
    let curve = Curve(x: [-8, -1, 1, 8], y: [-1, -1, 1, 1])
    let figure = Figure([Panel(curves: [curve], annotations: points)], axesStyle: style)
    let boxes = words(in: try figure.scene(measuring: FixedPitchMeasurer()))
    #expect(boxes.count == points.count)
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[..<index].contains { $0.overlaps(box) })
    }
  }

  // MARK: Out of sight

  private static let hidden: [(Annotation, [String])] = [
    (.level(.y, value: 5, label: ""), ["y = 5.0", "-1.1 to 1.1"]),
    (.level(.x, value: -100, label: "far"), ["x = -100.0", "-8.8 to 8.8"]),
    (.text(x: 20, y: 0, "words"), ["x = 20.0"]), (.text(x: 0, y: -3, "words"), ["y = -3.0"]),
    (.point(x: 9, y: 0, label: "", style: 0), ["x = 9.0"]),
    (.point(x: 0, y: 40, label: "", style: 0), ["y = 40.0"]),
  ]

  @Test("What is placed out of sight is a sentence", arguments: hidden)
  func outOfSight(annotation: Annotation, words: [String]) throws {
    let error = #expect(throws: PlottingError.self) { try scene([annotation]) }
    for word in words + ["out of sight"] { #expect(error?.description.contains(word) == true) }
  }

  @Test("Unless another panel shows it, or it is a line through the plane")
  func seenElsewhere() throws {
    let level = Annotation.level(.y, value: 5, label: "five")
    let high = Panel(curves: [Curve(x: [-8, 8], y: [0, 9])], annotations: [level])
    let low = Panel(curves: [line], annotations: [level])
    let figure = Figure([low, high], columns: 2)
    let scene = try figure.scene(measuring: FixedPitchMeasurer())
    let panels = scene.elements.filter { $0.mark == .annotation(index: 0) }.map(\.panel)
    #expect(panels == [1])
    // A tangent or an asymptote is told where it is seen.
    _ = try self.scene([.line(slope: 0, intercept: 9, label: "")])
  }

  @Test("A level at or below 0 has no place on a logarithmic axis")
  func logarithmic() throws {
    let panel = Panel(
      curves: [Curve(x: [1, 2], y: [1, 100])], annotations: [.level(.y, value: 0, label: "")],
      y: AxisOptions(scale: .log))
    #expect(throws: PlottingError.self) {
      try Figure([panel]).scene(measuring: FixedPitchMeasurer())
    }
  }
}
