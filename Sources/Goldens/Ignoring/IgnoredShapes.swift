internal import Wording

/// Which shapes of a document are left out.
struct IgnoredShapes {
  /// The indices of the shapes, for each of what is ignored.
  let shapes: [[Int]]
  private let document: SVGDocument
  private let names: ShapeNames

  init(_ ignored: [Ignored], in document: SVGDocument) {
    self.document = document
    let names = ShapeNames(document.shapes, document.shapes.map(\.title))
    self.names = names
    shapes = ignored.map { ignored in
      switch ignored.what {
      case .marks:
        return document.shapes.indices.filter { names.isCalled(ignored.description, $0) }
      case .region(let region):
        let box = region.box(on: document.size), page = Box(low: .zero, high: document.size)
        return document.shapes.indices.filter {
          let shape = document.shapes[$0]
          return !shape.coversPage && box.contains(shape.extent.intersection(page), within: 0.01)
        }
      }
    }
  }

  /// The document without them; what is left is called as it was.
  var rest: SVGDocument {
    let out = Set(shapes.joined())
    guard !out.isEmpty else { return document }
    var rest = document
    rest.shapes = document.shapes.indices.filter { !out.contains($0) }.map { index in
      var shape = document.shapes[index]
      shape.title.number = names.number(index)
      return shape
    }
    return rest
  }

  /// Where the shapes of one are, in points.
  func boxes(of place: Int) -> [Box] { shapes[place].map { document.shapes[$0].extent } }

  /// The name in the document that is nearest to one that nothing has.
  func nearest(to name: String) -> String? {
    Wording.nearest(to: name.lowercased(), among: names.all)
  }
}

extension SVGShape {
  /// Around all that is painted of it, but for the points of sharp corners.
  var extent: Box {
    clips.compactMap { Box($0.outline.points) }.reduce(
      bounds.grown(by: style.stroke == nil ? 0 : style.width / 2)
    ) {
      $0.intersection($1)
    }
  }
}

extension [Ignored] {
  /// What two documents are without what is ignored, and what that is.
  func leftOut(
    of actual: SVGDocument, and expected: SVGDocument
  ) -> (actual: SVGDocument, expected: SVGDocument, leftOut: [LeftOut]) {
    guard !isEmpty else { return (actual, expected, []) }
    let new = IgnoredShapes(self, in: actual), old = IgnoredShapes(self, in: expected)
    let leftOut = enumerated().map { place, ignored in
      let count = Swift.max(new.shapes[place].count, old.shapes[place].count)
      let isLost = count == 0 && ignored.isOfMarks
      return LeftOut(
        ignored, count: count, near: isLost ? old.nearest(to: ignored.description) : nil)
    }
    return (new.rest, old.rest, leftOut)
  }

  /// What of images of a size in pixels is ignored: the boxes of each.
  ///
  /// - Parameters:
  ///   - size: That of both images.
  ///   - scale: How many pixels one of the units is that regions are in.
  /// - Throws: `ImageError` if marks are to be ignored, and nothing says where they are.
  func boxes(
    in size: SIMD2<Double>, scale: Double, _ places: MarkPlaces
  ) throws(ImageError) -> [(ignored: Ignored, boxes: [Box], near: String?)] {
    guard !isEmpty else { return [] }
    var found: [(shapes: IgnoredShapes, scale: Double)] = []
    if let mark = first(where: \.isOfMarks) {
      for case let svg? in [places.expected, places.actual] {
        let document = try SVGDocument(svg)
        let scale = size.x / document.size.x
        // Both sides are cut to whole pixels.
        guard abs(size.y - document.size.y * scale) <= 2 + size.y / size.x else { continue }
        found.append((IgnoredShapes(self, in: document), scale))
      }
      guard !found.isEmpty else {
        throw ImageError(
          "\(quoted(mark.description)) is to be ignored, and nothing says where that is in pixels: have"
            + " the SVG of the same figure beside it, or name a region, as in 10,10,100,40.")
      }
    }
    return enumerated().map { place, ignored in
      if case .region(let region) = ignored.what {
        return (ignored, [region.box(on: size, scale: scale)], nil)
      }
      // What is anti-aliased reaches into the next pixel.
      let boxes = found.flatMap { shapes, scale in
        shapes.boxes(of: place).map {
          Box(low: $0.low * scale, high: $0.high * scale).grown(by: 1)
        }
      }
      return (ignored, boxes, found.first?.shapes.nearest(to: ignored.description))
    }
  }
}
