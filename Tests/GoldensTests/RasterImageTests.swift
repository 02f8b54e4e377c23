import Foundation
import Goldens
import TestSupport
import Testing

@Suite struct RasterImageTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/PNG")

  /// One picture in black and white, in every way that PNG has; written by ImageMagick 6.9, but for
  /// grey-1 and grey-16, which Python put together chunk by chunk.
  private static let kinds = [
    "grey-1", "grey-8", "grey-16", "palette", "grey-alpha", "rgb-8", "rgb-16", "rgba-8", "rgba-16",
    "rgb-interlaced",
  ]

  static func fixture(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: "\(name).png")))
  }

  @Test(arguments: kinds, kinds)
  func everyKindOfPNGShowsTheSame(_ a: String, _ b: String) throws {
    let comparison = try Comparison(of: try Self.fixture(a), with: try Self.fixture(b))
    #expect(comparison.isEqual)
    #expect(comparison.findings.isEmpty)
  }

  @Test(arguments: kinds)
  func everyKindOfPNGDiffersFromAnother(_ name: String) throws {
    let other = TestPNG.white(width: 13, height: 9)
    let comparison = try Comparison(of: try Self.fixture(name), with: other)
    // Those with (x² + 3y) mod 5 = 0 are black.
    let black = (0..<13 * 9).count { ($0 % 13 * ($0 % 13) + 3 * ($0 / 13)) % 5 == 0 }
    #expect(comparison.pixels?.changedPixels == black)
  }

  @Test func aDamagedFileIsASentence() throws {
    let bytes = TestPNG.white()
    for count in [0, 1, 7, 8, 20, 33, 50, bytes.count - 13, bytes.count - 1] {
      let error = #expect(throws: ImageError.self, "\(count)") {
        try Comparison(of: Array(bytes.prefix(count)), with: bytes)
      }
      #expect(error?.description.hasPrefix("The image") == true)
      #expect(error?.description.hasSuffix(".") == true)
    }
  }

  @Test func everyFlippedByteIsAnErrorOrADifferenceOrHarmless() throws {
    let bytes = try Self.fixture("rgb-8")
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 0xff
      // It must not crash; chunks that do not show are not looked at.
      let comparison = try? Comparison(of: damaged, with: bytes)
      if let comparison, comparison.isEqual { #expect(index >= 33) }
    }
  }

  /// The header of a file that would have 3.6 GB of pixels.
  @Test func aHugeSizeIsRefusedBeforeMemoryIsTaken() throws {
    let error = #expect(throws: ImageError.self) {
      try RasterImage(png: try Self.fixture("huge-header"))
    }
    #expect(error?.description.contains("30000 x 30000 pixels") == true)
  }

  /// The limit is one of bytes; of deep pixels there are half as many.
  @Test(
    arguments: [
      (11585, 11585, 16, "11585 x 11585 pixels of 16 bits a sample, and more than 67,108,864"),
      (8192, 8193, 16, "more than 67,108,864"), (8192, 8192, 16, "The PNG is damaged"),
      (16384, 8193, 8, "more than 134,217,728"), (16384, 8192, 8, "The PNG is damaged"),
      (0x7fff_ffff, 0x7fff_ffff, 16, "more than 67,108,864"),
    ] as [(UInt32, UInt32, UInt8, String)])
  func pixelsAreCountedInBytes(
    _ width: UInt32, _ height: UInt32, _ depth: UInt8, _ sentence: String
  ) {
    let error = #expect(throws: ImageError.self) {
      try RasterImage(png: TestPNG.header(width: width, height: height, depth: depth))
    }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }

  /// What says nothing of pixels does not matter, whatever stands there.
  @Test(arguments: [
    "tEXt", "zTXt", "iTXt", "sPLT", "eXIf", "hIST", "pCAL", "sCAL", "gAMA", "cHRM", "sRGB", "cICP",
    "bKGD", "xxXx", "acTL", "fcTL", "fdAT",
  ])
  func otherChunksArePassedOver(_ type: String) throws {
    let white = TestPNG.white(), header = white.prefix(33)
    for count in [0, 1, 100_000] {
      let data = [UInt8](repeating: 0x41, count: count)
      let more = header + TestPNG.chunk(type, data) + white.dropFirst(33)
      #expect(try Comparison(of: Array(more), with: white).findings.isEmpty)
    }
  }

  @Test(arguments: [
    (Array("GIF89a".utf8), "a GIF"), ([0xff, 0xd8, 0xff, 0xe0], "a JPEG"), ([], "empty"),
    (Array("hello".utf8), "of a type that is not known"),
    (Array("PK\u{3}\u{4}".utf8), "a ZIP archive"), (Array("RIFF1234WEBPVP8 ".utf8), "a WebP"),
    (Array("RIFF1234WAVEfmt ".utf8), "a RIFF file"),
    ([0, 0, 0, 28] + Array("ftypavif".utf8), "an AVIF, a HEIC or a film"),
  ])
  func anotherTypeIsNamed(_ bytes: [UInt8], _ name: String) throws {
    let error = #expect(throws: ImageError.self) {
      try Comparison(of: TestPNG.white(), with: bytes)
    }
    #expect(
      error?.description
        == "The golden cannot be compared. It is \(name), and PNG, SVG and PDF are compared.")
  }

  /// What git, a checkout and other tools make of images.
  @Test(
    arguments: [
      (try! fixture("lfs-pointer"), "It is a Git LFS pointer and not the image itself; run"),
      (Array("version https://hawser.github.com/spec/v1\noid ".utf8), "It is a Git LFS pointer"),
      (Array("/annex/objects/MD5E-s4--0.png".utf8), "It is a git-annex pointer"),
      (changed("\r\n", to: "\n"), "It is a PNG that was changed as if it were text, as git does"),
      (changed("\n", to: "\r\n"), "write '*.png binary' into .gitattributes"),
      (loneLineFeedsChanged, "It is a PNG that was changed"),
      (Array(latin1.utf8), "It is a PNG that was changed"),
      (
        Array(String(decoding: TestPNG.white(), as: UTF8.self).utf8), "It is a PNG that was changed"
      ),
      ([0xff, 0xfe, 0x3c, 0, 0x73, 0], "It is text in UTF-16 or UTF-32, and SVG is compared in"),
      ([0xfe, 0xff, 0, 0x3c, 0, 0x73], "It is text in UTF-16"), ([0x3c, 0, 0x73, 0], "UTF-16"),
      ([0, 0x3c, 0, 0x73], "UTF-16"), ([0, 0, 0xfe, 0xff, 0, 0, 0, 0x3c], "UTF-32"),
      ([0x1f, 0x8b, 8, 0, 0], "It is compressed by gzip, as .svgz files are; unpack it"),
    ] as [([UInt8], String)])
  func whatHappenedToAnImageIsNamed(_ bytes: [UInt8], _ sentence: String) {
    let error = #expect(throws: ImageError.self) {
      try Comparison(of: TestPNG.white(), with: bytes)
    }
    #expect(error?.description.contains(sentence) == true, "\(error?.description ?? "")")
  }

  private static let latin1 = String(
    String.UnicodeScalarView(TestPNG.white().map { Unicode.Scalar($0) }))

  private static func changed(_ old: String, to new: String) -> [UInt8] {
    Array(
      TestPNG.white().split(separator: Array(old.utf8), omittingEmptySubsequences: false)
        .joined(separator: Array(new.utf8)))
  }

  /// What git does, which leaves line ends that are of two characters already.
  private static let loneLineFeedsChanged: [UInt8] = {
    let png = TestPNG.white()
    return png.indices.flatMap { png[$0] == 10 && png[$0 - 1] != 13 ? [13, 10] : [png[$0]] }
  }()

  @Test func twoTypesCannotBeCompared() throws {
    let error = #expect(throws: ImageError.self) {
      try Comparison(of: TestPNG.white(), with: Array("<svg/>".utf8))
    }
    #expect(
      error?.description
        == "The image is PNG, and its golden is SVG; compare files of one type.")
  }

  @Test func sixteenBitsAreComparedAsSuch() throws {
    let old = try RasterImage(png: try Self.fixture("deep-white"))
    let new = try RasterImage(png: try Self.fixture("deep-almost-white"))
    let found = try #require(PixelComparison(of: new, with: old))
    #expect(found.changedPixels == 1)
    #expect(found.largestDifference < 1e-4)
    #expect(new.samples(x: 1, y: 0) == [65534, 65535, 65535, 65535])
  }

  @Test func aPDFOfTheSameBytesIsEqual() throws {
    let damaged = Array("%PDF-1.5 a".utf8)
    #expect(try Comparison(of: damaged, with: damaged).isEqual)
  }
}
