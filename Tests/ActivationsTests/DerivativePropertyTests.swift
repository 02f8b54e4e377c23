import TestSupport
import Testing

@testable import Activations

@Suite("What derivatives have in common")
struct DerivativePropertyTests {
  /// Points at a distance from the kinks of every row.
  private static let points = [
    -37.25, -21.5, -6.3, -2.7, -1.6, -0.7, -0.3, 0.3, 0.7, 1.6, 2.7, 5.3, 7.1, 21.5, 37.25,
  ]

  // MARK: Differences

  @Test(
    "Each derivative is the limit of differences of the one before",
    arguments: Activation.catalog.map(\.name)
  )
  func differences(name: String) throws {
    let orders = 0...4
    let series = try Series(of: name, order: orders.upperBound + 1)
    for x in Self.points {
      let derivatives = series.derivatives(at: Extended(x))
      for order in orders {
        let limit = Self.extrapolated { h in
          let ahead = series.derivatives(at: Extended(x) + h)[order]
          let behind = series.derivatives(at: Extended(x) - h)[order]
          return (ahead - behind) / h.scaled(by: 1)
        }
        let error = (derivatives[order + 1] - limit).magnitude.double
        // Of the 104 bits of the values, 13 go with the division by the smallest h; and the last
        // term of the extrapolation is a derivative of an order higher by 10 times 2^-115.
        let size = derivatives.map(\.magnitude.double).reduce(1e-30, max)
        #expect(
          error <= 1e-22 * size, "x = \(x), order \(order + 1): \(derivatives[order + 1].double)")
      }
    }
  }

  /// Romberg's extrapolation to h = 0 of a quantity whose error is a series in h².
  private static func extrapolated(_ quantity: (Extended) -> Extended) -> Extended {
    var row: [Extended] = []
    for level in 9...13 {
      var next = [quantity(Extended(1).scaled(by: -level))]
      var factor: Extended = 4
      for coarser in row {
        let finer = next[next.count - 1]
        next.append(finer + (finer - coarser) / (factor - 1))
        factor *= 4
      }
      row = next
    }
    return row[row.count - 1]
  }

  // MARK: Symmetry

  @Test("Derivatives of odd functions are even, and of even ones odd, in turn")
  func parity() throws {
    var count = 0
    for activation in Activation.catalog {
      let formula = try Formula(activation.name)
      guard let symmetry = formula.properties().symmetry else { continue }
      count += 1
      let right = try formula.samples(at: Self.points, order: 5)
      let left = try formula.samples(at: Self.points.map { -$0 }, order: 5)
      for order in 0...5 {
        let sign: Double = (symmetry == .even) == order.isMultiple(of: 2) ? 1 : -1
        for (i, x) in Self.points.enumerated() {
          let (one, other) = (left.derivatives[order][i], sign * right.derivatives[order][i])
          #expect(ulps(one, from: other) <= 1, "\(activation.name), order \(order), x = \(x)")
        }
      }
    }
    #expect(count > 20)
  }

  // MARK: The chain rule

  @Test("Compositions have the derivatives of the chain rule", arguments: [UInt64(1), 2])
  func chainRule(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let smooth = Activation.catalog.filter { $0.kinkConventions.isEmpty }.map(\.name)
    try #require(smooth.count > 40)
    for _ in 0..<150 {
      let outer = smooth[Int.random(in: 0..<smooth.count, using: &generator)]
      let inner = smooth[Int.random(in: 0..<smooth.count, using: &generator)]
      let x = Extended(Double.random(in: -5...5, using: &generator))
      let whole = try Series(of: "\(outer)(\(inner)(x))", order: 2).derivatives(at: x)
      let g = try Series(of: inner, order: 2).derivatives(at: x)
      let f = try Series(of: outer, order: 3).derivatives(at: g[0])

      let slope = f[1] * g[1], bend = f[2] * g[1] * g[1] + f[1] * g[2]
      // What the last of 96 bits of each part can change.
      let parts = [f[1], f[2] * g[0], f[2], f[3] * g[0], f[3]].map(\.magnitude.double).reduce(
        0, max)
      let factors = [g[1], g[1] * g[1], g[2]].map(\.magnitude.double).reduce(0, max)
      let allowance = 0x1p-90 * parts * factors
      let place = "\(outer)(\(inner)(x)) at \(x.double)"
      #expect((whole[0] - f[0]).magnitude <= f[0].magnitude * Extended(0x1p-90), "\(place)")
      #expect((whole[1] - slope).magnitude.double <= allowance, "\(place): \(slope.double)")
      #expect((whole[2] - bend).magnitude.double <= 4 * allowance, "\(place): \(bend.double)")
    }
  }

  @Test("Sums, products, quotients and choices have the derivatives of their rules")
  func rules() throws {
    let rules: [(String, ([Double], [Double]) -> [Double])] = [
      ("F + G", { f, g in [f[0] + g[0], f[1] + g[1], f[2] + g[2]] }),
      ("F - G", { f, g in [f[0] - g[0], f[1] - g[1], f[2] - g[2]] }),
      ("F * G", Self.product), ("F / (2 + G^2)", Self.quotient),
      ("max(F, G)", { f, g in f[0] > g[0] ? f : g }),
      ("where(F < G, F, G)", { f, g in f[0] < g[0] ? f : g }),
    ]
    for (f, g) in [("tanh(x)", "gelu(x)"), ("sin(x)", "exp(-x^2)"), ("x^3 - x", "softplus(x)")] {
      for x in [-2.7, -0.3, 0.4, 1.6] {
        let parts = (
          try derivatives(of: f, at: x, order: 2), try derivatives(of: g, at: x, order: 2)
        )
        for (template, rule) in rules {
          let text = template.replacing("F", with: "(\(f))").replacing("G", with: "(\(g))")
          let values = try derivatives(of: text, at: x, order: 2)
          for (value, truth) in zip(values, rule(parts.0, parts.1)) {
            #expect((value - truth).magnitude <= 1e-14 * max(1, truth.magnitude), "\(text) at \(x)")
          }
        }
      }
    }
  }

  private static func product(_ f: [Double], _ g: [Double]) -> [Double] {
    [f[0] * g[0], f[1] * g[0] + f[0] * g[1], f[2] * g[0] + 2 * f[1] * g[1] + f[0] * g[2]]
  }

  private static func quotient(_ f: [Double], _ g: [Double]) -> [Double] {
    let h = [2 + g[0] * g[0], 2 * g[0] * g[1], 2 * g[1] * g[1] + 2 * g[0] * g[2]]
    let first = (f[1] * h[0] - f[0] * h[1]) / (h[0] * h[0])
    return [f[0] / h[0], first, (f[2] - 2 * first * h[1] - f[0] / h[0] * h[2]) / h[0]]
  }
}

/// The derivatives of a formula before they are rounded.
private final class Series {
  private var block: JetBlock<Extended>

  init(of formula: String, order: Int) throws {
    block = JetBlock(program: try Formula(formula).program, order: order, samples: 1)
  }

  func derivatives(at x: Extended) -> [Extended] {
    block.evaluate(at: CollectionOfOne(x))
    return (0...block.order).map { block.derivative($0, at: 0) }
  }
}
