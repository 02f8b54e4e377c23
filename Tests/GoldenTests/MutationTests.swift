import Activations
import Figures
import TestSupport
import Plotting
import Testing

/// The comparison of the golden tests must be able to fail: each figure changed in one small way
/// is told apart.
@Suite struct MutationTests {
  static let mutations: [(name: String, change: @Sendable (inout FigureRequest) throws -> Void)] = [
    ("another range", { $0.sampling = .every(try SampleRange(from: -8, to: 7.9, step: 0.1)) }),
    ("another label", { $0.xLabel = "X" }),
    ("other limits", { $0.yLimits = try AxisLimits(-0.3, 1.02) }),
    ("a title", { $0.title = "t" }),
    ("half a point wider", { $0.size = try FigureSize(width: 360.5, height: 180) }),
    ("another scale", { $0.yScale = .log }),
    ("another order", { $0.orders[0] += 1 }),
  ]

  @Test(arguments: Chapter.figures, mutations.indices)
  func isCaught(_ request: FigureRequest, _ index: Int) throws {
    var changed = request
    try Self.mutations[index].change(&changed)
    let new = try #require(SVGDocument(try changed.render(as: .svg)))
    let old = try #require(SVGDocument(try request.render(as: .svg)))
    #expect(!new.differences(from: old, tolerance: 0.01).isEmpty)
    let newImage = try #require(DecodedImage(png: try changed.render(as: .png)))
    let oldImage = try #require(DecodedImage(png: try request.render(as: .png)))
    #expect(newImage.differingPixels(from: oldImage, tolerance: 8) != 0)
  }
}
