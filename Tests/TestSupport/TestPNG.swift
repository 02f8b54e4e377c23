import CPNG

/// PNG files of a few pixels.
public enum TestPNG {
  /// An 8-bit PNG with alpha of the colours (red, green, blue, alpha), row by row; empty if libpng
  /// does not make it.
  public static func bytes(width: Int, height: Int, _ color: (_ x: Int, _ y: Int) -> SIMD4<UInt8>)
    -> [UInt8]
  {
    var image = png_image()
    image.version = UInt32(PNG_IMAGE_VERSION)
    image.width = UInt32(width)
    image.height = UInt32(height)
    image.format = UInt32(PNG_FORMAT_RGB | PNG_FORMAT_FLAG_ALPHA)
    var pixels: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width { for channel in 0..<4 { pixels.append(color(x, y)[channel]) } }
    }
    var size = pixels.count * 2 + 4096
    var bytes = [UInt8](repeating: 0, count: size)
    let isMade = png_image_write_to_memory(&image, &bytes, &size, 0, pixels, 0, nil) != 0
    return isMade ? Array(bytes.prefix(size)) : []
  }

  /// Opaque white.
  public static let white = SIMD4<UInt8>(255, 255, 255, 255)
  /// Opaque black.
  public static let black = SIMD4<UInt8>(0, 0, 0, 255)

  /// White but for some pixels.
  public static func white(
    width: Int = 40, height: Int = 30, except colors: [(x: Int, y: Int, color: SIMD4<UInt8>)] = []
  ) -> [UInt8] {
    bytes(width: width, height: height) { x, y in
      colors.first { $0.x == x && $0.y == y }?.color ?? white
    }
  }

  /// The first bytes of every PNG.
  public static let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

  /// A chunk with its length and its checksum.
  public static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(type.utf8) + data
    return bytes(UInt32(data.count)) + body + bytes(checksum(body))
  }

  /// A file that says of itself so much, and has no pixels.
  ///
  /// - Parameter color: The kind of colours, as the format numbers them; 2 is red, green and blue.
  public static func header(width: UInt32, height: UInt32, depth: UInt8, color: UInt8 = 2)
    -> [UInt8]
  {
    signature + chunk("IHDR", bytes(width) + bytes(height) + [depth, color, 0, 0, 0])
      + chunk("IDAT", [])
  }

  /// A number as the format has it.
  public static func bytes(_ number: UInt32) -> [UInt8] {
    withUnsafeBytes(of: number.bigEndian) { Array($0) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var register = UInt32.max
    for byte in bytes {
      register ^= UInt32(byte)
      for _ in 0..<8 { register = register >> 1 ^ (register & 1 == 1 ? 0xedb8_8320 : 0) }
    }
    return ~register
  }
}
