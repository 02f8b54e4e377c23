import Activations
import Plotting
import Testing

@testable import Figures

@Suite("Explanations")
struct ExplanationTests {
  private func annotations(
    _ name: String, orders: [Int] = [0], _ change: (inout Explanations) -> Void
  ) throws -> [Annotation] {
    var request = FigureRequest([try Formula(name)], orders: orders)
    change(&request.explanations)
    return try request.figure().panels.flatMap(\.annotations)
  }

  @Test("A tangent has the slope of the curve and touches it")
  func tangents() throws {
    let found = try annotations("tanh") { $0.tangents = [0.5] }
    guard case .line(let line) = found.first, case .point(let point) = found.last
    else {
      Issue.record("\(found)")
      return
    }
    #expect(abs(line.slope - 0.786447732965927) < 1e-15)
    #expect(point.x == 0.5 && abs(point.y - 0.46211715726000973) < 1e-15)
    #expect(abs(line.slope * point.x + line.intercept - point.y) < 1e-15)
    #expect(line.label == "slope 0.7864")
    let falling = try annotations("-2 * x") { $0.tangents = [1] }
    #expect(falling.contains(.line(slope: -2, intercept: 0, label: "slope \u{2212}2")))
  }

  @Test("At a kink both sides have a tangent, named so, and at a jump there is none")
  func tangentsAtKinks() throws {
    let found = try annotations("abs(x)") { $0.tangents = [0] }
    #expect(
      found == [
        .line(slope: -1, intercept: 0, label: "slope \u{2212}1 on the left"),
        .line(slope: 1, intercept: 0, label: "slope 1 on the right"),
        .point(x: 0, y: 0, label: "", style: 0),
      ])
    #expect(throws: FigureRequestError.tangentAtJump(0)) {
      try annotations("floor(x)") { $0.tangents = [0] }
    }
    #expect(throws: FigureRequestError.tangentAtJump(0)) {
      try annotations("relu", orders: [1]) { $0.tangents = [0] }
    }
  }

  @Test("A point is named by its coordinates, with a minus and without digits that say nothing")
  func points() throws {
    let found = try annotations("tanh", orders: [0, 1]) { $0.points = [-0.5, 0] }
    let labels = found.compactMap { annotation -> String? in
      if case .point(let point) = annotation { point.label } else { nil }
    }
    #expect(
      labels == ["(\u{2212}0.5, \u{2212}0.4621)", "(0, 0)", "(\u{2212}0.5, 0.7864)", "(0, 1)"])
  }

  @Test("Saturation is shaded where the slope is below the threshold")
  func saturation() throws {
    let found = try annotations("sigmoid") { $0.saturation = 0.02 }
    let shades = found.compactMap { annotation -> ClosedRange<Double>? in
      if case .shade(let shade) = annotation { shade.range } else { nil }
    }
    // s(1 - s) = 0.02 where s = (1 ± √0.92) / 2, at ±3.8714...
    let edge = 3.8713994
    #expect(shades.count == 2 && shades.count == found.count)
    #expect(shades.first?.lowerBound == -8 && shades.last?.upperBound == 8)
    #expect(abs((shades.first?.upperBound ?? 0) + edge) < 1e-3)
    #expect(abs((shades.last?.lowerBound ?? 0) - edge) < 1e-3)
    #expect(try annotations("sin(x) + 3 * x") { $0.saturation = 0.02 }.isEmpty)
  }

  @Test("Asymptotes are those of both sides, once where they are the same")
  func asymptotes() throws {
    let tanh = try annotations("tanh") { $0.showsAsymptotes = true }
    #expect(
      Set(tanh) == [
        .line(slope: 0, intercept: -1, label: ""), .line(slope: 0, intercept: 1, label: ""),
      ])
    let gelu = try annotations("gelu", orders: [0, 1]) { $0.showsAsymptotes = true }
    #expect(
      Set(gelu) == [
        .line(slope: 0, intercept: 0, label: ""), .line(slope: 1, intercept: 0, label: ""),
        .line(slope: 0, intercept: 1, label: ""),
      ])
    #expect(try annotations("gaussian") { $0.showsAsymptotes = true }.count == 1)
  }

  @Test("Kinks are marked once, however many derivatives there are")
  func kinks() throws {
    let found = try annotations("hard_swish", orders: [0, 1, 2]) { $0.showsKinks = true }
    #expect(found == [.kink(x: -3), .kink(x: 3)])
    #expect(try annotations("tanh") { $0.showsKinks = true }.isEmpty)
  }

  // MARK: What cannot be

  @Test("A mark where no curve is, is a sentence", arguments: [true, false])
  func undefined(isTangent: Bool) throws {
    let change = { (explanations: inout Explanations) in
      if isTangent { explanations.tangents = [-1] } else { explanations.points = [-1] }
    }
    let error = #expect(throws: FigureRequestError.self) { try annotations("log(x)", change) }
    #expect(error == .undefined(-1) && error?.description.contains("x = -1.0") == true)
    // One of several is enough.
    var request = FigureRequest([try Formula("log(x)"), try Formula("tanh")])
    change(&request.explanations)
    _ = try request.figure()
  }

  @Test("So are marks and lines out of sight")
  func outOfSight() throws {
    for change in [
      { $0.points = [50] }, { $0.tangents = [-9] },
      { $0.levels = [.init(isUpright: false, value: 5)] },
      { $0.levels = [.init(isUpright: true, value: 100, label: "far")] },
      { $0.notes = [.init(x: 0, y: 2, text: "above")] },
    ] as [(inout Explanations) -> Void] {
      var request = FigureRequest([try Formula("tanh")])
      change(&request.explanations)
      let error = #expect(throws: PlottingError.self) { try request.render(as: .svg) }
      #expect(error?.description.contains("out of sight") == true)
    }
    // Where the axes cut the curve.
    var request = FigureRequest([try Formula("1/(x-1)")])
    request.explanations.points = [1.01]
    #expect(throws: PlottingError.self) { try request.render(as: .svg) }
    request.formulas.append(try Formula("tanh"))
    _ = try request.render(as: .svg)
  }
}
