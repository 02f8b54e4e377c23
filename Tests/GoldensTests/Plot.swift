import Foundation
import Goldens

/// A figure of a curve in axes, small enough to change anything of it.
struct Plot {
  var page = SIMD2(200.0, 150.0)
  var box = (left: 40.0, top: 10.0, right: 190.0, bottom: 120.0)
  var xTicks = [50.0, 80, 110, 140, 170]
  var yTicks = [110.0, 80, 50, 20]
  var xLabels = ["a", "b", "c", "d", "e"]
  var yLabels = ["k", "l", "m", "n"]
  /// How far labels of x ticks are from where they belong.
  var labelShift = SIMD2(0.0, 0.0)
  var curves = [Curve(), Curve(color: "#2ca02c", height: -0.5)]
  var words: [(text: String, at: SIMD2<Double>)] = [("tanh", [100, 140]), ("y", [10, 60])]
  var title = "A plot"
  var summary = "Of two curves."
  /// Its number, if the figure has others.
  var panel: Int?

  struct Curve {
    var color = "#1f77b4"
    var width = "1.5"
    var dashes: String?
    var height = 1.0
    var points = 21
    /// Moves single points, by index.
    var shifts: [Int: SIMD2<Double>] = [:]
    var opacity: String?
  }

  var elements: [String] {
    var result = ["<rect width=\"\(page.x)\" height=\"\(page.y)\" fill=\"#ffffff\"/>"]
    for (x, label) in zip(xTicks, xLabels) {
      result.append(line("grid x", [x, box.top], [x, box.bottom], "#b0b0b0"))
      result.append(line("tick x", [x, box.bottom], [x, box.bottom + 3.5], "#000000"))
      result.append(tickLabel("x", label, at: SIMD2(x - 3, box.bottom + 14) + labelShift))
    }
    for (y, label) in zip(yTicks, yLabels) {
      result.append(line("grid y", [box.left, y], [box.right, y], "#b0b0b0"))
      result.append(line("tick y", [box.left, y], [box.left - 3.5, y], "#000000"))
      result.append(tickLabel("y", label, at: [box.left - 14, y + 3]))
    }
    result += curves.enumerated().map(path)
    for (side, a, b) in [
      ("left", (box.left, box.bottom), (box.left, box.top)),
      ("right", (box.right, box.bottom), (box.right, box.top)),
      ("bottom", (box.left, box.bottom), (box.right, box.bottom)),
      ("top", (box.left, box.top), (box.right, box.top)),
    ] {
      result.append(line("spine \(side)", [a.0, a.1], [b.0, b.1], "#000000", width: "0.9"))
    }
    return result + words.map { outline("axis-label", $0.text, at: $0.at) }
  }

  func tickLabel(_ axis: String, _ label: String, at place: SIMD2<Double>) -> String {
    outline("tick-label \(axis)", label, at: place)
  }

  /// The attribute that says what an element is.
  private func named(_ classes: String) -> String {
    "class=\"\(classes)\(panel.map { " panel-\($0)" } ?? "")\""
  }

  var svg: String { document(elements) }

  func document(_ elements: [String]) -> String {
    """
    <svg xmlns="http://www.w3.org/2000/svg" width="\(page.x)pt" height="\(page.y)pt" \
    viewBox="0 0 \(page.x) \(page.y)">
    <title>\(title)</title><desc>\(summary)</desc>
    \(elements.joined(separator: "\n"))
    </svg>
    """
  }

  private func line(
    _ classes: String, _ a: SIMD2<Double>, _ b: SIMD2<Double>, _ color: String,
    width: String = "0.8"
  ) -> String {
    "<path \(named(classes)) style=\"fill:none;stroke:\(color);stroke-width:\(width)\" "
      + "d=\"M \(a.x) \(a.y) L \(b.x) \(b.y)\"/>"
  }

  private func path(_ place: Int, _ curve: Curve) -> String {
    let points = (0..<curve.points).map { index -> String in
      let t = Double(index) / Double(curve.points - 1)
      let shift = curve.shifts[index] ?? [0, 0]
      let x = box.left + 10 + 130 * t + shift.x
      let y = 65 - 40 * curve.height * tanh(6 * t - 3) + shift.y
      return "\(x) \(y)"
    }
    let dashes = curve.dashes.map { ";stroke-dasharray:\($0)" } ?? ""
    let opacity = curve.opacity.map { ";stroke-opacity:\($0)" } ?? ""
    return "<path \(named("curve curve-\(place + 1)"))"
      + " style=\"fill:none;stroke:\(curve.color);stroke-width:\(curve.width)\(dashes)"
      + "\(opacity)\" d=\"M \(points.joined(separator: " L "))\"/>"
  }

  /// Letters as polygons, with three corners for an a, four for a b and so on.
  private func outline(_ classes: String, _ text: String, at: SIMD2<Double>) -> String {
    var data = ""
    for (index, letter) in text.unicodeScalars.enumerated() {
      let corners = Int(letter.value) - 97 + 3
      let middle = at + SIMD2(3 + 7 * Double(index), -3)
      for corner in 0..<corners {
        let angle = 2 * Double.pi * Double(corner) / Double(corners)
        let x = middle.x + 3 * cos(angle), y = middle.y + 3 * sin(angle)
        data += "\(corner == 0 ? "M" : "L") \(x) \(y) "
      }
      data += "Z M \(middle.x + 3) \(middle.y) "
    }
    return "<path \(named(classes)) aria-label=\"\(text)\" style=\"stroke:none;fill:#000000\""
      + " d=\"\(data)\"/>"
  }

  /// What became of a plot, in sentences.
  static func changes(
    _ new: String, from old: String, points: Double = 0.01
  ) throws -> [String] {
    var tolerance = Tolerance.exact
    tolerance.points = points
    return try SVGComparison(
      of: Array(new.utf8), with: Array(old.utf8), tolerance: tolerance
    ).changes.map(\.sentence)
  }

  /// What a change of the plot makes of it, in sentences.
  static func changes(points: Double = 0.01, _ change: (inout Plot) -> Void) throws -> [String] {
    var plot = Plot()
    change(&plot)
    return try changes(plot.svg, from: Plot().svg, points: points)
  }
}
