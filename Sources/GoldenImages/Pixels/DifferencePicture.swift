internal import CPNG

/// The golden in pale grey, with the pixels that have changed in red, those on edges in orange, and
/// a halo around both that a single pixel is found by.
struct DifferencePicture {
  private let marks: PixelMarks
  private let expected: RasterImage
  private static let haloRadius = 3

  init(_ marks: PixelMarks, on expected: RasterImage) {
    self.marks = marks
    self.expected = expected
  }

  /// The picture as a PNG; `nil` if libpng cannot encode it.
  func png() -> [UInt8]? {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    image.width = UInt32(marks.width)
    image.height = UInt32(marks.height)
    image.format = UInt32(PNG_FORMAT_RGB)
    // Areas of one colour get small all the same, in half of the time.
    image.flags = UInt32(PNG_IMAGE_FLAG_FAST)
    let pixels = colors()
    var size = pixels.count + pixels.count / 8 + 4096
    var bytes = [UInt8](repeating: 0, count: size)
    guard png_image_write_to_memory(&image, &bytes, &size, 0, pixels, 0, nil) != 0 else {
      return nil
    }
    return Array(bytes.prefix(size))
  }

  private func colors() -> [UInt8] {
    let halo = halo()
    var colors = [UInt8](repeating: 0, count: marks.values.count * 3)
    expected.withRows { rows in
      for y in 0..<marks.height {
        for x in 0..<marks.width {
          let index = y * marks.width + x
          let color: (red: UInt8, green: UInt8, blue: UInt8)
          switch PixelMarks.Mark(rawValue: marks.values[index]) {
          case .changed: color = (208, 0, 32)
          case .changedEdge: color = (232, 120, 0)
          case .tolerated: color = (90, 130, 220)
          default:
            let grey = pale(rows[x, y], of: rows.largest)
            color = halo[index] == 1 ? (255, 224, 130) : (grey, grey, grey)
          }
          colors[3 * index] = color.red
          colors[3 * index + 1] = color.green
          colors[3 * index + 2] = color.blue
        }
      }
    }
    return colors
  }

  /// What is there in the golden, so light that marks stand out from it.
  private func pale(_ pixel: Pixel, of largest: Int) -> UInt8 {
    let ink = (2 * pixel.red + 5 * pixel.green + pixel.blue) / 8
    let onWhite = (ink * pixel.alpha + largest * (largest - pixel.alpha)) / largest
    return UInt8(195 + onWhite * 60 / largest)
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
