internal import Wording

/// How the shapes of two SVG documents differ, in drawing order.
///
/// What is compared is what is drawn, to a tolerance in points, and not how it is written: neither
/// the order of attributes nor the format of numbers, ids, groups or transforms matter.
public struct SVGComparison: Sendable {
  /// The differences, the most important first; empty if the documents are equal within the
  /// tolerance.
  public let changes: [Change]
  /// The share of the shapes that are not as they were, from 0 to 1.
  public let changedShare: Double
  /// What differs and is not drawn, in sentences, such as the version of the program that wrote it.
  public let notes: [String]
  /// What was to be left out, and how many shapes that was.
  public let leftOut: [LeftOut]
  /// Why documents of which nothing is known to differ may differ all the same, in a sentence; `nil`
  /// if all of them was understood.
  let doubt: String?

  /// What the picture is drawn from; documents take tens of times as much memory as their files.
  private var drawing: Drawing?

  private struct Drawing {
    let actual: SVGDocument
    let expected: SVGDocument
    let alignment: ShapeAlignment
    let tolerance: Double
  }

  /// Something that differs.
  public struct Change: Sendable, Hashable {
    /// What differs and how, such as "x tick 3 moved 0.4 pt right".
    public let sentence: String
  }

  /// Compares a document with its golden.
  ///
  /// - Parameter ignoring: What is left out of both.
  /// - Throws: `ImageError` if one of them is no SVG, is damaged, or would cost more to read than
  ///   any figure does, or if nothing is found that differs and not all of them was understood.
  public init(
    of actual: [UInt8], with expected: [UInt8], tolerance: Tolerance = .exact,
    ignoring: [Ignored] = []
  ) throws(ImageError) {
    // A document that is the other to the byte is equal whatever it says.
    let isSame = actual == expected
    let expected = try PairPart.golden.read { () throws(ImageError) in try SVGDocument(expected) }
    let actual =
      isSame
      ? expected
      : try PairPart.image.read { () throws(ImageError) in try SVGDocument(actual) }
    self.init(of: actual, with: expected, tolerance: tolerance, ignoring: ignoring)
    if !isSame, let doubt { throw ImageError(doubt) }
  }

  /// Compares documents that are read already.
  package init(
    of actual: SVGDocument, with expected: SVGDocument, tolerance: Tolerance = .exact,
    ignoring: [Ignored] = []
  ) {
    // A number that is no tolerance tolerates nothing.
    let points = tolerance.points > 0 ? tolerance.points : 0
    var (new, old) = (actual, expected)
    func compared() -> (alignment: ShapeAlignment, findings: ShapeFindings, [LeftOut]) {
      let (actual, expected, leftOut) = ignoring.leftOut(of: new, and: old)
      (new, old) = (actual, expected)
      let alignment = ShapeAlignment(old.shapes, new.shapes, tolerance: points)
      return (alignment, ShapeFindings(old, new, alignment, tolerance: points), leftOut)
    }
    var (alignment, findings, leftOut) = compared()
    var prefix = ""
    if findings.sentences.isEmpty, actual.asksForScheme || expected.asksForScheme {
      (new, old) = (actual.dark, expected.dark)
      (alignment, findings, leftOut) = compared()
      prefix = "on dark pages: "
    }
    self.leftOut = leftOut
    changes = findings.sentences.map { Change(sentence: prefix + $0) }
    notes = findings.notes
    let text = (expected.doubts + actual.doubts).first
    doubt = changes.isEmpty ? text.map(Self.sentence) : nil
    let changed =
      alignment.pairs.count { !$0.isEqual } + alignment.reordered.count
      + max(alignment.missing.count, alignment.added.count)
    let all = max(old.shapes.count, new.shapes.count)
    changedShare = all == 0 ? 0 : min(1, Double(changed) / Double(all))
    drawing = Drawing(actual: new, expected: old, alignment: alignment, tolerance: points)
  }

