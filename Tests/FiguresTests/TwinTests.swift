import Activations
import Plotting
import Testing
import Wording

@testable import Figures

@Suite("Derivatives by a second y axis")
struct TwinTests {
  private func request(
    _ formulas: [String], orders: [Int] = [0, 1], _ change: (inout FigureRequest) -> Void = { _ in }
  ) throws -> FigureRequest {
    var request = FigureRequest(
      try formulas.map { try Formula($0) }, orders: orders, sampling: .adaptive(-4...4))
    request.twin = AxisOptions()
    change(&request)
    return request
  }

  @Test("The function has the left axis, its derivatives the right, and each its own extent")
  func sides() throws {
    let panel = try request(["100 * tanh(x)"], orders: [0, 1, 2]).figure().panels[0]
    let twin = try #require(panel.twin)
    #expect(panel.curves.count == 1 && twin.curves.count == 2)
    #expect(panel.curves[0].style == 0 && twin.curves.map(\.style) == [1, 2])
    #expect((try #require(panel.yExtent?.upperBound) - 99.93).magnitude < 0.01)
    #expect(twin.yExtent?.upperBound == 100)
    // Two curves have no colour in common.
    #expect(panel.y.style == 0 && twin.y.style == nil)
  }

  @Test("The axes are named by their curves, or as is wished")
  func labels() throws {
    let panel = try request(["tanh"]).figure().panels[0]
    #expect(panel.y.label == "tanh(x)" && panel.twin?.y.label == "grad of tanh")
    #expect(panel.y.style == 0 && panel.twin?.y.style == 1)
    let named = try request(["tanh"]) { $0.twin?.label = "slope" }.figure().panels[0]
    #expect(named.twin?.y.label == "slope")
  }

  @Test("Curves keep the styles and names that they have on one axis")
  func styles() throws {
    let change: (inout FigureRequest) -> Void = { $0.labels = ["a", "b", "c", "d"] }
    let panel = try request(["tanh", "relu"], change).figure().panels[0]
    let twin = try #require(panel.twin)
    #expect(panel.curves.map(\.style) == [0, 2] && twin.curves.map(\.style) == [1, 3])
    #expect(panel.curves.map(\.label) == ["a", "c"] && twin.curves.map(\.label) == ["b", "d"])
  }

