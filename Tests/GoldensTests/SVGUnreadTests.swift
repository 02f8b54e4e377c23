import Goldens
import Testing

/// What is not understood is never ignored.
@Suite struct SVGUnreadTests {
  private func read(_ body: String, root: String = "", before: String = "") throws -> SVGDocument {
    let text = """
      <?xml version="1.0"?>\(before)
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      xmlns:i="http://www.inkscape.org" width="100" height="100" \(root)>\(body)</svg>
      """
    return try SVGDocument(Array(text.utf8))
  }

  private static let line = "<path d='M10 10H90' stroke='red'/>"
  private static let two = "<path d='M10 10H90V30H10Z'/><path d='M20 20H80V40H20Z'/>"

  private static func drawn(_ attributes: String) -> String {
    "<path d='M10 10H90' stroke='red' \(attributes)/>"
  }

  private static let properties: [(String, String)] = [
    (drawn("style='transform:scale(2)'"), line), (drawn("style='translate:3px'"), line),
    (drawn("style='rotate:3deg'"), line), (drawn("style='scale:2'"), line),
    (drawn("style='d:path(\"M1 1H9\")'"), line), (drawn("style='transform'"), line),
    ("<style>path{transform:scale(2)}</style>\(line)", "<style>path{}</style>\(line)"),
    (
      "<style>circle{cx:9px}</style><circle r='9'/>", "<style>circle{cx:8px}</style><circle r='9'/>"
    ),
    ("<style>*{width:9px}</style><rect width='1' height='9'/>", "<rect width='1' height='9'/>"),
    (drawn("transform-origin='3 4'"), line),
    (
      "<style>path{stroke:red!important}</style>\(drawn("style='stroke:blue'"))",
      "<style>path{stroke:red}</style>\(drawn("style='stroke:blue'"))"
    ),
    ("<style>:root{--x:red}</style>\(line)", "<style>:root{--x:blue}</style>\(line)"),
    ("<style>svg{--x:red}</style>\(line)", "<style>svg{--x:blue}</style>\(line)"),
    (drawn("style='stroke:var(--x)'"), drawn("style='stroke:var(--y)'")),
    (drawn("style='stroke-width:var(--x)'"), drawn("style='stroke-width:var(--y)'")),
    (drawn("stroke-width='1%'"), drawn("stroke-width='2%'")),
    ("<text x='9 20 30'>abc</text>", "<text x='9 20 40'>abc</text>"),
    ("<text xml:space='preserve'>a  b</text>", "<text>a  b</text>"),
    ("<text xml:space='preserve'>a  b</text>", "<text xml:space='preserve'>a b</text>"),
    (
      "<g xml:space='preserve'><text>a  b</text></g>",
      "<g xml:space='preserve'><text>a b</text></g>"
    ),
    ("<text>a</text>", "<g style='text-decoration:underline'><text>a</text></g>"),
    ("<text>a</text>", "<g letter-spacing='3'><text>a</text></g>"),
    ("<text><tspan>a</tspan></text>", "<g font-size='9'><text><tspan>a</tspan></text></g>"),
    ("<g mask='url(#m)'>\(line)</g><mask id='m'/>", line),
    (drawn("style='display:NONE'"), line), (drawn("opacity='var(--x)'"), line),
    (drawn("clip-path='inset(1px)'"), drawn("clip-path='inset(2px)'")),
    ("<style>path:nth-child(2){stroke:red}</style>\(line)", line),
    ("<style>@import 'a.css';</style>\(line)", "<style>@import 'b.css';</style>\(line)"),
    (
      "<text><tspan>a</tspan> <tspan>b</tspan></text>",
      "<text><tspan>a</tspan><tspan>b</tspan></text>"
    ),
    (
      "<symbol id='s' viewBox='0 0 9 9' overflow='visible'>\(line)</symbol><use href='#s' width='9' height='9'/>",
      "<symbol id='s' viewBox='0 0 9 9' overflow='visible'>\(line)</symbol><use href='#s' width='8' height='9'/>"
    ),
    ("<g opacity='0.5'>\(two)</g>", "<g fill-opacity='0.5'>\(two)</g>"),
    (
      "<path d='M10 10H90V30H10Z' stroke='red' opacity='0.5'/>",
      "<path d='M10 10H90V30H10Z' stroke='red' stroke-opacity='0.5' fill-opacity='0.5'/>"
    ),
    (drawn("pathLength='9'"), line), ("<g image-rendering='pixelated'>\(line)</g>", line),
  ]

