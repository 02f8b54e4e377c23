internal import Typesetting

extension Scene.Element {
  /// The same element, further right and down by these lengths.
  func moved(x: Double, y: Double) -> Scene.Element {
    mapped(by: { Point(x: $0.x + x, y: $0.y + y) }, scale: 1)
  }

  /// The same element with every length multiplied.
  func scaled(by factor: Double) -> Scene.Element {
    mapped(by: { Point(x: $0.x * factor, y: $0.y * factor) }, scale: factor)
  }

  private func mapped(by place: (Point) -> Point, scale: Double) -> Scene.Element {
    func placed(_ box: Rectangle) -> Rectangle {
      let corner = place(Point(x: box.left, y: box.top))
      return Rectangle(
        left: corner.x, top: corner.y, width: box.width * scale, height: box.height * scale)
    }
    var element = self
    switch shape {
    case .stroke(let runs, let style, let clip):
      element.shape = .stroke(
        runs.map { $0.map(place) }, scale == 1 ? style : style.scaled(by: scale),
        clip: clip.map(placed))
    case .box(let box, var style):
      style.edgeWidth *= scale
      style.cornerRadius *= scale
      element.shape = .box(placed(box), style)
    case .area(let points, let color, let opacity):
      element.shape = .area(points.map(place), color, opacity: opacity)
    case .text(var text):
      text.origin = place(text.origin)
      text.fontSize *= scale
      if scale != 1 { text.pieces = text.pieces.map { $0.scaled(by: scale) } }
      element.shape = .text(text)
    }
    return element
  }
}
