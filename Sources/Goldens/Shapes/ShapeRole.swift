internal import Wording

/// What a shape is in a figure, as far as its geometry tells.
struct ShapeRole: Hashable {
  /// The number of its axes box from 1; `nil` if the figure has only one or the shape is in none.
  var panel: Int?
  var kind: Kind
  /// From 1, among the shapes of its kind in its panel.
  var number: Int?

  /// What shapes are for.
  enum Kind: String {
    case background = "page background"
    case axesBackground = "axes background"
    case frame = "axes frame"
    case leftSpine = "left spine"
    case rightSpine = "right spine"
    case topSpine = "top spine"
    case bottomSpine = "bottom spine"
    case xAxis = "x axis line"
    case yAxis = "y axis line"
    case xGrid = "x grid line"
    case yGrid = "y grid line"
    case guide = "guide line"
    case xTick = "x tick"
    case yTick = "y tick"
    case topTick = "top x tick"
    case rightTick = "right y tick"
    case minorXTick = "minor x tick"
    case minorYTick = "minor y tick"
    case xTickLabel = "x tick label"
    case yTickLabel = "y tick label"
    case curve = "curve"
    case line = "line"
    case legendBox = "legend box"
    case legendLine = "legend line"
    case legendText = "legend text"
    case textOutline = "text outline"
    case text = "text"
    case image = "image"
    case shade = "shade"
    case dot = "dot"
    case rectangle = "rectangle"
    case shape = "shape"

    /// Of more than one.
    var plural: String {
      switch self {
      case .legendBox: "legend boxes"
      default: rawValue + "s"
      }
    }

    var isOutlinedText: Bool {
      switch self {
      case .xTickLabel, .yTickLabel, .legendText, .textOutline: true
      default: false
      }
    }

    /// Kinds that a figure has one of need no number.
    var isSingle: Bool {
      switch self {
      case .background, .axesBackground, .frame, .leftSpine, .rightSpine, .topSpine, .bottomSpine,
        .xAxis, .yAxis, .legendBox:
        true
      default: false
      }
    }

    /// Whether it has its place by a number on an axis.
    var isAlongAxis: Bool {
      switch self {
      case .xGrid, .yGrid, .xTick, .yTick, .topTick, .rightTick, .minorXTick, .minorYTick,
        .xTickLabel, .yTickLabel:
        true
      default: false
      }
    }

    /// Whether it shows what the figure is about.
    var isData: Bool {
      switch self {
      case .curve, .shade, .dot: true
      default: false
      }
    }
  }

  /// Such as "x tick 3", or "text outline 'tanh'" if its letters are known.
  func name(letters: String?, place: SIMD2<Double>) -> String {
    if kind.isOutlinedText || kind == .text, let letters { return "\(kind.rawValue) '\(letters)'" }
    var name = kind.rawValue
    if let number { name += " \(number)" }
    if kind == .textOutline || kind == .shape || kind == .text {
      name += " at \(decimal(place.x, places: 1)), \(decimal(place.y, places: 1)) pt"
    }
    return name
  }
}
