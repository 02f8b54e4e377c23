@testable import Plotting
import Typesetting

/// A line of text to be drawn by itself.
struct TextSample {
  let string: String
  let glyphs: Glyphs
  let origin: Point
  let angle: Double

  /// A line whose baseline begins at (`x`, `y`).
  init(
    _ string: String, y: Double, x: Double = 20, fontSize: Double = 16,
    style: FontStyle = .upright, angle: Double = 0
  ) {
    self.string = string
    self.angle = angle
    glyphs = Glyphs(string: string, fontSize: fontSize, style: style)
    origin = Point(x: x, y: y)
  }
}

extension Scene {
  /// A page of 400 by 250 points with nothing but lines of text.
  static func ofText(
    _ samples: [TextSample], background: Color? = Color(0xffffff), title: String = "",
    summary: String = ""
  ) -> Scene {
    Scene(
      width: 400, height: 250, background: background,
      elements: samples.map { sample in
        Element(
          mark: .title,
          shape: .text(
            Text(
              TypesetLine(
                string: sample.string, fontSize: sample.glyphs.fontSize,
                pieces: [.glyphs(sample.glyphs)]),
              at: sample.origin, angle: sample.angle, color: Color(0))))
      }, title: title, summary: summary)
  }
}

extension TypesetLine {
  /// Pieces of which nobody asks how much room they take.
  init(string: String, fontSize: Double, pieces: [TextPiece]) {
    self.init(
      string: string, fontSize: fontSize, extent: TextExtent(advance: 0, ascent: 0, descent: 0),
      pieces: pieces)
  }
}
