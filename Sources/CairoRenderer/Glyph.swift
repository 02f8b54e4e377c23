internal import Plotting
internal import Typesetting

/// A glyph in font units, y up from the baseline and x from the origin of the glyph.
struct Glyph {
  /// An outline in Cairo's commands.
  enum Command {
    case move(Point)
    case line(Point)
    case curve(Point, Point, Point)

    /// Where the pen is then.
    var end: Point {
      switch self {
      case .move(let to), .line(let to), .curve(_, _, let to): to
      }
    }
  }

  /// From the origin of this glyph to that of the next.
  let advance: Double
  /// The highest ink.
  let top: Double
  /// The lowest ink.
  let bottom: Double
  /// The outline, empty for a space.
  let outline: [Command]
  /// The rightmost ink of the glyph as the font has it.
  let right: Double
  /// The rightmost ink of the glyph when it leans.
  let italicRight: Double

  init(advance: Double, top: Double, bottom: Double, outline: [Command]) {
    self.advance = advance
    self.top = top
    self.bottom = bottom
    self.outline = outline
    right = outline.right(slant: 0)
    italicRight = outline.right(slant: FontStyle.italic.slant)
  }

  /// The rightmost ink in that style.
  func right(_ style: FontStyle) -> Double {
    style == .italic ? italicRight : right
  }
}

extension FontStyle {
  /// By how much of its height above the baseline ink moves to the right.
  ///
  /// A fifth is 11.3 degrees; the oblique cut of DejaVu Sans leans by 11.
  var slant: Double { self == .italic ? 0.2 : 0 }
}

extension [Glyph.Command] {
  /// The rightmost point of a sheared outline: of the curves themselves, not of the control points,
  /// which a shear takes far out of a round letter.
  fileprivate func right(slant: Double) -> Double {
    var furthest = -Double.infinity
    var pen = 0.0
    func place(_ point: Point) -> Double { point.x + slant * point.y }
    for command in self {
      switch command {
      case .move(let end), .line(let end):
        pen = place(end)
      case .curve(let first, let second, let end):
        let controls = (place(first), place(second))
        let start = pen
        pen = place(end)
        if Swift.max(controls.0, controls.1) > Swift.max(furthest, start, pen) {
          furthest = Swift.max(furthest, peak(start, controls.0, controls.1, pen))
        }
      }
      furthest = Swift.max(furthest, pen)
    }
    return isEmpty ? 0 : furthest
  }

  /// The largest value of a cubic with those Bernstein coefficients between its ends.
  private func peak(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
    func value(_ t: Double) -> Double {
      let s = 1 - t
      return s * s * (s * a + 3 * t * b) + t * t * (3 * s * c + t * d)
    }
    // A third of the derivative, as a quadratic in t.
    let constant = b - a
    let linear = 2 * (c - 2 * b + a)
    let square = d - 3 * c + 3 * b - a
    // Solved so that nothing cancels, and a vanishing square term does no harm.
    let root = (linear * linear - 4 * square * constant).squareRoot()
    guard root.isFinite else { return Swift.max(a, d) }
    let half = -(linear + (linear < 0 ? -root : root)) / 2
    return [half / square, constant / half].reduce(Swift.max(a, d)) { peak, t in
      t > 0 && t < 1 ? Swift.max(peak, value(t)) : peak
    }
  }
}
