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
  /// Why documents of which nothing is known to differ may differ all the same, in a sentence; `nil`
  /// if all of them was understood.
  let doubt: String?

  /// What the picture is drawn from; documents take tens of times as much memory as their files.
  private var drawing: Drawing?

  private struct Drawing {
    let actual: SVGDocument
    let expected: SVGDocument
    let alignment: ShapeAlignment
  }

  /// Something that differs.
  public struct Change: Sendable, Hashable {
    /// What differs and how, such as "x tick 3 moved 0.4 pt right".
    public let sentence: String
  }

  /// Compares a document with its golden.
  ///
  /// - Throws: `ImageError` if one of them is no SVG, is damaged, or would cost more to read than
  ///   any figure does, or if nothing is found that differs and not all of them was understood.
  public init(
    of actual: [UInt8], with expected: [UInt8], tolerance: Tolerance = .exact
  ) throws(ImageError) {
    // A document that is the other to the byte is equal whatever it says.
    let isSame = actual == expected
    let expected = try PairPart.golden.read { () throws(ImageError) in try SVGDocument(expected) }
    let actual =
      isSame
      ? expected
      : try PairPart.image.read { () throws(ImageError) in try SVGDocument(actual) }
    self.init(of: actual, with: expected, tolerance: tolerance)
    if !isSame, let doubt { throw ImageError(doubt) }
  }

  /// Compares documents that are read already.
  package init(
    of actual: SVGDocument, with expected: SVGDocument, tolerance: Tolerance = .exact
  ) {
    // A number that is no tolerance tolerates nothing.
    let points = tolerance.points > 0 ? tolerance.points : 0
    let alignment = ShapeAlignment(expected.shapes, actual.shapes, tolerance: points)
    let findings = ShapeFindings(expected, actual, alignment, tolerance: points)
    changes = findings.sentences.map(Change.init)
    notes = findings.notes
    let text = (expected.doubts + actual.doubts).first
    doubt = changes.isEmpty ? text.map(Self.sentence) : nil
    let changed =
      alignment.pairs.count { !$0.isEqual } + alignment.reordered.count
      + max(alignment.missing.count, alignment.added.count)
    let all = max(expected.shapes.count, actual.shapes.count)
    changedShare = all == 0 ? 0 : min(1, Double(changed) / Double(all))
    drawing = Drawing(actual: actual, expected: expected, alignment: alignment)
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
  public var difference: [UInt8]? {
    guard let drawing, !changes.isEmpty else { return nil }
    let (new, old, alignment) = (drawing.actual, drawing.expected, drawing.alignment)
    var picture = SVGDifferencePicture(size: pointwiseMax(new.size, old.size))
    for pair in alignment.pairs where pair.isEqual { picture.add(new.shapes[pair.new], .grey) }
    for pair in alignment.reordered { picture.add(new.shapes[pair.new], .grey) }
    let changed = alignment.pairs.filter { !$0.isEqual }
    for index in (alignment.missing + changed.map(\.old)).sorted() {
      picture.add(old.shapes[index], .red)
    }
    for index in (alignment.added + changed.map(\.new)).sorted() {
      picture.add(new.shapes[index], .blue)
    }
    return picture.bytes
  }
}
