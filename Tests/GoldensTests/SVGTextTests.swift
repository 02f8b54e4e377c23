import Goldens
import Testing

/// What is said of text that is the same or nearly so.
@Suite struct SVGTextTests {
  private func changes(_ new: String, from old: String) throws -> [String] {
    func document(_ body: String) -> String {
      "<svg xmlns='http://www.w3.org/2000/svg' width='99pt' height='99pt' viewBox='0 0 99 99'>"
        + "\(body)</svg>"
    }
    return try Plot.changes(document(new), from: document(old))
  }

  @Test(arguments: [
    ("font-size='10'", "font-size='12'", "text 'abc': font size 10 became 12"),
    ("font-family='A'", "style='font-family:B'", "text 'abc': font A became B"),
    ("", "font-weight='bold'", "text 'abc': font weight of the page became bold"),
    ("", "textLength='9'", "text 'abc': set otherwise"),
    ("textLength='12'", "textLength='16px'", "text 'abc' is 16 pt long instead of 12 pt"),
    ("fill='red'", "fill='blue'", "text 'abc': colour #ff0000 became #0000ff"),
    ("fill='red'", "style='fill:blue'", "text 'abc': colour #ff0000 became #0000ff"),
  ])
  func saysHowItIsSet(_ old: String, _ new: String, _ sentence: String) throws {
    let found = try changes("<text y='9' \(new)>abc</text>", from: "<text y='9' \(old)>abc</text>")
    #expect(found == [sentence])
  }

  @Test(arguments: [
    ("font-family=\"'DejaVu Sans', serif\"", "font-family='\"DejaVu Sans\",serif'"),
    ("style=\"font-family:'DejaVu Sans'\"", "font-family='DejaVu Sans'"),
    ("font-size='10'", "font-size='10.0'"),
  ])
  func isSetTheSame(_ old: String, _ new: String) throws {
    #expect(try changes("<text \(new)>a</text>", from: "<text \(old)>a</text>") == [])
    let part = ("<text><tspan \(new)>a</tspan></text>", "<text><tspan \(old)>a</tspan></text>")
    if !old.hasPrefix("style") { #expect(try changes(part.0, from: part.1) == []) }
  }

  /// Letters that are somewhat larger are the same letters.
  @Test func labelsThatReadTheSame() throws {
    let old = Plot(), new = Plot()
    let labels = zip(old.xTicks, old.xLabels).map { x, label in
      old.tickLabel("x", label, at: [x - 3, old.box.bottom + 14])
    }
    var elements = new.elements
    for (index, element) in elements.enumerated() where labels.contains(element) {
      guard let label = labels.firstIndex(of: element) else { continue }
      let x = old.xTicks[label], y = old.box.bottom + 11
      elements[index] =
        "<g transform=\"translate(\(x),\(y)) scale(1.02) translate(\(-x),\(-y))\">\(element)</g>"
    }
    let found = try Plot.changes(new.document(elements), from: old.svg)
    #expect(found == ["5 x tick labels are off by up to 0.06 pt"])
  }
}
