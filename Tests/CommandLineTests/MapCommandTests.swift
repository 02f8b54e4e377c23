import Foundation
import Testing

@Suite struct MapCommandTests {
  @Test func theCommandAndASpecDrawTheSame() throws {
    let actplot = try Actplot()
    let result = try actplot.run(
      "map", "batch_norm", "--batch=-2,-1,0,1", "--batch", "-2,-1,0,8", "--theme", "dark", "-o",
      "m.svg")
    #expect(result.status == 0 && result.text == "m.svg\n", "\(result.error)")
    try actplot.write(
      """
      figures:
        minibatch:
          map: batch_norm
          batch: [[-2, -1, 0, 1], [-2, -1, 0, 8]]
          theme: dark
          format: svg
      """, to: "book.yaml")
    #expect(try actplot.run("batch", "book.yaml", "--output-dir", "o").status == 0)
    #expect(try actplot.bytes("o/minibatch.svg") == actplot.bytes("m.svg"))
    let wrong = try actplot.run("map", "softmax", "--batch", "1,a")
    #expect(wrong.status == 64 && wrong.error.contains("--batch") && wrong.error.contains("“a”"))
  }
}
