import Activations
import Books
import Figures
import Goldens
import Plotting
import TestSupport
import Testing

/// The comparison of the golden tests must be able to fail: each figure changed in one small way
/// is told apart.
@Suite struct MutationTests {
  typealias Change = @Sendable (inout FigureRequest) throws -> Void

  private static let mutations: [(name: String, change: Change)] = [
    ("another range", { $0.sampling = .every(try SampleRange(from: -8, to: 7.9, step: 0.1)) }),
    ("another label", { $0.x.label = "X" }),
    ("other limits", { $0.y.limits = try AxisLimits(-0.3, 1.02) }),
    ("a title", { $0.title = "t" }),
    ("half a point wider", { $0.size = try FigureSize(width: 360.5, height: 180) }),
    ("another scale", { $0.y.scale = .log }),
    ("another order", { $0.orders[0] += 1 }),
  ]

  @Test(arguments: Chapter.figures)
  func isCaught(_ request: FigureRequest) throws {
    try expectDifferences(request, after: Self.mutations, in: ImageFormat.standard)
  }

  /// A figure of the gallery and what is changed in it.
  private static let galleryMutations: [(figure: String, change: Change)] = [
    ("functions", { $0.formulas.swapAt(0, 1) }),
    ("family-of-nine", { $0.formulas.removeLast() }),
    ("legend-best-beside-note", { $0.explanations.notes[0].text += "." }),
    ("column", { $0.shared = [] }),
    ("log-log", { $0.y.ticks.minor = false }),
    ("ticks-of-pi", { $0.x.ticks.minor = false }),
    ("jump-open-and-closed", { $0.jumps = .connect }),
    (
      "jumps-by-convention", { $0.formulas[0] = try Formula("hardtanh", convention: .jax) }
    ),
    ("kinks", { $0.explanations.showsKinks = false }),
    ("saturation", { $0.explanations.saturation = 0.06 }),
    ("theme-print", { $0.look.theme.grid = nil }),
    ("transparent", { $0.look.isTransparent = false }),
    ("wide-lines", { $0.look.lineWidth = 4.2 }),
    ("korean", { $0.look.fontFamilies = ["DejaVu Sans", "NanumGothic"] }),
    ("korean", { $0.title = "시그모이드 함수와 그 도함소" }),
    ("mathematics", { $0.x.label = "$z^{(l)} = W^{(l)} a^{(l-1)} - b^{(l)}$" }),
    ("high-page", { $0.x.limits = try AxisLimits(-3, 3) }),
  ]

  @Test(arguments: galleryMutations.indices)
  func isCaughtInTheGallery(_ index: Int) throws {
    let mutation = Self.galleryMutations[index]
    let figure = try #require(Gallery.figures.first { $0.name == mutation.figure })
    try expectDifferences(
      try figure.request(), after: [(mutation.figure, mutation.change)], in: figure.formats)
  }

  /// Each change makes every image another, and without one it is equal.
  private func expectDifferences(
    _ request: FigureRequest, after mutations: [(name: String, change: Change)],
    in formats: [ImageFormat]
  ) throws {
    let renderer = FigureRenderer()
    let golden = try renderer.render(request, as: formats)
    for (format, old) in zip(formats, golden) {
      #expect(try FigureGolden.comparison(of: old, with: old, format).isEqual, "\(format)")
    }
    for (name, change) in mutations {
      var changed = request
      try change(&changed)
      let images = try renderer.render(changed, as: formats)
      for (format, (new, old)) in zip(formats, zip(images, golden)) {
        #expect(
          try !FigureGolden.comparison(of: new, with: old, format).isEqual, "\(name), \(format)")
      }
    }
  }
}
