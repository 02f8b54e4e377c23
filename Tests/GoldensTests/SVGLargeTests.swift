import Goldens
import Testing

/// Documents of thousands of shapes.
@Suite struct SVGLargeTests {
  private func document(_ dots: [SIMD2<Double>]) -> String {
    let circles = dots.map { "<circle class=\"dot\" cx=\"\($0.x)\" cy=\"\($0.y)\" r=\"1\"/>" }
    return Plot().document(circles)
  }

  private static let dots = (0..<10_000).map { index -> SIMD2<Double> in
    let column = Double(index % 100), row = Double(index / 100)
    return [10 + column * 1.8, 10 + row * 1.3]
  }

  private func timed(_ new: [SIMD2<Double>], _ old: [SIMD2<Double>]) throws -> [String] {
    var changes: [String] = []
    let new = document(new), old = document(old)
    let time = try ContinuousClock().measure { changes = try Plot.changes(new, from: old) }
    // Far more than it takes, as this is not compiled to be fast.
    #expect(time < .seconds(30), "\(time)")
    return changes
  }

  @Test func oneMissingInTheMiddle() throws {
    var some = Self.dots
    some.remove(at: 5000)
    #expect(try timed(some, Self.dots) == ["dot 5001 missing"])
  }

  /// Enough for whatever takes the square of their number to be felt.
  private static let some = Array(dots.prefix(3000))

  @Test func oneMissingAndAllMoved() throws {
    var rest = Self.some.map { $0 + [0.4, 0] }
    rest.remove(at: 1500)
    let changes = try timed(rest, Self.some)
    #expect(changes == ["dot 1501 missing", "everything moved 0.4 pt right"])
  }

  @Test func everyOther() throws {
    let rest = Self.some.indices.filter { $0 % 2 == 0 }.map { Self.some[$0] }
    #expect(try timed(rest, Self.some) == ["1500 dots missing"])
  }

  @Test func allLarger() throws {
    func boxes(_ width: Int) -> String {
      Plot().document(
        (0..<2_000).map { "<rect x='\($0 % 97)' y='\($0 % 89)' width='\(width)' height='9'/>" })
    }
    let changes = try Plot.changes(boxes(9), from: boxes(8))
    #expect(changes == ["2000 shapes have points off by up to 1 pt"])
  }

  @Test func nothingInCommon() throws {
    let lines = String(repeating: "<path stroke=\"red\" d=\"M1 1L2 3\"/>", count: 3000)
    let changes = try Plot.changes(Plot().document([lines]), from: document(Self.some))
    #expect(changes.contains("3000 dots missing"))
  }

  @Test func inReverse() throws {
    let changes = try timed(Self.some.reversed(), Self.some)
    #expect(changes.count == 1 && changes[0].hasSuffix(" shapes are drawn in another order"))
  }

  /// Nobody reads a sentence for each of thousands.
  @Test func eachItsOwnWay() throws {
    let rest = Self.some.enumerated().map { $1 + [0.0001 * Double($0), -0.0002 * Double($0)] }
    let changes = try timed(rest, Self.some)
    #expect(
      changes.count == 1 && changes[0].hasSuffix(" dots moved, by up to 0.66 pt"), "\(changes)")
  }
}
