import CMPFR
import class Foundation.ProcessInfo
import TestSupport
import Testing

@testable import Activations

@Suite("Digits of any formula")
struct DigitOracleTests {
  /// How many formulas are drawn where ACTPLOT_DIGITS says so; all of them are compared then, and in
  /// other runs every fourth, for the time that 2,000 bits take.
  private static let wanted =
    ProcessInfo.processInfo.environment["ACTPLOT_DIGITS"].flatMap { Int($0) }

  @Test("Values and derivatives of drawn formulas are those that 2,000 bits give")
  func drawn() throws {
    var drawing = DrawnFormulas(seed: 17)
    var compared = 0, wrong: [String] = []
    var slowest = (time: Duration.zero, formula: "")
    let clock = ContinuousClock()
    let count = Self.wanted ?? 2000
    for round in 0..<count {
      let expression = drawing.next()
      let points = (0..<(Self.wanted == nil ? 1 : 2)).map { _ in drawing.point() }
      let formula = try Formula(
        expression, text: expression.plain, activation: nil, parameters: [:], constants: [:],
        definitions: [], convention: .torch, withRespectTo: nil)
      var samples: [[Double]] = []
      let time = try clock.measure {
        samples = try formula.samples(at: points, order: 2).derivatives
      }
      if time > slowest.time { slowest = (time, "\(expression.plain) at \(points)") }
      guard Self.wanted != nil || round.isMultiple(of: 4) else { continue }
      let plain = try ProgramBuilder.program(expression, usesIdentities: false)
      for (i, x) in points.enumerated() {
        for (order, truth) in Oracle.derivatives(of: plain, at: x, order: 2).enumerated() {
          guard let truth else { continue }
          compared += 1
          let value = samples[order][i]
          if ulps(value, from: truth) > 1 {
            wrong.append("\(expression.plain) at \(x), order \(order): \(value) not \(truth)")
          }
        }
      }
    }
    #expect(
      wrong.isEmpty, "\(wrong.count) of \(compared):\n\(wrong.prefix(20).joined(separator: "\n"))")
    #expect(compared > count / 2, "\(compared) were compared")
    if Self.wanted != nil { print("\(compared) compared; slowest \(slowest)") }
  }
}

/// Formulas as they are written, at 2,000 bits.
enum Oracle {
  /// What is known for sure; nothing at places where the function is divided by 0 or decides.
  static func derivatives(of program: Program, at x: Double, order: Int) -> [Double?] {
    BigFloat.withPrecision(2000) {
      mpfr_clear_flags()
      var block = JetBlock<Interval>(program: program, order: order, samples: 1)
      block.evaluate(at: CollectionOfOne(Interval(x)))
      return (0...order).map { k in
        let derivative = block.derivative(k, at: 0)
        let isOpen = block.doubts[0] || block.ties[0] || mpfr_divby0_p() != 0
        let isKnown = derivative.isSettled && !isOpen
        return isKnown ? derivative.double : nil
      }
    }
  }
}

/// Formulas as people write them, with more nesting; the same for the same seed.
private struct DrawnFormulas {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  private static let functions: [Primitive] = [
    .exp, .exp, .log, .tanh, .erf, .abs, .sqrt, .expm1, .log1p, .sin, .cos, .atan, .erfc,
    .normalCDF,
    .sinh, .cosh, .asinh,
  ]
  private static let numbers = [1, 2, 0.5, 3, 0.1, 10, 1.702, 1e-10]

  mutating func next() -> Expression { tree(height: 3 + below(4)) }

  private mutating func tree(height: Int) -> Expression {
    guard height > 1 else { return below(4) == 0 ? number() : .variable }
    switch below(12) {
    case 0...4:
      return .call(Self.functions[below(Self.functions.count)], [tree(height: height - 1)])
    case 5, 6: return .call(.add, pair(height))
    case 7: return .call(.subtract, pair(height))
    case 8: return .call(.multiply, pair(height))
    case 9: return .call(.divide, pair(height))
    case 10: return .call(below(2) == 0 ? .max : .min, pair(height))
    default:
      switch below(4) {
      case 0:
        return .call(
          .where,
          [.call(.less, pair(height - 1)), tree(height: height - 1), tree(height: height - 1)])
      case 1: return .call(.power, [tree(height: height - 1), .number(Double(2 + below(2)))])
      case 2:
        return .activation(
          ["sigmoid", "gelu", "softplus", "relu", "mish"][below(5)], tree(height: height - 1), [])
      default: return .call(.negate, [tree(height: height - 1)])
      }
    }
  }

  private mutating func pair(_ height: Int) -> [Expression] {
    let one = tree(height: height - 1), other = tree(height: 1 + below(max(1, height - 1)))
    return below(2) == 0 ? [one, other] : [other, one]
  }

  private mutating func number() -> Expression { .number(Self.numbers[below(Self.numbers.count)]) }

  private static let hostile = [
    0, 1, -1, 0.5, 2, 36, 40, -40, 300, 709.5, 746, -746, 1e-6, 2.2e-16, 1e-20, -1e-10, 1e-160,
    .leastNonzeroMagnitude,
    1e10, 1e100, -1e300, .pi, 1.0.nextUp, 1.0.nextDown, 20, -20, 1e3, 6, 27.5,
  ]

  /// Half of them ordinary.
  mutating func point() -> Double {
    guard below(2) == 0 else { return Self.hostile[below(Self.hostile.count)] }
    return Double.random(in: -8...8, using: &generator)
  }
}
