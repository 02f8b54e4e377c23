internal import Wording

extension SVGFlattener {
  /// A length of an element in user units.
  ///
  /// - Throws: `ImageError` if it is there and is no length.
  func length(
    _ node: XMLTree.Node, _ name: String, _ whole: Double, _ initial: String = "0"
  ) throws(ImageError) -> Double {
    let text = node.attributes[name] ?? initial
    if text == "auto" { return 0 }
    guard let length = SVGLength(text) else {
      throw ImageError("The SVG has a <\(node.name)> with the \(name) “\(text.shortened())”.")
    }
    if length.isOfFont, node.name != "text" { doubts.add(["\(name): \(text)"]) }
    return length.resolved(whole)
  }

  func point(
    _ node: XMLTree.Node, _ x: String, _ y: String, _ around: Surroundings
  ) throws(ImageError) -> SIMD2<Double> {
    [try length(node, x, around.viewport.x), try length(node, y, around.viewport.y)]
  }

  /// The outline of one of SVG's basic shapes in its user units; `nil` for other elements.
  func outline(
    of node: XMLTree.Node, _ around: Surroundings
  ) throws(ImageError) -> SVGOutline? {
    switch node.name {
    case "path": return try SVGOutline(pathData: node.attributes["d"] ?? "")
    case "rect": return try rectangle(node, around)
    case "circle":
      let radius = try length(node, "r", around.viewport.length / 2.0.squareRoot())
      if radius <= 0 { return SVGOutline() }
      return .ellipse(try point(node, "cx", "cy", around), [radius, radius])
    case "ellipse":
      let radii = try radii(node, around)
      if radii.min() <= 0 { return SVGOutline() }
      return .ellipse(try point(node, "cx", "cy", around), radii)
    case "line":
      return .polyline(
        [try point(node, "x1", "y1", around), try point(node, "x2", "y2", around)], isClosed: false)
    case "polyline", "polygon":
      guard let numbers = SVGScanner.numbers(node.attributes["points"] ?? "") else {
        throw ImageError("The SVG has a <\(node.name)> with points that are no numbers.")
      }
      let corners = stride(from: 0, to: numbers.count - 1, by: 2).map {
        SIMD2(numbers[$0], numbers[$0 + 1])
      }
      return .polyline(corners, isClosed: node.name == "polygon" && !corners.isEmpty)
    default: return nil
    }
  }

  private func rectangle(
    _ node: XMLTree.Node, _ around: Surroundings
  ) throws(ImageError) -> SVGOutline {
    let low = try point(node, "x", "y", around), size = try point(node, "width", "height", around)
    guard size.min() > 0 else { return SVGOutline() }
    return .roundedBox(Box(low: low, high: low + size), try radii(node, around))
  }

  /// The radii of a `rect` or `ellipse`; one that is not given, or less than 0, is as long as the
  /// other, whatever direction that is a percentage of.
  private func radii(
    _ node: XMLTree.Node, _ around: Surroundings
  ) throws(ImageError) -> SIMD2<Double> {
    func radius(_ name: String, _ whole: Double) throws(ImageError) -> Double? {
      guard (node.attributes[name] ?? "auto") != "auto" else { return nil }
      let radius = try length(node, name, whole)
      return radius < 0 ? nil : radius
    }
    let x = try radius("rx", around.viewport.x), y = try radius("ry", around.viewport.y)
    return [x ?? y ?? 0, y ?? x ?? 0]
  }

  /// Where something lies that is not understood.
  func opaqueOutline(
    of node: XMLTree.Node, _ around: Surroundings
  ) throws(ImageError) -> SVGOutline {
    // Texts may give a place to each letter; the first is theirs.
    func first(_ name: String, _ whole: Double) -> Double {
      let words = (node.attributes[name] ?? "").split { $0 == "," || $0 <= " " }
      return SVGLength(words.first.map(String.init))?.resolved(whole) ?? 0
    }
    let low = SIMD2(first("x", around.viewport.x), first("y", around.viewport.y))
    let size = SIMD2(first("width", around.viewport.x), first("height", around.viewport.y))
    var outline = SVGOutline()
    if size.min() > 0 { return .box(Box(low: low, high: low + size)) }
    outline.move(low)
    if node.name == "text", let length = SVGLength(node.attributes["textLength"]), length.isScreen {
      outline.line(low + [length.value, 0])
    }
    return outline
  }

  /// What is alone in a group, and in a group that is alone in one; any other element itself.
  func content(ofGroup index: Int) -> Int {
    var index = index
    while tree.nodes[index].name == "g", tree.nodes[index].children.count == 1 {
      index = tree.nodes[index].children[0]
    }
    return index
  }

  /// Makes one shape of letters that were drawn one by one, as writers do that define each once.
  mutating func joinLetters(from first: Int) {
    guard shapes.count - first > 1 else { return }
    let style = shapes[first].style, clips = shapes[first].clips
    let areLetters = shapes[first...].allSatisfy {
      $0.content == nil && $0.style == style && $0.clips == clips
    }
    guard areLetters, style.stroke == nil else { return }
    var outline = SVGOutline()
    for shape in shapes[first...] { outline.append(shape.outline) }
    let title = shapes[first].title
    shapes.removeSubrange(first...)
    shapes.append(
      SVGShape(name: "path", outline: outline, style: style, clips: clips, title: title))
  }
}
