import Foundation
import Testing

@Suite struct ChapterCommandTests {
  @Test(arguments: ["en", "ko"])
  func theWholeSetIsDrawnInBothLanguages(language: String) throws {
    let actplot = try Actplot()
    let result = try actplot.run("chapter", "--all", "--lang", language, "--format", "svg")
    #expect(result.status == 0, "\(result.error)")
    let folder = language == "en" ? "output/chapter" : "output/chapter/ko"
    let names = result.text.split(separator: "\n").filter { $0.hasSuffix(".svg") }
    #expect(names.count >= 22)
    #expect(names.allSatisfy { $0.hasPrefix("\(folder)/") })
    let mlp = String(decoding: try actplot.bytes("\(folder)/mlp.svg"), as: UTF8.self)
    #expect(mlp.contains(language == "en" ? "Hidden layer" : "은닉층: 유닛 5개"))
    let manifest = String(decoding: try actplot.bytes("\(folder)/manifest.json"), as: UTF8.self)
    #expect(manifest.contains(language == "en" ? "five hidden units" : "다층 퍼셉트론"))
  }

  @Test func theSetIsAnExampleToStartFrom() throws {
    let actplot = try Actplot()
    let result = try actplot.run("chapter", "--all", "--lang", "ko", "--print-spec")
    #expect(result.status == 0 && result.text.contains("lang: ko"))
  }

  @Test func theSixFiguresHaveNoLanguage() throws {
    let result = try Actplot().run("chapter", "--lang", "ko")
    #expect(result.status == 64 && result.error.contains("--all"))
  }

  @Test func aMissingPictureOfTheChapterHasItsCommand() throws {
    let actplot = try Actplot()
    try actplot.write(
      """
      ![An MLP with a hidden layer of five hidden units.](img/mlp.svg)
      :label:`fig_mlp`

      ```actplot
      relu
      ```
      """, to: "chapter.md")
    let result = try actplot.run("batch", "chapter.md")
    #expect(result.status == 0)
    #expect(result.error.contains("'actplot network 4 5 3 -o img/mlp.svg' draws it"))
    _ = try actplot.run("network", "4", "5", "3", "--output-dir", "img")
    _ = try actplot.shell("mv img/network-4-5-3.svg img/mlp.svg")
    #expect(try !actplot.run("batch", "chapter.md").error.contains("mlp"))
  }
}
