internal import Typesetting

/// The words of an annotation while a place is looked for.
private struct AnnotationLabel {
  let index: Int
  let line: TypesetLine
  let color: Color
  let places: [(place: LabelPlace, cost: Double)]
}

extension PanelLayout {
  /// Points and words, in front of the curves.
  mutating func addAnnotationLabels() throws {
    guard !panel.annotations.isEmpty else { return }
    let points = points()
    occupied += points.map { Rectangle(around: $0.center, radius: theme.pointRadius) }
    let costs = labelCosts(points.map(\.center))
    // Words that have one place only come first, so that the others find theirs beside them.
    let labels = try panel.annotations.indices.compactMap {
      try label(of: $0, beside: points, costs)
    }.filter { !$0.places.isEmpty }
    let ordered = labels.filter { $0.places.count == 1 } + labels.filter { $0.places.count > 1 }
    let places = LabelCosts.choice(among: ordered.map(\.places))
    for (label, place) in zip(ordered, places) where !place.leader.isEmpty {
      lines.append(place.leader)
      let style = StrokeStyle(color: label.color, width: 0.7 * theme.annotation.width)
      add(.annotationLeader(index: label.index), .stroke([place.leader], style, clip: nil))
    }
    for point in points {
      let color = theme.curve(point.point.curveStyle).color, isDatum = point.point.isDatum
      add(
        .annotation(index: point.index),
        .disc(
          at: point.center, radius: isDatum ? theme.dotRadius : theme.pointRadius, fill: color,
          edge: isDatum ? color : theme.background, edgeWidth: theme.dotEdgeWidth))
    }
    for (label, place) in zip(ordered, places) {
      occupied.append(place.box)
      // What is behind words makes them hard to read.
      addBacking(.annotationBox(index: label.index), place.box.outset(by: 1))
      addText(
        label.line, as: .annotationLabel(index: label.index), from: place.origin,
        angle: place.angle, color: label.color)
    }
  }

  /// A box in the colour of the page, which sets words off from what is behind them.
  mutating func addBacking(_ mark: Scene.Mark, _ box: Rectangle) {
    var backing = theme.legendBox
    backing.edgeWidth = 0
    backing.fill = theme.background
    add(mark, .box(box, backing))
  }

  /// A point that is in sight.
  private struct VisiblePoint {
    let index: Int
    let point: NamedPoint
    let center: Point
  }

  private func points() -> [VisiblePoint] {
    panel.annotations.enumerated().compactMap { index, annotation in
      guard case .point(let point) = annotation, let center = point.center(in: self)
      else { return nil }
      return VisiblePoint(index: index, point: point, center: center)
    }
  }

  /// What words should keep off, with these points among it.
  func labelCosts(_ points: [Point]) -> LabelCosts {
    // As good as the curves for words, and much shorter.
    let curves = runs.joined().map { PolylineThinning.thinned($0) }
    return LabelCosts(
      axes: axes, em: theme.labelSize, occupied: occupied, curves: curves.flatMap(\.segments),
      lines: lines.map { PolylineThinning.thinned($0).segments },
      features: curves.flatMap { kinksAndEnds(of: $0) },
      dots: points + panel.dots.compactMap { visiblePoint($0.x, $0.y) },
      dotRadius: theme.pointRadius)
  }

  /// Where a drawn curve ends, or bends by more than 20 degrees.
  private func kinksAndEnds(of run: [Point]) -> [Point] {
    let ways = run.segments.filter { $0.start != $0.end }
    let kinks = zip(ways, ways.dropFirst()).filter { first, last in
      let ahead = Point(x: first.end.x - first.start.x, y: first.end.y - first.start.y)
      let next = Point(x: last.end.x - last.start.x, y: last.end.y - last.start.y)
      let lengths = first.start.distance(to: first.end) * last.start.distance(to: last.end)
      return ahead.x * next.x + ahead.y * next.y < 0.94 * lengths
    }
    return kinks.map(\.1.start) + [run.first, run.last].compactMap { $0 }
  }

  /// The words of an annotation; `nil` if there are none, or what they belong to is out of sight.
  private func label(
    of index: Int, beside points: [VisiblePoint], _ costs: LabelCosts
  ) throws -> AnnotationLabel? {
    let mark = panel.annotations[index].mark
    guard !mark.label.isEmpty else { return nil }
    let path = mark.path(in: self)
    let own = points.filter { $0.index == index || mark.touches($0.point) }
    let dots = own.map(\.center)
    let line = try measurer.typeset(mark.label, fontSize: theme.labelSize)
    let choice = LabelPlaces(axes: axes, em: theme.labelSize, dotRadius: theme.pointRadius)
    let apart = mark.standsApart ? choice.apart(from: path, line.extent) : []
    let places =
      mark.middle(in: self).map { choice.over($0, line.extent) }
      ?? dots.flatMap { choice.around($0, line.extent) } + choice.beside(path, line.extent) + apart
    let owner = costs.owner(dots: dots, line: PolylineThinning.thinned(path).segments)
    return AnnotationLabel(
      index: index, line: line,
      color: color(ofWordsBeside: own.map(\.point.curveStyle) + [mark.style].compactMap { $0 }),
      places: places.map { ($0, costs.cost(of: $0, for: owner)) })
  }

  /// That of the curve that the words belong to, where there are several curves to tell apart.
  private func color(ofWordsBeside styles: [Int]) -> Color {
    guard panel.curves.count > 1, let style = styles.first, Set(styles).count == 1 else {
      return theme.textColor
    }
    return theme.curve(style).color
  }
}
