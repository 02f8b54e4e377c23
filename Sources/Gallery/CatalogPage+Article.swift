internal import Activations
internal import Figures
internal import Files
internal import Wording

/// What the page says of one function.
extension CatalogPage {
  func add(_ entry: GalleryEntry, to html: inout Markup) {
    let activation = entry.report.activation
    let properties = GalleryProperty.allCases.filter { $0.holds(for: entry.report) }
    let names = activation?.names ?? [:]
    html.open(
      "article",
      [
        "id": entry.id, "class": "function", "aria-labelledby": "\(entry.id)-name",
        "data-family": activation?.family.rawValue ?? "",
        "data-properties": properties.map(\.rawValue).joined(separator: " "),
        "data-frameworks": Framework.allCases.filter { names[$0] != nil }.map(\.rawValue)
          .joined(separator: " "),
        "data-words": searched(entry),
      ], end: ">\n")
    addHeading(entry, to: &html)
    html.open("figure")
    html.raw(entry.figure)
    html.raw("</figure>\n")
    addReading(entry, to: &html)
    addFormulas(entry, to: &html)
    addFacts(entry, to: &html)
    addFrameworks(entry, to: &html)
    addCommands(entry, to: &html)
    addSource(entry, to: &html)
    html.close("article")
  }

  /// What a search looks into: English too, as readers of every language know its terms.
  private func searched(_ entry: GalleryEntry) -> String {
    guard let row = entry.report.activation else { return entry.formula.label.lowercased() }
    let own = [words.name(of: row.family), row.summaries[words.language]]
    let texts = [entry.formula.label, row.definition, row.summary, row.source]
    let names = row.names.values.flatMap { $0 }.sorted()
    let year = row.year.map { "\($0)" } ?? ""
    return (texts + (words.language == .en ? [] : own) + names + [year])
      .joined(separator: " ").lowercased()
  }

  private func addHeading(_ entry: GalleryEntry, to html: inout Markup) {
    html.raw("<div class=\"heading\">")
    html.open("h2", ["id": "\(entry.id)-name"])
    html.open("a", ["href": "#\(entry.id)"])
    html.text(entry.formula.label)
    html.raw("</a></h2>")
    if let family = entry.report.activation?.family {
      html.element("span", ["class": "family"], text: words.name(of: family))
    }
    if entries.count > 1 {
      html.open(
        "button",
        [
          "type": "button", "class": "script compare", "aria-pressed": "false",
          "aria-describedby": "\(entry.id)-name",
        ])
      html.text(words.compare)
      html.raw("</button>")
      html.open(
        "button",
        [
          "type": "button", "class": "script to-comparison", "hidden": "",
          "aria-label": words.toComparison, "title": words.toComparison,
        ])
      html.raw("↑</button>")
    }
    html.raw("</div>\n")
    if let activation = entry.report.activation {
      html.element("p", ["class": "summary"], text: "\(activation.summaries[words.language]).")
    }
  }

  /// What reads values off the figure and changes parameters.
  private func addReading(_ entry: GalleryEntry, to html: inout Markup) {
    html.open("div", ["class": "reading script"])
    html.open("label")
    html.element("span", text: words.readAt)
    html.open(
      "input",
      [
        "type": "range", "class": "at", "min": "0", "max": "\(GallerySamples.near.count - 1)",
        "value": "\(GallerySamples.near.count / 2)", "autocomplete": "off",
      ], end: ">")
    html.close("label")
    html.raw("<output></output></div>\n")
    for (index, variation) in entry.samples.variations.enumerated() {
      html.open("div", ["class": "variation script"])
      html.open("label")
      html.element("span", text: variation.parameter)
      html.open(
        "input",
        [
          "type": "range", "min": "0", "max": "\(variation.values.count - 1)",
          "value": "\(variation.usual)", "data-variation": "\(index)", "autocomplete": "off",
        ], end: ">")
      html.close("label")
      html.raw("<output></output></div>\n")
    }
    html.element("p", ["class": "note usual-note", "hidden": ""], text: words.usualNote)
  }

  // MARK: Formulas and facts

  private func addFormulas(_ entry: GalleryEntry, to html: inout Markup) {
    html.raw("<div class=\"formulas\">\n")
    let value =
      entry.report.activation?.mathML(in: words.language)
      ?? entry.formula.mathML(in: words.language)
    html.raw(Self.equation("<mi>f</mi>", value))
    if let derivative = entry.report.derivatives.first {
      if let mathML = derivative.mathML(in: words.language) {
        html.raw(
          Self.equation("<mrow><mi>f</mi><mo lspace=\"0\" rspace=\"0\">′</mo></mrow>", mathML))
      } else {
        html.element("p", text: "f′: \(words.tooLong)")
      }
      for exception in derivative.exceptions.prefix(3) {
        html.element(
          "p", ["class": "note"],
          text: words.exception(
            Description.written(exception.x), Description.written(exception.taken)))
      }
    }
    html.close("div")
  }

  /// A formula behind what it is the value of.
  private static func equation(_ subject: String, _ mathML: String) -> String {
    guard let start = mathML.firstIndex(of: ">"), let end = mathML.firstRange(of: "</math>") else {
      return mathML
    }
    let formula = mathML[mathML.index(after: start)..<end.lowerBound]
    return "<math displaystyle=\"true\"><mrow>\(subject)<mo stretchy=\"false\">(</mo><mi>x</mi>"
      + "<mo stretchy=\"false\">)</mo><mo>=</mo>"
      + "\(formula)</mrow></math>\n"
  }

