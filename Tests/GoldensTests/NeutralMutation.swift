import TestSupport

@testable import Goldens

/// An element of a document that can be written in other ways.
final class MutableElement {
  var name: String
  var attributes: [(name: String, value: String)]
  var children: [MutableElement]
  /// Of what is text and no element, which has no name.
  var text = ""

  init(
    _ name: String, _ attributes: [(name: String, value: String)] = [],
    _ children: [MutableElement] = [], text: String = ""
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.text = text
  }

  /// A document without what is of other namespaces than that of SVG.
  convenience init(document: [UInt8]) throws {
    let tree = try XMLTree(document)
    self.init(tree, 0)
  }

  private convenience init(_ tree: XMLTree, _ index: Int) {
    let node = tree.nodes[index]
    self.init(
      node.name, node.attributes.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
      node.children.filter { !tree.nodes[$0].name.contains(" ") }.map { MutableElement(tree, $0) },
      text: node.text)
  }

  subscript(name: String) -> String? {
    get { attributes.first { $0.name == name }?.value }
    set {
      if let index = attributes.firstIndex(where: { $0.name == name }) {
        if let newValue { attributes[index].value = newValue } else { attributes.remove(at: index) }
      } else if let newValue {
        attributes.append((name, newValue))
      }
    }
  }

  /// It and all elements in it.
  var all: [MutableElement] { name.isEmpty ? [] : [self] + children.flatMap(\.all) }

  /// The names of elements around it that are asked for here: whether what is in it is drawn in place.
  var drawn: [MutableElement] {
    let isElsewhere = [
      "defs", "clipPath", "pattern", "marker", "mask", "linearGradient", "radialGradient", "symbol",
      "style", "title", "desc", "filter", "metadata", "text", "",
    ].contains(name)
    return (isElsewhere ? [] : children.flatMap(\.drawn))
      + (isElsewhere && name != "text" ? [] : [self])
  }

  /// The declarations of its attribute `style`.
  var style: [(name: String, value: String)] {
    get {
      (self["style"] ?? "").split(separator: ";").compactMap { declaration in
        guard let colon = declaration.firstIndex(of: ":") else { return nil }
        return (
          trimmedCSS(declaration[..<colon]),
          trimmedCSS(declaration[declaration.index(after: colon)...])
        )
      }
    }
    set {
      self["style"] =
        newValue.isEmpty ? nil : newValue.map { "\($0.name): \($0.value)" }.joined(separator: "; ")
    }
  }

  /// As a document of SVG.
  ///
  /// - Parameter space: What is between attributes.
  func written(space: String = " ", quote: String = "\"", comment: String = "") -> String {
    if name.isEmpty { return Self.escaped(text) }
    var result = "<\(name)"
    for (name, value) in attributes {
      // What `href` was called before.
      let value = Self.escaped(value).replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
      result += "\(space)\(name)=\(quote)\(value)\(quote)"
    }
    if children.isEmpty { return result + "/>" }
    let keepsSpace = ["text", "tspan", "title", "desc", "style"].contains(name)
    let inner = children.map {
      (keepsSpace ? "" : comment) + $0.written(space: space, quote: quote, comment: comment)
    }
    return result + ">" + inner.joined() + "</\(name)>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  func copy() -> MutableElement {
    MutableElement(name, attributes, children.map { $0.copy() }, text: text)
  }
}

/// A way to write a document otherwise that changes nothing drawn.
struct NeutralMutation: Sendable, CustomStringConvertible {
  let description: String
  let mutate: @Sendable (MutableElement, inout SplitMix64) -> Void

  init(
    _ description: String, _ mutate: @escaping @Sendable (MutableElement, inout SplitMix64) -> Void
  ) {
    self.description = description
    self.mutate = mutate
  }

  /// Changes about half of the elements alone.
  init(
    each description: String,
    _ mutate: @escaping @Sendable (MutableElement, inout SplitMix64) -> Void
  ) {
    self.init(description) { root, random in
      for element in root.all where Bool.random(using: &random) { mutate(element, &random) }
    }
  }

  /// Changes about half of the values of some attributes and properties.
  init(
    values description: String, of names: Set<String>,
    _ mutate: @escaping @Sendable (String, inout SplitMix64) -> String
  ) {
    self.init(each: description) { element, random in
      for index in element.attributes.indices where names.contains(element.attributes[index].name) {
        element.attributes[index].value = mutate(element.attributes[index].value, &random)
      }
      guard element["style"] != nil else { return }
      element.style = element.style.map {
        ($0.name, names.contains($0.name) ? mutate($0.value, &random) : $0.value)
      }
    }
  }
}
