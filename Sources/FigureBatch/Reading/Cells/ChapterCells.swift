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
  private var drawn: [DrawnFigure: (settings: FigureSettings, line: Int)] = [:]

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

  init(path: String) {
    self.path = path
  }

  /// Runs a cell and gives the figures that it draws first.
  mutating func run(_ cell: FencedBlock) -> [Reading] {
    let frameworks = cell.frameworks
    var readings: [Reading] = []
    var skipped: PythonStatement?
    for statement in PythonStatement.statements(of: cell.body, file: path) {
      if let head = skipped, statement.indentation > head.indentation {
        // What a function sets is its own.
        if head.firstWord != "def" { forEach(frameworks) { $0.forgetNames(of: statement) } }
        if statement.mentionsPlot {
          readings.append(remark(statement, "it stands in a loop, a function or the like"))
        }
        continue
      }
      skipped = statement.isCompound ? statement : nil
      if statement.isCompound {
        forEach(frameworks) { $0.forgetNames(of: statement) }
      }
      if statement.mentionsPlot {
        if let reading = plot(statement, frameworks) { readings.append(reading) }
      } else if !statement.isCompound {
        forEach(frameworks) { $0.run(statement) }
      }
    }
    return readings
  }

  private mutating func forEach(
    _ frameworks: [String]?, _ body: (inout CellEnvironment) -> Void
  ) {
    if frameworks == nil { body(&common) }
    for name in frameworks ?? environments.keys.sorted() {
      body(&environments[name, default: common])
    }
  }

  /// The figure of a call of `d2l.plot` in the first framework in which it can be read; none if it
  /// has been drawn.
  private mutating func plot(_ statement: PythonStatement, _ frameworks: [String]?) -> Reading? {
    guard let expression = PythonParser.parse(statement.text.drop { $0 == " " }.withoutSemicolon)
    else { return remark(statement, "its arguments are more than names, calls and literals") }
    var settings: FigureSettings?
    var reason: String?
    forEach(frameworks) { environment in
      guard settings == nil else { return }
      do {
        settings = try PlotCall(expression)?.settings(in: &environment)
      } catch {
        reason = reason ?? (error as? NotRead)?.reason
      }
    }
    guard let settings else {
      return remark(statement, reason ?? "it is not a statement of its own")
    }
    let figure = DrawnFigure(settings)
    guard let first = drawn[figure] else {
      drawn[figure] = (settings, statement.place.line)
      return .figure(FigureEntry(name: nil, place: statement.place, settings: settings))
    }
    return settings.isSameFigure(as: first.settings)
      ? nil : remark(statement, "line \(first.line) draws it with another range, size or label")
  }

  private func remark(_ statement: PythonStatement, _ reason: String) -> Reading {
    .remark(
      Problem(
        at: statement.place,
        "This call of d2l.plot is left alone: \(reason). An actplot block can describe its figure.",
        line: statement.line.shown))
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

extension PythonStatement {
  fileprivate var mentionsPlot: Bool { text.contains("d2l.plot(") }
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
