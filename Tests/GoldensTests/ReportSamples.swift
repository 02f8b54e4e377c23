import Foundation

@testable import Goldens

/// Images as a comparison leaves them, for reports.
enum ReportSamples {
  /// A page with a line, as SVG.
  static func svg(_ color: String = "#1f77b4", width: Int = 300, extra: String = "") -> [UInt8] {
    let size = "width=\"\(width)pt\" height=\"150pt\" viewBox=\"0 0 \(width) 150\""
    return Array(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" \(size)>\(extra)
      <rect width="\(width)" height="150" fill="#fff"/>
      <path d="M 20 130 L 280 20" stroke="\(color)"/>
      </svg>
      """.utf8)
  }

  /// A red pixel, as PNG.
  static let png = Array(
    Data(
      base64Encoded:
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAA"
        + "AElFTkSuQmCC") ?? Data())

  /// What was found of a pair.
  static func comparison(
    _ findings: [String], severity: Double = 0.5, type: ImageType = .svg
  ) -> Comparison {
    Comparison(
      type: type, isEqual: false, findings: findings, severity: severity,
      pair: .init(actual: svg("#d62728"), expected: svg()))
  }

  static func changed(
    _ name: String, _ findings: [String] = ["The line moved"], severity: Double = 0.5,
    actual: [UInt8] = svg("#d62728")
  ) -> Verdict {
    Verdict(
      name: name, state: .changed, comparison: comparison(findings, severity: severity),
      expected: svg(), actual: actual)
  }

  static func equal(_ name: String) -> Verdict { Verdict(name: name, state: .equal) }

  /// An image of each state, in no order.
  static let all = [
    equal("equal.svg"), Verdict(name: "new.svg", state: .new, actual: svg()),
    changed("slightly.svg", ["The line is thinner"], severity: 0.1),
    Verdict(name: "orphaned.svg", state: .orphaned, expected: svg()),
    changed("much.svg", ["The colour #1F77B4 is now #D62728", "The line moved"], severity: 0.9),
    Verdict(name: "missing.svg", state: .missing, expected: svg()),
    Verdict(
      name: "failed.png", state: .failed, problem: "The image is cut short.", expected: png,
      actual: Array(png.prefix(30))),
  ]

  /// Names and findings that would do harm.
  static let hostile = [
    "<script>top.harm = 1</script>", "\"><img src=x onerror=top.harm=1>.svg", "'&amp;&lt;.svg",
    "a\u{1B}[31m\u{0}\n]]>.svg", "\u{202E}gvs.\u{2066}abc", "x/../../y #%41?.svg",
    "图 – الشكل 📈.svg",
    String(decoding: [0x61, 0xFF, 0xC3], as: UTF8.self), "zoom:1", "\u{FFFE}\u{FFFF}\u{85}.svg",
  ]
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}
