import Activations
import CairoRenderer
import Testing

@testable import Figures
@testable import Plotting
import Typesetting

/// Numbers at axes through the origin, over many figures.
@Suite struct OriginNumberTests {
  private static let functions = [
    ["exp(-x^2)"], ["sine", "cos(x)"], ["tanh"], ["relu"], ["gelu"], ["sigmoid"], ["softplus"],
    ["x^2 - 1"], ["x"], ["x^3 - x"], ["cos(3*x)"], ["elu", "selu"], ["softsign"], ["-exp(x)"],
  ]
  private static let ranges = ["-2:2", "-3:3", "-8:8", "-1:5", "0:6", "-6:0", "-0.5:0.5"]

  private func request(_ names: [String], _ range: String, _ index: Int) throws -> FigureRequest {
    let domain = try SampleRange(range)
    let step = (domain.upperBound - domain.lowerBound) / 96
    var request = FigureRequest(
      try names.map { try Formula($0) }, orders: index % 5 == 1 ? [0, 1] : [0],
      sampling: .every(
        try SampleRange(from: domain.lowerBound, to: domain.upperBound + step / 2, step: step)))
    request.axesStyle = .origin
    switch index % 4 {
    case 1: request.x.ticks.format = .pi
    case 2: request.explanations.showsAsymptotes = true
    case 3: request.look.fontSize = 13
    default: break
    }
    let sizes: [(Double, Double)] = [(360, 180), (200, 140), (500, 320)]
    let size = sizes[index % 3]
    request.size = try FigureSize(width: size.0, height: size.1)
    return request
  }

  @Test(
    "No curve goes through a number without backing, 0 is there, the others are on one side",
    arguments: functions)
  func numbers(names: [String]) throws {
    let measurer = try TextSetter()
    for (index, range) in (Self.ranges + Self.ranges).enumerated() {
      let figure = try request(names, range, index).figure()
      let reading = SceneReading(try figure.scene(measuring: measurer), measurer: measurer)
      let numbers = try reading.words { if case .tickLabel = $0 { true } else { false } }
      #expect(!numbers.isEmpty)
      for number in numbers {
        guard case .tickLabel(let axis, let tick) = number.mark else { continue }
        // Digits do not reach below the line.
        var digits = number.box
        digits.height -= 0.2 * 10
        #expect(
          reading.covered(digits) == 0 || reading.has(.tickLabelBox(axis, index: tick)),
          "\(number.string) in \(names) over \(range), \(index)")
      }
      let limits = try PanelLimits.limits(of: figure)[0]
      let zeros = numbers.filter { Double($0.string) == 0 }
      if limits.x.contains(0), limits.y.contains(0) {
        #expect(zeros.map(\.string) == ["0"], "\(names) over \(range), \(index)")
      }
      for (place, number) in numbers.enumerated() {
        #expect(
          !numbers[..<place].contains { $0.box.outset(by: -1).overlaps(number.box.outset(by: -1)) },
          "\(number.string) in \(names) over \(range), \(index)")
      }
      for axis in [Axis.x, .y] {
        #expect(try sides(of: axis, in: reading).count <= 1, "\(axis) in \(names) over \(range)")
      }
    }
  }

  /// On which sides of an axis its numbers are.
  private func sides(of axis: Axis, in reading: SceneReading) throws -> Set<Bool> {
    let spine = reading.scene.elements.first { $0.mark == .spine(axis == .x ? .bottom : .left) }
    guard case .stroke(let lines, _, _)? = spine?.shape else { return [] }
    let numbers = try reading.words { if case .tickLabel(axis, _) = $0 { true } else { false } }
    return Set(
      numbers.filter { $0.string != "0" }.map {
        axis == .x ? $0.box.midY > lines[0][0].y : $0.box.midX < lines[0][0].x
      })
  }
}
