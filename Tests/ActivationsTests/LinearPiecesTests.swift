import Activations
import Testing

struct LinearPiecesTests {
  @Test func bendsSlopesAndHeights() throws {
    let pieces = { (text: String) in try Formula(text).linearPieces }
    #expect(try pieces("relu")?.bends == [0])
    #expect(try pieces("relu")?.slopes == [0, 1])
    #expect(try pieces("relu")?.intercepts == [0, 0])
    let six = try #require(try pieces("relu6"))
    #expect(six.bends == [0, 6] && six.slopes == [0, 1, 0] && six.intercepts == [0, 0, 6])
    let prelu = try #require(
      try Formula("prelu", parameters: ["weight": 0.1]).linearPieces)
    #expect(prelu.slopes == [0.1, 1])
    let straight = try #require(try pieces("2 * x - 3"))
    #expect(straight.bends == [] && straight.slopes == [2] && straight.intercepts == [-3])
    let constant = try #require(try pieces("pi"))
    #expect(constant.slopes == [0] && constant.intercepts == [.pi])
    // Two kinks that undo each other are none.
    #expect(try pieces("relu(x - 1) - relu(x - 1) + x")?.bends == [])
  }

  @Test(arguments: [
    "tanh", "binary_step", "sign", "floor(x)", "x^2", "hard_swish", "hardshrink", "threshold",
    "where(x < 1, x, x + 1)", "relu_squared", "sin(x)",
  ])
  func curvedOrTornFunctionsHaveNone(text: String) throws {
    #expect(try Formula(text).linearPieces == nil)
  }

  /// Those of the catalogue, each of which its line of each piece gives back.
  @Test func catalogue() throws {
    let straight = try Activation.catalog.filter { try Formula($0.name).linearPieces != nil }
    #expect(
      Set(straight.map(\.name)) == [
        "relu", "prelu", "relu6", "leaky_relu", "rrelu", "abs", "bounded_relu", "shifted_relu",
        "srelu", "apl", "relun", "relu_shifted_max", "identity", "hardtanh", "hard_sigmoid",
        "hard_sigmoid_02", "softshrink", "sparse_sigmoid",
      ])
    for activation in straight {
      let formula = try Formula(activation.name)
      let pieces = try #require(formula.linearPieces)
      for x in stride(from: -30.0, through: 30, by: 0.7) {
        let piece = pieces.bends.count { $0 < x }
        let line = pieces.slopes[piece] * x + pieces.intercepts[piece]
        let value = try formula.samples(at: [x]).values[0]
        #expect((line - value).magnitude <= 1e-15 * max(1, x.magnitude), "\(activation.name)")
      }
    }
  }
}
