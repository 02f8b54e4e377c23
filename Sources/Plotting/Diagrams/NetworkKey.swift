internal import Decimals
internal import Typesetting
internal import Wording

/// What tells how wide a line is for a weight, and which colour a unit has for a value. The top left
/// corner is at (0, 0) until it is put beside the layers.
struct NetworkKey<Measurer: TextMeasurer> {
  private(set) var elements: [Scene.Element] = []
  private(set) var width = 0.0
  private(set) var height = 0.0

  private let diagram: NetworkDiagram
  private let connections: NetworkConnections
  private let measurer: Measurer

  private var style: NetworkStyle { diagram.theme.network }
  private var em: Double { style.detailSize }

  init(
    _ diagram: NetworkDiagram, _ connections: NetworkConnections, measurer: Measurer
  ) throws {
    self.diagram = diagram
    self.connections = connections
    self.measurer = measurer
    if let range = diagram.weightRange { try addWeights(range) }
    if let range = diagram.valueRange { try addValues(range) }
  }

  // MARK: Weights

  /// A line for a round weight and one for its half, of each sign that there is.
  private mutating func addWeights(_ range: ClosedRange<Double>) throws {
    try addTitle(diagram.words.weights, index: 0)
    let largest = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    let numbers = Self.roundWeights(upTo: largest).filter {
      $0.unit == 0 ? largest == 0 : $0.unit > 0 ? range.upperBound > 0 : range.lowerBound < 0
    }
    for (index, label) in TickFormat.automatic.labels(of: numbers, precision: nil).enumerated() {
      let label = diagram.theme.numbers.written(label)
      let line = try measurer.typeset(label, fontSize: em)
      let baseline = height + line.extent.ascent
      let middle = baseline - 0.36 * em
      add(
        .legendHandle(index: index),
        .stroke(
          [[Point(x: 0, y: middle), Point(x: 2.6 * em, y: middle)]],
          connections.stroke(ofWeight: numbers[index].value, largest: largest), clip: nil))
      addText(
        line, as: .legendLabel(index: index), from: Point(x: 3.2 * em, y: baseline))
      height = baseline + line.extent.descent + 0.25 * em
    }
  }

  /// The weights of the key from the greatest to the least: 1, 2 or 5 times a power of ten, not
  /// beyond the largest weight, and the half of it.
  private static func roundWeights(upTo largest: Double) -> [DecimalNumber] {
    guard largest > 0 else { return [DecimalNumber(0, 0)] }
    let number = DecimalNumber(largest)
    let digit = number.digits.first?.wholeNumberValue ?? 1
    let (whole, half) = digit >= 5 ? (50, 25) : digit >= 2 ? (20, 10) : (10, 5)
    return [whole, half, -half, -whole].map { DecimalNumber($0, number.order - 1) }
  }

  // MARK: Values

  /// A bar with the colours of all values from the least to the greatest, and of 0.
  private mutating func addValues(_ range: ClosedRange<Double>) throws {
    if !elements.isEmpty { height += em }
    try addTitle(diagram.words.values, index: 1)
    let lower = min(range.lowerBound, 0), upper = max(range.upperBound, 0)
    let extent = max(-lower, upper)
    let bar = Rectangle(left: 0, top: height + 0.5 * em, width: 1.1 * em, height: 7 * em)
    // Parts of the value furthest from 0, whose difference is finite whatever the values are; where
    // all are 0, the bar shows 0 alone.
    let ends = extent > 0 ? lower / extent...upper / extent : 0...0
    let span = ends.upperBound - ends.lowerBound
    func y(_ value: Double) -> Double {
      span > 0 ? bar.bottom - (value / extent - ends.lowerBound) / span * bar.height : bar.midY
    }
    addColors(bar, parts: ends)
    var labels = [lower, upper]
    if lower < 0, upper > 0, min(y(lower) - y(0), y(0) - y(upper)) > 1.2 * em {
      labels.insert(0, at: 1)
    }
    if lower == upper { labels.removeLast() }
    let numbers = labels.map { DecimalNumber($0).rounded(digits: 3) }
    for (index, label) in TickFormat.automatic.labels(of: numbers, precision: nil).enumerated() {
      let label = diagram.theme.numbers.written(label)
      let line = try measurer.typeset(label, fontSize: em)
      let origin = Point(x: bar.right + 0.5 * em, y: y(labels[index]) + 0.36 * em)
      addText(line, as: .colorBarLabel(index: index), from: origin)
    }
    height = bar.bottom + 0.5 * em
  }

  private mutating func addColors(
    _ bar: Rectangle, parts: ClosedRange<Double>
  ) {
    let count = 48, span = parts.upperBound - parts.lowerBound
    for index in 0..<count {
      // Each reaches to the top and is covered by the next, so that no seam is seen.
      let bottom = Double(index) / Double(count)
      let box = Rectangle(
        left: bar.left, top: bar.top, width: bar.width, height: bar.height * (1 - bottom))
      let fill = style.fill(
        ofPart: parts.lowerBound + span * (Double(index) + 0.5) / Double(count))
      add(
        .colorBar,
        .box(box, BoxStyle(fill: fill, edge: fill, edgeWidth: 0, cornerRadius: 0, opacity: 1)))
    }
    var frame = style.edge
    frame.width *= 0.6
    let corners = [
      Point(x: bar.left, y: bar.top), Point(x: bar.right, y: bar.top),
      Point(x: bar.right, y: bar.bottom), Point(x: bar.left, y: bar.bottom),
      Point(x: bar.left, y: bar.top), Point(x: bar.right, y: bar.top),
    ]
    add(.colorBar, .stroke([corners], frame, clip: nil))
    width = max(width, bar.right)
  }

  // MARK: Marks

  private mutating func addTitle(_ title: String, index: Int) throws {
    guard !title.isEmpty else { return }
    let line = try measurer.typeset(title, fontSize: style.captionSize)
    let baseline = height + line.extent.ascent
    addText(line, as: .keyTitle(index: index), from: Point(x: 0, y: baseline))
    height = baseline + line.extent.descent + 0.35 * em
  }

  private mutating func addText(_ line: TypesetLine, as mark: Scene.Mark, from origin: Point) {
    width = max(width, origin.x + line.extent.advance + max(0, line.extent.overhang))
    add(mark, .text(Scene.Text(line, at: origin, color: diagram.theme.textColor)))
  }

  private mutating func add(_ mark: Scene.Mark, _ shape: Scene.Shape) {
    elements.append(Scene.Element(mark: mark, shape: shape))
  }
}
