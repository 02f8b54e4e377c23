import Activations
import FigureBatch
import Figures
import Testing

/// The same request gives the same bytes.
@Suite struct DeterminismTests {
  @Test func onSeveralThreadsInAnyOrder() async throws {
    let expected = try Chapter.figures.map { request in
      try ImageFormat.allCases.map { try request.render(as: $0) }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for repetition in 0..<16 {
        group.addTask {
          let figures = Array(Chapter.figures.enumerated())
          let shuffled = figures[(repetition % figures.count)...] + figures
          for (index, request) in shuffled.reversed() {
            for (format, bytes) in zip(ImageFormat.allCases, expected[index]) {
              let again = try request.render(as: format)
              #expect(again == bytes, "\(request.name).\(format)")
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
