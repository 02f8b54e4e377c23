/// Finds out what the shapes of a figure are for, from where they are and how they are drawn.
struct ShapeRoles {
  /// One for each shape.
  private(set) var roles: [ShapeRole]

  private typealias Kind = ShapeRole.Kind
  private let shapes: [SVGShape]
  private let page: Box
  private let panels: [Box]
  private let lines: [AxisLine]
  /// The kind and the index of the panel, of shapes that are known already.
  private var known: [(kind: Kind, panel: Int?)?]
  /// The ticks of labels and grid lines, which have their number.
  private var ticks: [Int: Int] = [:]

  init(_ document: SVGDocument) {
    shapes = document.shapes
    page = Box(low: .zero, high: document.size)
    lines = shapes.indices.compactMap { AxisLine(document.shapes[$0], at: $0) }
    panels = AxesBoxes.find(shapes, lines, page: document.size)
    known = Array(repeating: nil, count: shapes.count)
    roles = []
    findBackgrounds()
    findLegends()
    for panel in panels.indices { findLines(panel) }
    findOthers()
    for panel in panels.indices { findTickLabels(panel) }
    number()
  }

  private mutating func assign(_ shape: Int, _ kind: Kind, _ panel: Int?) {
    if known[shape] == nil { known[shape] = (kind, panel) }
  }

  private mutating func findBackgrounds() {
    for (index, shape) in shapes.enumerated() where shape.content == nil {
      guard let box = shape.outline.asBox else { continue }
      if shape.style.stroke == nil, index < 3, box.contains(page, within: 1) {
        assign(index, .background, nil)
      } else if let panel = panels.firstIndex(where: { $0.distance(box) < 2 }) {
        assign(index, shape.style.stroke == nil ? .axesBackground : .frame, panel)
      }
    }
  }

  /// A legend is a filled box in or beside the axes with lines and text drawn into it afterwards.
  private mutating func findLegends() {
    // What is drawn last; no figure has so many that this leaves one out.
    let candidates = shapes.indices.filter {
      known[$0] == nil && shapes[$0].content == nil && shapes[$0].style.fill != nil
        && shapes[$0].bounds.size.min() > AxesBoxes.longestTick && shapes[$0].isLikeBox
    }.suffix(300)
    for (panel, box) in panels.enumerated() {
      let index = candidates.last {
        let own = shapes[$0].bounds
        return own.area < 0.6 * box.area && nearestPanel(own.center) == panel
          && !own.isBand(of: box) && isLegend($0)
      }
      guard let index else { continue }
      let bounds = shapes[index].bounds
      assign(index, .legendBox, panel)
      for inner in shapes.indices[(index + 1)...] where bounds.contains(shapes[inner].bounds) {
        assign(inner, shapes[inner].isText ? .legendText : .legendLine, panel)
      }
    }
  }

  private func isLegend(_ index: Int) -> Bool {
    let bounds = shapes[index].bounds
    let inside = shapes[(index + 1)...].prefix(1000).filter { bounds.contains($0.bounds) }
    return inside.contains(where: \.isText) && inside.contains { $0.style.stroke != nil }
  }

  private mutating func findLines(_ panel: Int) {
    let box = panels[panel]
    var ticks: [AxisLine] = []
    for line in lines where known[line.shape] == nil {
      // Along the line, and across it.
      let along = line.isVertical ? 1 : 0, across = 1 - along
      guard line.place > box.low[across] - 1, line.place < box.high[across] + 1 else { continue }
      if abs(line.low - box.low[along]) < 1, abs(line.high - box.high[along]) < 1 {
        assign(line.shape, line.isVertical ? .xGrid : .yGrid, panel)
      } else if line.length <= AxesBoxes.longestTick,
        line.low > box.low[along] - AxesBoxes.longestTick - 1,
        line.high < box.high[along] + AxesBoxes.longestTick + 1
      {
        ticks.append(line)
      }
    }
    findSpines(panel)
    for isVertical in [true, false] {
      findTicks(ticks.filter { $0.isVertical == isVertical }, isVertical, panel)
    }
    for isVertical in [true, false] { findGuides(isVertical, panel) }
  }

