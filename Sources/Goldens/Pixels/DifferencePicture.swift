internal import CPNG

/// The golden in pale grey, with the pixels that have changed in red, those on edges in orange, and
/// a halo around both that a single pixel is found by. What is ignored is striped; what only one of two
/// images of different sizes has is red for the golden and blue for the image.
struct DifferencePicture {
  private let marks: PixelMarks
  private let expected: RasterImage
  private let actual: RasterImage?
  private static let haloRadius = 3

  /// - Parameter actual: The image, where that is seen too.
  init(_ marks: PixelMarks, on expected: RasterImage, or actual: RasterImage? = nil) {
    self.marks = marks
    self.expected = expected
    self.actual = actual
  }

  /// The picture as a PNG; `nil` if libpng cannot encode it.
  func png() -> [UInt8]? {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    image.width = UInt32(marks.width)
    image.height = UInt32(marks.height)
    image.format = UInt32(PNG_FORMAT_RGB | PNG_FORMAT_FLAG_COLORMAP)
    image.colormap_entries = UInt32(Self.palette.count / 3)
    // Areas of one colour get small all the same, in half of the time.
    image.flags = UInt32(PNG_IMAGE_FLAG_FAST)
    let pixels = colors()
    let room = (marks.width + 1) * marks.height
    var isEncoded = false
    // What is not filled takes no memory.
    let bytes = [UInt8](unsafeUninitializedCapacity: room + room / 8 + 8192) { buffer, count in
      var size = buffer.count
      isEncoded =
        png_image_write_to_memory(&image, buffer.baseAddress, &size, 0, pixels, 0, Self.palette)
        != 0
      count = isEncoded ? size : 0
    }
    return isEncoded ? Array(bytes[...]) : nil
  }

  /// The darkest of the greys, from which on the palette has all of them.
  private static let darkest = 195
  private static let greys = 256 - darkest

  /// Red, green and blue of the greys, and of what stands out from them.
  private static let palette: [UInt8] =
    (UInt8(darkest)...255).flatMap { [$0, $0, $0] } + [
      208, 0, 32,  // changed
      232, 120, 0,  // changed on an edge
      90, 130, 220,  // tolerated
      255, 224, 130,  // the halo
      222, 212, 244,  // a stripe of what is ignored
      255, 226, 226,  // the paper of the golden alone
      216, 60, 60,  // its ink
      222, 233, 255,  // the paper of the image alone
      40, 90, 230,  // its ink
    ]

  /// The place of each pixel's colour in the palette: a third of the memory of colours.
  private func colors() -> [UInt8] {
    var colors = halo()
    expected.withRows { rows in
      for y in 0..<marks.height {
        for x in 0..<marks.width {
          let index = y * marks.width + x
          let mark: Int? =
            switch PixelMarks.Mark(rawValue: marks.values[index]) {
            case .changed: 0
            case .changedEdge: 1
            case .tolerated: 2
            case .ignored: (x + y) % 8 < 3 ? 4 : nil
            case .onlyExpected: isInk(rows[x, y], rows.largest) ? 6 : 5
            case .onlyActual: actual.map { isInk($0, x, y) } ?? false ? 8 : 7
            default: colors[index] == 1 ? 3 : nil
            }
          colors[index] = UInt8(
            mark.map { Self.greys + $0 } ?? pale(rows[x, y], of: rows.largest))
        }
      }
    }
    return colors
  }

  private func isInk(_ image: RasterImage, _ x: Int, _ y: Int) -> Bool {
    image.withRows { isInk($0[x, y], $0.largest) }
  }

  /// Whether a pixel stands out from white paper.
  private func isInk(_ pixel: Pixel, _ largest: Int) -> Bool {
    pale(pixel, of: largest) < Self.greys * 3 / 4
  }

  /// The grey of what is there in the golden, so light that marks stand out from it.
  private func pale(_ pixel: Pixel, of largest: Int) -> Int {
    let ink = (2 * pixel.red + 5 * pixel.green + pixel.blue) / 8
    let onWhite = (ink * pixel.alpha + largest * (largest - pixel.alpha)) / largest
    return onWhite * (Self.greys - 1) / largest
  }

  /// 1 where a changed pixel is near, 0 elsewhere.
  private func halo() -> [UInt8] {
    var halo = [UInt8](repeating: 0, count: marks.values.count)
    for y in 0..<marks.height {
      for x in 0..<marks.width
      where marks.values[y * marks.width + x] >= PixelMarks.Mark.changed.rawValue {
        for row in max(0, y - Self.haloRadius)...min(marks.height - 1, y + Self.haloRadius) {
          let start = row * marks.width
          for column in max(0, x - Self.haloRadius)...min(marks.width - 1, x + Self.haloRadius) {
            halo[start + column] = 1
          }
        }
      }
    }
    return halo
  }
}
