import Foundation
import FoundationXML
import Goldens
import Testing

@Suite struct JUnitReportTests {
  /// The elements of a file with their attributes and texts, in order.
  private final class Reader: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String], text: String)] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements.append((name, attributes, ""))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      elements[elements.count - 1].text += text
    }
  }

  private func elements(
    of report: JUnitReport
  ) throws -> [(name: String, attributes: [String: String], text: String)] {
    let reader = Reader()
    let parser = XMLParser(data: Data(report.bytes))
    parser.delegate = reader
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
    return reader.elements
  }

  @Test func eachImageIsATest() throws {
    let elements = try elements(of: JUnitReport(ReportSamples.all, title: "Goldens"))
    for suite in elements.prefix(2) {
      #expect(
        suite.attributes == ["name": "Goldens", "tests": "7", "failures": "5", "errors": "1"])
    }
    let cases = elements.filter { $0.name == "testcase" }
    #expect(cases.map { $0.attributes["name"] } == ReportSamples.all.worstFirst.map(\.name))
    #expect(cases.allSatisfy { $0.attributes["classname"] == "Goldens" })
    let problems = elements.filter { $0.attributes["type"] != nil }
    #expect(problems.map(\.name) == ["error"] + Array(repeating: "failure", count: 5))
    #expect(
      problems.map { $0.attributes["type"] }
        == ["failed", "changed", "changed", "missing", "new", "orphaned"])
    #expect(problems[0].attributes["message"] == "The image is cut short.")
    #expect(problems[1].attributes["message"] == "The colour #1F77B4 is now #D62728")
    #expect(
      problems[1].text.hasPrefix("The colour #1F77B4 is now #D62728\nThe line moved"))
    #expect(problems[4].attributes["message"] == "There is no golden of it yet.")
  }

  @Test func hostileTextsStayTexts() throws {
    let texts = ReportSamples.hostile
    let images = texts.map { ReportSamples.changed($0, [$0]) }
    let elements = try elements(of: JUnitReport(images, title: texts.joined()))
    let names = elements.filter { $0.name == "testcase" }.compactMap { $0.attributes["name"] }
    #expect(names.count == texts.count)
    #expect(names.contains(texts[0]) && names.contains(texts[1]) && names.contains(texts[2]))
    #expect(names.contains("a\\u{1B}[31m\\u{0}\\n]]>.svg"))
    #expect(names.contains("\\u{202E}gvs.\\u{2066}abc"))
    #expect(names.contains("\\u{FFFE}\\u{FFFF}\\u{85}.svg"))
    let raw = String(decoding: JUnitReport(images, title: "\u{202E}").bytes, as: UTF8.self)
    #expect(!raw.unicodeScalars.contains { $0.properties.isBidiControl })
  }

  @Test func noImagesAreNoTests() throws {
    let elements = try elements(of: JUnitReport([], title: "Goldens"))
    #expect(elements.map(\.name) == ["testsuites", "testsuite"])
  }
}
