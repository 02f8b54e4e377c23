/// Text as it is set: what is drawn where, and the room that it takes. Most is one line; of several
/// the baseline is that of the last.
package struct TypesetLine {
  /// The label, with a break wherever a line ends.
  package var string: String
  /// The em in points.
  package let fontSize: Double
  /// At least as high and deep as the letters l and p, so that baselines stand alike whatever the
  /// letters are.
  package var extent: TextExtent
  /// Placed around the left end of the baseline.
  package var pieces: [TextPiece]

  /// Whether it is several lines.
  package var isBroken: Bool { string.contains("\n") }

  package init(string: String, fontSize: Double, extent: TextExtent, pieces: [TextPiece]) {
    self.string = string
    self.fontSize = fontSize
    self.extent = extent
    self.pieces = pieces
  }
}

/// How lines of different lengths stand above each other.
package enum TextAlignment {
  /// With one left edge.
  case left
  /// Around one middle.
  case center
}

extension TextMeasurer {
  /// Sets text, with mathematics between dollar signs in TeX's notation; `\$` is a dollar sign. A new
  /// line begins where there is one in the text, or `\n` outside of mathematics.
  ///
  /// - Parameter width: How wide lines may be that can be broken, at a space or after an operator.
  /// - Throws: `MathematicsError`, and what measuring throws.
  package func typeset(
    _ text: String, fontSize: Double, alignment: TextAlignment = .center,
    within width: Double? = nil
  ) throws -> TypesetLine {
    let parts = try parts(of: text)
    let hasBreaks = parts.contains { if case .lineBreak = $0 { true } else { false } }
    if !hasBreaks {
      let line = try typeset(parts, of: text, fontSize: fontSize)
      guard let width, line.extent.advance > width else { return line }
    }
    let lines = try parts.lines.flatMap { line in
      try wrapped(line, of: text, fontSize: fontSize, within: width)
    }
    return stacked(lines, fontSize: fontSize, alignment: alignment)
  }

  private func typeset(
    _ parts: some Sequence<LabelParts.Part>, of text: String, fontSize: Double
  ) throws -> TypesetLine {
    let frame = try measure("lp", fontSize: fontSize, style: .upright)
    var line = MathBox(height: frame.ascent, depth: frame.descent)
    var overhang = 0.0
    for part in parts {
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
      case .lineBreak:
        continue
      }
      line.add(box, x: line.width)
      line.width += box.width
    }
    return TypesetLine(
      string: text, fontSize: fontSize,
      extent: TextExtent(
        advance: line.width, ascent: line.height, descent: line.depth, overhang: overhang),
      pieces: line.pieces)
  }

  private func parts(of text: String) throws -> [LabelParts.Part] {
    // Most labels are plain and need not be taken apart.
    guard text.utf8.contains(where: { LabelParts.signs.contains($0) }) else { return [.text(text)] }
    return try LabelParts(text).parts
  }

  // MARK: Several lines

  /// A line, or where it is too wide as many as it takes, of widths as equal as can be.
  private func wrapped(
    _ line: [LabelParts.Part], of text: String, fontSize: Double, within width: Double?
  ) throws -> [TypesetLine] {
    var whole = try typeset(line, of: text, fontSize: fontSize)
    whole.string = line.label
    let fragments = LineFragments(line)
    guard let width, whole.extent.advance > width, fragments.count > 1 else { return [whole] }
    var known: [Range<Int>: TypesetLine] = [:]
    func typesetLine(_ range: Range<Int>) throws -> TypesetLine {
      if let line = known[range] { return line }
      var line = try typeset(fragments.typeset(range), of: text, fontSize: fontSize)
      line.string = fragments.line(range).label
      known[range] = line
      return line
    }
    func breaks(within width: Double) throws -> LineBreaks {
      try LineBreaks(fragments.count, within: width) { try typesetLine($0).extent.advance }
    }
    var best = try breaks(within: width)
    // Half of a word alone on the last line looks as if it had been forgotten.
    for share in 1..<16 {
      let shorter = try breaks(within: Double(share) / 16 * width)
      guard shorter.fits, shorter.lines.count <= best.lines.count else { continue }
      best = shorter
      break
    }
    return try best.lines.map(typesetLine)
  }

  private func stacked(
    _ lines: [TypesetLine], fontSize: Double, alignment: TextAlignment
  ) -> TypesetLine {
    let advance = lines.map(\.extent.advance).max() ?? 0
    var pieces: [TextPiece] = []
    var y = 0.0
    var top = 0.0
    var below: TextExtent?
    for line in lines.reversed() {
      if let below {
        y -= max(1.2 * fontSize, line.extent.descent + below.ascent + 0.15 * fontSize)
      }
      let slack = advance - line.extent.advance
      let x = alignment == .left ? 0 : slack / 2
      pieces += line.pieces.map { $0.moved(x: x, y: y) }
      top = min(top, y - line.extent.ascent)
      below = line.extent
    }
    return TypesetLine(
      string: lines.map(\.string).joined(separator: "\n"), fontSize: fontSize,
      extent: TextExtent(
        advance: advance, ascent: -top, descent: lines.last?.extent.descent ?? 0), pieces: pieces)
  }
}

extension [LabelParts.Part] {
  /// What stands between the breaks.
  fileprivate var lines: [[LabelParts.Part]] {
    split(omittingEmptySubsequences: false) { if case .lineBreak = $0 { true } else { false } }
      .map { $0.isEmpty ? [.text("")] : Array($0) }
  }
}
