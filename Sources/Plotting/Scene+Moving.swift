internal import Typesetting

extension Scene.Element {
  /// The same element, further right and down by these lengths.
  func moved(x: Double, y: Double) -> Scene.Element { placed(Placement(x: x, y: y)) }

  /// The same element with every length multiplied.
  func scaled(by factor: Double) -> Scene.Element { placed(Placement(scale: factor)) }

  private func placed(_ placement: Placement) -> Scene.Element {
    let scale = placement.scale
    var element = self
    switch shape {
    case .stroke(let runs, let style, let clip):
      element.shape = .stroke(
        runs.map { $0.map(placement.point) }, scale == 1 ? style : style.scaled(by: scale),
        clip: clip.map(placement.box))
    case .box(let box, var style):
      style.edgeWidth *= scale
      style.cornerRadius *= scale
      element.shape = .box(placement.box(box), style)
    case .area(let points, let color, let opacity):
      element.shape = .area(points.map(placement.point), color, opacity: opacity)
    case .text(var text):
      text.origin = placement.point(text.origin)
      text.fontSize *= scale
      if scale != 1 { text.pieces = text.pieces.map { $0.scaled(by: scale) } }
      element.shape = .text(text)
    }
    return element
  }
}
