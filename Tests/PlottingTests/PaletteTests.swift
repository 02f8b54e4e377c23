import Testing

@testable import Plotting

@Suite("Palettes")
struct PaletteTests {
  /// Seven times what is just noticed side by side: thin lines apart need more than areas.
  private static let clear = 0.14

  @Test("The simulation of colour vision finds what is known of it")
  func simulation() {
    let red = Color(0xff0000), green = Color(0x008000), blue = Color(0x1f77b4)
    #expect((ColorVision.normal.distance(Color(0xffffff), Color(0)) - 1).magnitude < 1e-3)
    // Red and green fall together for those who lack red cones, blue and green for those who lack
    // blue ones.
    #expect(ColorVision.normal.distance(red, green) > 0.3)
    #expect(ColorVision.protanopia.distance(red, green) < 0.1)
    #expect(ColorVision.tritanopia.distance(blue, green) < 0.1)
    // Greys have no colour to lose.
    for vision in ColorVision.allCases {
      let distance = vision.distance(Color(0x555555), Color(0xaaaaaa))
      #expect((distance - ColorVision.normal.distance(Color(0x555555), Color(0xaaaaaa))) < 1e-4)
    }
    #expect((Color(0xffffff).contrast(with: Color(0)) - 21).magnitude < 1e-9)
    #expect((Color(0x777777).contrast(with: Color(0xffffff)) - 4.48).magnitude < 0.01)
  }

  @Test(
    "Colours that follow each other are told apart with every colour vision",
    arguments: [Theme.Preset.dark, .minimal], ColorVision.allCases)
  func neighbours(preset: Theme.Preset, vision: ColorVision) {
    let colors = preset.theme.curves.map(\.color)
    #expect(colors.count >= 8)
    for index in colors.indices {
      let next = (index + 1) % colors.count
      let distance = vision.distance(colors[index], colors[next])
      #expect(distance >= Self.clear, "\(preset) \(index) and \(next): \(distance)")
    }
  }

  @Test(
    "So are any two of the first four, and no two colours look the same",
    arguments: [Theme.Preset.dark, .minimal], ColorVision.allCases)
  func anyTwo(preset: Theme.Preset, vision: ColorVision) {
    let colors = preset.theme.curves.map(\.color)
    for first in colors.indices {
      for second in 0..<first {
        let distance = vision.distance(colors[first], colors[second])
        #expect(
          distance >= (first < 4 ? Self.clear : 0.06), "\(preset) \(first), \(second): \(distance)")
      }
    }
  }

  /// Pairs of the published colours that readers with a deficiency cannot tell apart: the first two
  /// without green cones (0.02), green and red without red ones (0.07) or green ones (0.13), blue
  /// and magenta without red ones (0.11). Dashes tell these curves apart.
  private static let confusable: Set = [[0, 1], [2, 3]]

  @Test(
    "The chapter's colours that are not told apart by every reader have dashes that are",
    arguments: ColorVision.allCases)
  func chapter(vision: ColorVision) {
    let styles = Theme.chapter.curves
    #expect(Set(styles.map(\.dashes)).count == styles.count)
    for index in styles.indices {
      let pair = [index, (index + 1) % styles.count]
      let distance = vision.distance(styles[pair[0]].color, styles[pair[1]].color)
      #expect(
        distance >= Self.clear || Self.confusable.contains(pair), "\(pair): \(distance)")
    }
  }

  @Test("The published colours do need their dashes")
  func chapterShortfall() {
    for pair in Self.confusable {
      let colors = pair.map { Theme.chapter.curves[$0].color }
      #expect(
        ColorVision.allCases.contains { $0.distance(colors[0], colors[1]) < Self.clear },
        "\(pair)")
    }
  }

  @Test("Print has no colour, and tells its curves apart by dashes or by grey")
  func print() {
    let styles = (0..<16).map { Theme.print.curve($0) }
    for style in styles {
      #expect(style.color.red == style.color.green && style.color.green == style.color.blue)
    }
    #expect(Set(styles.prefix(8).map(\.dashes)).count == 8)
    for first in styles.indices {
      for second in 0..<first where styles[first].dashes == styles[second].dashes {
        let greys = styles[first].color.contrast(with: styles[second].color)
        let widths = styles[first].width / styles[second].width
        #expect(greys >= 2 || max(widths, 1 / widths) >= 1.2, "\(first) and \(second)")
      }
    }
    for (style, next) in zip(styles, styles.dropFirst().prefix(7)) {
      #expect(style.color.contrast(with: next.color) >= 2)
    }
  }
}
