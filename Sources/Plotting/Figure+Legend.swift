extension FigureLayout {
  /// A box that names the curves, if there are several, where it covers least of them.
  mutating func addLegend() throws {
    let entries = figure.curves.indices.filter { !figure.curves[$0].label.isEmpty }
    guard figure.curves.count > 1, !entries.isEmpty else { return }
    let em = theme.labelSize
    let labels = try entries.map { try measurer.typeset(figure.curves[$0].label, fontSize: em) }
    let lineHeights = labels.map { $0.extent.ascent + $0.extent.descent }
    let handle = theme.legendHandleLength * em
    let size = (
      width: 0.8 * em + handle + 0.8 * em + (labels.map(\.extent.advance).max() ?? 0),
      height: 0.8 * em + lineHeights.reduce(0, +) + 0.5 * em * Double(entries.count - 1)
    )
    let box = legendPlace(width: size.width, height: size.height)
    elements.append(Scene.Element(mark: .legend, shape: .box(box, theme.legendBox)))
    var top = box.top + 0.4 * em
    for (row, (entry, line)) in zip(entries, labels).enumerated() {
      let baseline = top + line.extent.ascent
      top += lineHeights[row] + 0.5 * em
      let left = box.left + 0.4 * em
      let middle = baseline - 0.35 * em
      elements.append(
        Scene.Element(
          mark: .legendHandle(index: entry),
          shape: .stroke(
            [[Point(x: left, y: middle), Point(x: left + handle, y: middle)]],
            theme.curve(entry), clip: nil)))
      addText(
        figure.curves[entry].label, as: .legendLabel(index: entry), line,
        from: Point(x: left + handle + 0.8 * em, y: baseline))
    }
  }

  /// The place within the axes where the least length of curves is in a box of that size; of equal
  /// ones the first from the top right corner round.
  private func legendPlace(width: Double, height: Double) -> Rectangle {
    let inset = 0.5 * theme.labelSize
    let left = axes.left + inset, right = axes.right - inset - width
    let top = axes.top + inset, bottom = axes.bottom - inset - height
    let centre = axes.midX - width / 2, middle = axes.midY - height / 2
    let places = [
      (right, top), (left, top), (left, bottom), (right, bottom), (left, middle),
      (right, middle), (centre, bottom), (centre, top), (centre, middle),
    ].map { Rectangle(left: $0.0, top: $0.1, width: width, height: height) }
    let covered = places.map { place in
      figure.curves.indices.reduce(0.0) { sum, curve in
        sum + clip(curvePoints[curve], to: place).reduce(0) { $0 + length(of: $1) }
      }
    }
    let best = covered.indices.min { covered[$0] < covered[$1] } ?? 0
    return places[best]
  }

  private func length(of run: [Point]) -> Double {
    zip(run, run.dropFirst()).reduce(0) { sum, way in
      let dx = way.1.x - way.0.x, dy = way.1.y - way.0.y
      return sum + (dx * dx + dy * dy).squareRoot()
    }
  }
}
