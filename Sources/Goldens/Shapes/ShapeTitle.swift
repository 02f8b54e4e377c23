/// What a document calls what it draws. It only names: drawings that differ in it alone are equal.
package struct ShapeTitle: Sendable, Hashable {
  /// The attribute `class` of the nearest element that has one.
  private var ofClass = ""
  /// The words that are drawn as outlines, as far as the document says them.
  package private(set) var words: String?
  /// The ids of what it is in, from the outside in.
  private(set) var ids: [String] = []
  /// Whether it is defined elsewhere, and used here.
  private(set) var isUsed = false
  /// The number that it is called by, if that is not to be counted among the shapes that are left.
  var number: Int?

  /// The words of `class`.
  package var classes: [Substring] { ofClass.split { $0.isWhitespace } }

  var isEmpty: Bool { ofClass.isEmpty && ids.isEmpty && words == nil }

  /// What is in an element with this title is called.
  ///
  /// - Parameter isUsed: Whether the element is shown where another one is.
  func entered(_ node: XMLTree.Node, isUsed: Bool) -> ShapeTitle {
    var title = self
    title.isUsed = title.isUsed || isUsed
    if let own = node.attributes["class"], !own.isEmpty { title.ofClass = own }
    if let id = node.attributes["id"], !isUsed { title.ids.append(id) }
    if let label = node.attributes["aria-label"], !label.isEmpty { title.words = label }
    // matplotlib says there what the outlines of a text are.
    if !node.comment.isEmpty, node.attributes["id"]?.hasPrefix("text_") == true {
      title.words = node.comment
    }
    return title
  }
}

/// The kind of a shape, in words.
struct ShapeKind: Hashable {
  /// The number of its panel from 1; `nil` if the figure has only one or the shape is in none.
  var panel: Int?
  /// In the singular, such as “x tick”.
  var words: String

  /// Of a shape that nothing names.
  static let unnamed = "shape"

  /// Of more than one.
  var plural: String { words + (words.hasSuffix("x") ? "es" : "s") }

  /// Whether it has its place by a number on an axis.
  var isAlongAxis: Bool { ["x ", "y ", "twin "].contains { words.hasPrefix($0) } }

  /// Whether it shows what the figure is about.
  var isData: Bool {
    ["curve", "dot", "area", "unit", "connection"].contains { words.hasSuffix($0) }
      || words.hasSuffix("plot")
      || words.hasSuffix("Collection")
  }

  /// The kind and the number that a title gives a shape.
  ///
  /// Classes are those that `Scene.Mark.classes` has, or any other writer: a kind, sides or axes, and
  /// words that end with a number. Ids are those of matplotlib and of gnuplot: `line2d_3` in `xtick_2`
  /// in `axes_1`.
  static func read(_ title: ShapeTitle) -> (kind: ShapeKind, number: Int?)? {
    let classes = title.classes
    if let first = classes.first { return ofClasses(first, classes.dropFirst()) }
    return ofIDs(title)
  }

  private static func ofClasses(
    _ first: Substring, _ others: ArraySlice<Substring>
  ) -> (kind: ShapeKind, number: Int?) {
    let (name, own) = numbered(first, by: "-") ?? (String(first), nil)
    var kind = ShapeKind(words: written[name] ?? name.replacing("-", with: " "))
    var number = own
    for word in others {
      if sides.contains(word) {
        kind.words = "\(word) \(kind.words)"
      } else if let (base, count) = numbered(word, by: "-") {
        switch base {
        case "panel": kind.panel = count
        case "layer": kind.words = "layer \(count) \(kind.words)"
        default: number = count
        }
      }
    }
    return (kind, number)
  }

  private static let sides: Set<Substring> = ["x", "y", "twin", "left", "right", "top", "bottom"]

  /// Kinds that are not called as their classes are.
  private static let written = [
    "grid": "grid line", "gridline": "grid line", "legend": "legend box",
  ]

  private static func ofIDs(_ title: ShapeTitle) -> (kind: ShapeKind, number: Int?)? {
    let parts = title.ids.compactMap { numbered($0, by: "_") }
    guard let (base, count) = parts.last else { return nil }
    let around = Dictionary(parts.dropLast()) { $1 }
    var kind = ShapeKind(panel: around["axes"], words: base.replacing("_", with: " "))
    var number = Optional(count)
    if let axis = ["x", "y"].first(where: { around["\($0)tick"] != nil }) {
      // A tick is drawn once and used; a grid line has a path of its own.
      let part = base == "text" ? "tick label" : title.isUsed ? "tick" : "grid line"
      (kind.words, number) = ("\(axis) \(part)", around["\(axis)tick"])
    } else if around["legend"] != nil {
      let parts = ["line2d": "line", "patch": "box", "text": "text"]
      (kind.words, number) = ("legend \(parts[base] ?? kind.words)", nil)
    } else if let axis = around["matplotlib.axis"], base == "text" {
      (kind.words, number) = ("\(axis == 1 ? "x" : "y") axis label", nil)
    } else if base == "line2d" {
      (kind.words, number) = ("curve", nil)
    }
    return (kind, number)
  }

  /// A name and the number behind it.
  private static func numbered(
    _ word: some StringProtocol, by separator: Character
  ) -> (name: String, number: Int)? {
    guard let place = word.lastIndex(of: separator), place > word.startIndex,
      let number = Int(word[word.index(after: place)...]), number > 0,
      word[..<place].allSatisfy({ $0.isLetter || $0.isNumber || "._-".contains($0) })
    else { return nil }
    return (String(word[..<place]), number)
  }
}