  @Test("What explains a curve is by its axis, and what a panel has once stands there once")
  func explanations() throws {
    let panel = try request(["relu"]) {
      $0.jumps = .gap
      $0.explanations.showsKinks = true
      $0.explanations.points = [1]
      $0.explanations.showsAsymptotes = true
      $0.explanations.fill = .init(.under)
    }.figure().panels[0]
    let twin = try #require(panel.twin)
    #expect(panel.dots.isEmpty && twin.dots.count == 2)
    #expect(panel.areas.count == 1 && twin.areas.count == 2)
    #expect(panel.annotations.count { if case .kink = $0 { true } else { false } } == 1)
    #expect(!twin.annotations.contains { if case .kink = $0 { true } else { false } })
    #expect(
      twin.annotations.contains { if case .point(let point) = $0 { point.y == 1 } else { false } })
  }

  @Test("Data is by the axis of the function, wherever that is")
  func data() throws {
    let points = [[DataPoint(x: 0, y: 7)]]
    let left = try request(["tanh"]) { $0.points = points }.figure().panels[0]
    #expect(left.dots.count == 1 && left.twin?.dots.isEmpty == true)
    let right = try request(["tanh"], orders: [1, 0]) { $0.points = points }.figure().panels[0]
    #expect(right.dots.isEmpty && right.twin?.dots.count == 1)
    #expect(right.twin?.yExtent?.upperBound == 7)
  }

  @Test("A sheet has it in each panel")
  func sheet() throws {
    let figure = try request(["tanh", "relu", "gelu"]) { $0.arrangement = .sheet }.figure()
    #expect(figure.panels.count == 3 && figure.panels.allSatisfy { $0.twin?.curves.count == 1 })
    #expect(figure.panels.allSatisfy { $0.curves[0].style == 0 && $0.twin?.curves[0].style == 1 })
  }

  @Test("The description tells which axis is of what")
  func description() throws {
    let one = try request(["tanh"]).figure().accessibleSummary
    #expect(one.contains("The y axis at the left is of tanh(x), the one at the right of tanh′(x)."))
    let two = try request(["tanh", "relu"], orders: [0, 1, 2]) { $0.language = .ko }
    #expect(try two.figure().accessibleSummary.contains("왼쪽 y축은 f(x), 오른쪽 y축은 f′(x), f″(x)."))
    #expect(try !request(["tanh"]) { $0.twin = nil }.figure().accessibleSummary.contains("y axis"))
  }

  private static let refused:
    [(orders: [Int], change: @Sendable (inout FigureRequest) -> Void, error: FigureRequestError)] =
      [
        ([1], { _ in }, .twinOfOneOrder), ([0, 1], { $0.arrangement = .row }, .twinInPanels(.row)),
        ([0, 1], { $0.arrangement = .grid }, .twinInPanels(.grid)),
        ([0, 1], { $0.explanations.fill = .init(.between) }, .fillBetweenAtTwins(1, 1)),
        ([0, 1, 2, 3], { $0.explanations.fill = .init(.between) }, .fillBetweenAtTwins(1, 3)),
      ]

  @Test("What makes no sense with it is said", arguments: refused.indices)
  func refusals(row: Int) throws {
    let (orders, change, error) = Self.refused[row]
    #expect(throws: error) { try request(["tanh"], orders: orders, change).figure() }
    #expect(error.description.hasSuffix("."))
  }

  @Test("Between two curves of one axis there is an area")
  func between() throws {
    let panel = try request(["tanh", "erf"], { $0.explanations.fill = .init(.between) })
      .figure().panels[0]
    #expect(!panel.areas.isEmpty && panel.twin?.areas.isEmpty == false)
    let right = try request(["tanh"], orders: [0, 1, 2]) { $0.explanations.fill = .init(.between) }
      .figure().panels[0]
    #expect(right.areas.isEmpty && right.twin?.areas.isEmpty == false)
  }

  private static let words: [(words: [String: [String]], orders: [Int]?, problem: String)] = [
    (["twin": []], [0, 1], ""), (["twin": [], "order": ["0,2"]], [0, 2], ""),
    (["twin": [], "with-grad": []], [0, 1], ""), (["twin": [], "grad": []], [1], ""),
    (["twin-ylim": ["0:1"]], nil, "There is no second y axis"),
    (["twin": [], "twin-ylim": ["1:0"]], nil, "reversed"),
    (["grad": [], "with-grad": []], nil, "leave one out"),
  ]

  @Test(
    "It is asked for by words, and brings the gradient where nothing else is said", arguments: words
  )
  func settings(words: [String: [String]], orders: [Int]?, problem: String) throws {
    var settings = FigureSettings()
    settings["functions"] = ["tanh"]
    for (name, said) in words { settings[name] = said }
    guard let orders else {
      let error = #expect(throws: SettingErrors.self) { try settings.request() }
      #expect(error?.description.contains(problem) == true)
      return
    }
    let request = try settings.request()
    #expect(request.orders == orders && request.twin != nil)
  }

  @Test("Its limits, ticks and words are its own, whatever the order in which they are said")
  func own() throws {
    var settings = FigureSettings()
    settings["functions"] = ["tanh"]
    settings["twin-ylim"] = ["-1:2"]
    settings["twin-yticks"] = ["0,1"]
    settings["twin-ylabel"] = ["slope"]
    settings["ylim"] = ["-3:3"]
    settings["minor-ticks"] = []
    settings["twin"] = []
    let request = try settings.request()
    #expect(request.y.limits == (try AxisLimits(-3, 3)))
    #expect(request.twin?.limits == (try AxisLimits(-1, 2)) && request.twin?.label == "slope")
    #expect(request.twin?.ticks.values == [0, 1] && request.twin?.ticks.minor == true)
  }
}
