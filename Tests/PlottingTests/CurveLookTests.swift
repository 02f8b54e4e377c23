import Testing

@testable import Plotting

@Suite("Colours and patterns of single curves")
struct CurveLookTests {
  static let known: [(String, CurveColor)] = [
    ("#d62728", .color(Color(0xd62728))), ("#D62728", .color(Color(0xd62728))),
    ("#17b", .color(Color(0x1177bb))), ("navy", .color(Color(0x000080))),
    (" Navy ", .color(Color(0x000080))), ("C0", .ofTheme(0)), ("c9", .ofTheme(9)),
  ]

  @Test("Colours are read as CSS and matplotlib write them", arguments: known)
  func colors(text: String, color: CurveColor) throws {
    #expect(try CurveColor(text) == color)
  }

  @Test(
    "What is no colour is named, with one that is",
    arguments: [
      "", "#", "#12", "#12345", "#12345g", "nvy", "C", "C100", "C-1", "rgb(0,0,0)", "#-12345",
    ])
  func notColors(text: String) {
    #expect(throws: PlottingError.notAColor(text)) { try CurveColor(text) }
  }

  @Test("The name nearest to a slip is proposed")
  func suggestion() {
    #expect(PlottingError.notAColor("nvay").description.hasSuffix("Did you mean navy?"))
  }

  @Test("A curve has what is said of it and otherwise the theme's look, and others keep theirs")
  func styles() {
    var first = CurveLook(), third = CurveLook()
    first.color = .ofTheme(2)
    first.width = 3
    third.dash = .dotted
    for preset in Theme.Preset.allCases {
      let theme = preset.theme, styled = theme.styled([first, CurveLook(), third])
      #expect(styled.curve(0).color == theme.curve(2).color)
      #expect(styled.curve(0).width == 3)
      #expect(styled.curve(1) == theme.curve(1))
      #expect(styled.curve(2).color == theme.curve(2).color)
      #expect(styled.curve(2).dashes.count == 2 && styled.curve(2).cap == .butt)
      for index in 3..<20 { #expect(styled.curve(index) == theme.curve(index)) }
    }
  }

  @Test("A colour that is hard to see on the page is told, and one of the theme is not")
  func contrast() {
    var faint = CurveLook(), clear = CurveLook()
    faint.color = .color(Color(0xffff00))
    clear.color = .ofTheme(1)
    let words = Theme.chapter.styled([faint, clear]).faintCurves(among: [faint, clear])
    #expect(words.count == 1)
    #expect(words.first?.contains("#ffff00 of curve 1") == true)
    #expect(words.first?.contains("darker") == true)
    #expect(Theme.dark.styled([faint]).faintCurves(among: [faint]).isEmpty)
  }
}
