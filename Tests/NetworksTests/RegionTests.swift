import Activations
@testable import Networks
import Testing

struct RegionTests {
  /// 0.3·(0.1·0.1·0.7) is 0.7·(0.1·0.1·0.3), whatever rounding makes of the two.
  @Test func whatCancelsIsZero() {
    let share = DoubleDouble(0.1) * DoubleDouble(0.1)
    let forms = [0.7, 0.3].map { factor in
      AffineForm(coefficients: [share * DoubleDouble(factor)], constant: DoubleDouble(factor))
    }
    let sum = AffineForm.sum(forms, times: [0.3, -0.7], plus: 2)
    #expect(sum.coefficients == [DoubleDouble(0)] && sum.constant == DoubleDouble(2))
  }

  /// Each unit has two borders; where a unit is flat, what comes after has none of its own.
  @Test func activationsWithTwoBends() throws {
    let clipped = try Formula("hardtanh")
    let network = try Network(layers: [
      Layer(weights: Matrix(rows: [[1, 0], [0, 1]]), activation: clipped),
      Layer(weights: Matrix(rows: [[2], [2]]), activation: clipped),
    ])
    let regions = try network.regions(x: -2...2, y: -2...2)
    // x + y = ±½ cuts the inner square into three; each side, with one input held at ±1, is cut where
    // the other is -½ or ½; in the corners all is flat.
    #expect(regions.count == 3 + 4 * 2 + 4)
    let corner = regions.first { $0.pattern == [[2, 0], [1]] }
    #expect(corner?.slopes.elements == [0, 0] && corner?.intercepts == [0])
  }

  @Test func countIsThatOfTheLines() throws {
    for fact in try RationalFact.all("regions") {
      let layer = try Layer(
        weights: Matrix(rows: fact.weights[0]), biases: fact.biases?[0], activation: Formula("relu")
      )
      let regions = try Network(layers: [layer]).regions(x: -2...2, y: -2...2)
      #expect(regions.count == fact.count)
      #expect(Set(regions.map(\.pattern)).count == regions.count)
    }
  }

  /// Whatever the depth, regions tile the box, and their maps are the network.
  @Test(arguments: [1, 2, 3]) func regionsTileTheBoxAndAreTheNetwork(depth: Int) throws {
    let network = try Network(
      sizes: [2] + Array(repeating: 5, count: depth) + [2], activation: Formula("relu"),
      weights: .heNormal, biases: .normal(standardDeviation: 0.3), seed: 11)
    let regions = try network.regions(x: -1...3, y: 0...2)
    #expect(regions.count > 5)
    var area = 0.0
    for region in regions {
      let corners = region.corners
      let own =
        zip(corners, corners.dropFirst() + [corners[0]])
        .reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } / 2
      #expect(own > 0)
      area += own
      let sum = corners.reduce(SIMD2<Double>.zero, +)
      let middle = Matrix(1, 2, [sum.x / Double(corners.count), sum.y / Double(corners.count)])
      let pass = try network.forward(middle)
      let map = Matrix.sum(of: [(middle, region.slopes)], plus: region.intercepts)
      for (value, other) in zip(map.elements, pass.outputs.elements) {
        #expect((value - other).magnitude < 1e-14)
      }
      let units = pass.layers.dropLast().map { $0.preactivations.elements.map { $0 > 0 ? 1 : 0 } }
      #expect(region.pattern == units)
    }
    #expect((area - 8).magnitude < 1e-13)
  }

  @Test func regionsByHand() throws {
    let layer = try Layer(
      weights: Matrix(rows: [[1, 1], [0, -1]]), biases: [0, 0], activation: Formula("relu"))
    let regions = try Network(layers: [layer]).regions(x: -1...1, y: -1...1)
    let corner = try #require(regions.first { $0.pattern == [[1, 1]] })
    #expect(Set(corner.corners) == [SIMD2(0, -1), SIMD2(1, -1), SIMD2(1, 1), SIMD2(0, 0)])
    #expect(corner.slopes.rows == [[1, 1], [0, -1]])
    #expect(regions.count == 4)
    for (x, y, word) in [(0.0...0.0, 0.0...1.0, "x from 0"), (0...1, 0...(.infinity), "y from 0")] {
      let error = #expect(throws: NetworkError.self) {
        try Network(layers: [layer]).regions(x: x, y: y)
      }
      #expect(error?.description.contains(word) == true)
    }
  }
}
