internal import Activations
internal import Figures
internal import Wording

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
  init?(_ expression: PythonExpression, in environment: CellEnvironment) throws(NotRead) {
    guard case .call(let callee, let given) = expression, let name = callee.dottedName else {
      return nil
    }
    try environment.checkIsNotReplaced(name)
    let list: [PythonExpression.Argument]
    if name == CellPlotter.name {
      list = given
    } else if case .plotter(let plotter)? = environment.variable(name) {
      list = try plotter.arguments(for: given)
    } else {
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
    for parameter in ["fmts", "axes"] where !isEmpty(parameter) {
      throw NotRead("“\(parameter)” is not among the arguments that are read")
    }
    let (functions, orders, samples) = try curves(in: &environment)
    var settings = FigureSettings()
    settings["functions"] = functions
    switch orders {
    case [0]: break
    case [1]: settings["grad"] = []
    case [0, 1]: settings["with-grad"] = []
    default: settings["order"] = [orders.map(String.init).joined(separator: ",")]
    }
    let count = functions.count * orders.count
    if isEmpty("legend") {
      if count > 1 { settings["legend"] = ["none"] }
    } else {
      settings["label"] = try labels(ofCurves: count)
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
      throw NotRead("it is no figure (\(error.all[0]))")
    }
    return settings
  }

  /// Whether an argument is not given, or as good as not.
  private func isEmpty(_ name: String) -> Bool {
    switch arguments[name] {
    case nil: true
    case .sequence(let items)?: items.isEmpty
    default: false
    }
  }

  /// What the curves are called.
  private func labels(ofCurves count: Int) throws(NotRead) -> [String] {
    guard count > 1 else { throw NotRead("“legend” of a single curve is not among what is read") }
    guard case .sequence(let items)? = arguments["legend"], items.count == count else {
      throw NotRead("“legend” is not a text for each of the curves")
    }
    var labels: [String] = []
    for item in items {
      guard case .string(let text) = item else {
        throw NotRead("“legend” is not a text for each of the curves")
      }
      labels.append(try Self.drawable(text, "legend"))
    }
    return labels
  }

  /// What a figure shows: the functions, the orders of their derivatives, and where.
  private func curves(
    in environment: inout CellEnvironment
  ) throws(NotRead) -> (functions: [String], orders: [Int], CellSamples) {
    let y = try values("Y", in: &environment), x = try values("X", in: &environment)
    guard !y.isEmpty else { throw NotRead("its list of curves is empty") }
    guard case .samples(let samples)? = x.first else {
      throw NotRead("its first argument is not what arange makes")
    }
    guard x.allSatisfy({ $0 == .samples(samples) }), x.count == 1 || x.count == y.count else {
      throw NotRead("its curves do not share one first argument")
    }
    var functions: [String] = [], orders: [Int] = [], curves: [(String, Int)] = []
    for value in y {
      let function = try Self.function(value, at: samples)
      curves.append((function.formula.text, function.order))
      if !functions.contains(function.formula.text) { functions.append(function.formula.text) }
      if !orders.contains(function.order) { orders.append(function.order) }
    }
    let all = functions.flatMap { function in orders.map { (function, $0) } }
    guard curves.count == all.count, zip(curves, all).allSatisfy({ $0 == $1 }) else {
      throw NotRead("it shows one derivative of one function and another of another")
    }
    return (functions, orders, samples)
  }

  /// An argument as a list of values, which one alone need not be.
  private func values(
    _ name: String, in environment: inout CellEnvironment
  ) throws(NotRead) -> [CellValue] {
    guard let expression = arguments[name] else { throw NotRead("“\(name)” is not given") }
    let value = try environment.evaluate(expression)
    guard case .list(let values) = value else { return [value] }
    return values
  }

  private static func function(
    _ value: CellValue, at samples: CellSamples
  ) throws(NotRead) -> CellFunction {
    switch value {
    case .samples(let points) where points.id == samples.id:
      return CellFunction(formula: .variable)
    case .values(let function, let points) where points.id == samples.id: return function
    default:
      throw NotRead("its second argument is not made of its first by functions that are read")
    }
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
    return try Self.drawable(text, name)
  }

  /// A text, unless it has characters that no label shows.
  private static func drawable(_ text: String, _ name: String) throws(NotRead) -> String {
    guard !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      throw NotRead("“\(name)” has a line end or another control character in it")
    }
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
