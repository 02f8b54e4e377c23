import Figures
import Foundation
import Testing

/// Options of the command line, all of which are rows of the table of settings.
@Suite struct SettingTests {
  @Test(arguments: ["sheet"] + FigureKind.all.map(\.name))
  func helpManualAndCompletionsHaveEverySetting(_ name: String) throws {
    let actplot = try Actplot()
    let help = try actplot.run(name, "--help").text
    let manual = try actplot.run("manual").text
    let options = try actplot.run("complete", "--bare", name, "--").text.split(separator: "\n")
    let kind = FigureKind.named(name) ?? .plot
    for setting in kind.settings.dropFirst() {
      #expect(help.contains("--\(setting.name)"))
      #expect(manual.contains("\\-\\-\(setting.name.replacing("-", with: "\\-"))"))
      #expect(options.contains("--\(setting.name)"))
    }
    let words = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for setting in kind.settings { #expect(words.contains(setting.help), "\(setting.name)") }
    #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  /// Words, and what is written: the words of functions, or a part of the error.
  static let lines: [([String], [String])] = [
    (["--grad", "relu"], ["f.svg"]), (["--", "-x"], ["f.svg"]), (["-x"], ["f.svg"]),
    (["-sin(x)", "--range", "-1:1"], ["f.svg"]), (["relu", "--range=-1:1"], ["f.svg"]),
    (["relu", "--title", "--", "--ylabel", "-y-"], ["f.svg"]), (["-1"], ["f.svg"]),
    (["relu", "--colour", "red"], ["“--colour”", "--color"]),
    (["relu", "--width", "3.4in"], ["“--width”", "--size"]),
    (["relu", "--derivative"], ["“--derivative”", "--grad"]),
    (["relu", "--rnage", "0:1"], ["“--rnage”", "--range"]),
    (["--list"], ["“--list”", "'actplot list'"]), (["chaptr"], ["“chaptr”", "'actplot chapter'"]),
    (["relu", "--range"], ["--range", "A:B[:STEP]"]),
    (["relu", "--range", "--grad"], ["--range", "A:B[:STEP]"]),
    (["relu", "--grad=yes"], ["--grad", "=yes"]), (["relu", "-z"], ["“-z”"]),
    (["swish(beta=2)"], ["beta: 2"]),
    (["relu", "--range", "0:1", "--range", "0:2"], ["--range", "twice", "0:2"]),
    (["relu", "--order", "1", "--orders", "0"], ["--order", "twice"]),
    (["relu", "--output-dir", "d"], ["--output-dir", "--output"]),
    (["plot", "relu", "--theme", "foo"], ["--theme"]),
    (
      ["relu", "--range", "8:-8", "--dpi", "0", "--yscale", "lg"], ["--range", "--dpi", "--yscale"]
    ),
  ]

  @Test(arguments: lines)
  func wordsOfTheCommandLine(_ words: [String], _ expected: [String]) throws {
    let actplot = try Actplot()
    let result = try actplot.run(
      words.contains("--") ? ["-o", "f.svg"] + words : words + ["-o", "f.svg"])
    let isWrong = expected != ["f.svg"]
    #expect(result.status == (isWrong ? 64 : 0), "\(result.error)")
    for word in expected { #expect((isWrong ? result.error : result.text).contains(word)) }
    #expect(try actplot.files() == (isWrong ? [] : ["f.svg"]))
  }

  @Test func severalFormatsAndFormulasFromStandardInput() throws {
    let actplot = try Actplot()
    let formats = try actplot.run("relu", "--format", "png, svg", "--format", "svg")
    #expect(formats.text == "output/relu.png\noutput/relu.svg\n", "\(formats.error)")
    let piped = try actplot.shell(
      "printf '# two\\n-x^2\\n\\ntanh\\n' | actplot - --grad -o piped.svg && actplot -x^2 tanh --grad -o own.svg"
    )
    #expect(piped.status == 0, "\(piped.error)")
    #expect(try actplot.bytes("piped.svg") == actplot.bytes("own.svg"))
    let empty = try actplot.shell("actplot - < /dev/null")
    #expect(empty.status == 64 && empty.error.contains("no formula"))
    let batch = try actplot.shell(
      "printf 'gelu:\\n  grad: true\\n' | sed '1i figures:' | sed '2,$s/^/  /' | actplot batch - --format svg"
    )
    #expect(batch.text.contains("output/gelu.svg"), "\(batch.error)")
  }

  /// Each shell, and what in it completes a line.
  static let shells: [(String, String)] = [
    (
      "bash",
      """
      source <(actplot completions bash); complete -p actplot >/dev/null
      try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _actplot; printf '%s\n' "${COMPREPLY[@]}"; }
      """
    ),
    (
      "zsh -f",
      """
      autoload -Uz compinit; compinit -u -D; source <(actplot completions zsh)
      [[ ${_comps[actplot]} = _actplot ]] || exit 1
      _describe() { print -l -- ${${(P)2}%%:*}; }; _files() { :; }
      try() { words=("$@"); CURRENT=$#; _actplot; }
      """
    ),
    (
      "fish --no-config",
      """
      actplot completions fish | source
      function try; complete -C (string join ' ' -- $argv) | string replace -r '\t.*' ''; end
      """
    ),
  ]

  @Test(arguments: shells)
  func shellsCompleteWords(_ shell: String, _ start: String) throws {
    let actplot = try Actplot()
    let script = "\(start)\ntry actplot relu --theme d; try actplot golden ch; try actplot gelu_"
    let result = try actplot.shell("\(shell) <<'END'\n\(script)\nEND\n")
    let words = result.text.split(separator: "\n")
    #expect(words == ["dark", "check", "gelu_tanh"], "\(shell): \(result.error)")
  }

  @Test func curvesHaveTheNamesThatTheyAreGiven() throws {
    let actplot = try Actplot()
    let named = ["sigmoid", "--with-grad", "-o", "f.svg", "--label", "squashed"]
    let both = try actplot.run(named + ["--label", "its slope"])
    #expect(both.status == 0, "\(both.error)")
    let one = try actplot.run(named)
    #expect(one.status == 64 && one.error.contains("There are 2 curves, and words for 1"))
    // The label of a lone curve is that of its axis.
    let lone = try actplot.run(["relu", "--label", "ReLU", "-o", "-", "--format", "svg"])
    #expect(lone.status == 0, "\(lone.error)")
    #expect(lone.text.contains("class=\"axis-label y\" aria-label=\"ReLU\""))
    let panels = ["relu", "gelu", "--layout", "row", "--label", "a", "--label", "b"]
    let result = try actplot.run(panels + ["-o", "f.svg"])
    #expect(result.status == 64 && result.error.contains("panels are named by their functions"))
  }

  @Test func definedFunctionsHaveTheirNames() throws {
    let actplot = try Actplot()
    let definition = "bump(x, w=1) = exp(-(x / w)^2)"
    let result = try actplot.run(
      "bump", "--define", definition, "--set", "w=1,2", "-o", "f.svg")
    #expect(result.status == 0, "\(result.error)")
    let svg = String(decoding: try actplot.bytes("f.svg"), as: UTF8.self)
    #expect(svg.contains("bump, w = 2"))
    let values = try actplot.run(
      "eval", "bump(x, w: 2)", "--define", definition, "--at", "0,2", "--order", "1")
    #expect(values.text.contains("0.36787944117144233"))
    let wrong = try actplot.run("bump", "--define", "relu(x) = x")
    #expect(wrong.status == 64 && wrong.error.contains("--define: “relu” has a meaning"))
  }

  @Test func sheetsShowFamilies() throws {
    let actplot = try Actplot()
    let result = try actplot.run("sheet", "--family", "sigmoid", "--grad", "--format", "svg")
    #expect(result.text == "output/sigmoid-family-grad.svg\n", "\(result.error)")
    let svg = String(decoding: try actplot.bytes("output/sigmoid-family-grad.svg"), as: UTF8.self)
    #expect(svg.contains("sigmoid") && svg.contains("gompertz"))
    let both = try actplot.run("sheet", "relu", "--family", "linear", "-o", "two.svg")
    #expect(both.status == 0, "\(both.error)")
    let unknown = try actplot.run("sheet", "--family", "sigmoids")
    #expect(unknown.status == 64 && unknown.error.contains("“sigmoids”"))
    #expect(try actplot.run("sheet", "-o", "all.png").status == 0)
  }
}
