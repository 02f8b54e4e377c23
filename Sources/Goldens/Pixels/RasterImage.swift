internal import CPNG
internal import Glibc
internal import Wording

/// The pixels of a PNG: red, green, blue and alpha, the colours not multiplied by alpha.
///
/// Grey, palettes and transparent colours are expanded, so that files that show the same are the
/// same. Samples keep their 16 bits where the file has so many. Gamma and colour profiles are not
/// applied: `PNGDeclarations` has what is said of them.
public struct RasterImage: Sendable {
  /// The width in pixels.
  public let width: Int
  /// The height in pixels.
  public let height: Int
  /// The bits of a sample: 8 or 16.
  public let depth: Int
  /// Whether every pixel hides what is behind it.
  let isOpaque: Bool
  private let memory: PixelMemory

  /// As many bytes as the pixels of the largest figure take: 134,217,728 pixels at 8 bits.
  static let mostBytes: UInt64 = 512 << 20

  /// Decodes a PNG.
  ///
  /// - Throws: `ImageError` if it is not whole, or has more than 134,217,728 pixels, or half as many
  ///   at 16 bits.
  public init(png bytes: [UInt8]) throws(ImageError) {
    var decoded = actplot_png_decoded()
    let isDecoded = actplot_png_decode(bytes, bytes.count, Self.mostBytes, &decoded)
    guard isDecoded, let pixels = decoded.pixels else {
      if decoded.too_large {
        let most = grouped(Int(Self.mostBytes) * 2 / Int(decoded.depth))
        throw ImageError(
          "It says that it has \(decoded.width) x \(decoded.height) pixels of \(decoded.depth) bits"
            + " a sample, and more than \(most) of these are not compared; draw it at a lower"
            + " resolution.")
      }
      let reason = withUnsafeBytes(of: decoded.message) { message in
        String(decoding: message.prefix { $0 != 0 }, as: UTF8.self)
      }
      throw ImageError("The PNG is damaged (\(reason)); draw it anew.")
    }
    width = Int(decoded.width)
    height = Int(decoded.height)
    depth = Int(decoded.depth)
    memory = PixelMemory(pixels)
    isOpaque =
      !decoded.has_alpha
      || Self.areOpaque(
        UnsafeRawBufferPointer(start: pixels, count: width * height * depth / 2), depth: depth)
  }

  /// An image upon a clear page that has room for it; `nil` if that is larger than any figure.
  init?(_ image: RasterImage, x: Int, y: Int, width: Int, height: Int) {
    (self.width, self.height, depth, isOpaque) = (width, height, image.depth, false)
    let pixel = depth / 2
    let (bytes, isBeyond) = (width * pixel).multipliedReportingOverflow(by: height)
    guard !isBeyond, bytes <= Self.mostBytes, let page = calloc(bytes, 1) else { return nil }
    image.withBase { base in
      for row in 0..<image.height {
        (page + ((y + row) * width + x) * pixel).copyMemory(
          from: base + row * image.width * pixel, byteCount: image.width * pixel)
      }
    }
    memory = PixelMemory(page.assumingMemoryBound(to: UInt8.self))
  }

  private static func areOpaque(_ bytes: UnsafeRawBufferPointer, depth: Int) -> Bool {
    let size = depth / 2
    var index = size - depth / 8
    while index < bytes.count {
      if bytes[index] != 0xff || bytes[index + depth / 8 - 1] != 0xff { return false }
      index += size
    }
    return true
  }

  /// Calls `body` with where the samples of all pixels are, from the top left and little-endian.
  package func withBase<Result>(_ body: (UnsafeRawPointer) -> Result) -> Result {
    withExtendedLifetime(memory) { body(memory.base) }
  }

  /// The red, green, blue and alpha of a pixel, from 0 to 255 or 65535 by the depth.
  public func samples(x: Int, y: Int) -> [Int] {
    withRows { rows in
      let pixel = rows[x, y]
      return [pixel.red, pixel.green, pixel.blue, pixel.alpha]
    }
  }

  /// Lets the process keep the memory of pixels for the next ones; to ask the system for it anew takes
  /// a third of the time of a folder of figures.
  package static func keepMemory() {
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
    mallopt(M_TRIM_THRESHOLD, 64 << 20)
  }

  /// Whether both have the same samples.
  func isSame(as other: RasterImage) -> Bool {
    guard (width, height, depth) == (other.width, other.height, other.depth) else { return false }
    return withBase { a in
      other.withBase { b in memcmp(a, b, width * height * depth / 2) == 0 }
    }
  }
}

/// Memory that libpng filled, and that nobody changes.
private final class PixelMemory: @unchecked Sendable {
  let base: UnsafeRawPointer

  init(_ base: UnsafeMutablePointer<UInt8>) {
    self.base = UnsafeRawPointer(base)
  }

  deinit {
    free(UnsafeMutableRawPointer(mutating: base))
  }
}
