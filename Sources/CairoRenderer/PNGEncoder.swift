internal import CDeflate

/// Writes pixels as a PNG (ISO/IEC 15948).
///
/// libpng would compress with zlib, which takes more than twice as long; it also copies every row.
struct PNGEncoder: ~Copyable {
  private let compressor: OpaquePointer

  /// A plot is mostly rows that repeat, which the lowest level finds: a higher one, or a filter,
  /// costs more time than it saves bytes.
  private static let level: Int32 = 1

  init() throws(RenderingError) {
    guard let compressor = libdeflate_alloc_compressor(Self.level) else { throw .memory }
    self.compressor = compressor
  }

  deinit {
    libdeflate_free_compressor(compressor)
  }

  /// The pixels as an 8-bit RGB or RGBA image.
  ///
  /// - Parameters:
  ///   - pixels: As Cairo's RGB24, or ARGB32 if transparent. They are used up.
  ///   - pixelsPerMetre: The resolution, which PNG keeps in 31 bits.
  ///   - texts: What is recorded by keywords; empty ones are left out.
  func encode(
    _ pixels: PixelBuffer, isTransparent: Bool, pixelsPerMetre: UInt32,
    texts: [(keyword: String, text: String)]
  ) throws(RenderingError) -> [UInt8] {
    var file = Chunks()
    let colorType: UInt8 = isTransparent ? 6 : 2
    file.append("IHDR") { bytes in
      bytes.append(bigEndian: UInt32(pixels.width))
      bytes.append(bigEndian: UInt32(pixels.height))
      bytes += [8, colorType, 0, 0, 0]
    }
    file.append("pHYs") { bytes in
      for _ in 0..<2 { bytes.append(bigEndian: pixelsPerMetre) }
      bytes.append(1)
    }
    for (keyword, text) in texts where !text.isEmpty {
      // Neither compressed nor in a language.
      file.append("iTXt") { $0 += Array(keyword.utf8) + [0, 0, 0, 0, 0] + text.withoutNull.utf8 }
    }
    let data = try compressed(isTransparent ? pixels.unpackedRows() : pixels.packedRows())
    file.append("IDAT") { $0 += data }
    file.append("IEND") { _ in }
    return file.bytes
  }

  private func compressed(
    _ rows: UnsafeBufferPointer<UInt8>
  ) throws(RenderingError) -> [UInt8] {
    let most = libdeflate_zlib_compress_bound(compressor, rows.count)
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      count = libdeflate_zlib_compress(
        compressor, rows.baseAddress, rows.count, buffer.baseAddress, most)
    }
    guard !bytes.isEmpty else { throw .memory }
    return bytes
  }
}

/// A PNG while it is written.
private struct Chunks {
  var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Adds a chunk with what `body` appends.
  mutating func append(_ name: String, _ body: (inout [UInt8]) -> Void) {
    let start = bytes.count
    bytes.append(bigEndian: 0)
    bytes += name.utf8
    body(&bytes)
    let length = UInt32(bytes.count - start - 8)
    for place in 0..<4 {
      bytes[start + place] = UInt8(truncatingIfNeeded: length >> (24 - 8 * place))
    }
    let checksum = bytes[(start + 4)...].withUnsafeBytes {
      libdeflate_crc32(0, $0.baseAddress, $0.count)
    }
    bytes.append(bigEndian: checksum)
  }
}

extension [UInt8] {
  fileprivate mutating func append(bigEndian value: UInt32) {
    for place in 0..<4 { append(UInt8(truncatingIfNeeded: value >> (24 - 8 * place))) }
  }
}

extension PixelBuffer {
  /// The rows of an opaque image as PNG has them: a byte for the filter, which is none, then red,
  /// green and blue of each pixel. They take the place of the pixels, before which they always stay.
  fileprivate func packedRows() -> UnsafeBufferPointer<UInt8> {
    let width = Int(width), length = 1 + 3 * width
    let bytes = UnsafeMutableRawPointer(base)
    for row in 0..<Int(height) {
      let pixels = bytes + row * Int(stride), packed = bytes + row * length
      // Each pixel is read before what takes its place is written.
      var pixel = pixels.loadUnaligned(as: UInt32.self)
      packed.storeBytes(of: 0, as: UInt8.self)
      for column in 0..<width - 1 {
        let next = (pixels + 4 * column + 4).loadUnaligned(as: UInt32.self)
        // Four bytes at once, the last of which belongs to the next pixel, which comes after.
        (packed + 1 + 3 * column).storeBytes(
          of: (pixel.byteSwapped >> 8).littleEndian, as: UInt32.self)
        pixel = next
      }
      let last = packed + 3 * width - 2
      for channel in 0..<3 {
        let value = UInt8(truncatingIfNeeded: pixel >> (16 - 8 * UInt32(channel)))
        (last + channel).storeBytes(of: value, as: UInt8.self)
      }
    }
    return UnsafeBufferPointer(start: base, count: Int(height) * length)
  }

  /// The rows of a transparent image: red, green and blue as they are, which Cairo keeps multiplied
  /// by alpha, and alpha. They take the place of the pixels, behind which they always stay, from the
  /// last to the first.
  fileprivate func unpackedRows() -> UnsafeBufferPointer<UInt8> {
    let width = Int(width), length = 1 + 4 * width
    let bytes = UnsafeMutableRawPointer(base)
    for row in (0..<Int(height)).reversed() {
      let pixels = bytes + row * Int(stride), unpacked = bytes + row * length
      for column in (0..<width).reversed() {
        let pixel = (pixels + 4 * column).loadUnaligned(as: UInt32.self)
        let alpha = pixel >> 24
        let place = unpacked + 1 + 4 * column
        for channel in 0..<3 {
          let color = pixel >> (16 - 8 * UInt32(channel)) & 0xff
          // Rounded to the nearest; a colour that shows nothing is black, so that it costs nothing.
          let plain = alpha == 0 ? 0 : (color * 255 + alpha / 2) / alpha
          (place + channel).storeBytes(of: UInt8(truncatingIfNeeded: plain), as: UInt8.self)
        }
        (place + 3).storeBytes(of: UInt8(truncatingIfNeeded: alpha), as: UInt8.self)
      }
      unpacked.storeBytes(of: 0, as: UInt8.self)
    }
    return UnsafeBufferPointer(start: base, count: Int(height) * length)
  }
}
