/// Set mathematics around the left end of its baseline, in points.
struct MathBox {
  /// From the origin to where the next box starts.
  var width = 0.0
  /// From the baseline up to the top, at least 0.
  var height = 0.0
  /// From the baseline down to the bottom, at least 0.
  var depth = 0.0
  /// How far the ink of a leaning letter reaches beyond the width; a superscript clears it, a
  /// subscript and another leaning letter do not have to.
  var italicCorrection = 0.0
  /// Whether it begins with a leaning letter.
  var beginsLeaning = false
  /// Whether it is a run of characters, whose scripts stand alike whatever the characters are.
  var isCharacter = false
  /// What is drawn, y down.
  var pieces: [TextPiece] = []

  /// The box with the room that a leaning letter at its end needs.
  var closed: MathBox {
    var box = self
    box.width += italicCorrection
    box.italicCorrection = 0
    return box
  }

  /// Draws another box, its origin right and down by these lengths, and grows up and down to hold
  /// it. The width remains.
  mutating func add(_ box: MathBox, x: Double, y: Double = 0) {
    pieces += box.pieces.map { $0.moved(x: x, y: y) }
    height = max(height, box.height - y)
    depth = max(depth, box.depth + y)
  }

  /// Draws a bar whose top is at `y` and grows up and down to hold it.
  mutating func addRule(x: Double, y: Double, width: Double, thickness: Double) {
    pieces.append(.rule(Rectangle(left: x, top: y, width: width, height: thickness)))
    height = max(height, -y)
    depth = max(depth, y + thickness)
  }
}

extension TextPiece {
  /// The piece further right and down.
  package func moved(x: Double, y: Double) -> TextPiece { placed(Placement(x: x, y: y)) }

  /// The piece with every length multiplied.
  package func scaled(by factor: Double) -> TextPiece { placed(Placement(scale: factor)) }

  private func placed(_ placement: Placement) -> TextPiece {
    switch self {
    case .glyphs(var run):
      run.origin = placement.point(run.origin)
      run.fontSize *= placement.scale
      run.emboldening *= placement.scale
      return .glyphs(run)
    case .rule(let box): return .rule(placement.box(box))
    case .area(let points): return .area(points.map(placement.point))
    }
  }
}
