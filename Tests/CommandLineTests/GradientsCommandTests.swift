import Foundation
import Testing

@Suite struct GradientsCommandTests {
  @Test func theCommandAndASpecDrawTheSame() throws {
    let actplot = try Actplot()
    let result = try actplot.run(
      "gradients", "sigmoid", "relu", "--depth", "6", "--width", "4", "--init", "he", "-o", "g.svg")
    #expect(result.status == 0 && result.text == "g.svg\n", "\(result.error)")
    #expect(
      String(decoding: try actplot.bytes("g.svg"), as: UTF8.self).contains("0.25^5 = 0.000977"))
    try actplot.write(
      """
      figures:
        deep: {gradients: [sigmoid, relu], depth: 6, width: 4, init: he, format: svg}
      """, to: "book.yaml")
    #expect(try actplot.run("batch", "book.yaml", "--output-dir", "o").status == 0)
    #expect(try actplot.bytes("o/deep.svg") == actplot.bytes("g.svg"))
    let wrong = try actplot.run("gradients", "relu", "--grad")
    #expect(wrong.status == 64 && wrong.error.contains("--grad"))
  }
}
