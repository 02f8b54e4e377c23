import Goldens
import Testing

/// What style sheets make of a drawing, and what is said where that is not known.
@Suite struct SVGStyleSheetTests {
  private func bytes(_ body: String, root: String = "") -> [UInt8] {
    Array(
      """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      width="100pt" height="100pt" viewBox="0 0 100 100" \(root)>\(body)</svg>
      """.utf8)
  }

  private func compare(_ new: String, with old: String) throws -> Comparison {
    try Comparison(of: bytes(new), with: bytes(old))
  }

  private static let drawing = """
    <g class="a b" id="g"><g class="c"><path class="d e" id="p" data-k="one two" \
    d="M10 10H90V30H10Z"/></g></g>
    """

  private static func styled(_ css: String) -> String { "<style>\(css)</style>\(drawing)" }

  private static let red = drawing.replacing("<path", with: "<path fill='red'")

  /// All of these fill the only path red.
  @Test(arguments: [
    "path{fill:red}", ".d{fill:red}", ".d.e{fill:red}", "path.e{fill:red}", "#p{fill:red}",
    ".a path{fill:red}", ".c > path{fill:red}", ".c&gt;path{fill:red}", ".a.b .c > .d{fill:red}",
    "g g path{fill:red}", ".a .d, .x{fill:red}", "[data-k]{fill:red}",
    "[data-k='one two']{fill:red}",
    "[data-k~=two]{fill:red}", "[data-k^=\"one\"]{fill:red}", "[data-k$=two]{fill:red}",
    "[data-k*='e t']{fill:red}", ":root path{fill:red}", "path:not(.x){fill:red}",
    ":is(.x, .c) path{fill:red}", ":where(#g) path{fill:red}", "g{fill:red}", ".A{} .a{FILL:red}",
    "@media all{path{fill:red}}", "@media screen, print{path{fill:red}}", "svg{fill:red}",
    "@media only screen{@media all{path{fill:red}}}", "/* {} */path/**/{fill:/*x*/red;}",
    // Which of several counts.
    "path{fill:red}*{fill:blue}", "#p{fill:red}.d.e{fill:blue}", ".c path{fill:red}path{fill:blue}",
    "path{fill:blue}path{fill:red}", ".d{fill:red !important}#p{fill:blue}",
    ":where(#p){fill:blue}path{fill:red}path{x:1}", "path{fill:red}g path:hover{stroke:blue}",
    "path{fill:red}g{fill:blue!important}", ".a{fill:red}path{fill:inherit}",
    "svg{fill:red}g{fill:unset}", ".x path{fill:blue}path{fill:red}",
    "g > .a{fill:blue}g{fill:red}",
    "path{fill:red}[data-k=one]{fill:blue}", "svg > path{fill:blue}path{fill:red}",
  ])
  func isRed(_ css: String) throws {
    let document = try SVGDocument(bytes(Self.styled(css)))
    #expect(document.shapes.map(\.fillColor) == ["#ff0000"])
    #expect(document.shapes.map(\.strokeColor) == [nil])
  }

  /// Both are drawn alike, and that is known.
  @Test(arguments: [
    ("<style>path{fill:red}</style>\(drawing)", red),
    ("<path style='stroke:red!important' d='M1 1H9'/>", "<path stroke='red' d='M1 1H9'/>"),
    (
      "<g style='--c:red'><path style='fill:var(--c)' d='M1 1H9V9Z'/></g>",
      "<path fill='red' d='M1 1H9V9Z'/>"
    ),
    ("<path style='fill:var(--c, red)' d='M1 1H9V9Z'/>", "<path fill='red' d='M1 1H9V9Z'/>"),
    ("<circle style='cx:9px;cy:9px;r:5px' r='1'/>", "<circle cx='9' cy='9' r='5'/>"),
    ("<path style='d:path(\"M1 1H9V9Z\")'/>", "<path d='M1 1H9V9Z'/>"),
    ("<ellipse cx='30' cy='30' ry='9'/>", "<circle cx='30' cy='30' r='9'/>"),
    ("<ellipse cx='30' cy='30' rx='auto' ry='9'/>", "<ellipse cx='30' cy='30' rx='9' ry='9'/>"),
    ("<rect width='50' height='40' rx='10%'/>", "<rect width='50' height='40' rx='10'/>"),
    (
      "<svg viewBox='0 0 200 100' width='100' height='50'><rect width='90' height='90' rx='10%'/></svg>",
      "<svg viewBox='0 0 200 100' width='100' height='50'><rect width='90' height='90' rx='20' ry='20'/></svg>"
    ),
    ("<path stroke='red' stroke-width='1%' d='M1 1H9'/>", "<path stroke='red' d='M1 1H9'/>"),
    (
      "<path cursor='help' style='pointer-events:none;fill:red' d='M1 1H9V9Z'/>",
      "<path style='fill:red' d='M1 1H9V9Z'/>"
    ),
    (
      "<style>div{color:red}a:hover{fill:red}</style>",
      "<style>div{color:red}a:hover{fill:red}</style> "
    ),
  ])
  func isEqual(_ one: String, _ other: String) throws {
    let comparison = try compare(one, with: other)
    #expect(comparison.isEqual && comparison.findings.isEmpty, "\(comparison.findings)")
  }

