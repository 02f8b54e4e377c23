internal import Wording

/// The image files that a figure can be written as. The raw value is the file extension.
public enum ImageFormat: String, Sendable, Hashable, CaseIterable {
  /// Pixels, 8-bit RGB.
  case png
  /// Vectors, with text as outlines.
  case svg
  /// Vectors, with text that can be searched.
  case pdf
  /// Vectors in Encapsulated PostScript, with text as outlines.
  case eps
  /// A picture of TeX's package PGF, whose words the document sets that has it.
  case pgf

  /// What a figure is written as where nothing else is asked for.
  public static let standard: [ImageFormat] = [.png, .svg]

  /// The extensions as sentences list them.
  package static let extensions = alternatives(allCases.map { ".\($0.rawValue)" })

  /// The format that a path ends in, whatever its case; `nil` for any other extension.
  public init?(path: String) {
    guard let name = path.split(separator: "/").last,
      let dot = name.lastIndex(of: "."), dot != name.startIndex
    else { return nil }
    self.init(rawValue: name[name.index(after: dot)...].lowercased())
  }
}

/// Pixels to the inch.
public struct Resolution: Sendable, Hashable {
  /// The number of pixels to the inch.
  public let dpi: Double

  /// The resolutions that an image may have.
  public static let range = 1.0...4800.0

  /// The resolution of figures that say nothing else, 100 dpi.
  public static let chapter = Resolution(uncheckedDPI: 100)

  private init(uncheckedDPI dpi: Double) {
    self.dpi = dpi
  }

  /// Throws `ResolutionError` for a number outside `range`.
  public init(dpi: Double) throws(ResolutionError) {
    guard Self.range.contains(dpi) else { throw ResolutionError(dpi: dpi) }
    self.init(uncheckedDPI: dpi)
  }
}

/// A resolution that no image is drawn in.
public struct ResolutionError: Error, Hashable, CustomStringConvertible {
  /// The number that was asked for.
  public let dpi: Double

  /// A sentence that names the number and the limits.
  public var description: String {
    "The resolution \(dpi) dpi is outside 1 to 4800 dpi; 300 suits print."
  }
}
