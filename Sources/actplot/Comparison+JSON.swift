import Books
import Files
import Goldens

extension GoldenOutcome {
  /// What was found of an image. Colour differences are distances in OKLab.
  var json: JSONText {
    var members: [(name: String, value: JSONText)] = [
      ("image", .text(image.name)), ("state", .text(image.state.rawValue)),
      ("accepted", .flag(isAccepted)), ("problem", .optional(image.problem)),
      ("findings", .array((image.comparison?.findings ?? []).map { .text($0) })),
    ]
    if let comparison = image.comparison {
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

extension GoldenSummary {
  /// How many images there are in each state, the accepted ones apart.
  var json: JSONText {
    let states = ComparedImage.State.allCases.map { state in
      (
        name: state.rawValue,
        value: JSONText.integer(outcomes.count { !$0.isAccepted && $0.image.state == state })
      )
    }
    return .object(
      [("images", .integer(outcomes.count))] + states
        + [
          ("accepted", .integer(outcomes.count(where: \.isAccepted))),
          ("problems", .integer(problems)),
        ])
  }
}

extension Problem {
  /// What is wrong, and where.
  var json: JSONText {
    .object([
      ("error", .text(message)), ("file", .text(place.file)), ("line", .integer(place.line)),
      ("column", .integer(place.column)),
    ])
  }
}
