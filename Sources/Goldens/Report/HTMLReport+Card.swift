internal import Files
internal import Wording

extension HTMLReport {
  /// Adds all there is to say and to see of an image that is not equal.
  func addCard(_ image: Verdict, number: Int, to html: inout Markup) {
    let pictures = ReportPictures(image, number: number)
    html.open(
      "article",
      ["class": "card \(image.state.rawValue)", "id": image.anchor, "tabindex": "-1"], end: ">\n")
    html.raw("<header>")
    addBadge(image.state, to: &html)
    html.raw("<h3>")
    html.open("a", ["href": "#\(image.anchor)"])
    html.element("bdi", text: image.name.visible)
    html.raw("</a></h3>")
    if pictures.canZoom {
      // The pictures are labels of it too, whose texts are not its name.
      html.raw("<label class=\"enlarge\">")
      html.open(
        "input",
        [
          "type": "checkbox", "id": "zoom:\(number)", "autocomplete": "off",
          "aria-label": "Enlarge \(image.name.visible)",
        ])
      html.raw("<span>Enlarge</span></label>")
    }
    html.close("header")
    addFindings(image.sentences, to: &html)
    if !image.ignored.isEmpty {
      let ignored = image.ignored.joined(separator: ", ")
      html.element("p", ["class": "explanation"], text: "Ignored: \(ignored).".visible)
    }
    pictures.add(to: &html)
    if let accepting, image.canBeReviewed {
      addChoice(image, number, to: &html)
      addAccept(
        "If it is meant to be so:", accepting.of(image.name), isSingle: true, to: &html)
    }
    html.close("article")
  }

  /// Adds what the reader decides.
  private func addChoice(_ image: Verdict, _ number: Int, to html: inout Markup) {
    html.open(
      "fieldset",
      ["class": "choice verdict script", "data-choice": AcceptCommand.choice(image.name).visible])
    html.element("legend", ["class": "unseen"], text: "Decision on \(image.name.visible)")
    let words = image.state == .orphaned ? ("Remove", "Keep") : ("Accept", "Refuse")
    for (value, word) in [("accept", words.0), ("refuse", words.1)] {
      html.open("label", ["title": "Key: \(value.prefix(1))"])
      html.open(
        "input",
        ["type": "radio", "name": "verdict:\(number)", "value": value, "autocomplete": "off"])
      html.raw("<span>\(word)</span></label>\n")
    }
    html.close("fieldset")
  }

  private func addFindings(_ findings: [String], to html: inout Markup) {
    guard let first = findings.first else { return }
    html.raw("<p class=\"finding\">")
    html.sentence(first)
    html.close("p")
    let others = findings.dropFirst()
    guard !others.isEmpty else { return }
    let isLong = others.count > 3
    if isLong { html.raw("<details>\n<summary>\(others.count) more findings</summary>\n") }
    html.raw("<ul class=\"findings\">\n")
    let most = 100
    for finding in others.prefix(most) {
      html.raw("<li>")
      html.sentence(finding)
      html.close("li")
    }
    if others.count > most { html.raw("<li>and \(others.count - most) more</li>\n") }
    html.raw("</ul>\n")
    if isLong { html.close("details") }
  }
}

/// The pictures of a card.
private struct ReportPictures {
  private let name: String
  private let number: Int
  private let golden: ReportPicture?
  private let now: ReportPicture?
  private let difference: ReportPicture?
  /// How images of different sizes are laid upon each other in the difference.
  private let alignment: String?

  init(_ image: Verdict, number: Int) {
    name = image.name
    self.number = number
    golden = image.expected.map { ReportPicture($0) }
    now = image.actual.map { ReportPicture($0) }
    let drawn = image.comparison?.difference
    difference = drawn.map { ReportPicture($0.bytes) }
    alignment = drawn?.alignment
  }

  private var shown: [ReportPicture] { [golden, now, difference].compactMap(\.self) }

  var canZoom: Bool { shown.contains { $0.mediaType != nil } }

  /// Whether the golden and the image can be laid one upon the other.
  private var isPair: Bool { golden?.mediaType != nil && now?.mediaType != nil }

  func add(to html: inout Markup) {
    guard !shown.isEmpty else { return }
    let isMarked = isPair && difference?.mediaType != nil
    let classes = "pictures\(isPair ? " pair" : "")\(isMarked ? " marked" : "")"
    let widest = shown.compactMap(\.size?.x).max() ?? ReportPicture.defaultWidth
    html.open("div", ["class": classes, "style": "--max:\(widest)"], end: ">\n")
    let isResized = isPair && golden?.size != now?.size
    add(golden, "golden", "Golden", alternative: "Golden of", saysSize: isResized, to: &html)
    add(now, "now", "Now", alternative: "Now:", saysSize: isResized, to: &html)
    add(difference, "difference", "Difference", alternative: "Difference of", to: &html)
    if isPair {
      html.raw("<input type=\"range\" class=\"script slide\" min=\"0\" max=\"100\" step=\"0.1\"")
      html.raw(" value=\"50\" aria-label=\"Share that shows the golden\" autocomplete=\"off\">\n")
    }
    html.close("div")
  }

  private func add(
    _ picture: ReportPicture?, _ role: String, _ caption: String, alternative: String,
    saysSize: Bool = false, to html: inout Markup
  ) {
    guard let picture else { return }
    html.open("figure", ["class": role])
    html.open("figcaption")
    html.text(caption)
    if saysSize, let size = picture.size {
      html.raw(" <span>\(decimal(size.x, places: 1)) × \(decimal(size.y, places: 1)) px</span>")
    }
    if role == "difference" {
      let meaning =
        picture.type == .svg ? "red: golden, blue: now" : "red: changed, orange: changed on an edge"
      let tints = picture.type == .png && alignment != nil ? ", tints: only one of them" : ""
      html.raw(" <span>\(meaning)\(tints)\(alignment.map { "; \($0)" } ?? "")</span>")
    }
    html.raw("</figcaption>")
    if let type = picture.mediaType {
      html.raw("<label class=\"frame\" for=\"zoom:\(number)\">")
      addImage(picture, type, alternative: "\(alternative) \(name.visible)", to: &html)
      html.raw("</label>")
    } else {
      addFile(picture, role, to: &html)
    }
    html.close("figure")
  }

  private func addImage(
    _ picture: ReportPicture, _ type: String, alternative: String, to html: inout Markup
  ) {
    html.open("img", ["class": picture.type?.rawValue ?? "", "alt": alternative], end: " ")
    if let size = picture.size {
      let (width, height) = (Int(size.x.rounded()), Int(size.y.rounded()))
      html.raw("width=\"\(width)\" height=\"\(height)\" style=\"--w:\(size.x)\" ")
    }
    html.raw("loading=\"lazy\" decoding=\"async\" src=\"data:\(type);base64,")
    html.base64(picture.bytes)
    html.raw("\">")
  }

  /// Adds what browsers do not show in a page.
  private func addFile(_ picture: ReportPicture, _ role: String, to html: inout Markup) {
    let size = grouped(picture.bytes.count)
    guard picture.type == .pdf else {
      html.element("p", ["class": "file"], text: "No picture: \(size) bytes")
      return
    }
    let file = name.split(separator: "/").last.map { String($0).visible } ?? ""
    html.open("a", ["class": "file", "download": "\(role)-\(file)"], end: " ")
    html.raw("href=\"data:application/pdf;base64,")
    html.base64(picture.bytes)
    html.raw("\">Save the PDF, \(size) bytes</a>")
  }
}
