import Activations
import Foundation
import Plotting
import Testing

@testable import Figures

@Suite("What image files hold")
struct FileContentTests {
  @Test("Formats for readers hold the title and the same description of the mathematics")
  func description() throws {
    let request = FigureRequest([try Formula("tanh")], title: "Hyperbolic tangent")
    let summary = try request.figure().accessibleSummary
    #expect(summary.hasPrefix("tanh, odd, rises from -1 to 1, slope 1 at 0, saturates beyond"))
    for format in [ImageFormat.png, .svg, .pdf] {
      let bytes = Data(try request.render(as: format))
      for words in [summary, request.title] {
        #expect(bytes.range(of: Data(words.utf8)) != nil, "\(words) in \(format)")
      }
    }
  }

  @Test("The figures of the whole catalogue could stand in one page")
  func ids() throws {
    var known: Set<String> = []
    for activation in Activation.catalog {
      for order in 0...1 {
        let request = FigureRequest([try Formula(activation.name)], orders: [order])
        let svg = String(decoding: try request.render(as: .svg), as: UTF8.self)
        let ids = svg.matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
        #expect(ids.count >= 3 && Set(ids).count == ids.count)
        #expect(known.isDisjoint(with: ids), "\(activation.name)")
        known.formUnion(ids)
      }
    }
  }

  @Test(
    "However many samples there are, files stay small",
    arguments: [("relu", 20_000), ("sigmoid", 30_000), ("sin(1000 * x)", 500_000)])
  func size(formula: String, limit: Int) throws {
    let range = try SampleRange(from: -8, to: 8, step: 16.0 / 200_000)
    let many = FigureRequest([try Formula(formula)], sampling: .every(range))
    let empty = FigureRequest(
      [try Formula("x")], sampling: .every(try SampleRange(from: -8, to: 8, step: 8)))
    let svg = try many.render(as: .svg).count - empty.render(as: .svg).count
    #expect(svg < limit)
    #expect(try many.render(as: .pdf).count < limit)
  }
}
