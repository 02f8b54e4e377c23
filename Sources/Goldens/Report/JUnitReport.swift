internal import Files
internal import Wording

/// A comparison as the XML of JUnit, which continuous integration shows.
public struct JUnitReport: Sendable {
  private let images: [Verdict]
  private let title: String

  /// A report of the images in whichever order, under a title such as "Goldens".
  public init(_ images: [Verdict], title: String) {
    self.images = images.worstFirst
    self.title = title.visible
  }

  /// The file, in UTF-8. What XML has no way to write, and what is not seen, stands there as in
  /// `\u{1B}`.
  public var bytes: [UInt8] {
    let failed = images.count { $0.state == .failed }
    let failures = images.count { $0.state != .equal } - failed
    let counts: Markup.Attributes = [
      "name": title, "tests": "\(images.count)", "failures": "\(failures)", "errors": "\(failed)",
    ]
    var xml = Markup()
    xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    xml.open("testsuites", counts, end: ">\n")
    xml.open("testsuite", counts, end: ">\n")
    for image in images { add(image, to: &xml) }
    xml.close("testsuite")
    xml.close("testsuites")
    return xml.bytes
  }

  private func add(_ image: Verdict, to xml: inout Markup) {
    let attributes: Markup.Attributes = ["name": image.name.visible, "classname": title]
    let ignored = image.ignored.joined(separator: ", ")
    guard image.state != .equal || !ignored.isEmpty else {
      return xml.open("testcase", attributes, end: "/>\n")
    }
    xml.open("testcase", attributes)
    if image.state != .equal {
      let sentences = image.sentences.map(\.visible)
      xml.element(
        image.state == .failed ? "error" : "failure",
        ["type": image.state.rawValue, "message": sentences.first ?? ""],
        text: sentences.joined(separator: "\n"))
    }
    if !ignored.isEmpty { xml.element("system-out", text: "Ignored: \(ignored.visible).") }
    xml.close("testcase")
  }
}