  private static func sentence(_ doubt: String) -> String {
    "No difference was found, but “\(doubt.shortened(to: 80))” is not understood and may change what is"
      + " drawn; compare the files as PNG, or write it in another way."
  }

  /// The same without what the picture is drawn from.
  var withoutDrawing: SVGComparison {
    var comparison = self
    comparison.drawing = nil
    return comparison
  }

  /// A picture of both as an SVG: what is unchanged pale grey, what only the golden has red, and
  /// what the image has instead blue; `nil` if nothing differs.
  public var difference: [UInt8]? { picture?.bytes }

  /// That, and how pages of different sizes are laid upon each other in it: by their axes, if both have
  /// some, so that what moved with them alone is unchanged.
  var picture: Comparison.Picture? {
    guard var drawing, !changes.isEmpty else { return nil }
    let isResized = drawing.actual.size.distance(drawing.expected.size) > drawing.tolerance
    var shift = SIMD2(0.0, 0)
    var words = "the top left corner"
    if isResized, let old = drawing.expected.axes, let new = drawing.actual.axes {
      shift = SIMD2(old.low.x, old.high.y) - SIMD2(new.low.x, new.high.y)
      words = "the axes"
      var actual = drawing.actual
      actual.shapes = actual.shapes.map { $0.moved(by: shift) }
      drawing = Drawing(
        actual: actual, expected: drawing.expected,
        alignment: ShapeAlignment(
          drawing.expected.shapes, actual.shapes, tolerance: drawing.tolerance),
        tolerance: drawing.tolerance)
    }
    let (new, old, alignment) = (drawing.actual, drawing.expected, drawing.alignment)
    let pages = (
      old: Box(low: .zero, high: old.size), new: Box(low: shift, high: shift + new.size)
    )
    var picture = SVGDifferencePicture(
      page: Box(
        low: pointwiseMin(pages.old.low, pages.new.low),
        high: pointwiseMax(pages.old.high, pages.new.high)))
    for pair in alignment.pairs where pair.isEqual { picture.add(new.shapes[pair.new], .grey) }
    for pair in alignment.reordered { picture.add(new.shapes[pair.new], .grey) }
    let changed = alignment.pairs.filter { !$0.isEqual }
    for index in (alignment.missing + changed.map(\.old)).sorted() {
      picture.add(old.shapes[index], .red)
    }
    for index in (alignment.added + changed.map(\.new)).sorted() {
      picture.add(new.shapes[index], .blue)
    }
    if isResized { picture.addFrames(pages.old, pages.new) }
    return Comparison.Picture(
      type: .svg, bytes: picture.bytes, alignment: isResized ? "aligned by \(words)" : nil)
  }
}

extension SVGDocument {
  /// The box of the axes, by the spines or by a box that is a good part of the page; `nil` if there is
  /// none.
  fileprivate var axes: Box? {
    let names = ShapeNames(shapes, shapes.map(\.title))
    let spines = shapes.indices.filter { names.kind($0).words.hasSuffix("spine") }
    if let box = Box(spines.flatMap { [shapes[$0].bounds.low, shapes[$0].bounds.high] }) {
      return box
    }
    let page = size.x * size.y
    return shapes.lazy.filter { !$0.coversPage }.compactMap(\.outline.asBox)
      .filter { (0.2 * page..<0.98 * page).contains($0.area) }.max { $0.area < $1.area }
  }
}

extension SVGShape {
  /// The same at another place.
  fileprivate func moved(by shift: SIMD2<Double>) -> SVGShape {
    let map = Affine.translation(shift)
    return SVGShape(
      name: name, outline: outline.transformed(map), style: style,
      clips: clips.map { Clip(outline: $0.outline.transformed(map), isEvenOdd: $0.isEvenOdd) },
      content: content, text: text, setting: setting, coversPage: coversPage, title: title)
  }
}
