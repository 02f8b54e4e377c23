extension Scene.Mark {
  /// What SVG calls it in the attribute `class`, for style sheets, scripts, and comparisons that say
  /// what has changed.
  ///
  /// The first word is the kind: letters and hyphens, in the singular. Behind it stand the axis or the
  /// side that it belongs to, and a word with a number from 1 for what there may be several of and
  /// keeps its number when another goes: `grid x`, `spine left`, `curve curve-1`,
  /// `legend-handle entry-2`. A comparison reads these as “x grid line 3”, “left spine”, “curve 1” and
  /// “legend handle 2”.
  public var classes: String {
    switch self {
    case .gridLine(let axis, _): "grid \(axis)"
    case .tick(let axis, _): "tick \(axis)"
    case .minorTick(let axis, _): "minor-tick \(axis)"
    case .tickLabel(let axis, _): "tick-label \(axis)"
    case .tickLabelBox(let axis, _): "tick-label-box \(axis)"
    case .tickFactor(let axis): "tick-factor \(axis)"
    case .axisLabel(let axis): "axis-label \(axis)"
    case .area(let index): "area area-\(index + 1)"
    case .curve(let index): "curve curve-\(index + 1)"
    case .dot(let index): "dot dot-\(index + 1)"
    case .spine(.left): "spine left"
    case .spine(.right): "spine right"
    case .spine(.bottom): "spine bottom"
    case .spine(.top): "spine top"
    case .panelTitle: "panel-title"
    case .title: "title"
    case .annotation(let index): "annotation note-\(index + 1)"
    case .annotationBox(let index): "annotation-box note-\(index + 1)"
    case .annotationLeader(let index): "annotation-leader note-\(index + 1)"
    case .annotationLabel(let index): "annotation-label note-\(index + 1)"
    case .legend: "legend"
    case .legendTitle: "legend-title"
    case .legendHandle(let index): "legend-handle entry-\(index + 1)"
    case .legendLabel(let index): "legend-label entry-\(index + 1)"
    case .keyTitle(let index): "key-title key-\(index + 1)"
    case .colorBar: "color-bar"
    case .colorBarLabel(let index): "color-bar-label label-\(index + 1)"
    case .matrixName(let index): "matrix-name matrix-\(index + 1)"
    case .matrixEntry(let index, let row, let column):
      "matrix-entry matrix-\(index + 1) row-\(row + 1) column-\(column + 1)"
    case .matrixBracket(let index): "matrix-bracket matrix-\(index + 1)"
    case .equalsSign: "equals-sign"
    case .verdict: "verdict"
    default: classesInNetwork
    }
  }

  /// The classes of the parts of networks, with the layer from 1, the inputs.
  private var classesInNetwork: String {
    func named(_ kind: String, _ layer: Int, _ rest: String = "") -> String {
      "\(kind) layer-\(layer + 1)\(rest)"
    }
    return switch self {
    case .unit(let layer, let index): named("unit", layer, " unit-\(index + 1)")
    case .unitLabel(let layer, let index): named("unit-label", layer, " unit-\(index + 1)")
    case .unitCross(let layer, let index): named("unit-cross", layer, " unit-\(index + 1)")
    case .omittedUnits(let layer): named("omitted-units", layer)
    case .bias(let layer): named("bias", layer)
    case .biasLabel(let layer): named("bias-label", layer)
    case .connection(let layer, let from, let to):
      named("connection", layer, " from-\(from + 1) to-\(to + 1)")
    case .biasConnection(let layer, let to): named("bias-connection", layer, " to-\(to + 1)")
    case .connections(let layer): named("connections", layer)
    case .layerCaption(let layer): named("layer-caption", layer)
    case .layerActivation(let layer): named("layer-activation", layer)
    case .layerCount(let layer): named("layer-count", layer)
    default: "shape"
    }
  }
}
