internal import Wording

/// What a function is called where its text would say less.
struct GivenName: Sendable, Hashable {
  /// In words or letters, for texts.
  let plain: String
  /// In LaTeX, for mathematics mode; `nil` if the name is words.
  let latex: String?
}

extension Formula {
  /// The same function under another name, which legends, axes and descriptions then use.
  ///
  /// - Parameters:
  ///   - name: As texts have it, such as `σ∘σ`, or words such as `3 units`; empty for a curve that no
  ///     legend names.
  ///   - latex: The name in LaTeX for mathematics mode; `nil` if it is words.
  public func called(_ name: String, latex: String? = nil) -> Formula {
    var formula = self
    formula.givenName = GivenName(plain: name, latex: latex)
    return formula
  }
}

extension Formula {
  /// What the function is called: what `called(_:latex:)` says, or the name of the activation or the
  /// definition that the formula is; `nil` for any other formula.
  public var name: String? {
    givenName?.plain ?? activation?.name
      ?? (definitions.contains { $0.name == text } ? text : nil)
  }

  /// Whether `called(_:latex:)` says what it is called.
  package var hasGivenName: Bool { givenName != nil }

  /// Whether its name is words, which marks of derivatives cannot follow.
  package var isNamedByWords: Bool { givenName.map { $0.latex == nil } ?? false }

  /// The name in LaTeX for mathematics mode; `nil` if it has none or it is words.
  package var nameLaTeX: String? {
    if let givenName { return givenName.latex }
    return name.map { "\\mathrm{\($0.replacing("_", with: "\\_"))}" }
  }

  /// What tells the formula apart in a legend or a table: its name or text, and the parameters and
  /// constants in it that are set, as in `swish, beta = 0.5`.
  public var label: String {
    guard givenName?.plain != "" else { return "" }
    let values = ownValues.map { ", \($0.name) = \(plainNumeral($0.value))" }
    return (name ?? description) + values.joined()
  }

  /// The parameters and constants in the formula that are set.
  private var ownValues: [(name: String, value: Double)] {
    let set = openParameters.filter { parameters[$0.name] != nil }
    let used = constants.filter { expression.mentions($0.key) }.sorted { $0.key < $1.key }
    return set + used.map { (name: $0.key, value: $0.value) }
  }

  /// `label` with what is mathematics in it between dollar signs, in LaTeX: `swish, $\beta = 0.5$`,
  /// `$x\,\sigma(2x)$`.
  public var typesetLabel: String {
    guard givenName?.plain != "" else { return "" }
    return ([typesetName] + typesetValues).joined(separator: ", ")
  }

  /// What of `typesetLabel` the members of a family have in common.
  package var typesetName: String {
    givenName?.latex.map { "$\($0)$" } ?? name ?? "$\(latex)$"
  }

  /// The parameters and constants that are set, in mathematics: `$\beta = 0.5$`.
  package var typesetValues: [String] {
    ownValues.map { name, value in
      "$\(Expression.parameter(name).latex) = \(Expression.number(value).latex)$"
    }
  }
}
