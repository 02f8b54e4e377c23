import TestSupport
import Testing

@testable import CairoRenderer
@testable import Plotting
import Typesetting

/// The same scene gives the same bytes in every format.
@Suite struct DeterminismTests {
  private static let scenes = [
    Scene.ofText(
      [
        TextSample("시그모이드 함수와 그 도함수", y: 40),
        TextSample("f′(x) 漢字", y: 90, style: .italic), TextSample("세로", y: 200, angle: 90),
      ], title: "a", summary: "b"),
    Scene.ofText([TextSample("∫ Φ(x) dx", y: 40, fontSize: 9)], background: nil, title: "c"),
    Scene.ofText([TextSample("함수 30°", y: 90, fontSize: 33, angle: 30)], title: "a"),
  ]

  private static func bytes(_ scene: Scene, _ renderer: CairoRenderer) throws -> [[UInt8]] {
    [
      try renderer.png(scene, dpi: 50, describing: true), try renderer.svg(scene),
      try renderer.pdf(scene),
    ]
  }

  @Test func onSeveralThreadsInAnyOrder() async throws {
    let renderer = CairoRenderer(text: try TextSetter())
    let expected = try Self.scenes.map { try Self.bytes($0, renderer) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for seed in 0..<4 as Range<UInt64> {
        group.addTask {
          var generator = SplitMix64(seed: seed)
          var renderer = CairoRenderer(text: try TextSetter())
          for repetition in 0..<10 {
            // Fonts that are closed must not take those of other threads with them.
            if repetition % 5 == 0 { renderer = CairoRenderer(text: try TextSetter()) }
            for index in Self.scenes.indices.shuffled(using: &generator) {
              let again = try Self.bytes(Self.scenes[index], renderer)
              #expect(again == expected[index])
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }
}
