internal import Plotting
internal import Wording

extension Look {
  /// Reads the size of the page. A purpose brings the size of letters with it, and lines follow these.
  mutating func fill(_ word: String, of all: FigureSettings) throws {
    guard let purpose = PageSize.Purpose(rawValue: word) else {
      page = try PageSize(parsing: word, dpi: all.resolution().dpi)
      return
    }
    page = purpose.page
    if !all.says("font-size") { fontSize = purpose.fontSize }
  }
}

extension FigureSize {
  /// Reads `5x2.5in` and the like; a pixel is an inch divided by `dpi`.
  init(parsing text: String, dpi: Double) throws {
    guard let sides = Lengths(text, dpi: dpi)?.points, sides.count == 2 else {
      throw WordsError(
        "\(quoted(text)) is not a size; write width x height and a unit of in, cm, mm, pt or px, as"
          + " in 5x2.5in.")
    }
    try self.init(width: sides[0], height: sides[1])
  }
}

extension PageSize {
  /// Reads `3.4x2in`, `1920x1080`, which are pixels, `3.4in` or `16:9`.
  fileprivate init(parsing text: String, dpi: Double) throws {
    let terms = text.split(separator: ":", omittingEmptySubsequences: false)
    if terms.count == 2, let width = Double(terms[0]), let height = Double(terms[1]), width > 0,
      height > 0, (0.01...100).contains(width / height)
    {
      self.init(ratio: width / height)
      return
    }
    // Without a unit these are pixels, of which there are no parts.
    let pixels = text.contains(".") ? nil : Lengths(text + "px", dpi: dpi)
    let sides = (Lengths(text, dpi: dpi) ?? pixels)?.points
    guard let sides, sides.count <= 2 else {
      throw WordsError(
        "\(quoted(text)) is not a page; write width x height, a width alone or a ratio, as in"
          + " 3.4x2in, 3.4in or 16:9, or \(alternatives(words(Purpose.self))).")
    }
    for side in sides where !FigureSize.sides.contains(side) {
      throw PlottingError.sizeOutOfRange(side)
    }
    self.init(width: sides[0], height: sides.count == 2 ? sides[1] : nil)
  }
}

/// Lengths with an `x` between and one unit, as in `5x2.5in`.
private struct Lengths {
  let points: [Double]

  /// - Parameter dpi: How many pixels make an inch.
  init?(_ text: String, dpi: Double) {
    let units = ["in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4, "pt": 1, "px": 72 / dpi]
    guard let unit = units[String(text.suffix(2))] else { return nil }
    let sides = text.dropLast(2).split(separator: "x", omittingEmptySubsequences: false)
    let lengths = sides.compactMap { Double($0) }
    guard lengths.count == sides.count else { return nil }
    points = lengths.map { $0 * unit }
  }
}

extension Resolution {
  /// Reads a number of pixels to the inch.
  init(_ text: String) throws {
    guard let dpi = Double(text) else {
      throw WordsError("\(quoted(text)) is not a number of dots to the inch, as in 300.")
    }
    try self.init(dpi: dpi)
  }
}
