internal import CExpat

/// A picture of a report: its bytes, and what a browser has to be told of them.
struct ReportPicture {
  let bytes: [UInt8]
  /// What the first bytes say; `nil` for none of the types.
  let type: ImageType?
  /// The size in pixels of a screen that has 96 to the inch, if the file says it.
  let size: SIMD2<Double>?

  /// How wide a picture is laid out that does not say it.
  static let defaultWidth = 640.0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    type = try? ImageType(of: bytes)
    let size =
      switch type {
      case .png: Self.pngSize(bytes)
      case .svg: SVGRoot.size(bytes)
      case .pdf, nil: SIMD2<Double>?.none
      }
    // A size beyond what a browser draws would only spoil the page.
    self.size = size.flatMap { $0.min() >= 1 && $0.max() < 1e5 ? $0 : nil }
  }

  /// The type as browsers call it, if they show it.
  var mediaType: String? {
    switch type {
    case .png: "image/png"
    case .svg: "image/svg+xml"
    case .pdf, nil: nil
    }
  }

  /// The size that the first chunk of a PNG has.
  private static func pngSize(_ bytes: [UInt8]) -> SIMD2<Double>? {
    guard bytes.count >= 24 else { return nil }
    func number(_ place: Int) -> Double {
      bytes[place..<place + 4].reduce(0) { $0 * 256 + Double($1) }
    }
    return [number(16), number(20)]
  }
}

/// The first tag of an SVG document.
private struct SVGRoot {
  let parser: XML_Parser
  var attributes: [String: String] = [:]

  /// The size that the document says it has; browsers take that of the view box if it says none.
  static func size(_ bytes: [UInt8]) -> SIMD2<Double>? {
    guard let parser = XML_ParserCreate(nil), let count = Int32(exactly: bytes.count) else {
      return nil
    }
    defer { XML_ParserFree(parser) }
    var root = SVGRoot(parser: parser)
    withUnsafeMutablePointer(to: &root) { root in
      XML_SetUserData(parser, root)
      XML_SetStartElementHandler(parser) { context, _, attributes in
        context?.assumingMemoryBound(to: SVGRoot.self).pointee.read(attributes)
      }
      bytes.withUnsafeBytes {
        _ = XML_Parse(parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), count, 1)
      }
    }
    let box = (root.attributes["viewBox"] ?? "").split { " ,\t\r\n".contains($0) }
      .compactMap { Double($0) }
    if let width = length(root.attributes["width"]), let height = length(root.attributes["height"])
    {
      return [width, height]
    }
    return box.count == 4 ? [box[2], box[3]] : nil
  }

  private mutating func read(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    // What stands inside has no say, and needs no reading.
    XML_StopParser(parser, 0)
    guard attributes.isEmpty, var next = list else { return }
    while let name = next.pointee, let value = (next + 1).pointee {
      attributes[String(cString: name)] = String(cString: value)
      next += 2
    }
  }

  /// A length in pixels.
  private static func length(_ text: String?) -> Double? {
    guard let text, let end = text.lastIndex(where: \.isNumber),
      let number = Double(text[...end])
    else { return nil }
    let units = [
      "": 1, "px": 1, "pt": 96.0 / 72, "pc": 16, "in": 96, "cm": 96 / 2.54, "mm": 9.6 / 2.54,
    ]
    return units[String(text[text.index(after: end)...])].map { $0 * number }
  }
}
