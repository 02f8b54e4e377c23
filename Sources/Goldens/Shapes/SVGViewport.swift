internal import Wording

/// How user units of an `svg` or `symbol` element come to lie in the box that it fills.
struct SVGViewport {
  /// The box in units of what is around it.
  var box: Box
  /// From its own user units to those around it.
  var map: Affine
  /// What percentages of lengths in it are of.
  var inner: SIMD2<Double>

  /// The viewport of the root: around it are points.
  ///
  /// - Throws: `ImageError` if it has no size above 0 that can be told.
  static func page(_ root: XMLTree.Node) throws(ImageError) -> SVGViewport {
    let view = viewBox(root)
    func side(_ name: String, _ view: Double?) throws(ImageError) -> Double {
      let length = SVGLength(root.attributes[name])
      if root.attributes[name] != nil, length == nil {
        throw ImageError("The SVG has the \(name) “\((root.attributes[name] ?? "").shortened())”.")
      }
      // Without a size of its own a page is as large as what is on it.
      if let length, !length.isPercentage { return length.points }
      return (view ?? (name == "width" ? 300 : 150)) * 0.75
    }
    let size = SIMD2(try side("width", view?.size.x), try side("height", view?.size.y))
    guard size.x > 0, size.y > 0, size.x <= SVGFlattener.farthest, size.y <= SVGFlattener.farthest
    else {
      throw ImageError("The SVG's page is \(decimal(size.x)) x \(decimal(size.y)) pt.")
    }
    let box = Box(low: .zero, high: size)
    if view != nil { return SVGViewport(root, filling: box) }
    return SVGViewport(box: box, map: .scale([0.75, 0.75]), inner: size / 0.75)
  }

  /// The viewport of an element in a box, by its `viewBox` and `preserveAspectRatio`.
  init(_ node: XMLTree.Node, filling box: Box) {
    self.box = box
    guard let view = Self.viewBox(node) else {
      map = .translation(box.low)
      inner = box.size
      return
    }
    inner = view.size
    var scale = box.size / view.size
    let words = (node.attributes["preserveAspectRatio"] ?? "xMidYMid meet").split(separator: " ")
    let align = words.first ?? "xMidYMid"
    if align != "none" {
      let both = words.last == "slice" ? max(scale.x, scale.y) : min(scale.x, scale.y)
      scale = [both, both]
    }
    let rest = box.size - view.size * scale
    func share(_ low: String, _ high: String) -> Double {
      align.contains(low) ? 0 : align.contains(high) ? 1 : 0.5
    }
    let shift = rest * SIMD2(share("xMin", "xMax"), share("YMin", "YMax"))
    map = Affine.translation(box.low + shift).after(.scale(scale)).after(.translation(-view.low))
  }

  private init(box: Box, map: Affine, inner: SIMD2<Double>) {
    self.box = box
    self.map = map
    self.inner = inner
  }

  private static func viewBox(_ node: XMLTree.Node) -> Box? {
    guard let numbers = SVGScanner.numbers(node.attributes["viewBox"] ?? ""), numbers.count == 4,
      numbers[2] > 0, numbers[3] > 0
    else { return nil }
    let low = SIMD2(numbers[0], numbers[1])
    return Box(low: low, high: low + SIMD2(numbers[2], numbers[3]))
  }
}
