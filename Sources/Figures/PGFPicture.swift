internal import Glibc
internal import Plotting
internal import Typesetting

/// A scene as a picture of TeX's package PGF, for `\input` into a document: its words and mathematics
/// are set by the document's own TeX, in its fonts.
///
/// Lengths are TeX's `bp`, which are PostScript's points. Where words stand follows from what they are:
/// numbers of a y axis end at its ticks, titles have their middle above the axes, and names in the
/// legend begin beside their lines, however wide the document's letters are.
struct PGFPicture {
  private var text = ""
  private var colors: [Color: String] = [:]
  private let scene: Scene
  private let advance: (Scene.Text) throws -> Double

  /// - Parameter measurer: Has set the words of the scene, and so knows where their middle was.
  private init(_ scene: Scene, measuring measurer: some TextMeasurer) {
    self.scene = scene
    advance = { try measurer.typeset($0.string, fontSize: $0.fontSize).extent.advance }
  }

  /// The picture as text in UTF-8.
  ///
  /// - Throws: What measuring throws.
  static func bytes(of scene: Scene, measuring measurer: some TextMeasurer) throws -> [UInt8] {
    var picture = PGFPicture(scene, measuring: measurer)
    try picture.draw()
    return Array(picture.text.utf8)
  }

  private mutating func draw() throws {
    text = """
      %% \(Self.comment(scene.title)): a picture for \\input, made by actplot.
      %% The document needs \\usepackage{pgf}, and amsmath and amssymb for mathematics.
      \\begingroup%
      \\begin{pgfpicture}%
      \\pgfpathrectangle{\\pgfpointorigin}{\(point(x: scene.width, up: scene.height))}%
      \\pgfusepath{use as bounding box}%

      """
    defineColors()
    let page = Rectangle(left: 0, top: 0, width: scene.width, height: scene.height)
    if let background = scene.background {
      fill(background, opacity: 1) { $0.rectangle(page) }
    }
    for element in scene.elements { try draw(element) }
    line("\\end{pgfpicture}")
    line("\\endgroup")
  }

  private mutating func draw(_ element: Scene.Element) throws {
    switch element.shape {
    case .stroke(let runs, let style, let clip): stroke(runs, style, clip: clip)
    case .area(let points, let color, let opacity):
      fill(color, opacity: opacity) { $0.path(points, isClosed: true) }
    case .box(let box, let style): draw(box, style)
    case .text(let words): try set(words, element.mark)
    }
  }

  // MARK: Lines and areas

  private mutating func stroke(_ runs: [[Point]], _ style: StrokeStyle, clip: Rectangle?) {
    line("\\begin{pgfscope}")
    if let clip { rectangle(clip); line("\\pgfusepath{clip}") }
    line("\\pgfsetlinewidth{\(length(style.width))}")
    line("\\pgfsetdash{\(style.dashes.map { "{\(length($0))}" }.joined())}{0bp}")
    line(style.cap == .square ? "\\pgfsetrectcap" : "\\pgfsetbuttcap")
    line(style.join == .round ? "\\pgfsetroundjoin" : "\\pgfsetmiterjoin")
    line("\\pgfsetstrokecolor{\(name(of: style.color))}")
    for run in runs {
      // A run of one point is a dot.
      path(run.count == 1 ? [run[0], run[0]] : run, isClosed: false)
      line("\\pgfusepath{stroke}")
    }
    line("\\end{pgfscope}")
  }

  private mutating func fill(
    _ color: Color, opacity: Double, _ path: (inout PGFPicture) -> Void
  ) {
    line("\\begin{pgfscope}")
    line("\\pgfsetfillcolor{\(name(of: color))}")
    if opacity < 1 { line("\\pgfsetfillopacity{\(number(opacity))}") }
    path(&self)
    line("\\pgfusepath{fill}")
    line("\\end{pgfscope}")
  }

