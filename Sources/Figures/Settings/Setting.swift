internal import Activations
internal import Plotting
internal import Wording

/// Something that can be set of a figure: an option of the command line, a key of a spec file.
///
/// The tables of these are the only list of them. Command line, help texts, completions, the keys of
/// a spec file and their JSON Schema follow from it.
public struct Setting: Sendable {
  /// The word for it, as in `--font-size` and `font-size:`.
  public let name: String
  /// What its words look like.
  public let form: Form
  /// What it does, in a sentence or two, without its default.
  public let summary: String
  /// What stands for the words in help texts, as in `A:B`; the name if `nil`.
  public let valueName: String?
  /// Other spellings, a letter among them for an option such as `-o`.
  package let spellings: [String]
  /// Words that completions offer for its values; any value may be others.
  package let choices: [String]
  /// Words for it that people try and that are none, for suggestions.
  let soughtAs: [String]
  /// Whether a word is the path of a file that decides the figure too.
  let namesFile: @Sendable (_ word: String) -> Bool
  /// What holds if nothing is said, in words; `nil` for what is then left out.
  private let usual: @Sendable () -> String?
  /// Gives a drawing of its kind the value that the words mean. Only what is said of other settings can
  /// be looked up in these, so that the order of the table means nothing.
  let apply:
    @Sendable (inout any DescribedDrawing, _ words: [String], _ all: FigureSettings) throws -> Void

  /// What the words of a setting look like.
  public enum Form: Sendable, Hashable {
    /// None: it is said or not.
    case flag
    /// Words for people.
    case text
    /// A number, or several with something between them.
    case number
    /// Words of a form that the help text shows.
    case value
    /// One of these words.
    case choice([String])
    /// One or several values joined by the separator.
    case joined(by: String)
    /// Any number of values; a value that has several parts joins them by the separator.
    case several(partsJoinedBy: String)
    /// Any number of functions; in a file each can come with the words of its own curve.
    case functions
    /// Any number of names, each with one or several values with commas between, as `NAME=VALUES`.
    case assignments
  }

  /// A setting that is read where it is used, such as what makes up the drawing, unless `apply` gives
  /// any drawing a value.
  init(
    _ name: String, _ form: Form, as valueName: String? = nil, _ summary: String,
    default usual: @autoclosure @escaping @Sendable () -> String? = nil, spellings: [String] = [],
    choices: [String] = [], soughtAs: [String] = [],
    namesFile: @escaping @Sendable (String) -> Bool = { _ in false },
    applyToAny apply:
      @escaping @Sendable (
        inout any DescribedDrawing, [String], FigureSettings
      ) throws -> Void = { _, _, _ in }
  ) {
    self.name = name
    self.form = form
    self.valueName = valueName
    self.summary = summary
    self.usual = usual
    self.spellings = spellings
    self.choices = if case .choice(let words) = form { words } else { choices }
    self.soughtAs = soughtAs
    self.namesFile = namesFile
    self.apply = apply
  }

  /// A setting that gives a drawing of one kind a value.
  init<Described: DescribedDrawing>(
    _ name: String, _ form: Form, as valueName: String? = nil, _ summary: String,
    default usual: @autoclosure @escaping @Sendable () -> String? = nil, spellings: [String] = [],
    choices: [String] = [], soughtAs: [String] = [],
    namesFile: @escaping @Sendable (String) -> Bool = { _ in false },
    apply: @escaping @Sendable (inout Described, [String], FigureSettings) throws -> Void
  ) {
    self.init(
      name, form, as: valueName, summary, default: usual(), spellings: spellings, choices: choices,
      soughtAs: soughtAs, namesFile: namesFile,
      applyToAny: { drawing, words, all in
        guard var described = drawing as? Described else { return }
        try apply(&described, words, all)
        drawing = described
      })
  }

  /// A setting of one value of a drawing of one kind.
  init<Described: DescribedDrawing, Value>(
    _ name: String, _ form: Form, as valueName: String? = nil, _ summary: String,
    default usual: @autoclosure @escaping @Sendable () -> String? = nil, choices: [String] = [],
    soughtAs: [String] = [], sets path: any WritableKeyPath<Described, Value> & Sendable,
    read: @escaping @Sendable (_ word: String, _ all: FigureSettings) throws -> Value
  ) {
    self.init(
      name, form, as: valueName, summary, default: usual(), choices: choices, soughtAs: soughtAs
    ) { (drawing: inout Described, words, all) in
      drawing[keyPath: path] = try read(words.only, all)
    }
  }

