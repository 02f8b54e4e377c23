import Testing

@testable import Activations

@Suite("Where functions turn")
struct TurnTests {
  private static let inf = Double.infinity

  @Test(
    "An extremum has its own value, where no Double has it",
    arguments: [
      ("(x - 1/3)^2", 0, inf), ("(x^2 - 2)^2", 0, inf), ("(x^2 - 2)^4", 0, inf),
      ("1 + sin(x)", 0, 2),
      ("sin(x)^2", 0, 1), ("(1 - cos(x)) / x^2", 0, 0.5), ("-(x - 0.1)^2", -inf, 0),
      ("abs(x - 1/3)", 0, inf), ("abs(x^2 - 2)", 0, inf), ("abs(sin(x))", 0, 1),
      ("sqrt(abs(x - 1/3))", 0, inf), ("(x - 1/3)^2 + 1e-40", 1e-40, inf),
      ("abs(x - 1/3)^(1/4) + 3", 3, inf), ("(exp(x) - 2)^2", 0, inf), ("(x - 1/3)^2 - 1", -1, inf),
    ] as [(String, Double, Double)])
  func valuesOfTurns(formula: String, lower: Double, upper: Double) throws {
    let properties = try Formula(formula).properties()
    let range = try #require(properties.range)
    #expect(range.lowerBound == lower && range.upperBound == upper)
    #expect(range.isLowerBoundTaken == lower.isFinite)
    let isMinimum = lower.isFinite, bound = isMinimum ? lower : upper
    let turns = properties.extrema.filter { $0.isMinimum == isMinimum }
    #expect(turns.contains { $0.value == bound })
  }

  @Test(
    "A level piece is an extremum from end to end",
    arguments: [
      ("abs(x - 1) + abs(x + 1)", -1, 1, 2, true), ("min(1, max(0, 2 - abs(x)))", -1, 1, 1, false),
      ("relu(x - 1/3) + relu(-x)", 0, 1.0 / 3, 0, true), ("abs(x - 200)", 200, 200, 0, true),
    ] as [(String, Double, Double, Double, Bool)])
  func levelPieces(
    formula: String, x: Double, end: Double, value: Double, isMinimum: Bool
  ) throws {
    let extrema = try Formula(formula).properties().extrema
    #expect(
      extrema == [Properties.Extremum(x: x, end: end, value: value, isMinimum: isMinimum)])
  }

  @Test(
    "What is only tended to beside a division by 0 is no value",
    arguments: ["1 / (1 + exp(1 / x))", "tanh(1 / x)"])
  func limitsBesideDivisions(formula: String) throws {
    let range = try #require(try Formula(formula).properties().range)
    #expect(!range.isLowerBoundTaken && !range.isUpperBoundTaken)
  }

  @Test("Level pieces of what turns on and on go from kink to kink")
  func periodicLevelPieces() throws {
    let minima = try Formula("max(sin(x), 0)").properties().extrema.filter(\.isMinimum)
    #expect(minima.count > 20)
    #expect(minima.allSatisfy { $0.value == 0 && ($0.end - $0.x - .pi).magnitude < 1e-12 })
  }

  @Test("What is beyond a jump says nothing of extrema on this side")
  func besideOtherJumps() throws {
    let extrema = try Formula("abs(sin(x)) / x").properties().extrema
    let near = extrema.filter { $0.x.magnitude < 4 }
    #expect(near.map(\.x) == [-Double.pi, Double.pi])
    #expect(near.map(\.value) == [0, 0] && near.map(\.isMinimum) == [false, true])
  }

  @Test(
    "Whether there are others further out is told",
    arguments: [
      ("(x^2 - 40000)^2", true), ("sin(x)", true), ("x^2", false), ("abs(x - 200)", false),
      ("gelu(x)", false),
    ])
  func furtherOut(formula: String, isTold: Bool) throws {
    #expect(try Formula(formula).properties().hasExtremaBeyond == isTold)
  }

  @Test("A value beside a jump to less is no minimum")
  func besideJumps() throws {
    #expect(try Formula("where(x < 0, x^2, x^2 + 1)").properties().extrema.isEmpty)
  }

  @Test("What has extrema neither rises nor falls all along")
  func directions() throws {
    let properties = try Formula("x + 1.00001 * sin(x)").properties()
    #expect(properties.monotonicity == nil && !properties.extrema.isEmpty)
  }

  @Test("Where no extremum is within 100 of 0, some beyond are told, and that there may be more")
  func beyond() throws {
    let properties = try Formula("sin(x / 100)").properties()
    #expect(properties.extrema.count == 6 && properties.mayHaveMoreExtrema)
    #expect(properties.extrema.allSatisfy { $0.x.magnitude < 1000 })
  }
}
