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
      case .png: PNGHeader(bytes).map { SIMD2(Double($0.width), Double($0.height)) }
      case .svg: SVGRoot.size(bytes)
      case .pdf, nil: SIMD2<Double>?.none
      }
    // A size beyond what a browser draws would only spoil the page.
    self.size = size.flatMap { all($0 .>= 1) && all($0 .< 1e5) ? $0 : nil }
  }

  /// The type as browsers call it, if they show it.
  var mediaType: String? {
    switch type {
    case .png: "image/png"
    case .svg: "image/svg+xml"
    case .pdf, nil: nil
    }
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
    func pixels(_ name: String) -> Double? {
      SVGLength(root.attributes[name]).flatMap { $0.isPercentage ? nil : $0.value }
    }
    if let width = pixels("width"), let height = pixels("height") { return [width, height] }
    let box = SVGScanner.numbers(root.attributes["viewBox"] ?? "")
    return box.flatMap { $0.count == 4 ? [$0[2], $0[3]] : nil }
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
}
