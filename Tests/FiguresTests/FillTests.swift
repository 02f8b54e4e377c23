import Activations
import Plotting
import Testing

@testable import Figures

@Suite("Areas under curves and between them")
struct FillTests {
  private func panel(
    _ formulas: [String], _ fill: Explanations.Fill,
    _ change: (inout FigureRequest) throws -> Void = { _ in }
  ) throws -> Panel {
    var request = FigureRequest(
      try formulas.map { try Formula($0) }, sampling: .adaptive(-2...2))
    request.explanations.fill = fill
    try change(&request)
    return try request.figure().panels[0]
  }

  /// The size of an area, with the sign of its direction.
  private func size(_ area: Area) -> Double {
    area.x.indices.reduce(0) { sum, index in
      let next = (index + 1) % area.x.count
      return sum + (area.x[index] * area.y[next] - area.x[next] * area.y[index]) / 2
    }.magnitude
  }

  private static let fills: [(formulas: [String], fill: Explanations.Fill, sizes: [Double])] = [
    (["relu"], .init(.under), [2]), (["relu"], .init(.under, range: 0.5...1), [0.375]),
    (["x"], .init(.under, range: -1...1), [0]), (["3"], .init(.under, range: -9...0.5), [7.5]),
    // Through the point of a gap there is no area.
    (["1 / x"], .init(.under, range: 1...2), [0.6931]),
    (["x^2", "x + 2"], .init(.between), [0]),
    (["x^2", "x + 2"], .init(.between, range: -1...2), [4.5]),
  ]

  @Test("They are as large as the integral", arguments: fills)
  func sizes(formulas: [String], fill: Explanations.Fill, sizes: [Double]) throws {
    let areas = try panel(formulas, fill).areas
    #expect(areas.count == sizes.count)
    for (area, size) in zip(areas, sizes) where size > 0 {
      #expect((self.size(area) - size).magnitude < 0.02 * size, "\(self.size(area))")
    }
  }

  @Test("Each curve has its own, and a break parts it")
  func parts() throws {
    let two = try panel(["x^2", "x"], .init(.under)).areas
    #expect(two.map(\.style) == [0, 1])
    let parted = try panel(["sign"], .init(.under)) { $0.jumps = .gap }.areas
    #expect(parted.count == 2)
    let between = try panel(["sign", "2 + sign(x - 1)"], .init(.between)) { $0.jumps = .gap }.areas
    #expect(between.count == 3 && between.allSatisfy { $0.style == 0 })
  }

  @Test("The axes show the x axis, to which the area goes")
  func held() throws {
    #expect(try panel(["3 + x^2"], .init(.under)).yExtent == 0...7)
    #expect(try panel(["3 + x^2", "1"], .init(.between)).yExtent?.lowerBound == 1)
    let onLog = try panel(["exp(x)"], .init(.under)) { $0.y.scale = .log }
    #expect(onLog.areas.count == 1 && onLog.areas[0].y.min() == .leastNonzeroMagnitude)
    #expect(try #require(onLog.yExtent).lowerBound > 0.1)
  }

  @Test("What cannot be filled is told in a sentence")
  func wrong() throws {
    #expect(throws: FigureRequestError.fillBetween(1)) { try panel(["x"], .init(.between)) }
    #expect(throws: FigureRequestError.fillBetween(3)) {
      try panel(["x", "1", "2"], .init(.between))
    }
    #expect(throws: FigureRequestError.nothingToFill(5...6)) {
      try panel(["x"], .init(.under, range: 5...6))
    }
    for word in ["over", "under:1", "under:2:1", "under:1:1", "under:a:b", "between:0:1:2", ""] {
      var settings = FigureSettings()
      settings["functions"] = ["relu"]
      settings["fill"] = [word]
      let error = #expect(throws: SettingErrors.self) { try settings.request() }
      #expect(error?.description.contains("write") == true, "\(word)")
    }
  }
}
