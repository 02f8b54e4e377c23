internal import Wording

/// What is not understood is no reason to ignore it: its text is compared.
extension SVGFlattener {
  /// Adds what an element says that is not understood and may show.
  func addEffects(of node: XMLTree.Node, _ around: inout Surroundings) throws(ImageError) {
    for name in SVGProperties.opaque {
      guard let value = around.properties.own[name], value != "none", value != "normal" else {
        continue
      }
      let text = try normalized(value)
      let place = name == "vector-effect" ? Self.place(around.map) : Self.place(of: text, around)
      around.effects.append("\(name): \(text) \(place)" + context(of: value, around.properties))
    }
    for text in around.properties.unread {
      around.effects.append(try normalized(text) + context(of: text, around.properties))
    }
    doubts.add(around.properties.doubts + SVGAttributes.doubts(of: node))
    if !SVGAttributes.areContent(of: node.name) {
      for text in SVGAttributes.unread(of: node) {
        let place = text.hasPrefix("pathLength") ? " " + Self.place(around.map) : ""
        around.effects.append(try normalized(text) + place + context(of: text, around.properties))
      }
      for child in node.children where Self.animations.contains(tree.nodes[child].name) {
        around.effects.append(try normalized(index: child))
      }
    }
    if node.name == "switch" { around.effects.append(choices(of: node)) }
    if node.name == "use", let target = target(of: node),
      ["svg", "symbol"].contains(tree.nodes[target].name)
    {
      for name in ["width", "height"] {
        guard let value = node.attributes[name] else { continue }
        let isPercentage = SVGLength(value)?.isPercentage == true
        around.effects.append(
          "\(name) of use: \(SVGAttributes.normalized(value))"
            + (isPercentage ? Self.place(of: "%", around) : "")
            + context(of: value, around.properties))
      }
      let aspect = tree.nodes[target].attributes["preserveAspectRatio"].map(
        SVGAttributes.normalized)
      if let aspect, !["xMidYMid", "xMidYMid meet"].contains(aspect) {
        around.effects.append("preserveAspectRatio: \(aspect)")
      }
    }
  }

  /// What a value takes from the element that it is of, besides what it says: colours and the size of
  /// the font.
  func context(of value: String, _ properties: SVGProperties) -> String {
    var context = ""
    // Lines of text are painted like the element that asks for them, and shadows have its colour.
    let isLine = value.contains("text-decoration")
    let names = isLine ? ["fill", "fill-opacity", "stroke", "stroke-opacity", "stroke-width"] : []
    if isLine || value.contains("-shadow") || value.lowercased().contains("currentcolor") {
      for name in names + ["color"] { context += " \(name): \(properties[name] ?? "")" }
    }
    let units = SVGProperties.fontUnits(in: value)
    if units == ["em"], let size = properties.fontSize {
      context += " font-size: \(decimal(size, places: 4))"
    } else if !units.isEmpty {
      doubts.add([value])
    }
    return context
  }

  /// The elements that a `switch` chooses one of, and by what. All of them are compared, so that it
  /// does not matter which that is.
  private func choices(of node: XMLTree.Node) -> String {
    "switch:"
      + node.children.map { child in
        let child = tree.nodes[child]
        let conditions = ["requiredFeatures", "requiredExtensions", "systemLanguage"].compactMap {
          name in child.attributes[name].map { "\(name)='\($0)'" }
        }
        return " <\(([child.name] + conditions).joined(separator: " "))>"
      }.joined()
  }

