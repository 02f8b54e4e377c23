import Foundation
import Testing

@Suite struct FitCommandTests {
  @Test func aFitIsDrawnAndItsWeightsPrinted() throws {
    let actplot = try Actplot()
    let result = try actplot.run("fit", "x^2", "--units", "2,4", "--range", "0:1", "-o", "f.svg")
    #expect(result.status == 0 && result.text == "f.svg\n", "\(result.error)")
    let json = try actplot.run("fit", "x^2", "--units", "2", "--json")
    #expect(json.text.hasPrefix("{\n  \"layers\": ["))
    #expect(try actplot.files() == ["f.svg"])
    let wrong = try actplot.run("fit", "x^2", "--units", "2,4", "--json")
    #expect(wrong.status == 64 && wrong.error.contains("--json"))
    try actplot.write(
      "figures:\n  close: {fit: x^2, units: [2, 4], range: 0:1, format: svg}\n", to: "book.yaml")
    #expect(try actplot.run("batch", "book.yaml", "--output-dir", "o").status == 0)
    #expect(try actplot.bytes("o/close.svg") == actplot.bytes("f.svg"))
  }
}
