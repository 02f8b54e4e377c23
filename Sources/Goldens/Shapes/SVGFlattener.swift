internal import Wording

/// Follows an SVG's elements and collects what they draw, with positions in points.
struct SVGFlattener {
  let sheet: SVGStyleSheet
  let size: SIMD2<Double>
  var shapes: [SVGShape] = []
  /// What is not understood and is of no shape alone, as normalised text.
  var unread: [String] = []
  let tree: XMLTree
  private let page: SVGViewport
  private let indices: [String: Int]
  let textCost = TextCost()
  let doubts = Doubts()
  /// How many elements were drawn, which is bounded.
  var visits = 0
  /// How many points they have, those of clips included, which is bounded too.
  var points = 0

  /// Collects what was met that is not understood and may change what is drawn in a way that its text
  /// does not tell.
  final class Doubts {
    private(set) var texts: [String] = []

    func add(_ more: [String]) {
      for text in more where texts.count < 100 && !texts.contains(text) { texts.append(text) }
    }
  }

  /// What is around an element.
  struct Surroundings {
    /// From the element's user units to points.
    var map: Affine
    /// What percentages of lengths are of.
    var viewport: SIMD2<Double>
    var properties = SVGProperties()
    var opacity = 1.0
    /// The part of the page that clips leave, as far as they are boxes, and the other clips.
    var clipBox: Box
    var clips: [SVGShape.Clip] = []
    /// Normalised texts of filters and the like of groups.
    var effects: [String] = []
    var title = ShapeTitle()
    var depth = 0
  }

  /// - Parameter isDark: Whether the reader has asked for dark pages.
  init(_ tree: XMLTree, isDark: Bool = false) throws(ImageError) {
    self.tree = tree
    page = try SVGViewport.page(tree.nodes[0])
    size = page.box.size
    var indices: [String: Int] = [:]
    var sheet = SVGStyleSheet(isDark: isDark)
    for (index, node) in tree.nodes.enumerated() {
      if let id = node.attributes["id"], indices[id] == nil { indices[id] = index }
      guard node.name == "style" else {
        // Those of HTML are for the whole document too.
        let isOfHTML = node.name.contains(" ") && ["style", "link"].contains(node.localName)
        if isOfHTML { sheet.addUnknown("\(node.localName) {\(tree.text(of: index))}") }
        continue
      }
      let others = node.attributes.filter { name, value in
        !SVGAttributes.isSilent(name) && name != "media" && (name != "type" || value != "text/css")
      }.map { "\($0)='\($1)'" }.sorted()
      if others.isEmpty {
        sheet.add(tree.text(of: index), media: node.attributes["media"] ?? "")
      } else {
        sheet.addUnknown("\(others.joined(separator: " ")) {\(tree.text(of: index))}")
      }
    }
    self.indices = indices
    self.sheet = sheet
  }

  /// Draws the whole document.
  mutating func drawAll() throws(ImageError) {
    let root = tree.nodes[0]
    var around = Surroundings(map: page.map, viewport: page.inner, clipBox: page.box)
    around.properties = around.properties.entered(0, of: tree, sheet)
    around.opacity = SVGProperties.opacity(around.properties["opacity"])
    try noteUnread(around.properties)
    for child in root.children { try draw(child, around) }
    markGroup(from: 0, SVGProperties.opacity(around.properties["opacity"]))
  }

  private static let containers: Set<String> = ["g", "a", "svg", "switch", "use", "symbol"]
  static let undrawn = animations.union([
    "", "defs", "title", "desc", "metadata", "style", "clipPath", "linearGradient",
    "radialGradient", "pattern", "mask", "filter", "marker", "view", "script",
  ])
  /// Elements that change the one that they are in.
  static let animations: Set<String> = [
    "set", "animate", "animateColor", "animateMotion", "animateTransform", "discard",
  ]

