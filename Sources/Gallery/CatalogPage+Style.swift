internal import Plotting
internal import Wording

/// How the pages look.
extension CatalogPage {
  /// The rules of the pages, behind those of the curves.
  static let style = curveRules + String(decoding: PackageResources.gallery_css, as: UTF8.self)

  /// The curves of comparisons, as the themes of the figures have them on light pages and on dark ones.
  private static let curveRules: String = {
    let numbers = 1...4
    func colors(_ theme: Theme) -> String {
      numbers.map { "--curve-\($0): \(theme.curves[$0 - 1].color.hexadecimal);" }
        .joined(separator: " ")
    }
    let lines = numbers.map { number in
      let style = Theme().curves[number - 1]
      let color = "var(--curve-\(number))"
      // Lines of comparisons are wider, and so are their gaps.
      let dashes = { (share: Double) in
        style.dashes.isEmpty
          ? ""
          : "; stroke-dasharray: "
            + style.dashes.map { decimal($0 * share, places: 2) }
            .joined(separator: " ")
      }
      return """
        .read-\(number), .zone-\(number) { fill: \(color) }
        .other-\(number) { stroke: \(color)\(dashes(1)) }
        .line-\(number) { stroke: \(color)\(dashes(comparedWidth / style.width)) }

        """
    }
    return """
      :root { \(colors(Theme())) }
      @media screen and (prefers-color-scheme: dark) { :root { \(colors(.chapterInDark)) } }
      .other { stroke-width: \(Theme().curves[0].width) }
      .line { stroke-width: \(comparedWidth) }

      """ + lines.joined()
  }()

  /// The width of the lines of comparisons, in pixels.
  private static let comparedWidth = 2.2
}
