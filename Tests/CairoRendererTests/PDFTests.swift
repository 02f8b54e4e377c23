import Foundation
import Testing
import TestSupport

@testable import CairoRenderer
@testable import Plotting
import Typesetting

@Suite struct PDFTests {
  /// A page with Korean, Latin and Greek text, level, rotated, leaning and stretched.
  private func scene() -> Scene {
    Scene.ofText(
      [
        TextSample("시그모이드 함수와 그 도함수", y: 30),
        TextSample("GELU(x) = x·Φ(x) 함수", y: 60),
        TextSample("upright letters", y: 90, style: .italic),
        TextSample("세로축 of y", y: 200, x: 280, angle: 90),
        TextSample("e\u{301}te\u{301}", y: 120),
      ], title: "시그모이드 (a) \\ é", summary: "Rises from 0 to 1 & stays; /CreationDate (x)")
  }

  private func pdf(sourceDate: String? = nil) throws -> [UInt8] {
    let setter = try TextSetter(families: ["DejaVu Sans", "NanumGothic"])
    return try CairoRenderer(text: setter).pdf(scene(), sourceDate: sourceDate)
  }

  @Test func textIsFound() throws {
    let text = try PDFReader.output("pdftotext", try pdf())
    for words in [
      "시그모이드 함수와 그 도함수", "GELU(x) = x·Φ(x) 함수", "upright letters", "세로축 of y", "été",
    ] {
      #expect(text.contains(words))
    }
  }

  @Test func fontsAreEmbeddedSubsets() throws {
    let fonts = try PDFReader.output("pdffonts", try pdf()).split(separator: "\n").dropFirst(2)
    #expect(fonts.contains { $0.contains("+DejaVuSans") })
    #expect(fonts.contains { $0.contains("+NanumGothic") })
    for font in fonts {
      #expect(font.contains(/yes +yes +yes +[0-9]/), "\(font)")
      #expect(font.contains("TrueType"))
    }
  }

  @Test func lettersAreWhereThePNGHasThem() throws {
    let setter = try TextSetter(families: ["DejaVu Sans", "NanumGothic"])
    let boxes = try PDFReader.output("pdftotext", try pdf(), "-bbox")
    let word = try #require(boxes.firstMatch(of: /xMin="([0-9.]+)"[^>]*xMax="([0-9.]+)"[^>]*>x·Φ/))
    let before = try setter.measure("GELU(x) = ", fontSize: 16, style: .upright).advance
    let through = try setter.measure("GELU(x) = x·Φ(x)", fontSize: 16, style: .upright).advance
    // Cairo cuts the advances of a font down to thousandths of an em.
    let cut = 16 * 0.001
    #expect((0...10 * cut).contains(20 + before - (Double(word.output.1) ?? 0)))
    #expect((0...16 * cut).contains(20 + through - (Double(word.output.2) ?? 0)))
  }

  @Test func metadataAreTheFigures() throws {
    let info = try PDFReader.output("pdfinfo", try pdf())
    #expect(info.contains(/Title: +시그모이드 \(a\) \\ é\n/))
    #expect(info.contains(/Subject: +Rises from 0 to 1 & stays; \/CreationDate \(x\)\n/))
    #expect(info.contains(/Creator: +actplot\n/))
    #expect(info.contains(/Page size: +400 x 250 pts/))
  }

  // MARK: The date

  @Test func withoutSourceDateThereIsNone() throws {
    let info = try PDFReader.output("pdfinfo", try pdf())
    #expect(!info.contains("CreationDate:") && !info.contains("ModDate"))
  }

  @Test(arguments: [
    ("1000000000", "D:20010909014640Z"), ("0", "D:19700101000000Z"),
    ("253402300799", "D:99991231235959Z"), ("1709208000", "D:20240229120000Z"),
  ])
  func theSourceDateIsTheDocuments(_ seconds: String, _ date: String) throws {
    let document = String(decoding: try pdf(sourceDate: seconds), as: UTF8.self)
    #expect(document.contains("/CreationDate (\(date))\n"))
    #expect(try pdf(sourceDate: seconds).count == pdf().count)
  }

  @Test(arguments: ["", "yesterday", "-1", "1e9", " 1", "253402300800", "99999999999999999999"])
  func anotherSourceDateIsASentence(_ text: String) throws {
    let error = #expect(throws: RenderingError.self) { try pdf(sourceDate: text) }
    #expect(error?.description.contains("SOURCE_DATE_EPOCH is “\(text)”") == true)
  }

  /// Readers find objects by the table at the end, and repair documents whose table is wrong
  /// without a word; so it is checked here.
  @Test(arguments: [nil, "1000000000"]) func theTableOfObjectsIsRight(_ date: String?) throws {
    let bytes = try pdf(sourceDate: date)
    let string = String(decoding: bytes.map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
    let entries = string.matches(of: /\n([0-9]{10}) 00000 n/).map { Int($0.output.1) ?? 0 }
    #expect(entries.count > 10)
    for (index, offset) in entries.enumerated() {
      let object = Array("\(index + 1) 0 obj".utf8)
      #expect(Array(bytes[offset..<offset + object.count]) == object)
    }
  }
}