  private static let defs = "<path id='s' d='M0 0H9V9Z'/>"
  private static let marker =
    "<marker id='k' markerWidth='9' markerHeight='9'><path d='M0 0H9V9Z'/></marker>"

  /// What programs of different age draw in different ways has to be the same for all of them.
  @Test(arguments: [
    ("<style>:where(.d){fill:red}</style>", "fill='none'"),
    ("<style>:is(.d, .x){stroke:red}</style>", "stroke='blue'"),
    ("", "fill='red' style='fill:light-dark(white, black)'"),
    ("<style>svg{--c:red}</style>", "fill='none' style='fill:var(--c)'"),
  ])
  func olderProgramsToo(_ style: String, _ attributes: String) throws {
    let changed = Self.drawing.replacing("<path", with: "<path \(attributes)")
    let other = attributes.split(separator: " ", maxSplits: 1).dropFirst().joined()
    let plain = Self.drawing.replacing("<path", with: "<path \(other)")
    #expect(try !compare(style + changed, with: style + plain).isEqual)
    #expect(try compare(style + changed, with: style + changed + "<!-- -->").isEqual)
  }

  /// Each is drawn in two ways, and that is seen.
  @Test(
    arguments: [
      (".a path{stroke:red}", ".a path{stroke:blue}"), ("g > g > path{d:path('M1 1H9V9Z')}", ""),
      ("@media screen{path{opacity:.5}}", ""), (":not(.x) > path{stroke:red}", ""),
    ].map { (styled($0.0), styled($0.1)) } + [
      (
        "<g color='red'><linearGradient id='l'><stop stop-color='currentColor'/></linearGradient></g><rect width='9' height='9' fill='url(#l)'/>",
        "<g color='blue'><linearGradient id='l'><stop stop-color='currentColor'/></linearGradient></g><rect width='9' height='9' fill='url(#l)'/>"
      ),
      (
        "<g color='red'><linearGradient id='m'><stop stop-color='currentColor'/></linearGradient></g><linearGradient id='l' href='#m'/><rect width='9' height='9' fill='url(#l)'/>",
        "<g color='blue'><linearGradient id='m'><stop stop-color='currentColor'/></linearGradient></g><linearGradient id='l' href='#m'/><rect width='9' height='9' fill='url(#l)'/>"
      ),
      (
        "<g fill='red'>\(marker)</g><path d='M20 20H30' marker-end='url(#k)'/>",
        "<g fill='blue'>\(marker)</g><path d='M20 20H30' marker-end='url(#k)'/>"
      ),
      (
        "\(marker)<path d='M20 20H30' marker-end='url(#k)'/>",
        "\(marker)<path d='M20 20H30' stroke-width='2' marker-end='url(#k)'/>"
      ),
      ("\(marker)<path d='M20 20H30' marker-end='url(#k)'/>", "\(marker)<path d='M20 20H30'/>"),
      (
        "\(marker)<g marker-end='url(#k)'><path d='M20 20H30' stroke='red'/></g>",
        "\(marker)<g marker-end='url(#k)'><path d='M20 20H30' stroke='red' marker-end='none'/></g>"
      ),
      (
        "<switch><g systemLanguage='en'/><path d='M1 1H9V9Z'/></switch>",
        "<switch><path d='M1 1H9V9Z'/></switch>"
      ),
      (
        "<style>text{white-space:pre}</style><text>a  b</text>",
        "<style>text{white-space:pre}</style><text>a b</text>"
      ),
      // Two shapes clip to what is in either, one path to what its rule says of both.
      (
        "<clipPath id='c' clip-rule='evenodd'><path d='M1 1H9V9H1Z'/><path d='M5 1H15V9H5Z'/></clipPath><path clip-path='url(#c)' d='M1 1H9V9Z'/>",
        "<clipPath id='c' clip-rule='evenodd'><path d='M1 1H9V9H1Z M5 1H15V9H5Z'/></clipPath><path clip-path='url(#c)' d='M1 1H9V9Z'/>"
      ),
      // What is not painted makes the box larger that a filter works in.
      (
        "<filter id='f'><feFlood/></filter><g filter='url(#f)'><path d='M1 1H9V9Z'/></g>",
        "<filter id='f'><feFlood/></filter><g filter='url(#f)'><path d='M1 1H9V9Z'/><path fill='none' d='M1 1H50V9Z'/></g>"
      ),
      (
        "<linearGradient id='l'><stop/></linearGradient><rect width='120' height='9' fill='url(#l)'/>",
        "<linearGradient id='l'><stop/></linearGradient><rect width='150' height='9' fill='url(#l)'/>"
      ),
    ])
  func isChanged(_ one: String, _ other: String) throws {
    #expect(try !compare(one, with: other).isEqual)
    #expect(try !compare(other, with: one).isEqual)
  }

