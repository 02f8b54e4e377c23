internal import Plotting
internal import Wording

extension Setting {
  /// How curves are drawn where the theme's way will not do.
  static let curves = [
    Setting(
      "color", .several(partsJoinedBy: ""), as: "COLOR",
      """
      The colour of a curve, as in #d62728, navy or C1, the theme's second; repeat for each curve, \
      in order.
      """, default: "the theme's", soughtAs: ["colour", "colors", "c"],
      applyToAny: curveLooks { look, word in look.color = try CurveColor(word) }),
    Setting(
      "dash", .several(partsJoinedBy: ""), as: "PATTERN",
      "The pattern of a curve: \(alternatives(words(CurveLook.Dash.self))); repeat for each curve.",
      default: "the theme's", choices: words(CurveLook.Dash.self),
      soughtAs: ["linestyle", "ls", "dashes", "dashed", "dotted"],
      applyToAny: curveLooks { look, word in look.dash = try oneOf(CurveLook.Dash.self, word) }),
    Setting(
      "curve-width", .several(partsJoinedBy: ""), as: "PT",
      "The width of a curve in pt, other lines staying as they are; repeat for each curve.",
      default: "the theme's", soughtAs: ["linewidth", "lw"],
      applyToAny: curveLooks { look, word in
        look.width = try points(word, within: Look.lineWidths, example: "2")
      }),
  ]

  /// Gives the first curves what words say of each; auto leaves a curve as it is.
  private static func curveLooks(
    _ set: @escaping @Sendable (inout CurveLook, String) throws -> Void
  ) -> @Sendable (inout any DescribedDrawing, [String], FigureSettings) throws -> Void {
    { drawing, words, _ in
      guard words.count <= 100 else {
        throw WordsError("There are \(words.count) of them, and 100 are the most.")
      }
      while drawing.look.curves.count < words.count { drawing.look.curves.append(CurveLook()) }
      for (index, word) in words.enumerated() where word != "auto" {
        try set(&drawing.look.curves[index], word)
      }
    }
  }
}