  /// Where an axis has ticks, the first line across the panel at each is its grid line; others are
  /// guides for the eye.
  private mutating func findGuides(_ isVertical: Bool, _ panel: Int) {
    let kinds: [Kind] =
      isVertical ? [.xTick, .minorXTick, .topTick] : [.yTick, .minorYTick, .rightTick]
    let own = lines.filter { $0.isVertical == isVertical && known[$0.shape]?.panel == panel }
    var free: [Int: Int] = [:]
    for line in own where kinds.contains(known[line.shape]?.kind ?? .shape) {
      let place = Int((line.place * 2).rounded())
      if free[place] == nil { free[place] = line.shape }
    }
    if free.isEmpty { return }
    for line in own where [.xGrid, .yGrid].contains(known[line.shape]?.kind) {
      let place = Int((line.place * 2).rounded())
      if let near = [place, place - 1, place + 1].first(where: { free[$0] != nil }) {
        ticks[line.shape] = free.removeValue(forKey: near)
      } else {
        known[line.shape] = (.guide, panel)
      }
    }
  }

  /// The last line drawn on each side of a box is its spine; grid lines are drawn before.
  private mutating func findSpines(_ panel: Int) {
    let box = panels[panel]
    let sides: [(isVertical: Bool, place: Double, kind: Kind)] = [
      (true, box.low.x, .leftSpine), (true, box.high.x, .rightSpine),
      (false, box.low.y, .topSpine), (false, box.high.y, .bottomSpine),
    ]
    for side in sides {
      let line = lines.last {
        $0.isVertical == side.isVertical && abs($0.place - side.place) < 0.6
          && known[$0.shape]?.panel == panel
          && [.xGrid, .yGrid].contains(known[$0.shape]?.kind)
      }
      if let line { known[line.shape] = (side.kind, panel) }
    }
  }

  /// Ticks are short lines that begin, or have their middle, at a common line.
  private mutating func findTicks(_ lines: [AxisLine], _ isVertical: Bool, _ panel: Int) {
    let box = panels[panel], along = isVertical ? 1 : 0
    // The axis on which numbers usually are, x below and y on the left, then the other side.
    let sides = isVertical ? [box.high.y, box.low.y] : [box.low.x, box.high.x]
    var groups: [Int: [AxisLine]] = [:]
    for line in lines {
      let side = sides.firstIndex { $0 > line.low - 0.6 && $0 < line.high + 0.6 }
      let middle = ((line.low + line.high) / 2 - box.low[along]).rounded()
      groups[side ?? 2 + Int(middle + 20), default: []].append(line)
    }
    for (side, group) in groups.sorted(by: { $0.key < $1.key }) {
      guard side < 2 || group.count > 1, let longest = group.map(\.length).max() else { continue }
      let isOther = side == 1
      let major: Kind = isVertical ? isOther ? .topTick : .xTick : isOther ? .rightTick : .yTick
      for line in group {
        let isMinor = line.length < 0.8 * longest
        assign(line.shape, isMinor ? isVertical ? .minorXTick : .minorYTick : major, panel)
      }
      if side >= 2 { findAxis(group, isVertical, panel) }
    }
  }

  /// A line within the box that ticks are on is an axis and no grid line.
  private mutating func findAxis(_ ticks: [AxisLine], _ isVertical: Bool, _ panel: Int) {
    let line = lines.last { line in
      line.isVertical != isVertical && [.xGrid, .yGrid].contains(known[line.shape]?.kind)
        && ticks.allSatisfy { line.place > $0.low - 0.6 && line.place < $0.high + 0.6 }
    }
    if let line { known[line.shape] = (isVertical ? .xAxis : .yAxis, panel) }
  }

