import Foundation
import GoldenImages
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

  private static func fixture(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: "\(name).png")))
  }

  @Test(arguments: kinds, kinds)
  func everyKindOfPNGShowsTheSame(_ a: String, _ b: String) throws {
    let comparison = try ImageComparison(of: try Self.fixture(a), with: try Self.fixture(b))
    #expect(comparison.isEqual)
    #expect(comparison.findings.isEmpty)
  }

  @Test(arguments: kinds)
  func everyKindOfPNGDiffersFromAnother(_ name: String) throws {
    let other = TestPNG.white(width: 13, height: 9)
    let comparison = try ImageComparison(of: try Self.fixture(name), with: other)
    // Those with (x² + 3y) mod 5 = 0 are black.
    let black = (0..<13 * 9).count { ($0 % 13 * ($0 % 13) + 3 * ($0 / 13)) % 5 == 0 }
    #expect(comparison.pixels?.changedPixels == black)
  }

  @Test func aDamagedFileIsASentence() throws {
    let bytes = TestPNG.white()
    for count in [0, 1, 7, 8, 20, 33, 50, bytes.count - 13, bytes.count - 1] {
      let error = #expect(throws: ImageError.self, "\(count)") {
        try ImageComparison(of: Array(bytes.prefix(count)), with: bytes)
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
      let comparison = try? ImageComparison(of: damaged, with: bytes)
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

  @Test(arguments: [
    (Array("GIF89a".utf8), "a GIF"), ([0xff, 0xd8, 0xff, 0xe0], "a JPEG"), ([], "empty"),
    (Array("hello".utf8), "of a type that is not known"),
    (Array("PK\u{3}\u{4}".utf8), "a ZIP archive"),
  ])
  func anotherTypeIsNamed(_ bytes: [UInt8], _ name: String) throws {
    let error = #expect(throws: ImageError.self) {
      try ImageComparison(of: TestPNG.white(), with: bytes)
    }
    #expect(
      error?.description
        == "The golden cannot be compared. It is \(name), and PNG, SVG and PDF are compared.")
  }

  @Test func twoTypesCannotBeCompared() throws {
    let error = #expect(throws: ImageError.self) {
      try ImageComparison(of: TestPNG.white(), with: Array("<svg/>".utf8))
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

  @Test func pdfIsComparedByItsBytes() throws {
    let old = Array("%PDF-1.5 a".utf8), new = Array("%PDF-1.5 abc".utf8)
    #expect(try ImageComparison(of: old, with: old).isEqual)
    let comparison = try ImageComparison(of: new, with: old)
    #expect(!comparison.isEqual)
    #expect(comparison.findings.first?.hasPrefix("The PDF of 10 bytes") == true)
  }
}
