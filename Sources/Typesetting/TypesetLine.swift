/// A line of text as it is set: what is drawn where, and the room that it takes.
package struct TypesetLine {
  /// At least as high and deep as the letters l and p, so that baselines stand alike whatever the
  /// letters are.
  package var extent: TextExtent
  /// Placed around the left end of the baseline.
  package var pieces: [TextPiece]
}

extension TextMeasurer {
  /// Sets a line of text, with mathematics between dollar signs in TeX's notation; `\$` is a dollar
  /// sign.
  ///
  /// - Throws: `MathematicsError`, and what measuring throws.
  package func typeset(_ text: String, fontSize: Double) throws -> TypesetLine {
    let frame = try measure("lp", fontSize: fontSize, style: .upright)
    var line = MathBox(height: frame.ascent, depth: frame.descent)
    var overhang = 0.0
    for part in try parts(of: text) {
      let box: MathBox
      switch part {
      case .text(let characters):
        let extent = try measure(characters, fontSize: fontSize, style: .upright)
        box = MathBox(
          width: extent.advance, height: extent.ascent, depth: extent.descent,
          pieces: [.glyphs(Glyphs(string: characters, fontSize: fontSize))])
        overhang = extent.overhang
      case .mathematics(let characters):
        let nodes = try MathParser.parse(characters, of: text)
        let setter = try MathSetter(measurer: self, fontSize: fontSize)
        box = try setter.set(nodes, in: MathStyle(level: .text)).closed
        overhang = 0
      }
      line.add(box, x: line.width)
      line.width += box.width
    }
    return TypesetLine(
      extent: TextExtent(
        advance: line.width, ascent: line.height, descent: line.depth, overhang: overhang),
      pieces: line.pieces)
  }

  private func parts(of text: String) throws -> [LabelParts.Part] {
    // Most labels are plain and need not be taken apart.
    guard text.utf8.contains(UInt8(ascii: "$")) else { return [.text(text)] }
    return try LabelParts(text).parts
  }
}
