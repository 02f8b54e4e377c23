import Books
import Files
import Goldens

extension Verdict {
  /// What was found of an image. Colour differences are distances in OKLab.
  var json: JSONText {
    var members: [(name: String, value: JSONText)] = [
      ("image", .text(name)), ("state", .text(state.rawValue)),
      ("accepted", .flag(isAccepted)), ("problem", .optional(problem)),
      ("findings", .array((comparison?.findings ?? []).map { .text($0) })),
      ("ignored", .array(ignored.map { .text($0) })),
    ]
    if let comparison = comparison {
      members.append(("severity", .number(comparison.severity)))
      if let pixels = comparison.pixels { members.append(("pixels", pixels.json)) }
      if let shapes = comparison.shapes {
        members.append(("changedShare", .number(shapes.changedShare)))
      }
    }
    return .object(members)
  }
}

extension PixelComparison {
  fileprivate var json: JSONText {
    .object([
      ("width", .integer(width)), ("height", .integer(height)),
      ("unequal", .integer(unequalPixels)), ("changed", .integer(changedPixels)),
      ("changedOnEdges", .integer(changedEdgePixels)), ("changedShare", .number(changedShare)),
      ("largestDifference", .number(largestDifference)), ("inWindow", .integer(pixelsInWindow)),
      ("rms", .number(rms)),
    ])
  }
}

extension Verdicts {
  /// How many images there are in each state, the accepted ones apart.
  var json: JSONText {
    let states = Verdict.State.allCases.map { state in
      (
        name: state.rawValue,
        value: JSONText.integer(all.count { !$0.isAccepted && $0.state == state })
      )
    }
    return .object(
      [("images", .integer(all.count))] + states
        + [
          ("accepted", .integer(all.count(where: \.isAccepted))),
          ("problems", .integer(problems)),
        ])
  }
}

extension Problem {
  /// What is wrong, under “error” or “warning”, and where.
  var json: JSONText {
    .object([
      (isWarning ? "warning" : "error", .text(message)), ("file", .text(place.file)),
      ("line", .integer(place.line)),
      ("column", .integer(place.column)),
    ])
  }
}