  /// A setting of one value that every drawing on axes has.
  init<Value>(
    _ name: String, _ form: Form, as valueName: String? = nil, _ summary: String,
    default usual: @autoclosure @escaping @Sendable () -> String? = nil, choices: [String] = [],
    soughtAs: [String] = [],
    setsOnAxes path: any WritableKeyPath<any AxesDrawing, Value> & Sendable,
    read: @escaping @Sendable (_ word: String, _ all: FigureSettings) throws -> Value
  ) {
    self.init(
      name, form, as: valueName, summary, default: usual(), choices: choices, soughtAs: soughtAs,
      applyToAny: { drawing, words, all in
        guard var axes = drawing as? any AxesDrawing else { return }
        axes[keyPath: path] = try read(words.only, all)
        drawing = axes
      })
  }

  /// A setting of one value that every drawing has.
  init<Value>(
    _ name: String, _ form: Form, as valueName: String? = nil, _ summary: String,
    default usual: @autoclosure @escaping @Sendable () -> String? = nil, choices: [String] = [],
    soughtAs: [String] = [], namesFile: @escaping @Sendable (String) -> Bool = { _ in false },
    setsOfAny path: any WritableKeyPath<any DescribedDrawing, Value> & Sendable,
    read: @escaping @Sendable (_ word: String, _ all: FigureSettings) throws -> Value
  ) {
    self.init(
      name, form, as: valueName, summary, default: usual(), choices: choices, soughtAs: soughtAs,
      namesFile: namesFile,
      applyToAny: { $0[keyPath: path] = try read($1.only, $2) })
  }

  /// A setting whose values are the cases of a type; its default is the one of a usual drawing.
  init<
    Described: DescribedDrawing, Value: CaseIterable & RawRepresentable<String> & SendableMetatype
  >(
    _ name: String, as valueName: String, _ summary: String,
    of usual: @autoclosure @escaping @Sendable () -> Described, soughtAs: [String] = [],
    sets path: any WritableKeyPath<Described, Value> & Sendable
  ) {
    self.init(
      name, .choice(words(Value.self)), as: valueName, summary,
      default: usual()[keyPath: path].rawValue, soughtAs: soughtAs, sets: path
    ) { word, _ in try oneOf(Value.self, word) }
  }

  /// A flag, which gives a drawing of one kind a value.
  init<Described: DescribedDrawing, Value: Sendable>(
    flag name: String, _ summary: String, soughtAs: [String] = [],
    sets path: any WritableKeyPath<Described, Value> & Sendable, to value: Value
  ) {
    self.init(name, .flag, summary, soughtAs: soughtAs) { (drawing: inout Described, _, _) in
      drawing[keyPath: path] = value
    }
  }

  /// What it does, and what holds if nothing is said.
  public var help: String { usual().map { "\(summary) (default: \($0))" } ?? summary }

  /// Every setting of a figure of any kind, each name once.
  public static let all = {
    var names: Set<String> = []
    return FigureKind.all.flatMap(\.settings).filter { names.insert($0.name).inserted }
  }()

  /// Every setting of a figure of curves by what it is about, with the headings of help texts.
  static let tables = [
    (title: "FUNCTIONS", settings: functions), (title: "OUTPUT", settings: output),
    (title: "SAMPLES", settings: samples),
    (title: "AXES AND LEGEND", settings: [formulaTitle] + axes + twin),
    (title: "CURVES", settings: curves),
    (title: "PANELS", settings: panels), (title: "LOOK", settings: look),
    (title: "EXPLANATIONS", settings: explanations),
  ]

  /// The setting of that name or spelling, among those of figures of any kind.
  public static func named(_ name: String) -> Setting? { byName[name] }

  private static let byName = Dictionary(
    all.flatMap { setting in ([setting.name] + setting.spellings).map { ($0, setting) } }
  ) { first, _ in first }
}

extension FigureRequest {
  /// What a request has of which nothing is said, whatever its functions.
  static let usual: FigureRequest = {
    guard let identity = try? Formula("x") else { preconditionFailure("x is a formula") }
    return FigureRequest([identity])
  }()
}