  private mutating func draw(_ box: Rectangle, _ style: BoxStyle) {
    line("\\begin{pgfscope}")
    line("\\pgfsetfillcolor{\(name(of: style.fill))}")
    if style.opacity < 1 { line("\\pgfsetfillopacity{\(number(style.opacity))}") }
    if style.edgeWidth > 0 {
      line("\\pgfsetlinewidth{\(length(style.edgeWidth))}")
      line("\\pgfsetstrokecolor{\(name(of: style.edge))}")
      if style.opacity < 1 { line("\\pgfsetstrokeopacity{\(number(style.opacity))}") }
    }
    let radius = min(style.cornerRadius, box.width / 2, box.height / 2)
    if radius > 0, box.width == box.height, radius == box.width / 2 {
      line(
        "\\pgfpathcircle{\(point(Point(x: box.midX, y: box.midY)))}{\(length(radius))}")
    } else {
      let corner = "\\pgfqpoint{\(length(radius))}{\(length(radius))}"
      if radius > 0 { line("\\pgfsetcornersarced{\(corner)}") }
      rectangle(box)
    }
    line(style.edgeWidth > 0 ? "\\pgfusepath{fill,stroke}" : "\\pgfusepath{fill}")
    line("\\end{pgfscope}")
  }

  private mutating func path(_ points: [Point], isClosed: Bool) {
    for (index, place) in points.enumerated() {
      line("\\pgfpath\(index == 0 ? "moveto" : "lineto"){\(point(place))}")
    }
    if isClosed { line("\\pgfpathclose") }
  }

  private mutating func rectangle(_ box: Rectangle) {
    let corner = point(Point(x: box.left, y: box.bottom))
    line("\\pgfpathrectangle{\(corner)}{\(point(x: box.width, up: box.height))}")
  }

  // MARK: Words

  /// Words around that place of their line which has to keep its place.
  private mutating func set(_ words: Scene.Text, _ mark: Scene.Mark) throws {
    let share = mark.anchor
    let reach = share == 0 ? 0 : share * (try advance(words))
    let angle = words.angle / 180 * Double.pi
    let place = Point(
      x: words.origin.x + reach * cos(angle), y: words.origin.y - reach * sin(angle))
    let side = share == 0 ? "left," : share == 1 ? "right," : ""
    let turn = words.angle == 0 ? "" : ",rotate=\(number(words.angle))"
    let at = "x=\(length(place.x)),y=\(length(scene.height - place.y))"
    let size =
      "\\fontsize{\(number(words.fontSize))bp}{\(number(1.2 * words.fontSize))bp}\\selectfont"
    line(
      "\\pgftext[\(side)base,\(at)\(turn)]{\\color{\(name(of: words.color))}\(size) "
        + "\(try TeXText(words.string).tex)}")
  }

  // MARK: Numbers

  private mutating func line(_ words: String) { text += words + "%\n" }

  /// Defines every colour once, outside of the scopes that use them.
  private mutating func defineColors() {
    var found = scene.background.map { [$0] } ?? []
    for element in scene.elements {
      switch element.shape {
      case .stroke(_, let style, _): found.append(style.color)
      case .box(_, let style): found += [style.fill, style.edge]
      case .area(_, let color, _): found.append(color)
      case .text(let words): found.append(words.color)
      }
    }
    for color in found where colors[color] == nil {
      let name = "actplot\(colors.count + 1)"
      colors[color] = name
      line("\\definecolor{\(name)}{RGB}{\(color.red),\(color.green),\(color.blue)}")
    }
  }

  private func name(of color: Color) -> String { colors[color] ?? "black" }

  private func point(_ place: Point) -> String { point(x: place.x, up: scene.height - place.y) }

  private func point(x: Double, up y: Double) -> String {
    "\\pgfqpoint{\(length(x))}{\(length(y))}"
  }

  private func length(_ value: Double) -> String { number(value) + "bp" }

  /// A number to a thousandth, which TeX can hold.
  private func number(_ value: Double) -> String {
    let thousandths = (min(max(value, -16_000), 16_000) * 1000).rounded()
    let whole = Int(thousandths.magnitude)
    let part = String(whole % 1000 + 1000).dropFirst()
    return (thousandths < 0 ? "-" : "") + "\(whole / 1000)." + part
  }

  private static func comment(_ words: String) -> String {
    words.filter { !$0.isNewline }
  }
}
