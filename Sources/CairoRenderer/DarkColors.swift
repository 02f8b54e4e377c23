internal import Plotting

/// The colours that a document has on a dark page beside those on a light one, as a style sheet.
struct DarkColors {
  /// The element that is drawn now, as it is on a dark page; `nil` where there is only one set of colours.
  var now: Scene.Element?

  /// A colour of marks on a light page.
  private struct Paint: Hashable {
    let property: String
    let color: String
  }

  /// What becomes of a colour: of marks of these classes.
  private struct Change: Hashable {
    let paint: Paint
    let dark: String
    let classes: String
  }

  private var changes: Set<Change> = []

  var strokeColor: Color? {
    if case .stroke(_, let style, _)? = now?.shape { style.color } else { nil }
  }

  var boxStyle: BoxStyle? {
    if case .box(_, let style)? = now?.shape { style } else { nil }
  }

  var areaColor: Color? {
    if case .area(_, let color, _)? = now?.shape { color } else { nil }
  }

  var textColor: Color? {
    if case .text(let line)? = now?.shape { line.color } else { nil }
  }

  /// Remembers what a colour of marks with those classes is on a dark page.
  mutating func add(_ property: String, _ color: Color, _ dark: Color, classes: String) {
    changes.insert(
      Change(
        paint: Paint(property: property, color: color.shortHex), dark: dark.shortHex,
        classes: classes))
  }

  /// Writes the style sheet, if anything differs.
  ///
  /// A rule is for all that have a colour on a light page, and where that becomes two, for marks by their
  /// classes. It is for screens: paper is light.
  func write(to bytes: inout SVGBytes) {
    typealias Rule = (selector: String, paint: Paint, dark: String)
    var rules: [Rule] = []
    for (paint, changes) in Dictionary(grouping: changes, by: \.paint) {
      if Set(changes.map(\.dark)).count == 1 {
        rules.append(("", paint, changes[0].dark))
      } else {
        for change in changes {
          let classes = change.classes.split(separator: " ").map { ".\($0)" }.joined()
          rules.append((classes, paint, change.dark))
        }
      }
    }
    rules.removeAll { $0.paint.color == $0.dark }
    guard !rules.isEmpty else { return }
    func order(_ rule: Rule) -> (String, String, String, String) {
      (rule.paint.property, rule.paint.color, rule.selector, rule.dark)
    }
    rules.sort { order($0) < order($1) }
    bytes.raw("<style>\n@media screen and (prefers-color-scheme: dark) {\n")
    for rule in rules {
      bytes.raw("#")
      bytes.id(nil)
      let property = rule.paint.property
      bytes.raw(
        " \(rule.selector)[\(property)=\"\(rule.paint.color)\"]{\(property):\(rule.dark)}\n")
    }
    bytes.raw("}\n</style>\n")
  }
}
