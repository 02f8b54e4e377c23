extension SVGFlattener {
  /// Adds what a `clip-path` says.
  mutating func clip(_ value: String?, _ around: inout Surroundings) throws(ImageError) {
    guard let value, value != "none" else { return }
    guard let id = SVGProperties.reference(value), let index = index(id: id),
      tree.nodes[index].name == "clipPath",
      tree.nodes[index].attributes["clipPathUnits"] != "objectBoundingBox"
    else {
      around.effects.append(
        "clip-path: \(try normalized(value)) \(Self.place(around.map))"
          + context(of: value, around.properties))
      return
    }
    visits += 1
    around.depth += 1
    try checkCost(around)
    var inner = around
    let node = tree.nodes[index]
    inner.map = inner.map.after(try Affine(attribute: node.attributes["transform"] ?? ""))
    inner.properties = properties(around: index).entered(index, of: tree, sheet)
    try addEffects(of: node, &inner)
    try clip(inner.properties.own["clip-path"], &inner)
    around.clipBox = inner.clipBox
    around.clips = inner.clips
    around.effects = inner.effects
    var outline = SVGOutline()
    var isEvenOdd = false
    var parts: [String] = []
    for child in node.children {
      try addClip(child, inner, &outline, &isEvenOdd, &around.effects, &parts)
    }
    // What is in any of several outlines is not what is in all of them as one.
    if parts.count > 1 { around.effects.append("clip of " + parts.joined(separator: ", ")) }
    if around.effects == inner.effects {
      try add(clip: outline.drawn(keepsDots: false), isEvenOdd, &around)
    } else {
      // Together with what is not understood it may leave more.
      try Self.check(outline)
      around.clips.append(SVGShape.Clip(outline: outline, isEvenOdd: isEvenOdd))
    }
  }

  private mutating func addClip(
    _ index: Int, _ outer: Surroundings, _ outline: inout SVGOutline, _ isEvenOdd: inout Bool,
    _ effects: inout [String], _ parts: inout [String]
  ) throws(ImageError) {
    visits += 1
    try checkCost(outer)
    var node = tree.nodes[index]
    var around = outer
    around.depth += 1
    around.map = outer.map.after(try Affine(attribute: node.attributes["transform"] ?? ""))
    around.properties = outer.properties.entered(index, of: tree, sheet)
    node.attributes.merge(around.properties.geometry) { $1 }
    if around.properties.own["display"] == "none" { return }
    if node.name != "use", ["hidden", "collapse"].contains(around.properties["visibility"]) {
      return
    }
    around.effects = []
    try addEffects(of: node, &around)
    if let clip = around.properties.own["clip-path"], clip != "none" {
      around.effects.append(
        "clip-path: \(try normalized(clip)) \(Self.place(around.map))"
          + context(of: clip, around.properties))
    }
    effects += around.effects
    if node.name == "use", let target = target(of: node) {
      around.map = around.map.after(.translation(try point(node, "x", "y", around)))
      try addClip(target, around, &outline, &isEvenOdd, &effects, &parts)
    } else if let shape = try self.outline(of: node, around) {
      points += shape.points.count
      outline.append(shape.transformed(around.map))
      let rule = around.properties["clip-rule"] ?? "nonzero"
      isEvenOdd = isEvenOdd || rule == "evenodd"
      if !shape.points.isEmpty { parts.append("\(shape.points.count) by \(rule)") }
    } else if !Self.undrawn.contains(node.name), !node.name.contains(" ") {
      let setting = around.properties.setting.sorted { $0.key < $1.key }
        .map { " \($0): \($1)" }.joined()
      effects.append("clip: \(try normalized(index: index)) \(Self.place(around.map))\(setting)")
    }
  }

  func add(
    clip: SVGOutline, _ isEvenOdd: Bool, _ around: inout Surroundings
  ) throws(ImageError) {
    try Self.check(clip)
    if clip.points.isEmpty {
      around.clipBox = Box(low: .zero, high: [-1, -1])
    } else if let box = clip.asBox {
      around.clipBox = around.clipBox.intersection(box)
    } else {
      around.clips.append(SVGShape.Clip(outline: clip, isEvenOdd: isEvenOdd))
    }
  }
}
