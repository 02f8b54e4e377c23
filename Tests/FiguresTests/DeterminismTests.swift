import Activations
import Books
import Figures
import Foundation
import Plotting
import TestSupport
import Testing

/// The same request gives the same bytes.
@Suite struct DeterminismTests {
  @Test func onSeveralThreadsInAnyOrder() async throws {
    let expected = try Self.images(of: Chapter.figures)
    try await withThrowingTaskGroup(of: Void.self) { group in
      // Four at once, each beginning with another figure.
      for repetition in 0..<(4 * Self.repetitions) {
        group.addTask {
          let figures = Array(Chapter.figures.enumerated())
          let start = repetition % figures.count
          let shuffled = figures[start...] + figures[..<start]
          for (index, request) in shuffled.reversed() {
            let again = try FigureRenderer().render(request, as: ImageFormat.allCases)
            #expect(again == expected[index], "\(request.name)")
          }
        }
      }
      try await group.waitForAll()
    }
  }

  /// How often everything is drawn again: once in every run, and more often as `ACTPLOT_SWEEP` says.
  private static let repetitions =
    ProcessInfo.processInfo.environment["ACTPLOT_SWEEP"].flatMap { Int($0) } ?? 1

  /// The images of each figure, every one drawn by itself.
  private static func images(of requests: [FigureRequest]) throws -> [[[UInt8]]] {
    try requests.map { request in try ImageFormat.allCases.map { try request.render(as: $0) } }
  }

  /// Panels, mathematics, Korean, dots, legends and explanations.
  private static func rich() throws -> [FigureRequest] {
    var sheet = FigureRequest(
      try ["gelu", "hard_swish", "exponential"].map { try Formula($0) }, orders: [0, 1],
      title: "시그모이드 함수와 그 도함수")
    sheet.arrangement = .sheet
    sheet.jumps = .gap
    sheet.look.theme = .dark
    var single = FigureRequest(
      try ["tanh", "sigmoid"].map { try Formula($0) },
      title: "$\\sigma(x) = \\frac{1}{1 + e^{-x}}$, $\\widehat{abc}$")
    single.axesStyle = .origin
    single.legend = .ends
    single.look.isTransparent = true
    single.explanations.points = [1]
    single.explanations.showsAsymptotes = true
    var tail = FigureRequest([try Formula("sigmoid")], orders: [1])
    tail.sampling = .adaptive(-700...700)
    tail.y.scale = .log
    tail.look.theme = .print
    return [sheet, single, tail].map { request in
      // Coarse, as what could differ does so at any resolution.
      var request = request
      request.resolution = .coarse
      return request
    }
  }

  @Test func manyTimesInAnyOrderOnSeveralThreads() async throws {
    let requests = try Self.rich()
    let expected = try Self.images(of: requests)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for seed in 0..<4 as Range<UInt64> {
        group.addTask {
          var generator = SplitMix64(seed: seed)
          for _ in 0..<(3 * Self.repetitions) {
            for index in requests.indices.shuffled(using: &generator) {
              // The formats of a figure share what was sampled and set for it, in any order too.
              let order = ImageFormat.allCases.indices.shuffled(using: &generator)
              let again = try FigureRenderer().render(
                requests[index], as: order.map { ImageFormat.allCases[$0] })
              #expect(again == order.map { expected[index][$0] })
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func differentRequestsDiffer() throws {
    let relu = FigureRequest([try Formula("relu")], orders: [1])
    var other = relu
    other.precision = .float32
    #expect(try relu.render(as: .svg) != other.render(as: .svg))
  }
}

extension Resolution {
  /// Some 40 pixels to the inch.
  fileprivate static let coarse: Resolution = {
    guard let coarse = try? Resolution(dpi: 40) else { preconditionFailure("40 dpi can be drawn") }
    return coarse
  }()
}
