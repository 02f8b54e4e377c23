import TestSupport
import Testing

@testable import Plotting

@Suite("Themes")
struct ThemeTests {
  @Test("Text has a contrast of 4.5 with what it stands on", arguments: Theme.Preset.allCases)
  func text(preset: Theme.Preset) {
    let theme = preset.theme
    let grounds = [
      theme.background, theme.background.behind(theme.shade),
      theme.background.behind(theme.legendBox),
    ]
    for ground in grounds { #expect(theme.textColor.contrast(with: ground) >= 4.5) }
  }

  @Test("Lines have a contrast of 3 with what they stand on", arguments: Theme.Preset.allCases)
  func lines(preset: Theme.Preset) {
    let theme = preset.theme
    let grounds = [
      theme.background, theme.background.behind(theme.shade),
      theme.background.behind(theme.legendBox),
    ]
    let lines =
      [theme.spine, theme.axis, theme.tick, theme.minorTick, theme.annotation, theme.kinkLine]
      + (0..<32).map { theme.curve($0) }
    for line in lines {
      for ground in grounds {
        #expect(line.color.contrast(with: ground) >= 3, "\(line.color) on \(ground)")
      }
    }
  }

  @Test("The shade is seen, and fainter than any line", arguments: Theme.Preset.allCases)
  func shade(preset: Theme.Preset) {
    let theme = preset.theme
    let contrast = theme.background.contrast(with: theme.background.behind(theme.shade))
    #expect((1.08...1.5).contains(contrast), "\(contrast)")
    #expect(theme.shade.edgeWidth == 0)
  }

  @Test("Annotations look like neither grid nor curves", arguments: Theme.Preset.allCases)
  func annotations(preset: Theme.Preset) {
    let theme = preset.theme
    #expect(!theme.annotation.dashes.isEmpty && !theme.kinkLine.dashes.isEmpty)
    #expect(theme.annotation.dashes != theme.kinkLine.dashes)
    for index in 0..<16 {
      #expect(theme.annotation.width <= theme.curve(index).width / 1.5)
      #expect(theme.kinkLine.width <= theme.curve(index).width / 1.5)
    }
    #expect(theme.grid?.dashes.isEmpty ?? true)
  }

  @Test("However many curves there are, no two are drawn alike", arguments: Theme.Preset.allCases)
  func manyCurves(preset: Theme.Preset) {
    let styles = (0..<100).map { preset.theme.curve($0) }
    #expect(Set(styles).count == styles.count)
    for style in styles { #expect((style.cap == .square) == style.dashes.isEmpty) }
  }

  @Test("A whole period of the dashes of a curve is seen in the legend, and a half of the next")
  func legendHandles() {
    for preset in Theme.Preset.allCases {
      let theme = preset.theme
      for index in 0..<16 {
        let period = theme.curve(index).dashes.reduce(0, +)
        #expect(
          1.25 * period <= theme.legendHandleLength * theme.labelSize, "\(preset) \(index)")
      }
    }
  }

  @Test("A theme without curves of its own draws them like text")
  func noCurves() {
    var theme = Theme.dark
    (theme.curves, theme.dashings) = ([], [])
    #expect(theme.curve(0).color == theme.textColor)
    #expect(theme.curve(1) != theme.curve(0))
  }

  @Test("Only sides and grid that the theme has are drawn")
  func sides() throws {
    let figure = Figure([Panel(curves: [Curve(x: [0, 1], y: [0, 1])])], theme: .minimal)
    let marks = try figure.scene(measuring: FixedPitchMeasurer()).elements.map(\.mark)
    for side in Side.allCases {
      #expect(marks.contains(.spine(side)) == [.left, .bottom].contains(side))
    }
    #expect(!marks.contains(.gridLine(.x, index: 0)) && marks.contains(.tick(.x, index: 0)))
  }

  @Test(
    "With the text grow what stands beside it, lines and margins", arguments: Theme.Preset.allCases)
  func fontSize(preset: Theme.Preset) {
    let theme = preset.theme, scaled = theme.scaled(fontSize: 2 * theme.labelSize)
    #expect(scaled.labelSize == 2 * theme.labelSize && scaled.titleSize == 2 * theme.titleSize)
    #expect(scaled.tickLength == 2 * theme.tickLength)
    #expect(scaled.tickLabelDistance == 2 * theme.tickLabelDistance)
    #expect(scaled.pageMargin == 2 * theme.pageMargin)
    #expect(scaled.curve(0).width == 2 * theme.curve(0).width)
    #expect(scaled.spine.width > theme.spine.width && scaled.spine.width < 2 * theme.spine.width)
    #expect(theme.scaled(fontSize: theme.labelSize) == theme)
  }

  @Test("Dashes keep their proportion to the width", arguments: Theme.Preset.allCases)
  func lineWidth(preset: Theme.Preset) {
    let theme = preset.theme
    let scaled = theme.scaled(lineWidth: 4 * theme.curve(0).width)
    for index in 0..<40 {
      let style = theme.curve(index), wide = scaled.curve(index)
      #expect((wide.width - 4 * style.width).magnitude < 1e-12)
      #expect(wide.dashes == style.dashes.map { 4 * $0 } && wide.color == style.color)
    }
    #expect(scaled.spine.width == 2 * theme.spine.width)
    #expect(scaled.annotation.dashes == theme.annotation.dashes.map { 2 * $0 })
    #expect(scaled.dotRadius > scaled.curve(0).width / 2)
    #expect(theme.scaled(lineWidth: theme.curve(0).width) == theme)
  }
}
