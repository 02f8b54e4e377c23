import CPNG

/// The pixels of a PNG, as 8-bit RGB on white paper.
public struct DecodedImage: Equatable {
  /// The width in pixels.
  public let width: Int
  /// The height in pixels.
  public let height: Int
  /// Rows from the top, three bytes a pixel; what is not opaque is mixed with white.
  public var pixels: [UInt8]
  /// The alpha of each pixel.
  public let opacities: [UInt8]

  /// Decodes a PNG; `nil` if libpng cannot.
  public init?(png bytes: [UInt8]) {
    guard let (width, height, rgba) = Self.straightBytes(png: bytes) else { return nil }
    self.width = width
    self.height = height
    let opacities = (0..<width * height).map { rgba[$0 * 4 + 3] }
    pixels = [UInt8](unsafeUninitializedCapacity: width * height * 3) { pixels, count in
      for index in 0..<width * height {
        let alpha = Int(opacities[index])
        for channel in 0..<3 {
          let mixed = Int(rgba[index * 4 + channel]) * alpha + 255 * (255 - alpha)
          pixels[index * 3 + channel] = UInt8((mixed + 127) / 255)
        }
      }
      count = width * height * 3
    }
    self.opacities = opacities
  }

  /// The red, green, blue and alpha of every pixel of a PNG from the top left, the colours not
  /// multiplied by alpha; `nil` if libpng cannot decode it.
  public static func straightRGBA(png bytes: [UInt8]) -> [[UInt8]]? {
    guard let (width, height, rgba) = straightBytes(png: bytes) else { return nil }
    return (0..<width * height).map { Array(rgba[$0 * 4..<$0 * 4 + 4]) }
  }

  private static func straightBytes(
    png bytes: [UInt8]
  ) -> (width: Int, height: Int, rgba: [UInt8])? {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    guard png_image_begin_read_from_memory(&image, bytes, bytes.count) != 0 else { return nil }
    image.format = UInt32(PNG_FORMAT_RGB | PNG_FORMAT_FLAG_ALPHA)
    let width = Int(image.width), height = Int(image.height)
    var rgba = [UInt8](repeating: 0, count: width * height * 4)
    guard png_image_finish_read(&image, nil, &rgba, 0, nil) != 0 else { return nil }
    return (width, height, rgba)
  }

  /// The image as a PNG, or `nil` if libpng cannot encode it.
  public func png() -> [UInt8]? {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    image.width = UInt32(width)
    image.height = UInt32(height)
    image.format = UInt32(PNG_FORMAT_RGB)
    var size = pixels.count + pixels.count / 8 + 4096
    var bytes = [UInt8](repeating: 0, count: size)
    guard png_image_write_to_memory(&image, &bytes, &size, 0, pixels, 0, nil) != 0 else {
      return nil
    }
    return Array(bytes.prefix(size))
  }

  /// The colour at a pixel.
  public func color(x: Int, y: Int) -> [UInt8] {
    let start = (y * width + x) * 3
    return Array(pixels[start..<start + 3])
  }

  /// How many pixels have a channel or an alpha more than `tolerance` away from that of `other`;
  /// `nil` for images of different sizes.
  public func differingPixels(from other: DecodedImage, tolerance: Int) -> Int? {
    guard width == other.width, height == other.height else { return nil }
    guard self != other else { return 0 }
    return (0..<width * height).count { !agrees(with: other, at: $0, tolerance) }
  }

  /// The other image in pale grey, with the pixels that differ in red; both from the top left.
  public func difference(from other: DecodedImage, tolerance: Int) -> DecodedImage {
    guard width == other.width, height == other.height else { return self }
    var result = other
    for pixel in 0..<width * height {
      let channels = other.pixels[pixel * 3..<pixel * 3 + 3].map { Int($0) }
      let pale = UInt8(128 + channels.reduce(0, +) / 6)
      let color: [UInt8] =
        agrees(with: other, at: pixel, tolerance) ? [pale, pale, pale] : [255, 0, 0]
      result.pixels.replaceSubrange(pixel * 3..<pixel * 3 + 3, with: color)
    }
    return result
  }

  private func agrees(with other: DecodedImage, at pixel: Int, _ tolerance: Int) -> Bool {
    guard abs(Int(opacities[pixel]) - Int(other.opacities[pixel])) <= tolerance else {
      return false
    }
    return (pixel * 3..<pixel * 3 + 3).allSatisfy {
      abs(Int(pixels[$0]) - Int(other.pixels[$0])) <= tolerance
    }
  }
}