extension Setting {
  /// Which curves a figure shows. They make the request, to which the others are applied.
  static let functions = [
    Setting(
      "functions", .functions, as: "FUNCTION",
      "A name, which 'actplot list' shows, or a formula in x; several share the axes.",
      spellings: ["function"], soughtAs: ["formula", "activation"]),
    Setting(
      "family", .several(partsJoinedBy: ""), as: "NAME",
      "Plot this family of the catalogue, such as elu or sigmoid, or all of it; repeat for more.",
      choices: words(Activation.Family.self) + ["all"]
    ) { (request: inout FigureRequest, words, _) in request.families = words },
    Setting(
      "grad", .flag, "Plot the gradient, which is the derivative of order 1.",
      soughtAs: ["gradient", "derivative", "diff"]),
    Setting("with-grad", .flag, "Plot each function and its gradient."),
    Setting(
      "order", .joined(by: ","), as: "N",
      "Plot the N-th derivative, or several, as in 0,1,2; 0 is the function itself.",
      default: "0", spellings: ["orders"]),
    Setting(
      "set", .assignments, as: "NAME=VALUES",
      "Set a parameter, as in alpha=0.1; several values, as in beta=0.5,1,2, make a family.",
      soughtAs: ["param", "parameter"]),
    Setting(
      "let", .assignments, as: "NAME=VALUE",
      "Name a constant that formulas can use, as in a=0.3."),
    Setting(
      "define", .assignments, as: "NAME(x, …)=FORMULA",
      """
      Define a function that formulas can use, as in "bump(x, w=1) = exp(-(x / w)^2)"; after x come \
      parameters with their usual values.
      """),
    Setting(
      "wrt", .value, as: "NAME", "Differentiate with respect to this parameter.",
      default: "x"),
    Setting(
      "convention", .choice(FunctionSettings.conventions), as: "NAME",
      """
      Where frameworks disagree (a default, the slope at a kink) do as this one: torch, jax, keras, \
      tf, onnx or nnlib.
      """, default: Framework.torch.rawValue, soughtAs: ["framework"]),
  ]

  /// What is written of a figure of any kind, apart from where.
  static let output = [
    Setting(
      "format", .several(partsJoinedBy: ""), as: "FORMAT",
      "The format, \(alternatives(words(ImageFormat.self))); several with commas, or repeat.",
      default: ImageFormat.standard.map(\.rawValue).joined(separator: " and "),
      choices: words(ImageFormat.self)),
    Setting(
      "dpi", .number, as: "N", "Pixels to the inch of PNG images.",
      default: shortNumeral(Resolution.chapter.dpi), soughtAs: ["resolution", "ppi"],
      setsOfAny: \.resolution
    ) { word, _ in try Resolution(word) },
    Setting(
      "alt", .text, as: "TEXT",
      "What readers are told who do not see the figure.",
      default: "what it shows", soughtAs: ["description", "desc"],
      setsOfAny: \.alternativeText
    ) { word, _ in word },
    Setting(
      "lang", .choice(words(Language.self)), as: "LANG",
      "The language of what actplot itself says in the figure and in its description: en or ko.",
      default: Language.en.rawValue, soughtAs: ["language", "locale"], setsOfAny: \.language
    ) { word, _ in try oneOf(Language.self, word) },
  ]
}

extension Setting {
  /// Where the files of one figure go, which a command line says beside what it shows.
  package static let files = [
    Setting(
      "output", .several(partsJoinedBy: ""), as: "FILE",
      "Write this file, its format by its extension; repeat for more. - is standard output.",
      spellings: ["o"], soughtAs: ["out", "file", "save", "savefig"]),
    Setting(
      "output-dir", .value, as: "FOLDER", "Write into this folder, which is made if missing.",
      default: standardFolder, soughtAs: ["outdir", "dir", "folder"]),
    Setting(
      "show", .flag,
      """
      Draw in the terminal, as a picture or in characters; files are written only if they are named.
      """, soughtAs: ["display", "preview", "terminal", "ascii", "text"]),
    Setting(
      "quiet", .flag, "Do not print the paths of what is written.", spellings: ["q"],
      soughtAs: ["silent"]),
  ]

  /// The folder for figures where none is named.
  package static let standardFolder = "output"
  /// The folder for figures of a document, beside that.
  package static let documentFolder = "figures"

  /// What a line in Markdown says of its figure beside what it shows.
  package static let entry = [
    Setting("name", .text, as: "TEXT", "What the figure's files are called, without extension."),
    Setting("caption", .text, as: "TEXT", "The words below the figure."),
  ]
}
