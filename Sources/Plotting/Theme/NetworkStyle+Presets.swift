extension NetworkStyle {
  /// In black and greys: the inputs and outputs white, connections of weights below 0 dashed.
  static let print: NetworkStyle = {
    var style = NetworkStyle()
    style.outerFill = Color(0xffffff)
    style.hiddenFill = Color(0xd0d0d0)
    style.edge.width = 0.8
    style.connection.width = 0.7
    style.dropped = StrokeStyle(color: Color(0x606060), width: 0.8, dashes: [2.4, 1.6])
    style.positive = StrokeStyle(color: Color(0x000000), width: 2.2)
    style.negative = StrokeStyle(color: Color(0x707070), width: 2.2, dashes: [4, 2])
    style.valueFills = ValueFills(
      negative: Color(0xffffff), zero: Color(0xb4b4b4), positive: Color(0x303030))
    return style
  }()

  /// Light lines around deep blue.
  static let dark: NetworkStyle = {
    var style = NetworkStyle()
    let line = Color(0xa9afb8)
    style.outerFill = Color(0x22384f)
    style.hiddenFill = Color(0x2b5f94)
    style.biasFill = Color(0x15181d)
    style.edge.color = line
    style.connection.color = line
    style.dropped.color = Color(0x8f96a1)
    style.droppedConnection.color = Color(0x4a515c)
    style.positive.color = Color(0x79b2f2)
    style.negative.color = Color(0xf09a52)
    style.zero.color = Color(0x6b727d)
    style.valueFills = ValueFills(
      negative: Color(0xf09a52), zero: Color(0x262b33), positive: Color(0x79b2f2))
    return style
  }()

  /// Pale areas and fine lines.
  static let minimal: NetworkStyle = {
    var style = NetworkStyle()
    let line = Color(0x555555)
    style.outerFill = Color(0xedf2f8)
    style.hiddenFill = Color(0xcadcf0)
    style.edge = StrokeStyle(color: line, width: 0.7)
    style.connection = StrokeStyle(color: line, width: 0.6)
    style.dropped.width = 0.7
    style.positive = StrokeStyle(color: Color(0x268beb), width: 2.2)
    style.negative = StrokeStyle(color: Color(0xc9431f), width: 2.2)
    style.valueFills = ValueFills(
      negative: Color(0xdd6a48), zero: Color(0xffffff), positive: Color(0x268beb))
    return style
  }()
}
