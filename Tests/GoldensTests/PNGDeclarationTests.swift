import Foundation
import Goldens
import TestSupport
import Testing

/// What a PNG says besides its pixels, and what damages them.
@Suite struct PNGDeclarationTests {
  /// A white picture with chunks before its pixels, or behind them.
  private static func png(
    _ early: [Chunk] = [], late: [Chunk] = []
  ) -> [UInt8] {
    let white = TestPNG.white()
    var bytes = Array(white.prefix(33))
    for (type, data) in early { bytes += TestPNG.chunk(type, data) }
    // Without the chunks of colours that libpng writes.
    let start = white.firstRange(of: "IDAT".utf8)?.lowerBound ?? 0
    bytes += white[(start - 4)...].dropLast(12)
    for (type, data) in late { bytes += TestPNG.chunk(type, data) }
    return bytes + white.suffix(12)
  }

  private static func words(_ numbers: UInt32...) -> [UInt8] {
    numbers.flatMap(TestPNG.bytes)
  }

  typealias Chunk = (String, [UInt8])

  private static let standardGamma: Chunk = ("gAMA", words(45455))
  private static let standardPrimaries: Chunk = (
    "cHRM", words(31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000)
  )
  private static let sRGB: Chunk = ("sRGB", [0])
  private static let linear: Chunk = ("gAMA", words(100_000))
  private static let wide: Chunk = (
    "cHRM", words(31270, 32900, 68000, 32000, 26500, 69000, 15000, 6000)
  )
  private static let profile: Chunk = ("iCCP", Array("icc\0\0profile".utf8))

  /// All of them mean sRGB, as nothing does.
  @Test(
    arguments: [
      [sRGB], [standardGamma], [standardPrimaries], [standardGamma, standardPrimaries],
      [sRGB, standardGamma, standardPrimaries], [("gAMA", words(45454))], [("sRGB", [3])],
      [("cICP", [1, 13, 0, 1])], [("cICP", [1, 13, 0, 1]), profile], [sRGB, linear],
      [("gAMA", [1])], [("sRGB", [0]), ("sRGB", [1])],
    ] as [[Chunk]])
  func standardColorsAreThoseOfAFileThatSaysNothing(_ chunks: [Chunk]) throws {
    let found = try Comparison(of: Self.png(chunks), with: TestPNG.white())
    #expect(found.isEqual && found.findings.isEmpty, "\(found.findings)")
  }

  @Test(
    arguments: [
      ([], [linear], "The colours are said to be a gamma of 100000 / 100000, and were sRGB."),
      ([linear], [sRGB], "The colours are said to be sRGB, and were a gamma of 100000 / 100000."),
      ([standardGamma], [standardGamma, wide], "a gamma of 45455 / 100000 with primaries [31270,"),
      ([], [("cICP", [9, 16, 0, 1])], "The colours are said to be cICP 9 16 0 1, and were sRGB."),
      ([("acTL", words(2, 0))], [], "The golden is animated, and the image is not."),
      ([], [("acTL", words(2, 0))], "The image is animated, and its golden is not."),
      ([("acTL", words(2, 0))], [("acTL", words(3, 0))], "The frames of the animation, or their"),
    ] as [([Chunk], [Chunk], String)])
  func otherDeclarationsAreDifferences(
    _ old: [Chunk], _ new: [Chunk], _ sentence: String
  ) throws {
    let found = try Comparison(of: Self.png(new), with: Self.png(old))
    #expect(!found.isEqual && found.severity == 1)
    #expect(found.findings.count == 1)
    #expect(found.findings.first?.contains(sentence) == true, "\(found.findings)")
  }

  @Test(
    arguments: [
      ([], [profile], "the ICC profiles do, or only one has one"),
      ([profile], [("iCCP", Array("icc\0\0other".utf8))], "No pixel differs, but the ICC profiles"),
    ] as [([Chunk], [Chunk], String)])
  func profilesAreNotKnownToBeEqual(
    _ old: [Chunk], _ new: [Chunk], _ sentence: String
  ) throws {
    let error = #expect(throws: ImageError.self) {
      try Comparison(of: Self.png(new), with: Self.png(old))
    }
    #expect(error?.description.contains(sentence) == true)
    #expect(try Comparison(of: Self.png(new), with: Self.png(new)).isEqual)
  }

  @Test func laterFramesAreNotKnownToBeEqual() throws {
    let start = [("acTL", Self.words(2, 0))]
    func frame(_ byte: UInt8) -> [UInt8] { Self.png(start, late: [("fdAT", [0, 0, 0, 1, byte])]) }
    #expect(try Comparison(of: frame(1) + [0], with: frame(1)).isEqual)
    let error = #expect(throws: ImageError.self) {
      try Comparison(of: frame(2), with: frame(1))
    }
    #expect(error?.description.contains("the later frames of the animations") == true)
  }

  /// A difference of pixels is one whatever the colours are.
  @Test func pixelsBeforeProfiles() throws {
    let black = TestPNG.white(except: [(3, 3, TestPNG.black)])
    let found = try Comparison(of: black, with: Self.png([Self.profile]))
    #expect(!found.isEqual && found.pixels?.changedPixels == 1)
  }

  /// Rows of 2 x 2 pixels by indices of 8 bits, in a zlib stream that is not packed.
  private func palette(colors: Int, _ pixels: [UInt8], checksum: UInt32? = nil) -> [UInt8] {
    let rows: [UInt8] = [0, pixels[0], pixels[1], 0, pixels[2], pixels[3]]
    var a: UInt32 = 1, b: UInt32 = 0
    for byte in rows {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    let head: [UInt8] = [0x78, 1, 1, 6, 0, 0xf9, 0xff]
    let data = head + rows + TestPNG.bytes(checksum ?? b << 16 | a)
    var bytes = Array(TestPNG.header(width: 2, height: 2, depth: 8, color: 3).prefix(33))
    bytes += TestPNG.chunk("PLTE", (0..<colors).flatMap { [UInt8($0) * 40, 0, 0] })
    for (type, data) in [("tRNS", [128]), ("IDAT", data), ("IEND", [])] {
      bytes += TestPNG.chunk(type, data)
    }
    return bytes
  }

  @Test func palettesAreLookedUp() throws {
    let image = try RasterImage(png: palette(colors: 3, [0, 1, 2, 0]))
    #expect(image.samples(x: 0, y: 0) == [0, 0, 0, 128])
    #expect(image.samples(x: 1, y: 0) == [40, 0, 0, 255])
    #expect(image.samples(x: 0, y: 1) == [80, 0, 0, 255])
  }

  @Test func damagedPixelsAreASentence() {
    for (bytes, reason) in [
      (palette(colors: 2, [0, 1, 2, 0]), "a pixel has a colour that its palette lacks"),
      (palette(colors: 3, [0, 1, 2, 0], checksum: 7), "incorrect data check"),
    ] {
      let error = #expect(throws: ImageError.self) { try RasterImage(png: bytes) }
      #expect(error?.description.contains(reason) == true, "\(error?.description ?? "none")")
    }
  }
}
