internal import Typesetting
internal import Wording

/// The words beside a layer: its caption, and below it its activation and the number of its units.
struct NetworkCaption {
  private struct Line {
    let mark: Scene.Mark
    let set: TypesetLine
    /// From the baseline of the first line down to that of this one.
    let drop: Double
  }

  private let lines: [Line]
  private let color: Color
  /// From the middle of the layer down to the baseline of a caption of one line.
  private let plainDrop: Double

  /// The widest line.
  var width: Double { lines.map(\.set.extent.advance).max() ?? 0 }
  /// From the top of the first line to the bottom of the last.
  var height: Double { lines.isEmpty ? 0 : ascent + descent }

  private var ascent: Double { lines.first?.set.extent.ascent ?? 0 }
  /// From the first baseline down.
  private var descent: Double { lines.last.map { $0.drop + $0.set.extent.descent } ?? 0 }

  init(
    of layer: Int, in diagram: NetworkDiagram, measurer: some TextMeasurer
  ) throws {
    let style = diagram.theme.network, count = diagram.layers[layer].count
    let number = count > diagram.most ? diagram.words.units(count) : ""
    let words: [(Scene.Mark, String, Double)] = [
      (.layerCaption(layer: layer), diagram.caption(of: layer), style.captionSize),
      (.layerActivation(layer: layer), diagram.layers[layer].activation, style.detailSize),
      (.layerCount(layer: layer), number, style.detailSize),
    ]
    var lines: [Line] = []
    for (mark, string, fontSize) in words where !string.isEmpty {
      let set = try measurer.typeset(string, fontSize: fontSize)
      let drop = lines.last.map {
        $0.drop + $0.set.extent.descent + set.extent.ascent + 0.15 * fontSize
      }
      lines.append(Line(mark: mark, set: set, drop: drop ?? 0))
    }
    self.lines = lines
    color = diagram.theme.textColor
    plainDrop = style.captionDrop
  }

  /// The lines centred on x, and as a whole at the middle of a layer.
  func elements(centeredOn x: Double, at middle: Double) -> [Scene.Element] {
    let below = lines.last?.drop ?? 0
    return elements(centeredOn: x, firstBaseline: middle + plainDrop - below / 2)
  }

  /// The lines centred on x, below a height.
  func elements(centeredOn x: Double, below top: Double) -> [Scene.Element] {
    elements(centeredOn: x, firstBaseline: top + ascent)
  }

  private func elements(centeredOn x: Double, firstBaseline: Double) -> [Scene.Element] {
    lines.map { line in
      let origin = Point(x: x - line.set.extent.advance / 2, y: firstBaseline + line.drop)
      return Scene.Element(
        mark: line.mark, shape: .text(Scene.Text(line.set, at: origin, color: color)))
    }
  }

  /// The room of the lines where they are centred on x, at the middle of a layer.
  func box(centeredOn x: Double, at middle: Double) -> Rectangle {
    let below = lines.last?.drop ?? 0
    return box(centeredOn: x, top: middle + plainDrop - below / 2 - ascent)
  }

  /// The room of the lines where they are centred on x, below a height.
  func box(centeredOn x: Double, top: Double) -> Rectangle {
    Rectangle(left: x - width / 2, top: top, width: width, height: height)
  }
}