  private mutating func draw(
    _ index: Int, _ outer: Surroundings, isUsed: Bool = false
  ) throws(ImageError) {
    var node = tree.nodes[index]
    if Self.undrawn.contains(node.name) || node.name.contains(" ") { return }
    if node.name == "symbol", !isUsed { return }
    visits += 1
    try checkCost(outer)
    var around = outer
    around.depth += 1
    around.properties = outer.properties.entered(index, of: tree, sheet)
    node.attributes.merge(around.properties.geometry) { $1 }
    if around.properties["display"] == "none" { return }
    around.title = outer.title.entered(node, isUsed: isUsed)
    around.map = outer.map.after(try Affine(attribute: node.attributes["transform"] ?? ""))
    guard around.map.isFinite else { throw Self.tooFar }
    around.opacity *= SVGProperties.opacity(around.properties["opacity"])
    try clip(around.properties.own["clip-path"], &around)
    try addEffects(of: node, &around)
    if Self.containers.contains(node.name) {
      try drawContents(index, node, around)
    } else {
      try drawShape(index, node, around)
    }
  }

  private mutating func drawContents(
    _ index: Int, _ node: XMLTree.Node, _ around: Surroundings
  ) throws(ImageError) {
    var around = around
    switch node.name {
    case "use":
      guard let target = target(of: node) else {
        // What another file has is not read.
        if node.attributes["href"]?.hasPrefix("#") == false {
          try drawShape(index, node, around)
        }
        return
      }
      around.map = around.map.after(.translation(try point(node, "x", "y", around)))
      // The size of a `use` is that of the `symbol` or `svg` that it shows.
      try draw(target, around, isUsed: true)
    case "svg", "symbol":
      try enter(node, &around)
      fallthrough
    default:
      let first = shapes.count
      for child in node.children { try draw(child, around) }
      let names = node.children.map { tree.nodes[content(ofGroup: $0)].name }
      if names.allSatisfy({ ["use", "defs", ""].contains($0) }) { joinLetters(from: first) }
      markGroup(from: first, SVGProperties.opacity(around.properties.own["opacity"]))
    }
  }

  private func enter(_ node: XMLTree.Node, _ around: inout Surroundings) throws(ImageError) {
    let isPlain = ["viewBox", "x", "y"].allSatisfy { node.attributes[$0] == nil }
    if node.name == "symbol", isPlain, around.properties.own["overflow"] == "visible" { return }
    let low = try point(node, "x", "y", around)
    let size = SIMD2(
      try length(node, "width", around.viewport.x, "100%"),
      try length(node, "height", around.viewport.y, "100%"))
    let viewport = SVGViewport(node, filling: Box(low: low, high: low + size))
    // A `symbol` is as large as its `use` says, and programs take `auto` in different ways.
    if let overflow = around.properties.own["overflow"], overflow != "hidden",
      node.name == "symbol" || overflow != "visible"
    {
      around.effects.append("overflow: \(overflow)")
    }
    if around.properties.own["overflow"] != "visible" {
      try add(clip: SVGOutline.box(viewport.box).transformed(around.map), false, &around)
    }
    around.map = around.map.after(viewport.map)
    around.viewport = viewport.inner
  }

