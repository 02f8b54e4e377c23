internal import Wording

/// How the pages of two PDFs differ as they are drawn, or their bytes where nothing draws them.
struct PageComparison {
  private(set) var isEqual = true
  private(set) var findings: [String] = []
  private(set) var severity = 0.0
  /// Of the first page that differs, if both have one size.
  private(set) var pixels: PixelComparison?
  private(set) var leftOut: [LeftOut] = []
  /// The first pages that differ, as PNGs.
  private(set) var pair: (actual: [UInt8], expected: [UInt8])?

  /// Compares two documents whose bytes are not the same.
  init(
    _ actual: [UInt8], _ expected: [UInt8], _ rule: PixelRule
  ) throws(ImageError) {
    guard let renderer = PageRenderer.installed else {
      isEqual = false
      severity = 1
      findings = [
        "The PDF of \(counted(expected.count, "byte")) became another, of \(grouped(actual.count))."
          + " Only bytes were compared, as pdftocairo is not installed; it is in the package"
          + " poppler-utils."
      ]
      return
    }
    let old = try PairPart.golden.read { () throws(ImageError) in
      try renderer.pageCount(of: expected)
    }
    let new = try PairPart.image.read { () throws(ImageError) in
      try renderer.pageCount(of: actual)
    }
    for page in 1...min(old, new) {
      let before = try PairPart.golden.read { () throws(ImageError) in
        try renderer.png(of: page, in: expected)
      }
      let after = try PairPart.image.read { () throws(ImageError) in
        try renderer.png(of: page, in: actual)
      }
      let found = try rule.compare(after, before)
      leftOut = LeftOut.sums(leftOut, found.leftOut)
      guard !found.findings.isEmpty else { continue }
      let place = max(old, new) > 1 ? "Page \(page): " : ""
      findings += found.findings.map { place + $0 }
      if isEqual || pair == nil { (pixels, pair) = (found.pixels, (after, before)) }
      isEqual = isEqual && found.isEqual
      severity = max(severity, found.severity)
    }
    if old != new {
      findings.insert(
        "\(counted(old, "page")) became \(grouped(new)); those that both have were compared.", at: 0
      )
      (isEqual, severity) = (false, 1)
    }
    let how = "as pdftocairo draws it at \(PageRenderer.dpi) pixels to the inch"
    findings.append(
      findings.isEmpty
        ? "The bytes differ, and nothing does \(how); text that can be searched, links and metadata"
          + " are not compared."
        : "The PDF was compared \(how).")
  }
}

extension LeftOut {
  /// What was left out of several pages together.
  fileprivate static func sums(_ some: [LeftOut], _ more: [LeftOut]) -> [LeftOut] {
    if some.isEmpty { return more }
    return zip(some, more).map { a, b in
      LeftOut(
        a.ignored, count: a.count + b.count, isOfPixels: true,
        near: a.count + b.count == 0 ? a.near ?? b.near : nil)
    }
  }
}
