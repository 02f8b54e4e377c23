import Books
import Figures
import Foundation
import Goldens
import Plotting
import Testing

@testable import CairoRenderer
import Typesetting

/// The chapter's figures as written to SVG against the published ones.
@Suite struct ChapterSVGTests {
  let reference: ChapterReference
  let text: TextSetter

  init() throws {
    reference = try ChapterReference.load()
    text = try TextSetter()
  }

  private func document(_ name: String) throws -> (SVGDocument, ChapterReference.Figure) {
    let request = try #require(Chapter.figures.first { $0.name == name })
    return (
      try SVGDocument(request.render(as: .svg)),
      try #require(reference.figures[name])
    )
  }

  @Test(arguments: Chapter.figures.map(\.name))
  func pageSize(_ name: String) throws {
    let (document, expected) = try document(name)
    for (side, want) in zip(["width", "height"], expected.page) {
      let value = try #require(document.root[side])
      #expect(value.hasSuffix("pt"))
      #expect(abs(try #require(Double(value.dropLast(2))) - want) < 0.01)
    }
  }

  /// Background; per tick of x and then of y: grid line, tick, label; axis label after each axis;
  /// the curve; the sides of the axes box.
  @Test(arguments: Chapter.figures.map(\.name))
  func drawingOrder(_ name: String) throws {
    let (document, expected) = try document(name)
    let labels = try expected.labels(text)
    let axes = (
      left: expected.axes[0], top: expected.axes[1],
      right: expected.axes[0] + expected.axes[2], bottom: expected.axes[1] + expected.axes[3]
    )
    var rest = document.shapes[...]
    let first = rest.popFirst()
    let background = try #require(first)
    #expect(background.name == "rect" && background.fillColor == "#ffffff")

    for (ticks, texts, isX) in [
      (expected.xticks, labels.x, true), (expected.yticks, labels.y, false),
    ] {
      for (tick, label) in zip(ticks, texts) {
        let p = tick.position
        expectLine(
          rest.popFirst(), "#b0b0b0",
          isX ? [(p, axes.top), (p, axes.bottom)] : [(axes.left, p), (axes.right, p)])
        expectLine(
          rest.popFirst(), "#000000",
          isX
            ? [(p, axes.bottom), (p, axes.bottom + 3.5)]
            : [(axes.left, p), (axes.left - 3.5, p)])
        try expectText(rest.popFirst(), label)
      }
      let axisLabel = try #require(texts.last)
      try expectText(rest.popFirst(), axisLabel)
    }
    let stroke = rest.popFirst()
    let curve = try #require(stroke)
    #expect(curve.strokeColor == "#1f77b4")
    #expect(curve.style.width == 1.5)
    #expect(curve.style.cap == "square")
    #expect(curve.style.join == "round")
    for side in [
      [(axes.left, axes.bottom), (axes.left, axes.top)],
      [(axes.right, axes.bottom), (axes.right, axes.top)],
      [(axes.left, axes.bottom), (axes.right, axes.bottom)],
      [(axes.left, axes.top), (axes.right, axes.top)],
    ] {
      expectLine(rest.popFirst(), "#000000", side, cap: "square")
    }
    #expect(rest.isEmpty)
  }

  private func expectLine(
    _ shape: SVGShape?, _ color: String, _ points: [(Double, Double)],
    cap: String = "butt"
  ) {
    guard let shape else {
      Issue.record("a line is missing")
      return
    }
    #expect(shape.strokeColor == color)
    #expect(shape.style.width == 0.8)
    #expect(shape.style.cap == cap)
    #expect(shape.style.join == "miter")
    #expect(shape.points.count == points.count)
    for (got, want) in zip(shape.points, points) {
      #expect(abs(got.x - want.0) < 0.01 && abs(got.y - want.1) < 0.01)
    }
  }

  /// The outline of the label's own glyphs, at its place: other words would have other points.
  private func expectText(
    _ shape: SVGShape?, _ label: ChapterReference.Figure.Label
  ) throws {
    let shape = try #require(shape)
    #expect(shape.fillColor == "#000000")
    let scale = 10 / text.unitsPerEm
    var contours: [[SIMD2<Double>]] = []
    try text.layOut(label.string) { placed in
      for command in placed.glyph.outline {
        if case .move = command { contours.append([]) }
        let end =
          switch command {
          case .move(let point), .line(let point), .curve(_, _, let point): point
          }
        let x = (end.x + placed.x) * scale, y = end.y * scale
        contours[contours.count - 1].append(
          label.angle == 0 ? [label.x + x, label.y - y] : [label.x - y, label.y - x])
      }
    }
    // The font's u has a contour that is a single point, and is not seen.
    let expected = contours.filter { Set($0).count > 1 }.joined()
    // Cairo leaves out points that repeat; all that it wrote lie on the outline, and span it.
    for point in expected {
      #expect(
        shape.points.contains { abs($0.x - point.x) < 0.05 && abs($0.y - point.y) < 0.05 },
        "“\(label.string)” lacks a point near \(point)")
    }
    for side in [\SIMD2<Double>.x, \.y] {
      let got = shape.points.map { $0[keyPath: side] }
      let want = expected.map { $0[keyPath: side] }
      #expect(abs((got.min() ?? 0) - (want.min() ?? 1)) < 0.05)
      #expect(abs((got.max() ?? 0) - (want.max() ?? 1)) < 0.05)
    }
  }

  /// Every one of the 160 samples lies on the drawn line, to 0.01 pt.
  @Test(arguments: zip(Chapter.figures.map(\.name), published))
  func curve(_ name: String, _ function: Published) throws {
    let (document, expected) = try document(name)
    let curve = try #require(document.shapes.first { $0.strokeColor == "#1f77b4" })
    for i in 0..<160 {
      let x = Double(Float(-8 + Double(i) * Double(Float(0.1))))
      let pageX =
        expected.axes[0] + (x - reference.xlim[0]) / (reference.xlim[1] - reference.xlim[0])
        * expected.axes[2]
      let pageY =
        expected.axes[1] + expected.axes[3]
        - (function.value(x) - expected.ylim[0]) / (expected.ylim[1] - expected.ylim[0])
        * expected.axes[3]
      #expect(distance(from: [pageX, pageY], to: curve.points) < 0.01, "sample \(i)")
    }
  }

  /// From a point to the nearest point of a polyline.
  private func distance(
    from point: SIMD2<Double>, to line: [SIMD2<Double>]
  ) -> Double {
    zip(line, line.dropFirst()).map { a, b in
      let dx = b.x - a.x, dy = b.y - a.y
      let along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy)
      let t = min(max(along, 0), 1)
      return hypot(point.x - a.x - t * dx, point.y - a.y - t * dy)
    }.min() ?? .infinity
  }
}

/// What the chapter prints, written down independently of the numeric core.
struct Published: Sendable {
  let value: @Sendable (Double) -> Double
}

let published = [
  Published { max($0, 0) },
  // 0 up to x = -0.1, 1 from the sample just above 0 on: the riser stands between them.
  Published { $0 > 0 ? 1 : 0 },
  Published { 1 / (1 + exp(-$0)) },
  Published { 1 / pow(exp($0 / 2) + exp(-$0 / 2), 2) },
  Published { tanh($0) },
  Published { 1 / pow(cosh($0), 2) },
]