  private mutating func drawShape(
    _ index: Int, _ node: XMLTree.Node, _ around: Surroundings
  ) throws(ImageError) {
    let properties = around.properties
    let hasElements = node.children.contains { !tree.nodes[$0].name.isEmpty }
    let isHidden = ["hidden", "collapse"].contains(properties["visibility"])
    // Elements in it may be visible all the same, and effects reach as far as what is hidden.
    if isHidden, !SVGAttributes.areContent(of: node.name) || !hasElements, around.effects.isEmpty {
      return
    }
    let basic = try outline(of: node, around)
    var local = SVGOutline()
    if let basic {
      local = basic
    } else {
      local = try opaqueOutline(of: node, around)
    }
    var style = try properties.style(
      scale: around.map.lengthScale, whole: around.viewport.length / 2.0.squareRoot(),
      opacity: around.opacity
    ) { paint throws(ImageError) in
      if !paint.contains("url(") || paint.contains("context-") {
        doubts.add(["the paint \(paint)"])
      }
      return try normalized(paint) + context(of: paint, properties)
    }
    style.others = around.effects
    // Letters are filled by the rule of their font.
    if node.name == "text" { style.isEvenOdd = false }
    // A shadow is passed on, and has the colour of what casts it.
    if basic == nil, around.effects.contains(where: { $0.contains("text-shadow") }) {
      style.others.append("color: \(properties["color"] ?? "")")
    }
    if !style.dashes.isEmpty, ["circle", "ellipse"].contains(node.name) {
      local = local.begunAtTheRight
    }
    if isHidden { style.others.append("hidden") }
    let hasMarkers = try addMarkers(of: node, &style, around)
    // An opacity of all together is not that of each.
    if around.opacity < 1,
      hasMarkers
        || (style.fill == nil || style.stroke != nil) && (basic == nil || style.fill != nil)
    {
      style.others.append("opacity as a whole: \(decimal(around.opacity, places: 3))")
    }
    for name in SVGProperties.opaque where properties.own[name] == nil && !name.hasPrefix("marker")
    {
      guard let value = properties[name], value != "none", value != "normal" else { continue }
      style.others.append("\(name): \(try normalized(value))")
    }
    if basic == nil, node.name != "text", let overflow = properties.own["overflow"] {
      style.others.append("overflow: \(overflow)")
    }
    // Of what is not understood the outline does not tell how it is turned, and of a pen not how
    // it is pressed flat.
    if basic == nil || style.stroke != nil && !around.map.isSimilarity {
      let map = around.map
      style.others.append(
        "turned: "
          + [map.x.x, map.x.y, map.y.x, map.y.y].map { SVGAttributes.number($0, places: 3) }
          .joined(separator: " "))
    }
    for case .server(let text, _)? in [style.fill, style.stroke] {
      style.others.append(Self.place(of: text, around))
    }
    var content: String?
    if basic == nil {
      content = try self.content(of: index, node, properties)
    } else {
      // What has no area has nothing to fill.
      if local.contours.allSatisfy({ $0.points.count < 3 }) { style.fill = nil }
      if style.fill == nil, style.stroke == nil, !hasMarkers, around.effects.isEmpty { return }
      style.simplify(for: local)
    }
    var outline = local.transformed(around.map)
    if content == nil, !hasMarkers {
      outline = outline.drawn(keepsDots: style.stroke != nil && style.cap != "butt")
    }
    try append(
      SVGShape(
        name: node.name, outline: outline, style: style, content: content,
        text: node.name == "text" ? trimmedCSS(tree.text(of: index)) : nil,
        setting: node.name == "text" ? properties.setting : [:]),
      around)
  }

  /// Adds a shape without what of it does not show: what is off the page, and clips around it.
  private mutating func append(_ shape: SVGShape, _ around: Surroundings) throws(ImageError) {
    guard !shape.outline.points.isEmpty else { return }
    points += shape.outline.points.count
    try checkCost(around)
    try Self.check(shape.outline)
    let box = around.clipBox
    let seen = shape.bounds.grown(by: shape.style.reach)
    // A box of paint is the same however far it goes on behind a clip.
    let hasEffects = !shape.style.others.isEmpty
    if shape.content == nil, shape.style.stroke == nil, !hasEffects,
      let full = shape.outline.asBox
    {
      let visible = full.intersection(box)
      guard visible.area > 0 else { return }
      shapes.append(
        SVGShape(
          name: shape.name, outline: visible == full ? shape.outline : .box(visible),
          style: shape.style, clips: around.clips, coversPage: visible.distance(page.box) < 0.01,
          title: around.title))
      return
    }
    var shape = shape
    // So is a straight line, if the clip is square to it.
    if shape.content == nil, !hasEffects, let line = shape.line(within: box) {
      shape = line
    }
    let visible = seen.intersection(box)
    if visible.isEmpty, shape.content == nil, !hasEffects { return }
    var clips = around.clips
    if !box.contains(seen), box != page.box {
      clips.append(SVGShape.Clip(outline: .box(box), isEvenOdd: false))
    }
    shapes.append(
      SVGShape(
        name: shape.name, outline: shape.outline, style: shape.style, clips: clips,
        content: shape.content, text: shape.text, setting: shape.setting, title: around.title))
  }

  /// The node with an id.
  func index(id: String) -> Int? { indices[id] }

  /// The node that an element names.
  func target(of node: XMLTree.Node) -> Int? {
    guard let reference = node.attributes["href"], reference.hasPrefix("#") else { return nil }
    return indices[String(reference.dropFirst())]
  }
}
