/// Text as it is set: what is drawn where, and the room that it takes. Most is one line; of several
/// the baseline is that of the last.
package struct TypesetLine {
  /// At least as high and deep as the letters l and p, so that baselines stand alike whatever the
  /// letters are.
  package var extent: TextExtent
  /// Placed around the left end of the baseline.
  package var pieces: [TextPiece]
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
  /// - Parameter width: Where lines end in any case, at a space; nowhere if `nil`.
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
    let whole = try typeset(line, of: text, fontSize: fontSize)
    let words = line.words
    guard let width, whole.extent.advance > width, words.count > 1 else { return [whole] }
    let widths = try words.map { try typeset($0, of: text, fontSize: fontSize).extent.advance }
    let space = try measure(" ", fontSize: fontSize, style: .upright).advance
    let most = LineBreaks(widths, space: space, within: width)
    // Half of a word alone on the last line looks as if it had been forgotten.
    let shortest = (1...16).map { Double($0) / 16 * width }.first {
      LineBreaks(widths, space: space, within: $0).lines.count <= most.lines.count
        && LineBreaks(widths, space: space, within: $0).fits
    }
    let breaks = shortest.map { LineBreaks(widths, space: space, within: $0) } ?? most
    return try breaks.lines.map { range in
      let parts = words[range].joined(separator: [.text(" ")])
      return try typeset(parts, of: text, fontSize: fontSize)
    }
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
      extent: TextExtent(
        advance: advance, ascent: -top, descent: lines.last?.extent.descent ?? 0), pieces: pieces)
  }
}

/// Which words stand on which line, as many on each as it holds.
private struct LineBreaks {
  private(set) var lines: [Range<Int>] = []
  /// Whether no line is too wide; a word alone may be.
  private(set) var fits = true

  init(_ widths: [Double], space: Double, within limit: Double) {
    var start = 0
    var width = 0.0
    for (index, word) in widths.enumerated() {
      let longer = index == start ? word : width + space + word
      if longer > limit, index > start {
        lines.append(start..<index)
        (start, width) = (index, word)
      } else {
        width = longer
      }
      if width > limit { fits = false }
    }
    lines.append(start..<widths.count)
  }
}

extension [LabelParts.Part] {
  /// What stands between the breaks.
  fileprivate var lines: [[LabelParts.Part]] {
    split(omittingEmptySubsequences: false) { if case .lineBreak = $0 { true } else { false } }
      .map { $0.isEmpty ? [.text("")] : Array($0) }
  }

  /// A line taken apart at its spaces, but for those in mathematics.
  fileprivate var words: [[LabelParts.Part]] {
    var words: [[LabelParts.Part]] = [[]]
    for part in self {
      guard case .text(let characters) = part else {
        words[words.count - 1].append(part)
        continue
      }
      for (index, word) in characters.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        if index > 0 { words.append([]) }
        if !word.isEmpty { words[words.count - 1].append(.text(String(word))) }
      }
    }
    return words.filter { !$0.isEmpty }
  }
}
