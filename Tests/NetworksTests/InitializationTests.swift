import Networks
import Testing

struct InitializationTests {
  private struct Numbers: Decodable {
    let seed: String
    let bits: [String]
    let uniform: [Double]
    let normal: [Double]
  }

  @Test func numbersAreThoseOfTheReference() throws {
    for reference in try references("random-numbers", as: Numbers.self) {
      let seed = try #require(UInt64(reference.seed))
      var bits = SplitMix64(seed: seed), uniform = bits, normal = bits
      #expect(reference.bits.map { _ in "\(bits.next())" } == reference.bits)
      #expect(reference.uniform.map { _ in uniform.uniform() } == reference.uniform)
      #expect(reference.normal.map { _ in normal.normal() } == reference.normal)
    }
    // Published with the algorithm.
    var published = SplitMix64(seed: 1_234_567)
    #expect(published.next() == 6_457_827_717_110_365_317)
    #expect(published.next() == 3_203_168_211_198_807_973)
  }

  /// Mean, variance, fourth moment and three shares of the standard normal distribution, each within
  /// four standard errors.
  @Test func normalNumbersAreNormal() {
    var generator = SplitMix64(seed: 2024)
    let count = 20_000
    let numbers = (0..<count).map { _ in generator.normal() }
    func mean(_ value: (Double) -> Double) -> Double {
      numbers.reduce(0) { $0 + value($1) } / Double(count)
    }
    func share(below bound: Double) -> Double { mean { $0 < bound ? 1 : 0 } }
    let unit = 4 / Double(count).squareRoot()
    #expect(mean { $0 }.magnitude < unit)
    #expect((mean { $0 * $0 } - 1).magnitude < 2.0.squareRoot() * unit)
    #expect((mean { $0 * $0 * $0 * $0 } - 3).magnitude < 96.0.squareRoot() * unit)
    #expect((share(below: 0) - 0.5).magnitude < 0.5 * unit)
    #expect((share(below: -1) - 0.158_655_253_9).magnitude < 0.366 * unit)
    #expect((share(below: 2) - 0.977_249_868_1).magnitude < 0.150 * unit)
  }

  private struct Drawn: Decodable {
    let name: String
    let weights: [[Double]]
    let biases: [Double]
  }

  @Test func initialisationsAreThoseOfTheReference() throws {
    let all: [String: Initialization] = [
      "constant": .constant(0.125), "normal": .normal(standardDeviation: 0.01),
      "uniform": .uniform(limit: 0.1), "xavierUniform": .xavierUniform,
      "xavierNormal": .xavierNormal, "heUniform": .heUniform, "heNormal": .heNormal,
    ]
    let drawn = try references("initialisations", as: Drawn.self)
    #expect(Set(drawn.map(\.name)) == Set(all.keys))
    for reference in drawn {
      let network = try Network(
        sizes: [3, 2], activation: nil, weights: #require(all[reference.name]),
        biases: .uniform(limit: 0.5), seed: 42)
      #expect(network.layers[0].weights.rows == reference.weights, "\(reference.name)")
      #expect(network.layers[0].biases == reference.biases, "\(reference.name)")
    }
  }

  @Test func laterLayersDoNotChangeEarlierOnes() throws {
    let short = try Network(sizes: [4, 5], activation: nil, weights: .heNormal, seed: 3)
    let long = try Network(sizes: [4, 5, 3], activation: nil, weights: .heNormal, seed: 3)
    #expect(short.layers[0] == long.layers[0])
    #expect(long.layers.allSatisfy { $0.biases.allSatisfy { $0 == 0 } })
    let other = try Network(sizes: [4, 5, 3], activation: nil, weights: .heNormal, seed: 4)
    #expect(other != long)
  }
}
