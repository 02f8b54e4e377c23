internal import Figures

/// The code cells of a chapter of Dive into Deep Learning, run line by line as far as its figures of
/// activations need it.
///
/// The same code stands in a cell for each framework, and each of them draws the same figures; the
/// cell that is first decides what a figure looks like.
struct ChapterCells {
  private let path: String
  /// The variables by framework.
  private var environments: [String: CellEnvironment] = [:]
  /// What the cells for all frameworks have set, for a framework that is met later.
  private var common = CellEnvironment()
  private var drawn: [DrawnFigure: [Drawn]] = [:]
  private var remarks = CellRemarks()

  /// What makes a figure the same in the cells of several frameworks.
  private struct DrawnFigure: Hashable {
    let functions: [String]?
    let grad: [String]?
    let order: [String]?

    init(_ settings: FigureSettings) {
      functions = settings["functions"]
      grad = settings["grad"]
      order = settings["order"]
    }
  }

  /// A figure, where it is drawn, and in which frameworks.
  private struct Drawn {
    let settings: FigureSettings
    let line: Int
    var frameworks: Set<String>
  }

  init(path: String) {
    self.path = path
  }

  /// Runs a cell and gives the figures that it draws first.
  mutating func run(_ cell: FencedBlock) -> [Reading] {
    let frameworks = cell.frameworks
    var readings: [Reading] = []
    var statements = PythonStatement.statements(of: cell.body, file: path)[...]
    var decorators: [PythonStatement] = []
    while let statement = statements.popFirst() {
      if statement.text.hasPrefix("@") {
        decorators.append(statement)
        continue
      }
      defer { decorators = [] }
      if statement.isCompound {
        let body = statements.prefix { $0.indentation > statement.indentation }
        statements = statements.dropFirst(body.count)
        skip(statement, body: Array(body), frameworks)
        if let decorator = decorators.first(where: { !$0.isKnownDecorator }) {
          forEach(frameworks) { $0.forgetDefinition(statement, by: decorator) }
        }
      } else if let name = statement.plotName {
        if let figure = plot(statement, by: name, frameworks) { readings.append(figure) }
      } else {
        forEach(frameworks) { $0.run(statement) }
      }
    }
    return readings
  }

  /// What is said of calls that were left alone, once of each kind.
  func finish() -> [Reading] { remarks.readings }

  /// Reads what has a body, of which only the names count that it gives to something.
  private mutating func skip(
    _ head: PythonStatement, body: [PythonStatement], _ frameworks: [String]?
  ) {
    forEach(frameworks) { $0.forgetChanges(by: head) }
    // What a function sets is its own.
    if let (name, value) = head.definition(body: body) {
      forEach(frameworks) { $0.variables[name] = value }
    }
    if head.firstWord == "def" {
      forEach(frameworks) { $0.noteDefinition(head, body: body) }
    }
    for statement in body {
      if head.firstWord != "def" { forEach(frameworks) { $0.forgetChanges(by: statement) } }
      guard statement.plotName == CellPlotter.name else { continue }
      remarks.add(
        statement, CellPlotter.name, "it stands in a loop, a function or the like")
    }
    guard head.firstWord != "def", let name = head.plotName else { return }
    remarks.add(head, name, "it stands in a loop, a function or the like")
  }

  private mutating func forEach(
    _ frameworks: [String]?, _ body: (inout CellEnvironment) -> Void
  ) {
    if frameworks == nil { body(&common) }
    for name in frameworks ?? environments.keys.sorted() {
      body(&environments[name, default: common])
    }
  }

  /// The figure of a call that plots in the first framework in which it can be read; none if it has
  /// been drawn.
  private mutating func plot(
    _ statement: PythonStatement, by name: String, _ frameworks: [String]?
  ) -> Reading? {
    guard let expression = PythonParser.parse(statement.text.drop { $0 == " " }.withoutSemicolon)
    else {
      forEach(frameworks) { $0.run(statement) }
      remarks.add(
        statement, name, "its arguments are more than names, calls and literals with arithmetic")
      return nil
    }
    var settings: FigureSettings?
    var reason: String?
    forEach(frameworks) { environment in
      guard settings == nil else { return }
      do {
        settings = try PlotCall(expression, in: environment)?.settings(in: &environment)
      } catch {
        reason = reason ?? (error as? NotRead)?.reason
      }
    }
    guard let settings else {
      forEach(frameworks) { $0.run(statement) }
      let usual =
        name == CellPlotter.name
        ? "it is not a statement of its own"
        : "those of d2l.plot are read, and of a plot or xyplot that the cells define"
      remarks.add(statement, name, reason ?? usual)
      return nil
    }
    return draw(settings, statement, by: name, Set(frameworks ?? ["all"]))
  }

  /// The figure, if it is not one that other frameworks have drawn.
  private mutating func draw(
    _ settings: FigureSettings, _ statement: PythonStatement, by name: String,
    _ frameworks: Set<String>
  ) -> Reading? {
    let figure = DrawnFigure(settings)
    var others = drawn[figure] ?? []
    if let index = others.firstIndex(where: { $0.settings.isSameFigure(as: settings) }) {
      others[index].frameworks.formUnion(frameworks)
      drawn[figure] = others
      return nil
    }
    // Within a framework it is another figure.
    if let other = others.first(where: { $0.frameworks.isDisjoint(with: frameworks) }) {
      remarks.add(
        statement, name, "line \(other.line) draws it with another range, size or label")
      return nil
    }
    others.append(
      Drawn(settings: settings, line: statement.place.line, frameworks: frameworks))
    drawn[figure] = others
    var entry = FigureEntry(name: nil, place: statement.place, settings: settings)
    entry.isOfCell = true
    return .figure(entry)
  }
}

extension FencedBlock {
  /// The frameworks whose code a cell is; `nil` for all of them.
  var frameworks: [String]? {
    let first = body.first { !$0.text.trimmed.isEmpty }?.text.trimmed ?? ""
    for directive in ["%%tab", "#@tab"] where first.hasPrefix(directive + " ") {
      let names = first.dropFirst(directive.count).split { ", ".contains($0) }.map(String.init)
      return names.contains("all") ? nil : names
    }
    // The book's first framework needs no word.
    return ["mxnet"]
  }
}

extension Substring {
  /// Without the semicolon that keeps a notebook from printing the value.
  fileprivate var withoutSemicolon: Substring { hasSuffix(";") ? dropLast() : self }
}

extension FigureSettings {
  /// Whether the figure is the same apart from the conventions of the framework that computes it.
  fileprivate func isSameFigure(as other: FigureSettings) -> Bool {
    var mine = self, others = other
    mine["convention"] = nil
    others["convention"] = nil
    return mine == others
  }
}
