internal import CairoRenderer
internal import Plotting
internal import Wording

extension Setting {
  /// How the curves are spread over panels, and what they are called.
  static let panels = [
    Setting(
      "layout", as: "LAYOUT",
      """
      The panels: single; row or column, one for each derivative, or for each function of one; \
      grid, one for each function and derivative; sheet, one for each function.
      """, of: FigureRequest.usual, soughtAs: ["panels", "subplots", "arrangement"],
      sets: \FigureRequest.arrangement),
    Setting(
      "columns", .number, as: "N", "Panels side by side in a grid or on a sheet.",
      default: "as many as suit", sets: \FigureRequest.columns
    ) { word, _ in try wholeNumber(word, of: "columns", in: 1...1000) },
    Setting(
      "share", .choice(words(SharedAxes.self)), as: "AXES",
      "Same limits in all panels along x, y, both or none.", default: "as suits the layout",
      sets: \FigureRequest.shared
    ) { word, _ in try oneOf(SharedAxes.self, word).axes },
    Setting(
      "label", .several(partsJoinedBy: ""), as: "TEXT",
      """
      What a curve is called instead of by its function; repeat for each of them, in order. auto is \
      its formula, once for all of them.
      """,
      default: "its function", soughtAs: ["name"]
    ) { (request: inout FigureRequest, words, all) in
      let formulas =
        words.contains("auto") ? request.formulaLabels.map { all.numbers.written($0) } : []
      request.labels =
        words == ["auto"]
        ? formulas
        : words.enumerated().map { index, word in
          word == "auto" && formulas.indices.contains(index) ? formulas[index] : word
        }
    },
  ]

  /// Colours, fonts and widths of a figure of any kind.
  static let look = [
    Setting(
      "theme", .choice(words(Theme.Preset.self) + [automaticTheme]), as: "NAME",
      """
      The look: \(alternatives(words(Theme.Preset.self))); print is without colour. With auto, an SVG \
      is the chapter's on light pages and dark on dark ones, as its reader has set.
      """,
      default: Theme.Preset.chapter.rawValue, soughtAs: ["style", "dark", "light"],
      applyToAny: { drawing, words, _ in
        let isAutomatic = words.only == automaticTheme
        let preset = isAutomatic ? .chapter : try oneOf(Theme.Preset.self, words.only)
        drawing.look.theme = preset.theme
        drawing.look.darkTheme = isAutomatic ? .chapterInDark : nil
      }),
    Setting(
      "page", .value, as: "SIZE",
      """
      The exact size of the page, which the axes fill: WxH in in, cm, mm, pt or px, as in 3.4x2in; a \
      width alone, as in 3.4in; a ratio, as in 16:9; or, with letters and lines that suit it, \
      \(alternatives(words(PageSize.Purpose.self))).
      """, default: "cut to what is drawn", choices: words(PageSize.Purpose.self),
      soughtAs: ["figsize", "width", "height", "for", "purpose", "class", "paper", "canvas"],
      applyToAny: { drawing, words, all in try drawing.look.fill(words.only, of: all) }),
    Setting(
      "transparent", .flag, "Leave the page without a colour.", soughtAs: ["background"],
      setsOfAny: \.look.isTransparent
    ) { _, _ in true },
    Setting(
      "svg-text", .flag,
      "Write text in SVG as text, which editors can change and for which the reader needs the font.",
      soughtAs: ["fonttype", "editable"], setsOfAny: \.look.svg.lettering
    ) { _, _ in .characters },
    Setting(
      "inline", .flag,
      "SVG to stand within a web page: no XML declaration, and no wider than its column.",
      soughtAs: ["html", "responsive", "embed"], setsOfAny: \.look.svg.isInline
    ) { _, _ in true },
    Setting(
      "font", .joined(by: ","), as: "FAMILY",
      """
      The font: a family, the path of a file, or serif, sans-serif or monospace; several, as in \
      "DejaVu Sans,NanumGothic", for characters that the first lacks. Signs of mathematics that it lacks \
      come from Latin Modern Math with Latin Modern Roman, and so on.
      """, default: "DejaVu Sans",
      namesFile: { $0.contains("/") && !$0.hasPrefix("~") && !$0.contains(",") },
      setsOfAny: \.look.fontFamilies
    ) { word, _ in
      let families = fontFamilies(word)
      guard !families.isEmpty else {
        throw WordsError("\(quoted(word)) names no font family; write one, as in DejaVu Serif.")
      }
      return families
    },
    Setting(
      "decimal-comma", .flag,
      "Write the numbers of the figure with a comma before the decimals, as in 0,5.",
      soughtAs: ["decimal", "comma"], setsOfAny: \.look.numbers.hasDecimalComma
    ) { _, _ in true },
    Setting(
      "thousands", .flag,
      "Write them with thousands apart: 12,000, or 12 000 where the comma is a decimal one.",
      soughtAs: ["separator", "grouping"], setsOfAny: \.look.numbers.groupsThousands
    ) { _, _ in true },
    Setting(
      "font-size", .number, as: "PT", "The size of labels in pt, which the rest follows.",
      default: shortNumeral(Theme.chapter.labelSize), soughtAs: ["size"], setsOfAny: \.look.fontSize
    ) { word, _ in try points(word, within: Look.fontSizes, example: "8") },
    Setting(
      "line-width", .number, as: "PT", "The width of curves in pt, which other lines follow.",
      default: shortNumeral(Theme.chapter.curves[0].width),
      soughtAs: ["linewidth", "lw", "stroke"],
      setsOfAny: \.look.lineWidth
    ) { word, _ in try points(word, within: Look.lineWidths, example: "2") },
  ]

  /// The families, or paths, that `font` names.
  static func fontFamilies(_ word: String) -> [String] {
    word.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// What `theme` says besides the names of themes.
  private static let automaticTheme = "auto"

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

  static func points(
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
