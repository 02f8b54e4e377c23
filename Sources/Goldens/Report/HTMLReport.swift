internal import Files
internal import Wording

/// A comparison as one HTML file, which shows each image that is not equal beside its golden.
///
/// The file needs no network and no JavaScript; with JavaScript it has a filter, a slider and keys.
/// Nothing of what it shows can run: images are images only, texts are escaped, and the file's own
/// policy names its one script by its digest.
public struct HTMLReport: Sendable {
  let images: [Verdict]
  let title: String
  let tolerance: String?
  let accepting: AcceptCommand?

  /// Makes a report of the images in whichever order.
  ///
  /// - Parameters:
  ///   - title: What was compared, such as "Figures of chapter 3".
  ///   - tolerance: What was tolerated, in a sentence.
  ///   - accepting: The command that makes images the goldens. With it and JavaScript the file lets
  ///     its reader accept or refuse each image, and writes the command for those that are accepted.
  public init(
    _ images: [Verdict], title: String, tolerance: String? = nil, accepting: AcceptCommand? = nil
  ) {
    self.images = images.worstFirst
    self.title = title
    self.tolerance = tolerance
    self.accepting = accepting
  }

  /// The script as it stands in the file, which its digest is of.
  private static let script =
    "\n" + String(decoding: PackageResources.report_js, as: UTF8.self)

  /// The file, in UTF-8.
  public var bytes: [UInt8] {
    var bytes: [UInt8] = []
    write { bytes += $0 }
    return bytes
  }

  /// Writes the file, in UTF-8, a piece for each image: all of them need not fit into memory.
  public func write<Failure: Error>(_ put: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var html = Markup()
    html.addHead(
      title: title.visible, language: "en",
      style: String(decoding: PackageResources.report_css, as: UTF8.self), script: Self.script)
    html.raw("<body>\n")
    addSummary(to: &html)
    if images.contains(where: { $0.state != .equal }) { html.raw(ReportControls.toolbar) }
    html.raw("<main>\n")
    var number = 0
    for state in Verdict.State.allCases {
      let group = images.filter { $0.state == state }
      guard !group.isEmpty else { continue }
      guard state != .equal else {
        addEqual(group, to: &html)
        continue
      }
      html.open("section", ["class": "group \(state.rawValue)"])
      html.element("h2", text: state.title)
      html.element("p", ["class": "explanation"], text: state.explanation)
      for image in group {
        number += 1
        addCard(image, number: number, to: &html)
        try put(html.bytes)
        html = Markup()
      }
      html.close("section")
    }
    let canDecide = accepting != nil && images.contains(where: \.canBeReviewed)
    if canDecide, let accepting {
      html.raw("<aside class=\"decisions script\" aria-label=\"Decisions\" hidden>\n")
      html.open("p", ["class": "tally", "role": "status", "data-start": accepting.start.visible])
      html.raw("</p>\n<p class=\"accept\"><code></code>\(Self.copyButton)</p>\n</aside>\n")
    }
    html.raw(
      "</main>\n\(ReportControls.help(canDecide: canDecide))<script>\(Self.script)</script>\n</body>\n</html>\n"
    )
    try put(html.bytes)
  }

  private func addSummary(to html: inout Markup) {
    let summary = Verdicts(images)
    html.raw("<header class=\"top\">\n")
    html.element("h1", text: title.visible)
    html.element("p", ["class": "headline"], text: summary.headline)
    for text in [tolerance, summary.ignored].compactMap({ $0 }) + summary.ignoredInVain {
      html.element("p", ["class": "explanation"], text: text.visible)
    }
    html.raw("<fieldset class=\"states\"><legend class=\"unseen\">States shown</legend>\n")
    for state in Verdict.State.allCases where summary.count(of: state) > 0 {
      html.open("label", ["class": "chip \(state.rawValue)"])
      html.open(
        "input",
        [
          "type": "checkbox", "name": "state", "value": state.rawValue, "checked": "",
          "autocomplete": "off",
        ])
      addBadge(state, count: summary.count(of: state), to: &html)
      html.close("label")
    }
    html.raw("</fieldset>\n")
    addCommon(summary, to: &html)
    if let accepting, images.contains(where: \.canBeAccepted) {
      addAccept("If all is meant to be so:", accepting.ofAll, to: &html)
    }
    html.raw("</header>\n")
  }

  private static let copyButton =
    "<button type=\"button\" class=\"script copy\">Copy</button>"

  /// - Parameter isSingle: Whether it is not needed where a script writes one command for all.
  func addAccept(
    _ words: String, _ command: String, isSingle: Bool = false, to html: inout Markup
  ) {
    html.raw("<p class=\"accept\(isSingle ? " single" : "")\"><span>\(words)</span> ")
    html.element("code", text: command.visible)
    html.raw("\(Self.copyButton)</p>\n")
  }

  func addBadge(_ state: Verdict.State, count: Int? = nil, to html: inout Markup) {
    html.raw("<span class=\"badge\"><span aria-hidden=\"true\">\(state.sign)</span> ")
    html.raw("\(count.map { "\($0) " } ?? "")\(state.rawValue)</span>")
  }

  /// Adds what several images have in common; with one change to a theme this is all to know.
  private func addCommon(_ summary: Verdicts, to html: inout Markup) {
    let changed = summary.count(of: .changed)
    guard !summary.commonFindings.isEmpty else { return }
    html.raw("<section class=\"common\">\n<h2>What images have in common</h2>\n<ul>\n")
    for (finding, count) in summary.commonFindings.prefix(6) {
      let images = count == changed ? "all \(count) changed" : "\(count) images"
      html.raw("<li><span class=\"count\">\(images)</span> <span>")
      html.sentence(finding)
      html.raw("</span> ")
      html.open("button", ["type": "button", "class": "script find", "data-find": finding.visible])
      html.raw("Show them</button></li>\n")
    }
    html.raw("</ul>\n</section>\n")
  }

  private func addEqual(_ images: [Verdict], to html: inout Markup) {
    html.raw("<section class=\"group equal\">\n<details>\n<summary>")
    html.raw("<h2>\(images.count) equal</h2></summary>\n<ul class=\"names\">\n")
    for image in images {
      html.open("li", ["id": image.anchor])
      html.element("bdi", text: image.name.visible)
      if !image.ignored.isEmpty {
        html.text(", without \(image.ignored.joined(separator: ", "))".visible)
      }
      html.close("li")
    }
    html.raw("</ul>\n</details>\n</section>\n")
  }
}

extension Verdict {
  /// The name as a link has it, which is also the identifier of what is linked: identifiers must not
  /// have spaces, and those of controls have a colon, which this has not.
  var anchor: String { urlEncoded(name, keeping: "/") }
}

extension Verdict.State {
  /// The heading of a group.
  fileprivate var title: String {
    switch self {
    case .failed: "Failed"
    case .changed: "Changed"
    case .missing: "Missing"
    case .new: "New"
    case .orphaned: "Orphaned"
    case .equal: "Equal"
    }
  }
}

extension Markup {
  /// Adds a sentence that comes from outside, with a patch of each colour that it names.
  mutating func sentence(_ sentence: String) {
    var rest = Substring(sentence.visible)
    while let sign = rest.firstIndex(of: "#") {
      let digits = rest[rest.index(after: sign)...].prefix { $0.isASCII && $0.isHexDigit }
      text(String(rest[..<digits.endIndex]))
      if digits.count == 6 || digits.count == 8 {
        raw("<span class=\"patch\" style=\"--patch:#\(digits)\"></span>")
      }
      rest = rest[digits.endIndex...]
    }
    text(String(rest))
  }
}
