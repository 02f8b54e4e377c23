internal import Plotting

extension Setting {
  /// How the curves are spread over panels, and where they are named.
  static let panels = [
    Setting(
      "layout", .choice(words(Arrangement.self)), as: "LAYOUT",
      """
      The panels: single; row or column, one for each derivative, or for each function of one; \
      grid, one for each function and derivative; sheet, one for each function. (default: single)
      """
    ) { $0.arrangement = try oneOf(Arrangement.self, $1.only) },
    Setting(
      "columns", .number, as: "N",
      "Panels side by side in a grid or on a sheet. (default: as many as suit)"
    ) { $0.columns = try wholeNumber($1.only, of: "columns", in: 1...1000) },
    Setting(
      "share", .choice(words(SharedAxes.self)), as: "AXES",
      "Same limits in all panels along x, y, both or none. (default: as suits the layout)"
    ) { $0.shared = try oneOf(SharedAxes.self, $1.only).axes },
    Setting(
      "legend", .choice(words(LegendPlace.self)), as: "PLACE",
      """
      Where curves are named: best, top-right, top-left, bottom-left, bottom-right, outside, ends \
      (of the curves) or none. (default: best)
      """
    ) { $0.legend = try oneOf(LegendPlace.self, $1.only) },
    Setting(
      "label", .several(partsJoinedBy: ""), as: "TEXT",
      "What a curve is called instead of by its function; repeat for each of them, in order."
    ) {
      let count = $0.formulas.count * $0.orders.count
      guard count > 1, $0.arrangement == .single else {
        throw WordsError(
          "Only the curves of a panel that has several are named so; write a title or a ylabel.")
      }
      guard $1.count == count else {
        throw WordsError(
          "There are \(count) curves, and words for \($1.count); write them for each, function by"
            + " function.")
      }
      $0.labels = $1
    },
  ]

  /// Colours, fonts and widths.
  static let look = [
    Setting(
      "theme", .choice(words(Theme.Preset.self)), as: "NAME",
      "The look: chapter, print (without colour), dark or minimal. (default: chapter)"
    ) { $0.look.theme = try oneOf(Theme.Preset.self, $1.only).theme },
    Setting(
      "axes", .choice(words(AxesStyle.self)), as: "STYLE",
      "The axes: a box with a grid, or arrows through the origin. (default: box)"
    ) { $0.axesStyle = try oneOf(AxesStyle.self, $1.only) },
    Setting("transparent", .flag, "Leave the page without a colour.") { request, _ in
      request.look.isTransparent = true
    },
    Setting(
      "font", .joined(by: ","), as: "FAMILY",
      """
      The font family; several, as in "DejaVu Sans,NanumGothic", for characters that the first \
      lacks. (default: DejaVu Sans)
      """
    ) {
      $0.look.fontFamilies = $1.only.split(separator: ",").map { trimmed($0) }
        .filter { !$0.isEmpty }
      guard !$0.look.fontFamilies.isEmpty else {
        throw WordsError("\(quoted($1.only)) names no font family; write one, as in DejaVu Serif.")
      }
    },
    Setting(
      "font-size", .number, as: "PT",
      "The size of labels in pt, which the rest follows. (default: 10)"
    ) { $0.look.fontSize = try points($1.only, within: Look.fontSizes, example: "8") },
    Setting(
      "line-width", .number, as: "PT",
      "The width of curves in pt, which other lines follow. (default: 1.5)"
    ) { $0.look.lineWidth = try points($1.only, within: Look.lineWidths, example: "2") },
  ]

  /// What `share` can say.
  private enum SharedAxes: String, CaseIterable {
    case x, y, both, none

    var axes: Set<Axis> {
      switch self {
      case .x: [.x]
      case .y: [.y]
      case .both: [.x, .y]
      case .none: []
      }
    }
  }

  private static func points(
    _ text: String, within limits: ClosedRange<Double>, example: String
  ) throws -> Double {
    let digits = text.hasSuffix("pt") ? String(text.dropLast(2)) : text
    let value = try number(digits, example: example)
    guard limits.contains(value) else {
      throw WordsError(
        "\(shortNumeral(value)) pt is outside \(shortNumeral(limits.lowerBound)) to"
          + " \(shortNumeral(limits.upperBound)) pt.")
    }
    return value
  }
}
