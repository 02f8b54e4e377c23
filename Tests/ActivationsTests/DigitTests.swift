import Testing

@testable import Activations

@Suite("Digits that are proven")
struct DigitTests {
  @Test(
    "What cancels as it is written has every digit all the same",
    arguments: DigitReference.cancelling.indices)
  func cancelling(index: Int) throws {
    try check(DigitReference.cancelling[index])
  }

  @Test(
    "Where a formula has no value of its own, it has its limits",
    arguments: DigitReference.limits.indices)
  func limits(index: Int) throws {
    try check(DigitReference.limits[index])
  }

  private func check(_ row: DigitReference) throws {
    #expect(row.derivatives.allSatisfy { !$0.isNaN })
    let values = try derivatives(of: row.formula, at: row.x, order: row.derivatives.count - 1)
    for (order, (value, truth)) in zip(values, row.derivatives).enumerated() {
      #expect(
        ulps(value, from: truth) <= 1,
        "\(row.formula) at \(row.x), order \(order): \(value) instead of \(truth)")
    }
  }

  @Test("A value does not depend on how many were asked for before it")
  func independence() throws {
    let formula = try Formula("(sin(x)-x+x^3/6)/x^5")
    let x = [Double](repeating: 0x1p-1030, count: 8) + [1.58e-154]
    let together = try formula.samples(at: x, order: 1).derivatives
    let alone = try formula.samples(at: [1.58e-154], order: 1).derivatives
    #expect(Set(together[0]) == [1.0 / 120] && alone[0] == [1.0 / 120])
    #expect(together[1].last == alone[1][0] && Set(together[1].dropLast()).count == 1)
  }

  @Test("What is zero is zero")
  func zero() throws {
    for formula in [
      "sin(x)^2+cos(x)^2-1", "sigmoid(x)+sigmoid(-x)-1", "log(exp(x))-x",
    ] {
      let values = try derivatives(of: formula, at: 0.7, order: 2)
      #expect(values == [0, 0, 0], "\(formula)")
    }
    #expect(try derivatives(of: "sin(pi*x)", at: 1, order: 0) == [0])
    #expect(try derivatives(of: "max(sin(x)^2+cos(x)^2,1)", at: 0.7, order: 1) == [1, 0])
  }

  @Test("What is beyond all exponents is no infinity, and takes no longer")
  func beyondExponents() throws {
    for x in [1e9, 1e300] {
      #expect(try derivatives(of: "log(erfc(x))", at: x, order: 1).allSatisfy(\.isNaN))
      #expect(try derivatives(of: "log(normal_cdf(x))", at: x, order: 1) == [0, 0])
    }
  }

  @Test("Error functions, whose series take long, are not looked at with the most bits")
  func errorFunctions() throws {
    for name in ["erf", "erfc", "normal_cdf"] {
      let program = try Formula("\(name)(x) / (x - x)").program
      #expect(CloserLook(program: program, order: 0).isSlow)
      #expect(
        try derivatives(of: "\(name)(x) / (x - x)", at: 30, order: 2).allSatisfy { !$0.isFinite })
    }
  }

  @Test("A value keeps its digits where those of its slope are lost, as of too large an angle")
  func valueAlone() throws {
    let values = try derivatives(of: "x + cos(cosh(x))", at: 1e100, order: 1)
    #expect(values[0] == 1e100 && values[1].isNaN)
  }

  @Test(
    "By a parameter too",
    arguments: [(0, [2, 3]), (1e-20, [2, 3, 2.6666666666666665])] as [(Double, [Double])])
  func parameter(alpha: Double, truths: [Double]) throws {
    let formula = try Formula(
      "soft_exponential", parameters: ["alpha": alpha], withRespectTo: "alpha")
    let samples = try formula.samples(at: [2], order: truths.count - 1)
    for (order, truth) in truths.enumerated() {
      #expect(ulps(samples.derivatives[order][0], from: truth) <= 1, "\(order)")
    }
  }
}
