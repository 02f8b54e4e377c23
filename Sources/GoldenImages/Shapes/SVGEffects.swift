/// What is not understood is no reason to ignore it: its text is compared.
extension SVGFlattener {
  /// Adds what an element says that is not understood and may show.
  func addEffects(of node: XMLTree.Node, _ around: inout Surroundings) throws(ImageError) {
    for name in SVGProperties.opaque {
      guard let value = around.properties.own[name], value != "none", value != "normal" else {
        continue
      }
      let text = try normalized(value)
      let isInPlace = name == "vector-effect" || Self.isPlaced(text)
      around.effects.append("\(name): \(text)" + (isInPlace ? " " + Self.place(around.map) : ""))
    }
    for text in around.properties.unread { around.effects.append(try normalized(text)) }
    if !SVGAttributes.areContent(of: node.name) {
      for text in SVGAttributes.unread(of: node) { around.effects.append(try normalized(text)) }
      for child in node.children where Self.animations.contains(tree.nodes[child].name) {
        around.effects.append(try normalized(index: child))
      }
    }
    if node.name == "use", let target = target(of: node),
      ["svg", "symbol"].contains(tree.nodes[target].name)
    {
      for name in ["width", "height"] {
        guard let value = node.attributes[name] else { continue }
        around.effects.append("\(name) of use: \(SVGAttributes.normalized(value))")
      }
    }
  }

  /// Notes what is of no shape alone: of the root, and what may change the document.
  mutating func noteUnread(_ properties: SVGProperties) throws(ImageError) {
    let root = tree.nodes[0]
    unread = tree.instructions
    unread += SVGAttributes.unread(of: root) + properties.unread
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

  /// Whether a paint or an effect lies where user units say, and not where the shape is.
  static func isPlaced(_ text: String) -> Bool {
    text.contains("userSpaceOnUse") || text.contains("<pattern") || text.contains("<filter")
      || text.contains("<mask") || text.contains("<clipPath")
  }

  static func place(_ map: Affine) -> String {
    let numbers = [map.x.x, map.x.y, map.y.x, map.y.y, map.origin.x, map.origin.y]
    return "in " + numbers.map { decimal($0, places: 3) }.joined(separator: " ")
  }
}