  private func addFacts(_ entry: GalleryEntry, to html: inout Markup) {
    html.raw("<details class=\"facts\" open>")
    html.element("summary", text: words.facts)
    html.raw("<dl>\n")
    if let definition = entry.report.activation?.definition {
      html.element("dt", text: words.definition)
      html.raw("<dd>")
      html.element("code", text: definition)
      html.close("dd")
    }
    for row in GalleryFacts(entry.report, words).rows {
      html.element("dt", text: row.term)
      for line in row.lines { html.element("dd", text: line) }
    }
    html.raw("</dl>\n</details>\n")
  }

  // MARK: Frameworks, commands and source

  /// The names in each framework, and where defaults or the derivative at a kink differ.
  private func addFrameworks(_ entry: GalleryEntry, to html: inout Markup) {
    guard let activation = entry.report.activation, !activation.names.isEmpty else { return }
    let choices = entry.report.kinks.flatMap { report in
      report.choices.map { (x: report.kink.x, choice: $0) }
    }.filter { $0.choice.values.count > 1 }
    html.raw("<details class=\"frameworks\">")
    html.element("summary", text: words.frameworks)
    html.raw("<div class=\"wide\"><table><thead><tr>")
    html.element("th", ["scope": "col"], text: words.framework)
    html.element("th", ["scope": "col"], text: words.nameInFramework)
    let hasDefaults = !activation.defaults.isEmpty
    if hasDefaults { html.element("th", ["scope": "col"], text: words.defaults) }
    for choice in choices {
      html.element(
        "th", ["scope": "col"],
        text: words.derivative(choice.choice.order, at: Description.written(choice.x)))
    }
    html.raw("</tr></thead><tbody>\n")
    for framework in Framework.allCases {
      guard let names = activation.names[framework] else { continue }
      html.raw("<tr>")
      html.element("th", ["scope": "row"], text: framework.title)
      let meaning = activation.meanings[framework].map { "; \(words.means($0))" } ?? ""
      html.element("td", text: names.joined(separator: ", ") + meaning)
      if hasDefaults {
        html.element("td", text: Self.defaults(of: activation, in: framework))
      }
      for choice in choices {
        let value = choice.choice.values.first { $0.frameworks.contains(framework) }?.value
        html.element("td", text: value.map { Description.written($0) } ?? "–")
      }
      html.raw("</tr>\n")
    }
    html.raw("</tbody></table></div></details>\n")
  }

  private static func defaults(of activation: Activation, in framework: Framework) -> String {
    activation.parameters.map {
      "\($0.name) = \(activation.defaultValue(of: $0, in: framework))"
    }.joined(separator: ", ")
  }

  private func addCommands(_ entry: GalleryEntry, to html: inout Markup) {
    let formula = entry.formula, label = formula.label, words = words
    let isNamed =
      formula.parameters.isEmpty && formula.constants.isEmpty && formula.definitions.isEmpty
    let text = isNamed ? label : formula.standalone
    let literal = "\"\(backslashed(text, "\\\""))\""
    let isUsual = formula.convention == .torch
    let convention = formula.convention.rawValue
    html.raw("<details class=\"commands\">")
    html.element("summary", text: words.commands)
    let lines: [(language: String, code: (String) -> String, set: String)] = [
      (
        words.shell,
        {
          "actplot \(shellQuoted(text))\($0) --with-grad"
            + "\(isUsual ? "" : " --convention \(convention)") -o \(entry.id).svg"
        }, " --set {name}={value}"
      ),
      (
        "Swift",
        {
          "try FigureRequest([Formula(\(literal)\($0)"
            + "\(isUsual ? "" : ", convention: .\(convention)"))], orders: [0, 1]).render(as: .svg)"
        }, ", parameters: [\"{name}\": {value}]"
      ),
      (
        "Python",
        {
          "actplot.plot(\(literal)\($0), with_grad=True"
            + "\(isUsual ? "" : ", convention=\"\(convention)\"")).save(\"\(entry.id).svg\")"
        }, ", set={\"{name}\": {value}}"
      ),
    ]
    let isVaried = !entry.samples.variations.isEmpty
    for line in lines {
      html.addCode(
        line.language, line.code(""), copy: words.copy,
        varied: isVaried ? line.code(line.set) : nil)
    }
    let frame =
      "<iframe src=\"\(markup(fileName, isAttribute: true))#embed=\(entry.id)\" title=\""
      + markup(label, isAttribute: true) + "\" width=\"440\" height=\"640\"></iframe>"
    html.addCode(words.embed, frame, copy: words.copy)
    html.raw("</details>\n")
  }

  private func addSource(_ entry: GalleryEntry, to html: inout Markup) {
    guard let activation = entry.report.activation, !activation.source.isEmpty else { return }
    html.open("p", ["class": "source", "lang": "en"])
    html.text(activation.source)
    if let year = activation.year, !activation.source.contains("\(year)") {
      html.text(" (\(year))")
    }
    html.raw(" ")
    html.open(
      "a",
      [
        "href": SourceLink(activation).address, "rel": "noreferrer",
        "lang": words.language.rawValue,
      ])
    html.text(words.findSource)
    html.raw("</a>")
    html.close("p")
  }
}
