import CairoRenderer
import FigureBatch
import Figures
import GoldenImages
import Plotting
import Testing

/// Every golden figure changed in every small way is caught, by PNG and by SVG, at the default
/// tolerance and at that for other machines.
@Suite struct SceneMutationTests {
  /// A figure as a scene, and what draws it.
  private struct Drawing {
    let scene: Scene
    let renderer: CairoRenderer
    let dpi: Double

    init(_ request: FigureRequest) throws {
      renderer = CairoRenderer(text: try TextSetter(families: request.look.fontFamilies))
      scene = try request.figure().scene(measuring: renderer.text)
      dpi = request.resolution.dpi
    }

    func image(_ scene: Scene, as type: ImageType) throws -> [UInt8] {
      type == .png ? try renderer.png(scene, dpi: dpi) : try renderer.svg(scene)
    }
  }

  private struct Subject: CustomTestStringConvertible {
    let name: String
    let request: @Sendable () throws -> FigureRequest
    var testDescription: String { name }
  }

  private static let subjects =
    Chapter.figures.map { figure in Subject(name: figure.name) { figure } }
    + Gallery.figures.map { figure in Subject(name: figure.name) { try figure.request() } }

  /// What is smaller than what another Cairo or FreeType does, and so is caught at the default
  /// tolerance alone.
  private static let tolerated: Set<String> = []

  @Test(arguments: subjects)
  private func isCaught(_ subject: Subject) throws {
    let drawing = try Drawing(try subject.request())
    var seen: [SceneMutation] = []
    for type in [ImageType.png, .svg] {
      let golden = try drawing.image(drawing.scene, as: type)
      for mutation in SceneMutation.allCases {
        guard let changed = mutation.applied(to: drawing.scene, pixel: 72 / drawing.dpi) else {
          continue
        }
        seen.append(mutation)
        let image = try drawing.image(changed, as: type)
        // What the tolerance for other machines catches, the exact one does.
        let other = try ImageComparison(of: image, with: golden, tolerance: .otherMachine)
        if !other.isEqual { continue }
        let exact = try ImageComparison(of: image, with: golden)
        #expect(!exact.isEqual, "\(mutation.rawValue), \(type)")
        #expect(
          Self.tolerated.contains("\(subject.name): \(mutation.rawValue)"),
          "\(mutation.rawValue), \(type): \(other.findings)")
      }
    }
    // Every figure has a curve and words.
    #expect(Set(seen).count >= 5)
  }
}
