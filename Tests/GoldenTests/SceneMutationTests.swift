import CairoRenderer
import Books
import Figures
import Goldens
import Plotting
import TestSupport
import Testing

/// Every golden figure changed in every small way is caught, by PNG and by SVG, at the default
/// tolerance and at that for other machines.
///
/// `Mutations` says how much of that a run tries; in each every figure is changed in some of the ways,
/// and every way is tried on PNG and on SVG.
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

  /// A golden that is compared with many images. An SVG is read once for all of them.
  private struct Reference {
    private let bytes: [UInt8]
    private let document: SVGDocument?

    init(_ bytes: [UInt8], _ type: ImageType) throws {
      self.bytes = bytes
      document = type == .svg ? try SVGDocument(bytes) : nil
    }

    /// What an `Comparison` of an image with the golden finds.
    func findings(
      in image: [UInt8], tolerance: Tolerance
    ) throws -> (isEqual: Bool, findings: [String]) {
      guard let document else {
        let comparison = try Comparison(of: image, with: bytes, tolerance: tolerance)
        return (comparison.isEqual, comparison.findings)
      }
      let comparison = SVGComparison(
        of: try SVGDocument(image), with: document, tolerance: tolerance)
      return (comparison.changes.isEmpty, comparison.changes.map(\.sentence))
    }
  }

  private struct Subject {
    let name: String
    let request: @Sendable () throws -> FigureRequest
  }

  private static let subjects =
    Chapter.figures.map { figure in Subject(name: figure.name) { figure } }
    + Gallery.figures.map { figure in Subject(name: figure.name) { try figure.request() } }

  /// What is smaller than what another Cairo or FreeType does, and so is caught at the default
  /// tolerance alone.
  private static let tolerated: Set<String> = []

  @Test(arguments: subjects.indices)
  private func isCaught(_ index: Int) throws {
    let subject = Self.subjects[index]
    let drawing = try Drawing(try subject.request())
    let mutated = SceneMutation.allCases.map {
      ($0, scene: $0.applied(to: drawing.scene, pixel: 72 / drawing.dpi))
    }
    // Every figure has a curve and words.
    #expect(mutated.count { $0.scene != nil } >= 5)
    for (column, type) in [ImageType.png, .svg].enumerated()
    where Mutations.isTried(index, column, oneIn: 2) {
      let golden = try Reference(drawing.image(drawing.scene, as: type), type)
      for (place, (mutation, changed)) in mutated.enumerated()
      where Mutations.isTried(index / 2, place, oneIn: 3) {
        guard let changed else { continue }
        let image = try drawing.image(changed, as: type)
        // What the tolerance for other machines catches, the exact one does.
        let other = try golden.findings(in: image, tolerance: .otherMachine)
        if !other.isEqual { continue }
        let exact = try golden.findings(in: image, tolerance: .exact)
        #expect(!exact.isEqual, "\(mutation.rawValue), \(type)")
        #expect(
          Self.tolerated.contains("\(subject.name): \(mutation.rawValue)"),
          "\(subject.name), \(mutation.rawValue), \(type): \(other.findings)")
      }
    }
  }
}
