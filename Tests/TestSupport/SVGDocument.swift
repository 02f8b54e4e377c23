import Foundation
import FoundationXML

/// What an SVG draws, in order: the structure by which two documents are compared.
public struct SVGDocument: Equatable {
  /// The attributes of the root.
  public var root: [String: String] = [:]
  /// The text of `<title>`.
  public var title = ""
  /// The text of `<desc>`.
  public var summary = ""
  /// Every `<path>` and `<rect>` that is drawn, from back to front; clip paths left out.
  public var elements: [Element] = []

  /// A drawn element.
  public struct Element: Equatable {
    /// `path` or `rect`.
    public var name: String
    /// The properties of `style` and the attributes other than `d`.
    public var style: [String: String]
    /// The end and control points of a path, in order.
    public var points: [(x: Double, y: Double)]
    /// The letters of a path's commands.
    public var commands: String

    /// Whether both are drawn alike, to the last digit.
    public static func == (a: Element, b: Element) -> Bool {
      a.name == b.name && a.style == b.style && a.commands == b.commands
        && a.points.elementsEqual(b.points, by: ==)
    }

    /// The stroke or fill as `#rrggbb`, if it has one.
    public func color(_ property: String) -> String? {
      guard let value = style[property], value.hasPrefix("rgb(") else { return nil }
      let channels = value.dropFirst(4).dropLast().split(separator: ",").compactMap {
        Double($0.dropLast()).map { Int(($0 / 100 * 255).rounded()) }
      }
      return "#" + channels.map { String(format: "%02x", $0) }.joined()
    }
  }

  /// Reads a document; `nil` if it is not well-formed XML.
  public init?(_ bytes: [UInt8]) {
    let parser = XMLParser(data: Data(bytes))
    let reader = Reader()
    parser.delegate = reader
    guard parser.parse() else { return nil }
    self = reader.document
  }

  init() {}

  /// How this document differs from `other`, one sentence a difference; ids do not matter, and
  /// points may be `tolerance` apart.
  public func differences(from other: SVGDocument, tolerance: Double) -> [String] {
    var found: [String] = []
    for key in ["width", "height", "viewBox", "role"] where root[key] != other.root[key] {
      found.append("\(key) \(other.root[key] ?? "none") became \(root[key] ?? "none").")
    }
    if title != other.title { found.append("The title “\(other.title)” became “\(title)”.") }
    if summary != other.summary { found.append("“\(other.summary)” became “\(summary)”.") }
    if elements.count != other.elements.count {
      found.append("\(other.elements.count) elements became \(elements.count).")
    }
    for (index, (new, old)) in zip(elements, other.elements).enumerated() {
      if new.name != old.name || new.style != old.style || new.commands != old.commands {
        found.append("Element \(index): \(old.style) \(old.commands) became \(new.style).")
      } else {
        let moved = zip(new.points, old.points).map { max(abs($0.x - $1.x), abs($0.y - $1.y)) }
        if let most = moved.max(), most > tolerance {
          found.append("Element \(index) moved by up to \(most) pt.")
        }
      }
    }
    return found
  }
}

private final class Reader: NSObject, XMLParserDelegate {
  var document = SVGDocument()
  private var open: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(name)
    if name == "svg" { document.root = attributes }
    guard name == "path" || name == "rect", !open.contains("defs"), !open.contains("clipPath")
    else { return }
    var style = attributes
    style["d"] = nil
    for property in (style.removeValue(forKey: "style") ?? "").split(separator: ";") {
      let parts = property.split(separator: ":", maxSplits: 1).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      if parts.count == 2 { style[parts[0]] = parts[1] }
    }
    let words = (attributes["d"] ?? "").split(separator: " ")
    let numbers = words.compactMap { Double($0) }
    let points = stride(from: 0, to: numbers.count - 1, by: 2).map {
      (numbers[$0], numbers[$0 + 1])
    }
    document.elements.append(
      SVGDocument.Element(
        name: name, style: style, points: points.map { (x: $0.0, y: $0.1) },
        commands: words.filter { Double($0) == nil }.joined()))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if open.last == "title" { document.title += string }
    if open.last == "desc" { document.summary += string }
  }
}
