import Activations
import Figures
import GoldenTesting
import Testing

@Test func sigmoidSlope() throws {
  expectGolden(FigureRequest([try Formula("sigmoid")], orders: [1]), named: "sigmoid-slope")
}
