import Plotting
import Testing
import Typesetting

/// A figure changed in one small way, on its scene, where all else stays as it was.
enum SceneMutation: String, CaseIterable, CustomTestStringConvertible {
  case curveMovedByAPixel = "curve moved by 1 pixel"
  case colourByEightLevels = "colour by 8 levels"
  case tickGone = "a tick gone"
  case gridGone = "the grid gone"
  case labelsSwapped = "two labels swapped"
  case lineWider = "line width +0.2 pt"
  case sampleWrong = "one wrong sample"
  case typeLarger = "font size +2 %"

  var testDescription: String { rawValue }

  /// The changed scene; `nil` if it has nothing that could be changed so.
  ///
  /// - Parameter pixel: The side of a pixel in points.
  func applied(to scene: Scene, pixel: Double) -> Scene? {
    switch self {
    case .curveMovedByAPixel:
      return scene.changingCurve { points, _, _ in
        for run in points.indices {
          for index in points[run].indices { points[run][index].y += pixel }
        }
      }
    case .colourByEightLevels:
      return scene.changingCurve { _, style, _ in
        let color = style.color
        style.color = Color(
          UInt32(color.red.off) << 16 | UInt32(color.green.off) << 8 | UInt32(color.blue.off))
      }
    case .tickGone:
      return scene.removing {
        if case .tick = $0.mark { true } else { false }
      } limit: {
        1
      }
    case .gridGone:
      return scene.removing {
        if case .gridLine = $0.mark { true } else { false }
      } limit: {
        Int.max
      }
    case .labelsSwapped: return scene.swappingTickLabels()
    case .lineWider: return scene.changingCurve { _, style, _ in style.width += 0.2 }
    case .sampleWrong:
      return scene.changingCurve { points, _, clip in
        guard let (run, index) = points.loneliest(within: clip) else { return }
        points[run][index].y += 2 * pixel
      }
    case .typeLarger: return scene.scalingText(by: 1.02)
    }
  }
}

extension UInt8 {
  /// Eight levels away.
  fileprivate var off: UInt8 { self > 127 ? self - 8 : self + 8 }
}

extension Scene {
  /// The scene with its first curve changed.
  fileprivate func changingCurve(
    _ change: (inout [[Point]], inout StrokeStyle, Rectangle?) -> Void
  ) -> Scene? {
    var scene = self
    for index in elements.indices {
      guard case .curve = elements[index].mark,
        case .stroke(var points, var style, let clip) = elements[index].shape
      else { continue }
      change(&points, &style, clip)
      scene.elements[index].shape = .stroke(points, style, clip: clip)
      return scene
    }
    return nil
  }

  /// The scene without the first few elements that are meant.
  fileprivate func removing(_ isMeant: (Element) -> Bool, limit: () -> Int) -> Scene? {
    let meant = elements.indices.filter { isMeant(elements[$0]) }.prefix(limit())
    guard !meant.isEmpty else { return nil }
    var scene = self
    for index in meant.reversed() { scene.elements.remove(at: index) }
    return scene
  }

  /// The scene with what two labels of an axis say exchanged.
  fileprivate func swappingTickLabels() -> Scene? {
    var labels: [(index: Int, text: Text)] = []
    for index in elements.indices {
      guard case .tickLabel(.x, _) = elements[index].mark,
        case .text(let text) = elements[index].shape,
        labels.allSatisfy({ $0.text.string != text.string })
      else { continue }
      labels.append((index, text))
    }
    guard labels.count > 1 else { return nil }
    var scene = self
    var (first, second) = (labels[0].text, labels[1].text)
    swap(&first.pieces, &second.pieces)
    swap(&first.string, &second.string)
    scene.elements[labels[0].index].shape = .text(first)
    scene.elements[labels[1].index].shape = .text(second)
    return scene
  }

  /// The scene with its text larger from where it starts.
  fileprivate func scalingText(by factor: Double) -> Scene? {
    var scene = self
    var hasText = false
    for index in elements.indices {
      guard case .text(var text) = elements[index].shape else { continue }
      hasText = true
      text.fontSize *= factor
      text.pieces = text.pieces.map { $0.scaled(by: factor) }
      scene.elements[index].shape = .text(text)
    }
    return hasText ? scene : nil
  }
}

extension TextPiece {
  fileprivate func scaled(by factor: Double) -> Self {
    func scaled(_ point: Point) -> Point { Point(x: point.x * factor, y: point.y * factor) }
    switch self {
    case .glyphs(var glyphs):
      glyphs.fontSize *= factor
      glyphs.origin = scaled(glyphs.origin)
      return .glyphs(glyphs)
    case .rule(let box):
      return .rule(
        Rectangle(
          left: box.left * factor, top: box.top * factor, width: box.width * factor,
          height: box.height * factor))
    case .area(let points): return .area(points.map(scaled))
    }
  }
}

extension [[Point]] {
  /// The point that is seen and whose neighbours are furthest apart: where there are thousands to
  /// a pixel, one of them is not seen.
  fileprivate func loneliest(within clip: Rectangle?) -> (run: Int, index: Int)? {
    var best: (run: Int, index: Int)?
    var distance = 0.0
    for (run, points) in enumerated() {
      for (index, point) in points.enumerated() {
        let before = points[Swift.max(0, index - 1)]
        let after = points[Swift.min(points.count - 1, index + 1)]
        let isSeen =
          clip.map {
            ($0.left...$0.right).contains(point.x) && ($0.top...$0.bottom).contains(point.y)
          } ?? true
        guard isSeen, after.x - before.x > distance else { continue }
        distance = after.x - before.x
        best = (run, index)
      }
    }
    return best
  }
}
