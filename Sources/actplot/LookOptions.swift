import ArgumentParser
import Figures
import Plotting

/// Colours, fonts and widths.
struct LookOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The look: chapter, print (without colour), dark or minimal.", valueName: "NAME"))
  var theme = "chapter"

  @Option(
    help: ArgumentHelp(
      "The axes: a box with a grid, or arrows through the origin.", valueName: "STYLE"))
  var axes = "box"

  @Flag(help: "Leave the page without a colour.")
  var transparent = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      """
      The font family; several, as in "DejaVu Sans,NanumGothic", for characters that the first \
      lacks. (default: DejaVu Sans)
      """, valueName: "FAMILY"))
  var font: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The size of labels in pt, which the rest follows. (default: 10)", valueName: "PT"))
  var fontSize: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The width of curves in pt, which other lines follow. (default: 1.5)", valueName: "PT"))
  var lineWidth: String?

  /// Sets all of these.
  func apply(to request: inout FigureRequest) throws {
    request.look.theme = try asUsage("--theme") { try oneOf(Theme.Preset.self, theme).theme }
    request.axesStyle = try asUsage("--axes") { try oneOf(AxesStyle.self, axes) }
    request.look.isTransparent = transparent
    if let font {
      request.look.fontFamilies = try asUsage("--font") {
        let families = font.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
        guard !families.isEmpty else {
          throw CommandError(
            description: "\(quoted(font)) names no font family; write one, as in DejaVu Serif.")
        }
        return families
      }
    }
    request.look.fontSize = try size(fontSize, "--font-size", within: Look.fontSizes)
    request.look.lineWidth = try size(lineWidth, "--line-width", within: Look.lineWidths)
  }

  private func size(
    _ text: String?, _ option: String, within limits: ClosedRange<Double>
  ) throws -> Double? {
    guard let text else { return nil }
    return try asUsage(option) {
      let digits = text.hasSuffix("pt") ? String(text.dropLast(2)) : text
      let value = try number(digits, example: "\(option) 8")
      guard limits.contains(value) else {
        throw CommandError(
          description: "\(shortNumeral(value)) pt is outside \(shortNumeral(limits.lowerBound)) to"
            + " \(shortNumeral(limits.upperBound)) pt.")
      }
      return value
    }
  }
}
