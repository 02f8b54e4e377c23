import Activations
import CairoRenderer
import TestSupport
import Testing

@testable import Figures
@testable import Plotting
import Typesetting

/// Words of marks and tangents, over many figures.
@Suite struct LabelSweepTests {
  private static let functions = [
    "sigmoid", "tanh", "relu", "gelu", "swish", "softplus", "sin(x)", "x^2 / 4", "elu", "exp(-x^2)",
    "softsign", "hard_swish",
  ]

  private func request(seed: UInt64) throws -> FigureRequest {
    var random = SplitMix64(seed: seed)
    let names = Self.functions.shuffled(using: &random).prefix(
      Int.random(in: 1...3, using: &random))
    let reach = [2.0, 4, 6][Int.random(in: 0...2, using: &random)]
    var request = FigureRequest(
      try names.map { try Formula($0) },
      sampling: .every(try SampleRange(from: -reach, to: 1.001 * reach, step: reach / 48)))
    let places = (0..<Int.random(in: 1...2, using: &random)).map { _ in
      (Double.random(in: -0.9...0.9, using: &random) * reach * 4).rounded() / 4
    }
    if Bool.random(using: &random) {
      request.explanations.points = places
    } else {
      request.explanations.tangents = places
    }
    if Bool.random(using: &random) {
      request.explanations.levels = [.init(isUpright: true, value: 0.5, label: "from here")]
    }
    let sizes = [(360.0, 180.0), (300, 220), (480, 320)]
    let size = sizes[Int.random(in: 0...2, using: &random)]
    request.size = try FigureSize(width: size.0, height: size.1)
    request.legend = Plotting.LegendPlace.none
    return request
  }

  @Test(
    "Words are nearest to their own dot or have a leader, and cover nothing where there is room",
    arguments: 0..<16)
  func places(seed: Int) throws {
    let measurer = try TextSetter(), request = try request(seed: UInt64(seed))
    let panel = try request.figure().panels[0]
    let reading = SceneReading(
      try request.figure().scene(measuring: measurer), measurer: measurer)
    let words = try reading.words { if case .annotationLabel = $0 { true } else { false } }
    let dots = panel.annotations.indices.compactMap { index in
      reading.dot(index).map { (index: index, center: $0) }
    }
    func isFree(_ box: Rectangle, except index: Int) -> Bool {
      reading.axes.encloses(box) && reading.covered(box.outset(by: 1)) == 0
        && !dots.contains { box.distance(to: $0.center) < 3 }
        && !words.indices.contains { $0 != index && words[$0].box.overlaps(box) }
    }
    for (place, word) in words.enumerated() {
      guard case .annotationLabel(let index) = word.mark,
        let own = dots.filter({ dot in
          guard dot.index != index else { return true }
          guard case .point(let point) = panel.annotations[dot.index] else { return false }
          return panel.annotations[index].mark.touches(point)
        }).map(\.center).min(by: { word.box.distance(to: $0) < word.box.distance(to: $1) })
      else { continue }
      let distance = word.box.distance(to: own)
      let nearest = dots.map { word.box.distance(to: $0.center) }.min() ?? 0
      let figure: Comment =
        """
        \(word.string) in \(request.formulas.map(\.label)), \(request.explanations), \
        \(request.sampling.domain), \(String(describing: request.size))
        """
      // Dots may be at one place; far from any a tangent's words are beside its line.
      #expect(
        distance <= nearest + 0.5 || nearest > 20
          || reading.has(.annotationLeader(index: index)), figure)
      if isFree(word.box.outset(by: -0.5), except: place) { continue }
      // A grid of places within two lines of the dot.
      let steps = stride(from: -24.0, through: 24, by: 6)
      let free = steps.lazy.flatMap { x in steps.lazy.map { y in (x, y) } }.first { x, y in
        let box = Rectangle(
          left: own.x + x - (x < 0 ? word.box.width : 0), top: own.y + y - word.box.height / 2,
          width: word.box.width, height: word.box.height)
        return isFree(box.outset(by: 2), except: place)
      }
      #expect(free == nil, figure)
    }
  }
}
