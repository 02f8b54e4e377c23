import Activations
import Plotting
import Testing

@testable import Figures

@Suite("Figures of several panels")
struct PanelSamplingTests {
  private func request(_ names: [String], orders: [Int] = [0]) throws -> FigureRequest {
    FigureRequest(try names.map { try Formula($0) }, orders: orders)
  }

  @Test(
    "Functions and derivatives are spread as the arrangement says",
    arguments: [
      (Arrangement.single, [["f", "g", "f'", "g'"]], 1), (.row, [["f", "g"], ["f'", "g'"]], 2),
      (.column, [["f", "g"], ["f'", "g'"]], 1), (.grid, [["f"], ["f'"], ["g"], ["g'"]], 2),
      (.sheet, [["f", "f'"], ["g", "g'"]], 2),
    ])
  func arrangement(arrangement: Arrangement, panels: [[String]], columns: Int) throws {
    var request = try request(["tanh", "relu"], orders: [0, 1])
    request.arrangement = arrangement
    let figure = try request.figure()
    let at1 = ["f": 0.7615941559557649, "g": 1.0, "f'": 0.41997434161402614, "g'": 1]
    #expect(figure.columns == columns && figure.panels.count == panels.count)
    for (panel, names) in zip(figure.panels, panels) {
      let found = try panel.curves.map { curve in
        // The value at 1, between the samples on both sides.
        let next = try #require(curve.x.firstIndex { $0 >= 1 })
        let share = (1 - curve.x[next - 1]) / (curve.x[next] - curve.x[next - 1])
        return curve.y[next - 1] + share * (curve.y[next] - curve.y[next - 1])
      }
      let expected = arrangement == .single ? ["f", "f'", "g", "g'"] : names
      #expect(zip(found, expected).allSatisfy { abs($0 - (at1[$1] ?? .nan)) < 0.01 }, "\(names)")
    }
  }

  @Test(
    "A function that shared axes cut is as smooth there as on its own",
    arguments: ["exponential", "cubic", "relu_squared"])
  func giantsAreSmooth(name: String) throws {
    var request = try request(["tanh", "sigmoid", "relu", "gelu", name])
    request.arrangement = .sheet
    let figure = try request.figure()
    let shown = try figure.shownOrdinates().map(\.y)
    #expect(Set(shown).count == 1 && shown[0].upperBound < 20)
    let panel = try #require(figure.panels.last), curve = panel.curves[0]
    // The boxes are no larger than this.
    let width = figure.size.width / 2, height = figure.size.height / 3
    let formula = try Formula(name)
    for (first, last) in zip(curve.x.indices, curve.x.indices.dropFirst()) {
      let middle = (curve.x[first] + curve.x[last]) / 2
      guard shown[0].contains(curve.y[first]), shown[0].contains(curve.y[last]) else { continue }
      let truth = try formula.samples(at: [middle]).values[0]
      let span = shown[0].upperBound - shown[0].lowerBound
      let up = (truth - (curve.y[first] + curve.y[last]) / 2) / span * height
      let slope = (curve.y[last] - curve.y[first]) / (curve.x[last] - curve.x[first])
      // Across the line rather than upright.
      let steepness = slope / span * height / (width / 16)
      let distance = abs(up) / (1 + steepness * steepness).squareRoot()
      #expect(distance < 2 * AdaptiveSampling.tolerance, "\(middle): \(distance)")
    }
  }

  @Test("The whole catalogue stands on one sheet, and on none of an inch")
  func catalogue() throws {
    var request = try request(Activation.catalog.map(\.name), orders: [0, 1])
    request.arrangement = .sheet
    let figure = try request.figure()
    #expect(figure.panels.count == Activation.catalog.count)
    #expect(figure.panels.map(\.title) == Activation.catalog.map(\.name))
    #expect(!(try request.render(as: .svg)).isEmpty)
    request.size = try FigureSize(width: 72, height: 72)
    #expect(throws: PlottingError.self) { try request.render(as: .png) }
  }

  @Test(
    "Columns are as many as asked for, if there are panels for them",
    arguments: [1, 3, 1_000_000, Int.max])
  func columns(count: Int) throws {
    var request = try request(["tanh", "relu", "gelu", "elu"])
    request.arrangement = .sheet
    request.columns = count
    #expect(!(try request.render(as: .svg)).isEmpty)
    request.columns = 0
    #expect(throws: FigureRequestError.columns(0)) { try request.figure() }
  }
}