  /// Each tick's label is the nearest text below it, or on its left.
  private mutating func findTickLabels(_ panel: Int) {
    let texts = shapes.indices.filter { known[$0]?.kind == .textOutline }
    let ticks = lines.filter {
      let kind = known[$0.shape]
      return kind?.panel == panel && (kind?.kind == .xTick || kind?.kind == .yTick)
    }
    let box = panels[panel]
    // Nobody labels more, and it would take long.
    guard ticks.count * texts.count < 1_000_000 else { return }
    for line in ticks {
      var best: (distance: Double, shape: Int)?
      for text in texts where known[text]?.kind == .textOutline {
        let bounds = shapes[text].bounds
        let aside =
          line.isVertical ? bounds.center.x - line.place : bounds.center.y - line.place
        var gap = line.isVertical ? bounds.low.y - line.high : line.low - bounds.high.x
        // On an axis within the panel labels make way for curves.
        let isInside =
          line.isVertical ? line.high < box.high.y - 0.6 : line.low > box.low.x + 0.6
        if isInside {
          gap = max(gap, line.isVertical ? line.low - bounds.high.y : bounds.low.x - line.high)
        }
        let reach = line.isVertical ? max(6, bounds.size.x / 3) : max(4, bounds.size.y / 3)
        guard abs(aside) < reach, gap > -2, gap < 15 else { continue }
        let distance = abs(aside) + abs(gap)
        if distance < best?.distance ?? .infinity { best = (distance, text) }
      }
      if let best {
        known[best.shape] = (line.isVertical ? .xTickLabel : .yTickLabel, panel)
        self.ticks[best.shape] = line.shape
      }
    }
  }

  private mutating func findOthers() {
    for (index, shape) in shapes.enumerated() where known[index] == nil {
      let panel = nearestPanel(shape.bounds.center)
      known[index] = (kind(of: shape, panel.map { panels[$0] }), panel)
    }
  }

  private func kind(of shape: SVGShape, _ panel: Box?) -> Kind {
    if shape.content != nil {
      return shape.name == "text" ? .text : shape.name == "image" ? .image : .shape
    }
    let bounds = shape.bounds
    let isInside = panel?.contains(Box(low: bounds.center, high: bounds.center)) ?? true
    if shape.isDot { return .dot }
    if shape.style.fill == nil {
      if shape.outline.verbs == [.move, .line], panel == nil { return .line }
      return isInside ? .curve : .line
    }
    guard shape.style.stroke == nil else { return shape.outline.asBox == nil ? .shape : .rectangle }
    if shape.isText { return .textOutline }
    if shape.outline.asBox != nil, !shape.isClear, panel.map({ !bounds.isBand(of: $0) }) ?? true {
      return .rectangle
    }
    return isInside && panel != nil ? .shade : .shape
  }

  private func nearestPanel(_ point: SIMD2<Double>) -> Int? {
    func distance(_ box: Box) -> Double {
      (point - pointwiseMin(pointwiseMax(point, box.low), box.high)).length
    }
    return panels.indices.min { distance(panels[$0]) < distance(panels[$1]) }
  }

  /// Numbers the shapes of each kind: along an axis in its direction, others as they are drawn.
  private mutating func number() {
    defer { for (shape, tick) in ticks { roles[shape].number = roles[tick].number } }
    var groups: [ShapeRole: [Int]] = [:]
    for (index, known) in known.enumerated() {
      let role = ShapeRole(
        panel: panels.count > 1 ? known?.panel.map { $0 + 1 } : nil, kind: known?.kind ?? .shape)
      roles.append(role)
      groups[role, default: []].append(index)
    }
    for (role, indices) in groups where !role.kind.isSingle {
      var ordered = indices
      switch role.kind {
      case .xTick, .minorXTick, .topTick, .xGrid, .xTickLabel:
        ordered.sort { shapes[$0].bounds.center.x < shapes[$1].bounds.center.x }
      case .yTick, .minorYTick, .rightTick, .yGrid, .yTickLabel:
        ordered.sort { shapes[$0].bounds.center.y > shapes[$1].bounds.center.y }
      case .shape:
        for index in indices { roles[index].number = index + 1 }
        continue
      default: break
      }
      for (offset, index) in ordered.enumerated() { roles[index].number = offset + 1 }
    }
  }
}