  private static let elements: [(String, String)] = [
    ("<g isolation='isolate'>\(line)</g>", line),
    ("<g style='isolation:isolate'>\(line)</g>", line),
    (drawn("color-interpolation='linearRGB'"), line), (drawn("onclick='x()'"), line),
    ("<path d='M10 10H90' stroke='red'><set attributeName='d' to='M0 0'/></path>", line),
    ("<g><animate attributeName='opacity' to='0'/>\(line)</g>", "<g>\(line)</g>"),
    ("<path id='p' d='M10 10H90' stroke='red'/><defs><set href='#p' to='x'/></defs>", line),
    ("<script>1</script>\(line)", "<script>2</script>\(line)"),
    ("<style media='print'>path{stroke:blue}</style>\(line)", line),
    ("<style media='print'>path{stroke:blue}</style>\(line)", drawn("style='stroke:blue'")),
    (
      "<style>@media print{path{stroke:red}}</style>\(line)",
      "<style>@media print{path{stroke:blue}}</style>\(line)"
    ),
    ("<use href='a.svg#b'/>", "<use href='a.svg#c'/>"), ("<use href='a.svg#b'/>", ""),
    ("<a href='x'>\(line)</a>", "<a href='y'>\(line)</a>"),
    (
      "<style>g .a{fill:red}</style><g><path class='a' d='M1 1H9V9Z'/></g>",
      "<style>g .a{fill:red}</style><g><path class='b' d='M1 1H9V9Z'/></g>"
    ),
    ("<g fill='url(#n) red'>\(two)</g>", "<g fill='url(#n) blue'>\(two)</g>"),
    ("<g filter='url(#n) blur(1px)'>\(two)</g>", "<g filter='url(#n) blur(2px)'>\(two)</g>"),
    (
      "<style>stop{stop-color:red}</style><linearGradient id='g'><stop/></linearGradient><rect width='9' height='9' fill='url(#g)'/>",
      "<style>stop{stop-color:blue}</style><linearGradient id='g'><stop/></linearGradient><rect width='9' height='9' fill='url(#g)'/>"
    ),
    (
      "<linearGradient id='g' gradientUnits='userSpaceOnUse'/><g transform='translate(9)'><rect x='1' width='9' height='9' fill='url(#g)'/></g>",
      "<linearGradient id='g' gradientUnits='userSpaceOnUse'/><rect x='10' width='9' height='9' fill='url(#g)'/>"
    ),
    ("<image width='9' href='a'/>", "<image width='8' href='a'/>"),
    (
      "<clipPath id='p'><text>a</text></clipPath><g clip-path='url(#p)'>\(line)</g>",
      "<clipPath id='p'/><g clip-path='url(#p)'>\(line)</g>"
    ),
  ]

  @Test(arguments: properties + elements)
  func differs(_ one: String, _ other: String) throws {
    let documents = (try read(one), try read(other))
    #expect(!SVGComparison(of: documents.0, with: documents.1).changes.isEmpty)
    #expect(!SVGComparison(of: documents.1, with: documents.0).changes.isEmpty)
    #expect(SVGComparison(of: documents.0, with: try read(one)).changes.isEmpty)
  }

  @Test(arguments: [
    "transform='scale(2)'", "style='background:red'", "style='width:9px'", "overflow='visible'",
    "style='--x:red'",
    "filter='blur(3px)'", "display='none'", "xml:base='a'",
  ])
  func rootDiffers(_ root: String) throws {
    let comparison = SVGComparison(of: try read(Self.line, root: root), with: try read(Self.line))
    #expect(comparison.changes.count == 1, "\(comparison.changes)")
    #expect(comparison.changes.first?.sentence.hasPrefix("what is not understood") == true)
  }

  @Test func styleSheetOfAnotherFile() throws {
    let sheet = "<?xml-stylesheet href='a.css'?>"
    let comparison = SVGComparison(
      of: try read(Self.line, before: sheet), with: try read(Self.line))
    #expect(
      comparison.changes.map(\.sentence) == [
        "what is not understood of the document changed: “nothing” became “xml-stylesheet href='a.css'”"
      ])
  }

  /// What does not show does not count.
  @Test(arguments: [
    drawn("id='a' class='b' data-x='1' aria-label='c' role='img' tabindex='1' lang='de'"),
    drawn("xml:lang='de' i:label='layer' style='stroke:red;-inkscape-stroke:none'"),
    "<path stroke='#f00' d='M 1e1,10 h 80.000'><title>a</title></path>",
    "<g id='g'>\(line)<metadata><a xmlns='x' href='y'/></metadata><i:view x='1'/></g>",
    "<!-- a -->\(line)", "<style>.unused{fill:red}</style>\(line)",
    "<style type='text/css'>*{stroke-width:1px}</style>\(line)", "<g opacity='1'>\(line)</g>",
  ])
  func isEqual(_ body: String) throws {
    let comparison = SVGComparison(of: try read(body), with: try read(Self.line))
    #expect(comparison.changes.isEmpty, "\(comparison.changes)")
  }

  /// Texts that are written out for each of many shapes cost no more memory than one file may.
  @Test func textsThatAreNamedOften() {
    let long = String(repeating: "x", count: 1_000_000)
    let body = String(
      repeating: "<rect width='9' height='9' fill='url(#g)'/>", count: 2_000)
    let error = #expect(throws: ImageError.self) {
      try read("<linearGradient id='g' xml:space='preserve'>\(long)</linearGradient>\(body)")
    }
    #expect(error?.description.contains("too often") == true)
  }
}
