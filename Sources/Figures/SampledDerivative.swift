internal import Activations

/// A derivative of a function at the points of a range, and the words for it.
struct SampledDerivative {
  let formula: Formula
  /// 0 is the function itself.
  let order: Int
  let x: [Double]
  let values: [Double]

  /// The function in the notation of mathematics: f(x), f′(x), f″(x), f⁽⁴⁾(x).
  var subject: String {
    guard let activation = formula.activation else {
      return order == 0 ? formula.label : derivative(of: "(\(formula.label))", "")
    }
    return derivative(of: activation.name, "(x)")
  }

  /// A function with the marks of its derivative: f″(x), or ∂²f(x)/∂α² by a parameter.
  func derivative(of symbol: String, _ argument: String) -> String {
    guard order > 0, let variable = formula.differentiationParameter else {
      let primes = ["", "\u{2032}", "\u{2033}", "\u{2034}"]
      let mark = order < primes.count ? primes[order] : "⁽\(String(order).superscript)⁾"
      return symbol + mark + argument
    }
    let power = order == 1 ? "" : String(order).superscript
    return "∂\(power)\(symbol)\(argument)/∂\(variable)\(power)"
  }

  /// What is sampled where, and between which values, in a sentence.
  func summary(in precision: Precision) -> String {
    /// A number in as few digits as tell it apart.
    func written(_ value: Double) -> String {
      let digits = precision == .float32 ? "\(Float(value))" : "\(value)"
      return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
    }
    let kind =
      switch order {
      case 0: formula.activation == nil ? "The function" : "The activation"
      case 1: "The first derivative, by automatic differentiation, of"
      default: "The derivative of order \(order), by automatic differentiation, of"
      }
    var extent = ""
    if let low = values.filter(\.isFinite).min(), let high = values.filter(\.isFinite).max() {
      extent = "; values from \(written(low)) to \(written(high))"
    }
    var definition = formula.label
    if let activation = formula.activation {
      let parameters = formula.openParameters.map { ", \($0.name) = \(written($0.value))" }
      definition = "\(activation.name)(x) = \(activation.definition)\(parameters.joined())"
    }
    let points = "\(x.count) points from x = \(written(x.first ?? 0)) to \(written(x.last ?? 0))"
    return "\(kind) \(definition) at \(points)\(extent)."
  }
}

extension String {
  /// A number in superscript digits.
  fileprivate var superscript: String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String(compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }
}
