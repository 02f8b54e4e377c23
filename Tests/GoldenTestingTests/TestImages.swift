import TestSupport

/// Images that are compared.
enum TestImages {
  /// A white PNG of 12 x 8 pixels.
  static let white = TestPNG.white(width: 12, height: 8)
  /// The same but for a black pixel at (3, 2).
  static let black = TestPNG.white(width: 12, height: 8, except: [(3, 2, TestPNG.black)])

  /// An SVG with a line.
  static func svg(width: Int = 1) -> [UInt8] {
    Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="40pt" height="20pt" viewBox="0 0 40 20">\
      <path d="M 1 1 L 39 19" fill="none" stroke="#000000" stroke-width="\(width)"/></svg>
      """.utf8)
  }
}
