import Activations
import Plotting
import Testing
import Wording

@testable import Figures

@Suite struct TextPictureTests {
  private func lines(
    _ drawing: any Drawing, columns: Int = 80, rows: Int = 24, isColored: Bool = false
  ) throws -> [String] {
    try TextPicture(drawing, columns: columns, rows: rows, isColored: isColored).text
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  @Test func aCurveRisesBetweenItsAxes() throws {
    let lines = try lines(FigureRequest([Formula("relu")]))
    #expect(lines.count == 24 && lines.allSatisfy { $0.columns <= 80 && !$0.hasSuffix(" ") })
    #expect(
      lines.filter { $0.contains("┌") }.count == 1 && lines.filter { $0.contains("┘") }.count == 1)
    // Numbers stand below the axes and beside them, and not in them.
    let bottom = try #require(lines.firstIndex { $0.contains("└") })
    #expect(!lines[bottom].drop { $0 != "└" }.contains { $0.isNumber })
    #expect(
      lines[bottom + 1].split(separator: " ").map(String.init) == [
        "−8", "−6", "−4", "−2", "0", "2", "4", "6", "8",
      ])
    // The places of dots go to the right as rows go up.
    let heads = lines.compactMap { line in
      line.lastIndex { ("\u{2801}"..."\u{28FF}").contains($0) }.map {
        line.distance(from: line.startIndex, to: $0)
      }
    }
    #expect(heads.count > 12 && heads.dropLast().elementsEqual(heads.dropLast().sorted(by: >)))
  }

  @Test func coloursAreForTerminals() throws {
    let request = FigureRequest([try Formula("gelu")], orders: [0, 1])
    let plain = try lines(request), colored = try lines(request, isColored: true)
    #expect(!plain.joined().contains("\u{1B}"))
    #expect(colored.joined().contains("\u{1B}[34m") && colored.joined().contains("\u{1B}[35m"))
    #expect(colored.map { $0.replacing(/\u{1B}\[\d+m/, with: "") } == plain)
    // Every line ends in the colour of text.
    for line in colored {
      #expect(line.matches(of: /\u{1B}\[\d+m/).last.map { $0.output } ?? "\u{1B}[0m" == "\u{1B}[0m")
    }
  }

  @Test func wideLettersTakeTwoColumns() throws {
    var request = FigureRequest([try Formula("tanh")])
    request.title = "쌍곡 탄젠트"
    let lines = try lines(request)
    #expect(lines[0].contains("쌍곡 탄젠트") && lines[0].columns <= 80)
  }

  @Test func networksAreSeen() throws {
    var settings = FigureSettings()
    settings["network"] = ["2", "3", "1"]
    let text = try lines(settings.drawing()).joined(separator: "\n")
    for word in ["Input layer", "Output layer", "x1", "h3"] { #expect(text.contains(word)) }
  }

  /// Where there is no room, that is said.
  @Test(arguments: [(1, 1), (5, 2), (20, 6), (200, 80)])
  func anySizeEnds(_ columns: Int, _ rows: Int) throws {
    do {
      let lines = try lines(FigureRequest([Formula("sin(x)/x")]), columns: columns, rows: rows)
      #expect(lines.count == rows && lines.allSatisfy { $0.columns <= columns })
    } catch {
      #expect("\(error)".hasSuffix(".") && columns < 20)
    }
  }
}
