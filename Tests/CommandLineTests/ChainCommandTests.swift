import Foundation
import Testing

@Suite struct ChainCommandTests {
  @Test func aCompositionIsDrawnAndTold() throws {
    let actplot = try Actplot()
    let result = try actplot.run("chain", "2*x-1", "3-x/2", "--terms", "--format", "svg")
    #expect(result.status == 0 && result.error.isEmpty)
    #expect(result.text == "output/chain-2-times-x-minus-1-3-minus-x-over-2.svg\n")
    let svg = String(
      decoding: try actplot.bytes("output/chain-2-times-x-minus-1-3-minus-x-over-2.svg"),
      as: UTF8.self)
    #expect(svg.contains("here -x + 3.5 exactly"))
    let wrong = try actplot.run("chain", "relu", "--depth", "many")
    #expect(wrong.status == 64 && wrong.error.contains("--depth") && wrong.error.contains("“many”"))
  }

  @Test func aSpecHasTheSameKeys() throws {
    let actplot = try Actplot()
    try actplot.write(
      """
      defaults: {format: svg, theme: dark}
      figures:
        vanishing: {chain: [sigmoid], depth: [1, 2, 4], grad: true, yscale: log}
        collapse: {chain: [2*x-1, 3-x/2], terms: true, between: relu}
      """, to: "book.yaml")
    #expect(try actplot.run("batch", "book.yaml", "--output-dir", "o").status == 0)
    _ = try actplot.run(
      "chain", "sigmoid", "--depth", "1,2,4", "--grad", "--yscale", "log", "--theme", "dark", "-o",
      "own.svg")
    #expect(try actplot.bytes("own.svg") == actplot.bytes("o/vanishing.svg"))
  }
}
