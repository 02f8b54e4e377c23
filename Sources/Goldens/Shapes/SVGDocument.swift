internal import Wording

/// What an SVG document shows: its shapes as they are drawn, whatever way it says so.
package struct SVGDocument: Sendable {
  /// The attributes of the root.
  package let root: [String: String]
  /// The text of `<title>`.
  package let title: String
  /// The text of `<desc>`.
  package let summary: String
  /// The width and height of the page in points (1/72 in).
  package let size: SIMD2<Double>
  /// From back to front.
  package internal(set) var shapes: [SVGShape]
  /// The same for a reader who has asked for dark pages; `nil` if the document does not depend on that.
  private let darkShapes: [SVGShape]?
  /// Rules of style that are not understood.
  let unreadRules: [String]
  /// What else of the document is not understood and is of no shape alone.
  let unread: [String]
  /// What is not understood and may change what is drawn in a way that no text here tells: documents
  /// that have any are not known to be equal.
  let doubts: [String]

  /// Reads a document.
  ///
  /// - Throws: `ImageError` if it is no SVG, is damaged or exceeds what one file may cost.
  package init(_ bytes: [UInt8]) throws(ImageError) {
    try Self.check(bytes)
    let tree = try XMLTree(bytes)
    guard let root = tree.nodes.first, root.name == "svg" else {
      let name = tree.nodes.first?.name.shortened() ?? ""
      throw ImageError("The file is no SVG: its root is <\(name)>.")
    }
    self.root = root.attributes
    func text(_ name: String) -> String {
      let first = root.children.first { tree.nodes[$0].name == name }
      return first.map { tree.text(of: $0) } ?? ""
    }
    title = text("title")
    summary = text("desc")
    var flattener = try SVGFlattener(tree)
    try flattener.drawAll()
    size = flattener.size
    shapes = flattener.shapes
    unreadRules = flattener.sheet.unread
    unread = flattener.unread
    var doubts = flattener.sheet.doubts + flattener.doubts.texts
    if flattener.sheet.asksForScheme {
      var dark = try SVGFlattener(tree, isDark: true)
      try dark.drawAll()
      darkShapes = dark.shapes
      doubts += dark.sheet.doubts + dark.doubts.texts
    } else {
      darkShapes = nil
    }
    self.doubts = doubts
  }

  /// Whether it looks otherwise to a reader who has asked for dark pages, or may do so.
  var asksForScheme: Bool { darkShapes != nil }

  /// The document as such a reader sees it.
  var dark: SVGDocument {
    var document = self
    document.shapes = darkShapes ?? shapes
    return document
  }

  /// Says what a file is that is no SVG at all.
  private static func check(_ bytes: [UInt8]) throws(ImageError) {
    if bytes.isEmpty { throw ImageError("The file is empty.") }
    let others: [(start: [UInt8], name: String)] = [
      ([0x89, 0x50, 0x4e, 0x47], "a PNG"), (Array("%PDF".utf8), "a PDF"), ([0xff, 0xd8], "a JPEG"),
      ([0x1f, 0x8b], "compressed"),
    ]
    if let other = others.first(where: { bytes.starts(with: $0.start) }) {
      throw ImageError("The file is no SVG: it is \(other.name).")
    }
  }
}

/// Something that an SVG draws.
package struct SVGShape: Sendable, Hashable {
  /// The name of the element, such as `path` or `rect`.
  package let name: String
  /// In points from the page's top left corner, y down. Of text the point where it begins, of other
  /// things that are not understood the box that they say they have.
  package var outline: SVGOutline
  package var style: SVGStyle
  /// What clips it, if that shows.
  package let clips: [Clip]
  /// What is not understood, as normalised text; `nil` for shapes that are.
  package let content: String?
  /// The text of a `text` element.
  package let text: String?
  /// What a `text` element is set with, such as `font-size`.
  let setting: [String: String]
  /// Around all points, control points included.
  let bounds: Box
  /// Whether it paints the whole page, however large that is.
  let coversPage: Bool
  /// What the document calls it.
  package internal(set) var title: ShapeTitle

  /// An outline that the shape is drawn within.
  package struct Clip: Sendable, Hashable {
    package var outline: SVGOutline
    package var isEvenOdd: Bool
  }

  init(
    name: String, outline: SVGOutline, style: SVGStyle, clips: [Clip] = [], content: String? = nil,
    text: String? = nil, setting: [String: String] = [:], coversPage: Bool = false,
    title: ShapeTitle = ShapeTitle()
  ) {
    self.name = name
    self.outline = outline
    self.style = style
    self.clips = clips
    self.content = content
    self.text = text
    self.setting = setting
    self.coversPage = coversPage
    self.title = title
    bounds = Box(outline.points) ?? Box(low: .zero, high: .zero)
  }

  /// The end and control points of its outline.
  package var points: [SIMD2<Double>] { outline.points }

  /// The letters of the outline's commands: `M`, `L`, `C` and `Z`.
  package var commands: String {
    outline.verbs.reduce(into: "") {
      switch $1 {
      case .move: $0 += "M"
      case .line: $0 += "L"
      case .curve: $0 += "C"
      case .close: $0 += "Z"
      }
    }
  }

  /// The colour of its fill as `#rrggbb`, if it has one.
  package var fillColor: String? { Self.color(style.fill) }

  /// The colour of its stroke as `#rrggbb`, if it has one.
  package var strokeColor: String? { Self.color(style.stroke) }

  private static func color(_ paint: SVGStyle.Paint?) -> String? {
    guard case .color(let color) = paint else { return nil }
    return color.description
  }
}
