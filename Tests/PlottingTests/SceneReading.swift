import TestSupport
import Typesetting

@testable import Plotting

extension Scene {
  /// The lines of the stroke that draws `mark`.
  func lines(of mark: Mark) -> [[Point]]? {
    for element in elements where element.mark == mark {
      if case .stroke(let lines, _, _) = element.shape { return lines }
    }
    return nil
  }

  /// The text that is set for `mark`.
  func text(of mark: Mark) -> Text? {
    for element in elements where element.mark == mark {
      if case .text(let text) = element.shape { return text }
    }
    return nil
  }

  /// The axes box, as its sides are drawn.
  var axes: Rectangle? {
    guard let left = lines(of: .spine(.left))?.first, let right = lines(of: .spine(.right))?.first,
      let bottom = left.map(\.y).max(), let top = left.map(\.y).min()
    else { return nil }
    return Rectangle(left: left[0].x, top: top, width: right[0].x - left[0].x, height: bottom - top)
  }

  /// The labels of the ticks of an axis, in order.
  func tickLabels(_ axis: Axis) -> [String] {
    elements.compactMap { element in
      guard case .tickLabel(axis, _) = element.mark, case .text(let text) = element.shape else {
        return nil
      }
      return text.string
    }
  }

  /// The room of each text whose mark is one of these.
  func textBoxes(where isIncluded: (Mark) -> Bool) -> [Rectangle] {
    elements.compactMap { element in
      guard isIncluded(element.mark), case .text(let text) = element.shape else { return nil }
      return Self.box(of: text)
    }
  }

  /// The smallest rectangle around all text and straight lines but not around curves.
  var content: Rectangle? {
    var content: Rectangle?
    func enclose(_ box: Rectangle) { content = content?.union(box) ?? box }
    for element in elements {
      if case .curve = element.mark { continue }
      switch element.shape {
      case .stroke(let lines, _, _):
        for point in lines.joined() {
          enclose(Rectangle(left: point.x, top: point.y, width: 0, height: 0))
        }
      case .box(let box, _):
        enclose(box)
      case .area(let points, _, _):
        for point in points { enclose(Rectangle(left: point.x, top: point.y, width: 0, height: 0)) }
      case .text(let text):
        enclose(Self.box(of: text))
      }
    }
    return content
  }

  /// The room that text takes.
  static func box(of text: Text) -> Rectangle {
    let extent = FixedPitchMeasurer().measure(
      text.string, fontSize: text.fontSize, style: FontStyle.upright)
    let height = extent.ascent + extent.descent, origin = text.origin
    return text.angle == 90
      ? Rectangle(
        left: origin.x - extent.ascent, top: origin.y - extent.advance, width: height,
        height: extent.advance)
      : Rectangle(
        left: origin.x, top: origin.y - extent.ascent, width: extent.advance, height: height)
  }

  /// Every length and coordinate of the page.
  var numbers: [Double] {
    [width, height]
      + elements.flatMap { element -> [Double] in
        switch element.shape {
        case .stroke(let lines, let style, let clip):
          lines.joined().flatMap { [$0.x, $0.y] } + [style.width]
            + (clip.map { [$0.left, $0.top, $0.width, $0.height] } ?? [])
        case .box(let box, let style):
          [box.left, box.top, box.width, box.height, style.edgeWidth]
        case .area(let points, _, _):
          points.flatMap { [$0.x, $0.y] }
        case .text(let text):
          [text.origin.x, text.origin.y, text.fontSize, text.angle]
        }
      }
  }
}
