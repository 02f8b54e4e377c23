internal import Typesetting

extension [Scene.Element] {
  /// The same on a page without colour: what is drawn in the colour of the page, to set words, names and
  /// dots off from the lines behind them, would be seen before another one. Lines are cut there instead.
  func onClearPage(_ page: Color) -> [Scene.Element] {
    var elements: [Scene.Element] = []
    elements.reserveCapacity(count)
    for element in self {
      switch element.shape {
      case .box(let box, var style) where element.mark == .legend || style.fill == page:
        elements.cut(Opening(box, style))
        guard style.edgeWidth > 0 else { continue }
        style.fill = style.edge
        elements.append(
          Scene.Element(
            panel: element.panel, mark: element.mark,
            shape: .stroke(
              [Opening(box, style).outline],
              StrokeStyle(color: style.edge, width: style.edgeWidth, join: .round), clip: nil)))
      case .box(let box, var style) where style.edge == page && style.edgeWidth > 0:
        let half = style.edgeWidth / 2
        elements.cut(Opening(box.outset(by: half), style))
        style.edge = style.fill
        style.edgeWidth = 0
        style.cornerRadius = Swift.max(0, style.cornerRadius - half)
        elements.append(
          Scene.Element(
            panel: element.panel, mark: element.mark, shape: .box(box.outset(by: -half), style)))
      case .stroke(_, let style, _) where style.color == page: continue
      default: elements.append(element)
      }
    }
    return elements
  }

  /// Takes what is in an opening out of all lines.
  private mutating func cut(_ opening: Opening) {
    for index in indices {
      guard case .stroke(let runs, let style, let clip) = self[index].shape else { continue }
      let rest = runs.flatMap { opening.outside($0) }
      self[index].shape = .stroke(rest, style, clip: clip)
    }
    removeAll { if case .stroke(let runs, _, _) = $0.shape { runs.isEmpty } else { false } }
  }
}

/// A rectangle or, if its corners are as round as can be, a disc.
private struct Opening {
  private let box: Rectangle
  private let isDisc: Bool

  init(_ box: Rectangle, _ style: BoxStyle) {
    self.box = box
    isDisc = 2 * style.cornerRadius > 0.9 * box.width
  }

  /// The line around it, closed.
  var outline: [Point] {
    guard isDisc else {
      return [
        Point(x: box.left, y: box.top), Point(x: box.right, y: box.top),
        Point(x: box.right, y: box.bottom), Point(x: box.left, y: box.bottom),
        Point(x: box.left, y: box.top),
      ]
    }
    // Points so close together that it looks round.
    return Self.circle.map {
      Point(x: box.midX + box.width / 2 * $0.x, y: box.midY + box.height / 2 * $0.y)
    }
  }

  /// The unit circle, each point turned from the one before.
  private static let circle: [Point] = {
    let steps = 48
    let cosine = 0.991444861373810411, sine = 0.130526192220051592
    var points = [Point(x: 1, y: 0)]
    for _ in 1..<steps {
      let last = points[points.count - 1]
      points.append(
        Point(x: last.x * cosine - last.y * sine, y: last.x * sine + last.y * cosine))
    }
    return points + [points[0]]
  }()

  /// The runs of a line outside.
  func outside(_ run: [Point]) -> [[Point]] {
    guard run.count > 1 else { return run.first.map { contains($0) ? [] : [[$0]] } ?? [] }
    var runs: [[Point]] = []
    var rest = [run[0]]
    func end() {
      if rest.count > 1 { runs.append(rest) }
      rest = []
    }
    for segment in run.segments {
      guard let inside = inside(segment) else {
        rest.append(segment.end)
        continue
      }
      if inside.lowerBound > 0 {
        rest.append(segment.start.advanced(by: inside.lowerBound, to: segment.end))
      }
      end()
      if inside.upperBound < 1 {
        rest = [segment.start.advanced(by: inside.upperBound, to: segment.end), segment.end]
      }
    }
    end()
    return runs
  }

  private func contains(_ point: Point) -> Bool {
    isDisc
      ? point.distance(to: Point(x: box.midX, y: box.midY)) < box.width / 2
      : box.left < point.x && point.x < box.right && box.top < point.y && point.y < box.bottom
  }

  /// The part of a straight way that is inside; `nil` if none is.
  private func inside(_ way: Segment) -> ClosedRange<Double>? {
    let dx = way.end.x - way.start.x, dy = way.end.y - way.start.y
    var enter = 0.0, leave = 1.0
    if isDisc {
      let x = way.start.x - box.midX, y = way.start.y - box.midY, radius = box.width / 2
      let a = dx * dx + dy * dy, b = x * dx + y * dy
      let root = b * b - a * (x * x + y * y - radius * radius)
      guard a > 0, root > 0 else { return nil }
      enter = max(enter, (-b - root.squareRoot()) / a)
      leave = min(leave, (-b + root.squareRoot()) / a)
    } else {
      for (start, step, low, high) in [
        (way.start.x, dx, box.left, box.right), (way.start.y, dy, box.top, box.bottom),
      ] {
        guard step != 0 else {
          if start <= low || start >= high { return nil }
          continue
        }
        let ends = [(low - start) / step, (high - start) / step]
        enter = max(enter, min(ends[0], ends[1]))
        leave = min(leave, max(ends[0], ends[1]))
      }
    }
    return enter < leave ? enter...leave : nil
  }
}
