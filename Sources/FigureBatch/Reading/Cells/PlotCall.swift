internal import Activations
internal import Figures

/// A call of `d2l.plot`, the plotting function of Dive into Deep Learning.
struct PlotCall {
  private let arguments: [String: PythonExpression]

  /// Its parameters, in their order.
  private static let parameters = [
    "X", "Y", "xlabel", "ylabel", "legend", "xlim", "ylim", "xscale", "yscale", "fmts", "figsize",
    "axes",
  ]
  /// The width and height that it draws at where none are said, in inches.
  private static let usualSize = (width: 3.5, height: 2.5)

  /// The call that is the expression; `nil` for other expressions.
  init?(_ expression: PythonExpression) throws(NotRead) {
    guard case .call(let callee, let list) = expression, callee.dottedName == "d2l.plot" else {
      return nil
    }
    var named: [String: PythonExpression] = [:]
    for (position, argument) in list.enumerated() {
      let parameter =
        argument.name ?? (position < Self.parameters.count ? Self.parameters[position] : "")
      guard Self.parameters.contains(parameter), named[parameter] == nil else {
        throw NotRead("d2l.plot has no place for argument \(position + 1)")
      }
      named[parameter] = argument.value
    }
    arguments = named.filter { $0.value.dottedName != "None" }
  }

  /// What the figure is told.
  func settings(in environment: inout CellEnvironment) throws(NotRead) -> FigureSettings {
    for parameter in ["legend", "fmts", "axes"] {
      if case .sequence(let items)? = arguments[parameter], items.isEmpty { continue }
      guard arguments[parameter] == nil else {
        throw NotRead("“\(parameter)” is not among the arguments that are read")
      }
    }
    let (function, samples) = try curve(in: &environment)
    var settings = FigureSettings()
    settings["functions"] = [function.name]
    switch function.order {
    case 0: break
    case 1: settings["grad"] = []
    default: settings["order"] = ["\(function.order)"]
    }
    settings["convention"] = Self.convention(of: samples.module)
    settings["precision"] = [samples.precision]
    settings["range"] = [
      [samples.lower, samples.upper, samples.step].map(numeral).joined(separator: ":")
    ]
    settings["size"] = [try size()]
    for name in ["xlabel", "ylabel"] { settings[name] = [try text(name) ?? ""] }
    for name in ["xscale", "yscale"] { settings[name] = try text(name).map { [$0] } }
    for name in ["xlim", "ylim"] {
      settings[name] = try pair(name).map { ["\(numeral($0)):\(numeral($1))"] }
    }
    do {
      _ = try settings.request()
    } catch {
      throw NotRead("it is no figure (\(error))")
    }
    return settings
  }

  /// What a figure of one curve shows.
  private func curve(
    in environment: inout CellEnvironment
  ) throws(NotRead) -> (CellFunction, CellSamples) {
    func only(_ name: String) throws(NotRead) -> PythonExpression {
      switch arguments[name] {
      case nil: throw NotRead("“\(name)” is not given")
      case .sequence(let items)?:
        guard let item = items.first, items.count == 1 else {
          throw NotRead("it shows \(items.count) curves, and one is read")
        }
        return item
      case let expression?: return expression
      }
    }
    let y = try environment.evaluate(only("Y"))
    guard case .samples(let samples) = try environment.evaluate(only("X")) else {
      throw NotRead("its first argument is not what arange makes")
    }
    guard case .values(let function, let points) = y, points.id == samples.id else {
      throw NotRead("its second argument is not an activation of its first or a gradient of one")
    }
    return (function, samples)
  }

  /// The framework whose conventions hold; PyTorch's if `nil`.
  private static func convention(of module: String) -> [String]? {
    switch module {
    case "jnp", "jax": ["jax"]
    case "tf": ["tf"]
    default: nil
    }
  }

  private func size() throws(NotRead) -> String {
    let (width, height) = try pair("figsize") ?? Self.usualSize
    return "\(shortNumeral(width))x\(shortNumeral(height))in"
  }

  private func text(_ name: String) throws(NotRead) -> String? {
    guard let argument = arguments[name] else { return nil }
    guard case .string(let text) = argument else { throw NotRead("“\(name)” is not a text") }
    return text
  }

  private func pair(_ name: String) throws(NotRead) -> (Double, Double)? {
    guard let argument = arguments[name] else { return nil }
    guard case .sequence(let items) = argument, items.count == 2,
      case .number(let first) = items[0], case .number(let second) = items[1]
    else { throw NotRead("“\(name)” is not a pair of numbers") }
    return (first, second)
  }
}