  /// Adds the markers of a shape, and what they take from it; says whether it has any.
  func addMarkers(
    of node: XMLTree.Node, _ style: inout SVGStyle, _ around: Surroundings
  ) throws(ImageError) -> Bool {
    guard ["path", "line", "polyline", "polygon"].contains(node.name) else { return false }
    var hasMarkers = false
    for name in ["marker-start", "marker-mid", "marker-end"] {
      guard let value = around.properties[name], value != "none" else { continue }
      hasMarkers = true
      let text = try normalized(value)
      style.others.append("\(name): \(text) \(Self.place(around.map))")
      guard text.contains("context-") else { continue }
      for paint in ["fill", "stroke", "fill-opacity", "stroke-opacity", "color"] {
        style.others.append("\(paint): \(try normalized(around.properties[paint] ?? ""))")
      }
    }
    if hasMarkers {
      // Where one is at every corner, it matters how curves are written, and all grow with the pen.
      let arcs = (node.attributes["d"] ?? "").uppercased().filter { $0 == "A" }
      let verbs = try outline(of: node, around)?.verbs ?? []
      style.others.append("commands: \(arcs)\(verbs.map { "\($0.rawValue)" }.joined())")
      style.others.append("pen: \(decimal(style.width, places: 3))")
    }
    return hasMarkers
  }

  /// Notes what is of no shape alone: of the root, and what may change the document.
  mutating func noteUnread(_ properties: SVGProperties) throws(ImageError) {
    let root = tree.nodes[0]
    unread = tree.instructions
    unread += (SVGAttributes.unread(of: root) + properties.unread).map {
      $0 + context(of: $0, properties)
    }
    unread += properties.geometry.map { "\($0): \($1)" }.sorted()
    unread += properties.custom.map { "\($0): \($1)" }.sorted()
    doubts.add(properties.doubts + SVGAttributes.doubts(of: root))
    doubts.add(tree.instructions.filter { $0.hasPrefix("xml-stylesheet") })
    for (name, value) in properties.own.sorted(by: { $0.key < $1.key }) where name != "opacity" {
      unread.append("\(name): \(try normalized(value))")
    }
    for name in ["width", "height", "transform"] {
      guard let value = root.attributes[name], name == "transform" || value.contains("%"),
        value != "100%"
      else { continue }
      unread.append("\(name): \(SVGAttributes.normalized(value))")
    }
    let inRoot = Set(root.children)
    for (index, node) in tree.nodes.enumerated() {
      let isElsewhere = node.attributes["href"] != nil || inRoot.contains(index)
      if node.name == "script" || Self.animations.contains(node.name) && isElsewhere {
        unread.append(try normalized(index: index))
      }
    }
  }

  /// Marks the shapes of a group that is clear as a whole, as those of them that overlap do not
  /// show through each other.
  mutating func markGroup(from first: Int, _ opacity: Double) {
    guard opacity < 1, shapes.count - first > 1 else { return }
    let mark = "opacity \(decimal(opacity, places: 3)) of a group of \(shapes.count - first)"
    for index in first..<shapes.count { shapes[index].style.others.append(mark) }
  }

  /// In which place a paint or an effect is: that of the user units, if it is told in them, or how
  /// the box of the shape is turned.
  static func place(of text: String, _ around: Surroundings) -> String {
    let isFunction = text.contains("(") && !text.hasPrefix("<")
    let isPlaced =
      isFunction
      || ["userSpaceOnUse", "<pattern", "<filter", "<mask", "<clipPath"].contains {
        text.contains($0)
      }
    var place = ""
    if isPlaced {
      place = Self.place(around.map)
    } else if around.map.x.y != 0 || around.map.y.x != 0 || around.map.x.x < 0
      || around.map.y.y < 0
    {
      place = Self.place(Affine(x: around.map.x, y: around.map.y))
    }
    if text.contains("%") {
      place +=
        " of \(decimal(around.viewport.x, places: 3)) \(decimal(around.viewport.y, places: 3))"
    }
    return place
  }

  static func place(_ map: Affine) -> String {
    let numbers = [map.x.x, map.x.y, map.y.x, map.y.y, map.origin.x, map.origin.y]
    return "in " + numbers.map { SVGAttributes.number($0, places: 3) }.joined(separator: " ")
  }
}