  /// Nothing is found that differs, and nobody knows whether something does.
  @Test(arguments: [
    "<style>path:nth-child(2){fill:red}</style>", "<style>path + path{fill:red}</style>",
    "<style>@media (min-width:9px){path{fill:red}}</style>", "<style>@import 'a.css';</style>",
    "<style>@media (prefers-color-scheme:dark) and (min-width:9px){path{fill:red}}</style>",
    "<style>@supports (d:none){path{fill:red}}</style>", "<style>g{path{fill:red}}</style>",
    "<style>.a\\:b{fill:red}</style>", "<style type='text/less'>path{fill:red}</style>",
    "<style>path{transform:scale(2)}</style>", "<style>*{fill:var(--none)}</style>",
    "<style>*{new-effect:strong}</style>", "<style>*{stroke-width:1em}</style>",
    "<style>*{stroke-linejoin:arcs}</style>", "<style>*{fill:oklch(50% 0.1 9)}</style>",
    "<style>.d{d:shape(from 1px 1px)}</style>",
    "<foreignObject><style xmlns='http://www.w3.org/1999/xhtml'>path{fill:red}</style></foreignObject>",
  ])
  func isNotKnown(_ style: String) throws {
    let one = style + Self.drawing
    let error = #expect(throws: ImageError.self) { try compare(one + "<!-- -->", with: one) }
    let text = error?.description ?? ""
    #expect(text.contains("is not understood and may change what is drawn"), "\(text)")
    // The same to the byte is equal, and what is found to differ has changed.
    #expect(try compare(one, with: one).isEqual)
    #expect(try !compare(one + "<path d='M1 1H9V9Z'/>", with: one).isEqual)
  }

  /// A document that is light or dark is compared as both.
  @Test func darkPagesAreCompared() throws {
    func drawn(_ rule: String, _ path: String = "<path class='a' d='M1 1H9V9Z'/>") -> String {
      "<style>@media screen and (prefers-color-scheme: dark){\(rule)}</style>\(path)"
    }
    #expect(try compare(drawn(".a{fill:red}"), with: drawn("path { fill: #f00 }")).isEqual)
    let comparison = try compare(drawn(".a{fill:red}"), with: drawn(".a{fill:#00f}"))
    #expect(comparison.findings.count == 1 && !comparison.isEqual)
    #expect(comparison.findings[0].hasPrefix("on dark pages: "))
    // By another class the same rule is for nothing.
    let other = drawn(".a{fill:red}", "<path class='b' d='M1 1H9V9Z'/>")
    #expect(try !compare(other, with: drawn(".a{fill:red}")).isEqual)
    #expect(try !compare("<path d='M1 1H9V9Z'/>", with: drawn("path{fill:red}")).isEqual)
    #expect(
      try compare("<path d='M1 1H9V9Z'/>", with: drawn("path{fill:black}")).isEqual)
    // What every reader sees goes before.
    let moved = drawn(".a{fill:blue}", "<path class='a' d='M2 1H9V9Z'/>")
    #expect(try !compare(moved, with: drawn(".a{fill:red}")).findings[0].hasPrefix("on dark"))
  }

  @Test func whatIsNotDrawn() throws {
    let gnuplot = "<desc>Produced by GNUPLOT 5.4 patchlevel 8 </desc>"
    let newer = gnuplot.replacing("5.4", with: "6.0")
    let comparison = try compare(newer + Self.drawing, with: gnuplot + Self.drawing)
    #expect(comparison.isEqual)
    #expect(comparison.findings.count == 1, "It is told all the same.")
    // What a reader hears is a change.
    #expect(try !compare("<desc>Of one curve.</desc>", with: "<desc>Of two curves.</desc>").isEqual)
    let one = bytes(Self.drawing, root: "content='modified=&quot;2026-01-01&quot;'")
    let other = bytes(Self.drawing, root: "content='modified=&quot;2026-02-02&quot;'")
    #expect(try Comparison(of: one, with: other).isEqual)
  }

  /// Style sheets that ask much of every element end in a sentence.
  @Test func costlySelectors() {
    let rules = (0..<2_000).map { "g g g a path:not(.c\($0)){fill:red}" }.joined()
    let paths = String(repeating: "<path d='M1 1H9V9Z'/>", count: 1_000)
    let groups = String(repeating: "<g>", count: 9), ends = String(repeating: "</g>", count: 9)
    let text = "<style>\(rules)</style>\(groups)\(paths)\(ends)"
    let error = #expect(throws: ImageError.self) { try SVGDocument(bytes(text)) }
    #expect(error?.description.contains("ask too much") == true)
  }
}
