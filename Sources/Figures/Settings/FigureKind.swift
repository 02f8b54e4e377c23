/// A kind of figure that words describe: which settings it has, and what they make.
///
/// A command of that name draws one, and so does an entry of a spec file that has its subject.
public struct FigureKind: Sendable {
  /// The command that draws it, as in `plot`.
  public let name: String
  /// What it is in sentences, as in `a network`.
  package let noun: String
  /// Its settings by what they are about, with the headings of help texts. The first of all is its
  /// subject, which words without an option say.
  package let tables: [(title: String, settings: [Setting])]
  /// Other settings of which one can stand in place of the subject.
  package let otherSubjects: [String]
  /// All its settings, in the order of its tables.
  public let settings: [Setting]
  /// Something that can be told what is common to all of its figures.
  private let usual: @Sendable () -> any DescribedDrawing
  private let drawing: @Sendable (FigureSettings) throws -> any DescribedDrawing
  private let check: @Sendable (any DescribedDrawing, FigureSettings) throws -> Void
  /// What of all that is said means nothing beside the rest, such as how axes are drawn of a diagram
  /// without any; each with the reason. Where it is a default of many figures it is left out.
  package let unused: @Sendable (FigureSettings) -> [SettingError]
  /// What is printed instead of drawing, on wish.
  package let printouts: [Printout]

  /// - Parameters:
  ///   - usual: Any drawing of the kind, to try the other settings on where what is drawn is wrong.
  ///   - drawing: Makes the drawing of the settings that say what is drawn; the others are applied to
  ///     it afterwards.
  ///   - check: Throws a `SettingError` where settings contradict each other.
  init(
    _ name: String, noun: String, tables: [(title: String, settings: [Setting])],
    otherSubjects: [String] = [],
    usual: @autoclosure @escaping @Sendable () -> any DescribedDrawing,
    printouts: [Printout] = [],
    drawing: @escaping @Sendable (FigureSettings) throws -> any DescribedDrawing,
    check: @escaping @Sendable (any DescribedDrawing, FigureSettings) throws -> Void = { _, _ in },
    unused: @escaping @Sendable (FigureSettings) -> [SettingError] = { _ in [] }
  ) {
    self.name = name
    self.noun = noun
    self.tables = tables
    self.otherSubjects = otherSubjects
    settings = tables.flatMap(\.settings)
    self.usual = usual
    self.drawing = drawing
    self.check = check
    self.unused = unused
    self.printouts = printouts
  }

  /// The numbers of a figure as text, which a flag asks for in place of the picture.
  package struct Printout: Sendable {
    /// The flag, which is no setting of a figure.
    package let setting: Setting
    /// - Throws: `SettingErrors`, `SettingError` or what computing throws.
    package let text: @Sendable (FigureSettings) throws -> String
  }

  /// Every kind; figures of which no subject is said are of the first.
  public static let all: [FigureKind] = [.plot, .chain, .fit, .gradients, .map, .network]

  /// Functions and their derivatives on axes.
  package static let plot = FigureKind(
    "plot", noun: "curves", tables: Setting.tables, otherSubjects: ["family"],
    usual: FigureRequest.usual
  ) { settings in
    try settings.curves()
  } check: { drawing, settings in
    try settings.checkCurves(of: drawing)
  }

  /// Functions that are applied one after the other.
  package static let chain = FigureKind(
    "chain", noun: "compositions", tables: Setting.chainTables, usual: FigureRequest.usual
  ) { settings in
    try settings.chain()
  } check: { drawing, settings in
    try settings.checkCurves(of: drawing)
  }

  /// Networks of one hidden layer that are close to a function.
  package static let fit = FigureKind(
    "fit", noun: "approximations", tables: Setting.fitTables, usual: FigureRequest.usual,
    printouts: [.weights]
  ) { settings in
    try settings.fit()
  } check: { drawing, settings in
    try settings.checkCurves(of: drawing)
  } unused: { settings in
    settings.unusedInFit
  }

  /// The gradients of deep networks, layer by layer.
  package static let gradients = FigureKind(
    "gradients", noun: "gradients of deep networks", tables: Setting.gradientTables,
    usual: DataFigure.usual
  ) { settings in
    try settings.gradients()
  }

  /// What functions of several numbers make of minibatches.
  package static let map = FigureKind(
    "map", noun: "maps of minibatches", tables: Setting.mapTables, usual: MapFigure.usual
  ) { settings in
    try settings.map()
  } unused: { settings in
    settings.unusedInMap
  }

  /// The kind of that name.
  public static func named(_ name: String) -> FigureKind? { all.first { $0.name == name } }

  /// The setting that says what is drawn.
  package var subject: Setting { tables[0].settings[0] }

  /// The names of settings of which one says what is drawn.
  package var subjects: [String] { [subject.name] + otherSubjects }

  /// Whether it has a setting of that name.
  package func has(_ name: String) -> Bool { settings.contains { $0.name == name } }

  /// Its setting of that name or spelling.
  package func setting(named name: String) -> Setting? {
    settings.first { $0.name == name || $0.spellings.contains(name) }
  }

  /// The drawing that the settings describe.
  ///
  /// - Throws: `SettingErrors`, all that is wrong.
  func drawing(_ all: FigureSettings) throws(SettingErrors) -> any DescribedDrawing {
    var errors: [SettingError] = []
    func note(_ error: any Error) {
      guard let error = error as? SettingError, !errors.contains(error) else { return }
      errors.append(error)
    }
    for name in all.names where !has(name) {
      note(SettingError(name, "It says nothing of \(noun); leave it out."))
    }
    unused(all).forEach(note)
    var made: (any DescribedDrawing)?
    do { made = try SettingError.naming(subject.name) { try self.drawing(all) } } catch {
      note(error)
    }
    // What is wrong with the other settings is said even of what cannot be read.
    var drawing = made ?? usual()
    for setting in settings {
      guard let words = all[setting.name] else { continue }
      do {
        try SettingError.naming(setting.name) { try setting.apply(&drawing, words, all) }
      } catch { note(error) }
    }
    if made != nil {
      do { try SettingError.naming(subject.name) { try check(drawing, all) } } catch { note(error) }
    }
    guard errors.isEmpty else { throw SettingErrors(all: errors) }
    return drawing
  }
}
