internal import Activations
internal import Files
package import Wording

/// A derivative as a formula, for people and for programs.
package struct DerivativeReport: Sendable {
  package let order: Int
  /// What it is a derivative of, and by what.
  private let subject: String
  private let variable: String
  /// The formula; `nil` if it is too long to be read.
  private let derivative: SymbolicDerivative?
  /// The kinks at which the formula's value is not the one that is taken.
  package let exceptions: [(x: Double, formula: Double, taken: Double)]
  private let convention: Framework

  init(_ formula: Formula, order: Int, kinks: [Kink]) {
    self.order = order
    convention = formula.convention
    variable = formula.differentiationParameter ?? "x"
    subject = SampledDerivative(formula: formula, order: order, x: [], values: []).plainSubject
    derivative = formula.symbolicDerivative(order: order)
    let places = kinks.filter { !$0.isSingular && !$0.isAlone }.map(\.x)
    guard let back = try? derivative?.formula(), let given = try? back.samples(at: places).values,
      let taken = try? formula.samples(at: places, order: order).derivatives[order]
    else {
      exceptions = []
      return
    }
    exceptions = zip(places, zip(given, taken)).compactMap { x, values in
      values.0 == values.1 || values.0.isNaN && values.1.isNaN ? nil : (x, values.0, values.1)
    }
  }

  /// The formula in MathML, with the words of that language; `nil` if it is too long to be read.
  package func mathML(in language: Language) -> String? { derivative?.mathML(in: language) }

  /// The formula behind what it is, and what is taken where it does not hold.
  var lines: [String] {
    guard let derivative else {
      return [
        "\(subject): longer than \(Formula.longestDerivative) parts, too long to be read; eval has its"
          + " values"
      ]
    }
    return ["\(subject) = \(derivative)"]
      + exceptions.map {
        "  at the kink x = \(shortNumeral($0.x)) this is \(shortNumeral($0.formula)), and"
          + " \(shortNumeral($0.taken)) is taken (\(convention.title))"
      }
  }

  var json: JSONText {
    .object([
      ("order", .integer(order)),
      ("variable", .text(variable)),
      ("formula", .optional(derivative?.description)),
      ("latex", .optional(derivative?.latex)),
      ("mathml", .optional(derivative?.mathML)),
      (
        "letters",
        .object(
          (derivative?.letters ?? [:]).sorted { $0.key < $1.key }.map {
            ($0.key, .number($0.value))
          })
      ),
      (
        "exceptions",
        .array(
          exceptions.map {
            .object([
              ("x", .number($0.x)), ("formula", .number($0.formula)), ("taken", .number($0.taken)),
            ])
          })
      ),
    ])
  }
}
