import Foundation
import TestSupport
import Testing

@testable import Goldens

/// PDFs as Poppler draws them.
@Suite(.enabled("pdftocairo is of poppler-utils") { PageRenderer.installed != nil })
struct PageComparisonTests {
  /// Pages with a line each, which has a height and stands in a document of a date.
  private func pdf(_ heights: [Int], date: String = "1") -> [UInt8] {
    var objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    let kids = heights.indices.map { "\(3 + 2 * $0) 0 R" }.joined(separator: " ")
    objects.append("<< /Type /Pages /Kids [\(kids)] /Count \(heights.count) >>")
    for (index, height) in heights.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 72] /Contents \(4 + 2 * index) 0 R >>")
      let content = "10 \(height) m 90 \(height) l S"
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    var text = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for place in places {
      let digits = "\(place)"
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text +=
      "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info << /CreationDate (\(date)) >> >>\n"
    return Array((text + "startxref\n\(start)\n%%EOF\n").utf8)
  }

  @Test func whatIsDrawnCountsAndNotTheBytes() throws {
    let same = try Comparison(of: pdf([36], date: "2"), with: pdf([36]))
    #expect(same.isEqual && same.severity == 0)
    #expect(
      same.findings == [
        "The bytes differ, and nothing does as pdftocairo draws it at 150 pixels to the inch; text that"
          + " can be searched, links and metadata are not compared."
      ])
    let identical = try Comparison(of: pdf([36]), with: pdf([36]))
    #expect(identical.isEqual && identical.findings.isEmpty)
  }

  @Test func pagesAreToldApart() throws {
    let found = try Comparison(of: pdf([36, 50]), with: pdf([36, 48]))
    #expect(!found.isEqual && found.severity > 0)
    #expect(found.findings.first?.hasPrefix("Page 2: ") == true)
    #expect(
      found.findings.last
        == "The PDF was compared as pdftocairo draws it at 150 pixels to the inch.")
    let picture = try #require(found.difference)
    #expect(picture.type == .png)
    #expect(try RasterImage(png: picture.bytes).width == 209)
    // 20 to 26 points from the top, of 72.
    #expect(
      try Comparison(of: pdf([36, 50]), with: pdf([36, 48]), ignoring: ["0,20,100,6"]).isEqual)
  }

  @Test func aPageMoreIsSaid() throws {
    let found = try Comparison(of: pdf([36, 50]), with: pdf([36]))
    #expect(!found.isEqual)
    #expect(found.findings[0] == "1 page became 2; those that both have were compared.")
  }

  @Test func whatIsDamagedIsNeverEqual() {
    #expect(throws: ImageError.self) {
      try Comparison(of: Array("%PDF-1.4\nnothing".utf8), with: pdf([36]))
    }
  }
}
