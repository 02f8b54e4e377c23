import Goldens

/// SVG: two documents with a zero byte between, compared as PNG is.
struct SVGTarget: FuzzTarget {
  static let name = "svg"

  private static let documents = [
    "<path d='M 1,2 L 30 40 h 5 v-6 c 1 2 3 4 5 6 s 1 2 3 4 q 1 2 3 4 t 5 5 a 5 6 30 1 0 9 9 z' stroke='red' stroke-width='2'/>",
    "<style>.a{stroke:#00f;stroke-width:2px}g&gt;rect{fill:none}</style><g class='a' transform='translate(3 4) rotate(30)'><rect x='1' y='2' width='30' height='4' rx='2'/><circle cx='9' cy='9' r='3'/></g>",
    "<defs><symbol id='s' viewBox='0 0 9 9'><ellipse rx='4' ry='3'/></symbol><clipPath id='c'><rect width='50' height='9'/></clipPath></defs><use href='#s' x='5' width='10' height='10' clip-path='url(#c)'/>",
    "<linearGradient id='g'><stop offset='0' stop-color='red'/><stop offset='100%' stop-color='blue' stop-opacity='.5'/></linearGradient><polygon points='1,1 50,1 25,40' fill='url(#g)' fill-rule='evenodd'/>",
    "<text x='5' y='20' font-size='12' text-anchor='middle'>x <tspan dy='3'>tick</tspan> 3</text><line x1='1' x2='9' y1='3' y2='4' stroke='#123' stroke-dasharray='3 1'/>",
    "<marker id='m' markerWidth='4' markerHeight='4'><path d='M0 0L4 2L0 4z'/></marker><polyline points='1 1 9 9 20 5' marker-end='url(#m)' stroke='black' fill='none'/><image href='data:image/png;base64,AAAA' width='5' height='5'/>",
    "<mask id='k'><rect width='9' height='9' fill='white'/></mask><pattern id='p' width='4' height='4' patternUnits='userSpaceOnUse'><path d='M0 0h4'/></pattern><rect width='40' height='40' fill='url(#p)' mask='url(#k)' opacity='.5'/>",
  ]

  static var corpus: [[UInt8]] {
    get throws {
      let whole = documents.map {
        Array(
          "<svg xmlns='http://www.w3.org/2000/svg' width='100pt' height='50' viewBox='0 0 100 50'>\($0)</svg>"
            .utf8)
      }
      let pairs = whole.indices.map { whole[$0] + [0] + whole[($0 + 1) % whole.count] }
      return pairs + whole.map { $0 + [0] + $0 }
        + (try Fixtures.files(
          in: "GoldensTests/Fixtures/matplotlib", endingIn: ".svg", upTo: 20_000
        )
        // Longer ones would take most of the time.
        .prefix(1).map { $0 + [0] + $0 })
    }
  }

  static let words = [
    "<", ">", "/>", "</", "'", "\"", "=", "&amp;", "&#0;", "&lt;", "<!--", "-->", "<![CDATA[",
    "]]>", "<?",
    "<!DOCTYPE x [<!ENTITY a \"b\">]>", "<g>", "</g>", "<svg>", "</svg>", "<path d='", "<rect ",
    "<use ",
    "href='#s' ", "id='s' ", "transform='", "matrix(1 0 0 1 0 0)", "scale(", "rotate(", "skewX(",
    "style='",
    "fill:", "stroke:", "url(#g)", "none", "currentColor", "inherit", "viewBox='", "0 0 nan 9",
    "width='",
    "%", "em", "px", "e9", "M", "L", "C", "A", "z", "a1 1 0 01 9 9", "display='none' ", "opacity='",
    "clip-path='url(#c)' ", "xml:space='preserve' ", "<switch>", "<foreignObject>", "<style>",
    "</style>",
    "@media print{", "*{", ":not(", "!important", "preserveAspectRatio='none' ", "\u{0}",
  ]

  mutating func check(_ input: [UInt8]) throws -> String {
    let parts = input.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
    let first = Array(parts.first ?? []), second = Array(parts.last ?? [])
    return try compared(first, second)
  }
}
