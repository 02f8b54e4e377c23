internal import Plotting

/// Something that a figure can be told: an option of the command line, a key of a spec file.
///
/// The table below is the only list of them. Help texts, the keys of a spec file and their JSON
/// Schema follow from it.
public struct Setting: Sendable {
  /// The word for it, as in `--font-size` and `font-size:`.
  public let name: String
  /// What its words look like.
  public let form: Form
  /// What it does, in a sentence or two.
  public let help: String
  /// What stands for the words in help texts, as in `A:B`; the name if `nil`.
  public let valueName: String?
  /// Tells a request, to which the settings that stand before it in the table have been applied.
  let apply: @Sendable (inout FigureRequest, [String]) throws -> Void

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
    /// Any number of names, each with one or several values with commas between, as `NAME=VALUES`.
    case assignments
  }

  init(
    _ name: String, _ form: Form, as valueName: String? = nil, _ help: String,
    apply: @escaping @Sendable (inout FigureRequest, [String]) throws -> Void = { _, _ in }
  ) {
    self.name = name
    self.form = form
    self.valueName = valueName
    self.help = help
    self.apply = apply
  }

  /// Every setting, in the order in which they are applied.
  public static let all = functions + output + axes + panels + look + explanations

  /// The setting of that name.
  public static func named(_ name: String) -> Setting? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}

extension Setting {
  /// Which curves a figure shows. They make the request, to which the others are applied.
  static let functions = [
    Setting(
      "functions", .several(partsJoinedBy: ""), as: "FUNCTION",
      "A name, which 'actplot list' shows, or a formula in x; several share the axes."),
    Setting(
      "family", .several(partsJoinedBy: ""), as: "NAME",
      "Plot this family of the catalogue, such as elu or sigmoid, or all of it; repeat for more."
    ) { $0.families = $1 },
    Setting("grad", .flag, "Plot the gradient, which is the derivative of order 1."),
    Setting("with-grad", .flag, "Plot each function and its gradient."),
    Setting(
      "order", .joined(by: ","), as: "N",
      "Plot the N-th derivative, or several, as in 0,1,2; 0 is the function itself."),
    Setting(
      "set", .assignments, as: "NAME=VALUES",
      "Set a parameter, as in alpha=0.1; several values, as in beta=0.5,1,2, make a family."),
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
      "wrt", .value, as: "NAME", "Differentiate with respect to this parameter. (default: x)"),
    Setting(
      "convention", .choice(FunctionSettings.conventions), as: "NAME",
      """
      Where frameworks disagree (a default, the slope at a kink) do as this one: torch, jax, keras, \
      tf, onnx or nnlib. (default: torch)
      """),
  ]

  /// What is written, apart from where.
  static let output = [
    Setting(
      "format", .several(partsJoinedBy: ""), as: "FORMAT",
      "The format, png, svg or pdf; repeat for several. (default: png and svg)"),
    Setting("dpi", .number, "Pixels to the inch of PNG images. (default: 100)") {
      $0.resolution = try Resolution($1.only)
    },
    Setting(
      "alt", .text, as: "TEXT",
      "What readers are told who do not see the figure. (default: the mathematics of the curves)"
    ) { $0.alternativeText = $1.only },
  ]
}

extension Resolution {
  /// Reads a number of pixels to the inch.
  init(_ text: String) throws {
    guard let dpi = Double(text) else {
      throw WordsError("\(quoted(text)) is not a number of dots to the inch, as in 300.")
    }
    try self.init(dpi: dpi)
  }
}
