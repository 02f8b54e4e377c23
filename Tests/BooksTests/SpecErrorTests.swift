import Books
import Testing

/// Every mistake is a sentence at its line and column, and all of them come in one run.
@Suite struct SpecErrorTests {
  /// A text, and how each of its problems begins or what words it has in it.
  static let mistakes: [(String, [(place: String, words: [String])])] = [
    // Keys.
    (
      "figures:\n  a: {functions: relu, rnage: 1}",
      [("2:24", ["“rnage” is no setting", "did you mean “range”?"])]
    ),
    ("figures:\n  a: {functions: relu, qqqqqqq: 1}", [("2:24", ["“qqqqqqq”", "--schema"])]),
    ("figures:\n  a: {functions: relu, name: b}", [("2:24", ["before the colon"])]),
    (
      "figures: {a: {functions: relu, order: 1, orders: 2}}",
      [("1:42", ["“orders”", "another word"])]
    ),
    ("defaults: {caption: c}\nfigures: {relu: }", [("1:12", ["“caption” belongs to a figure"])]),
    ("stiles: {}\nfigures: {relu: }", [("1:1", ["“stiles” is no key", "did you mean “styles”?"])]),
    ("zzz: {}\nfigures: {relu: }", [("1:1", ["figures, defaults, styles, output, define or let"])]),
    ("range: 1\nfigures: {relu: }", [("1:1", ["“range” is a setting of figures", "“defaults:”"])]),
    ("defaults: {}", [("1:1", ["no figures", "“figures:”"])]),
    ("rnage: 8", [("1:1", ["did you mean “range”?"])]),
    (
      "figures: {relu: {[a, b]: 1, {c: d}: 2}}",
      [("1:18", ["A key is a word"]), ("1:29", ["A key is a word"])]
    ),
    ("figures:\n  ? [a]\n  : {}\n  relu:", [("2:5", ["A key is a word"])]),
    ("figures:\n  <<: {a: }\n  relu:", [("2:3", ["“<<” merges settings"])]),
    ("figures: {relu: {<<: 3}}", [("1:22", ["“<<” merges mappings", "a single value"])]),
    // Functions with what their curves are called.
    (
      "figures: {a: {functions: [{function: relu, colr: red}]}}",
      [("1:44", ["“colr” is nothing that a function can have", "“color”"])]
    ),
    ("figures: {a: {functions: [{label: ReLU}]}}", [("1:27", ["says no function"])]),
    (
      "figures: {a: {functions: [{function: relu, label: ReLU}, gelu]}}",
      [("1:27", ["label and some have none"])]
    ),
    (
      "figures: {a: {color: red, functions: [{function: relu, color: navy}]}}",
      [("1:27", ["“color” is said of the functions and of the figure"])]
    ),
    (
      "figures: {a: {functions: [{function: [relu]}]}}",
      [("1:38", ["“function” is one value"])]
    ),
    // Duplicates.
    (
      "figures:\n  relu:\n  gelu:\n  relu: {dpi: 1}",
      [("4:3", ["“relu” is said a second time, after line 2"])]
    ),
    ("figures:\n  relu:\n    dpi: 1\n    dpi: 2", [("4:5", ["“dpi”", "after line 3"])]),
    ("defaults: {}\nfigures: {relu: }\ndefaults: {}", [("3:1", ["“defaults”", "after line 1"])]),
    ("figures: {relu: }\nfigures: {gelu: }", [("2:1", ["“figures”", "after line 1"])]),
    // Kinds of values.
    (
      "figures: {a: {functions: relu, title: [b, c]}}",
      [("1:39", ["“title” is one value", "a list"])]
    ),
    (
      "figures: {a: {functions: relu, size: {w: 1}}}",
      [("1:38", ["“size” is one value", "a mapping"])]
    ),
    (
      "figures: {a: {functions: relu, grad: yes}}",
      [("1:38", ["“grad” is true or false", "“yes”"])]
    ),
    (
      "figures: {a: {functions: relu, grad: 'true'}}",
      [("1:38", ["“grad” is true or false", "“true”"])]
    ),
    (
      "figures: {a: {functions: relu, grad: }}", [("1:38", ["“grad” is true or false", "nothing"])]
    ),
    (
      "figures: {a: {functions: [[relu]]}}",
      [("1:27", ["“functions” has a single value", "a list"])]
    ),
    ("figures: {a: {functions: {relu: 1}}}", [("1:26", ["“functions”", "a mapping"])]),
    (
      "figures: {a: {functions: relu, order: [0, [1]]}}",
      [("1:43", ["“order” are single ones", "a list"])]
    ),
    ("figures: {a: {functions: relu, order: []}}", [("1:39", ["empty", "“order”"])]),
    (
      "figures: {a: {functions: relu, tangent: [1, ]}, b: {functions: [~]}}",
      [("1:65", ["nothing"])]
    ),
    ("figures: {a: {functions: swish, set: {beta: }}}", [("1:39", ["“beta” is given no value"])]),
    (
      "figures: {a: {functions: swish, set: [beta=1, beta=2]}}",
      [("1:47", ["“beta” is given twice"])]
    ),
    ("figures: {a: {functions: f, define: {f(x, a=1): x}}}", [("1:38", ["in quotes"])]),
    ("figures: {a: relu}", [("1:14", ["Settings are a mapping", "a single value"])]),
    ("figures: {a: {functions: relu, caption: [b]}}", [("1:41", ["“caption” is one value"])]),
    ("figures: 3", [("1:10", ["Figures are a mapping"])]),
    ("figures:", [("1:9", ["no figures yet"])]),
    ("output: [a]\nfigures: {relu: }", [("1:9", ["path of a folder"])]),
    ("styles: [a]\nfigures: {relu: }", [("1:9", ["Styles are a mapping"])]),
    ("- relu", [("1:1", ["“figures:”", "a list"])]),
    ("", [("1:1", ["nothing here"])]), ("# words\n---\n", [("3:1", ["nothing here"])]),
    // Names.
    ("figures: {'': {functions: relu}}", [("1:11", ["name is empty"])]),
    ("figures: [{name: '', functions: relu}]", [("1:18", ["name is empty"])]),
    (
      "figures: {gleu: , relu-grad: {grad: true}}",
      [
        ("1:11", ["“gleu” has nothing to plot", "did you mean “gelu”?"]), ("1:19", ["“relu-grad”"]),
      ]
    ),
    // Styles.
    (
      "styles: {wide: }\nfigures: {relu: {style: wdie}}",
      [("2:25", ["no style “wdie”", "did you mean “wide”?"])]
    ),
    ("figures: {relu: {style: wide}}", [("1:25", ["no style “wide”", "“styles”"])]),
    ("figures: {relu: {style: [[a]]}}", [("1:26", ["A style is a name", "a list"])]),
    (
      "styles: {a: {style: b}, b: {style: a}}\nfigures: {relu: {style: b}}",
      [("1:36", ["“a” → “b” → “a”"])]
    ),
    ("styles: {a: {style: a}}\nfigures: {relu: }", [("1:21", ["“a” → “a”"])]),
    (
      "styles: {a: {dpy: 1}}\nfigures: {relu: {style: a}, gelu: {dpj: 1, style: a}}",
      [("1:14", ["“dpy”", "“dpi”"]), ("2:36", ["“dpj”"])]
    ),
    ("defaults: {style: a}\nfigures: {relu: }", [("1:19", ["no style “a”"])]),
    // Tags, anchors, documents, syntax.
    (
      "figures: {a: {functions: relu, title: !!python/object:os.system x}}",
      [("1:39", ["“tag:yaml.org,2002:python/object:os.system” means nothing"])]
    ),
    ("figures: {a: {functions: relu, title: !!str x}}", [("1:39", ["tag", "! in quotes"])]),
    (
      "figures: {a: {functions: relu, title: *words}}",
      [("1:39", ["no anchor “&words”", "* in quotes"])]
    ),
    ("figures: {a: &x {title: *x}}", [("1:25", ["no anchor “&x”"])]),
    ("figures: {relu: }\n---\nfigures: {gelu: }", [("2:1", ["second document"])]),
    ("figures:\n  relu: {title: a: b}", [("2:18", ["not YAML", "bracket that opens in line 2"])]),
    ("figures:\n  relu:\n    title: a: b", [("3:13", ["not YAML", "“: ” in it goes in quotes"])]),
    ("figures:\n\trelu:", [("2:1", ["not YAML", "tab"])]),
    ("figures:\n  relu: {title: @x}", [("2:17", ["not YAML", "goes in quotes"])]),
    ("figures:\n  relu: {title: 'x}", [("2:20", ["not YAML", "quotes that open in line 2"])]),
    ("figures: {relu: [\n", [("2:1", ["not YAML"])]),
    ("figures:\n  relu:\n gelu:", [("3:2", ["not YAML", "one column"])]),
    ("%TAG ! tag:x,2000:\n---\nfigures: {relu: }", [("1:1", ["%TAG"])]),
    // Characters.
    ("figures: {relu: {title: \"a\\0b\"}}", [("1:25", ["U+0000"])]),
    (
      "figures:\n  relu: {title: \"가 \\ud83d\\uDE00\"}",
      [("2:20", ["“\\ud83d\\uDE00” is one character in halves", "“😀” itself, or \\U0001f600."])]
    ),
    ("figures: {relu: {title: \"\\ud83d x\"}}", [("1:26", ["“\\ud83d” stands for no character"])]),
    ("figures: {relu: {title: \"\\ude00\\ud83d\"}}", [("1:26", ["“\\ude00” stands for no"])]),
    ("figures: {relu: {title: \"\\ud83d\\u0041\"}}", [("1:26", ["“\\ud83d” stands for no"])]),
    ("figures: {relu: {title: \"\\U00110000\"}}", [("1:26", ["“\\U00110000” stands for no"])]),
    ("figures:\n  relu: {title: a\u{0}b}", [("2:18", ["U+0000", "take it out."])]),
    ("figures:\n  relu: {title: 가\u{7}b}", [("2:18", ["U+0007", "\\u0007"])]),
    ("figures:\n  relu: {title: a\u{2028}b}", [("2:18", ["U+2028"])]),
    ("figures:\n  relu: {title: a\u{85}b}", [("2:18", ["U+0085"])]),
    ("figures:\n  relu: {title: a\u{FEFF}b}", [("2:18", ["U+FEFF"])]),
    // Columns count characters, of Korean in either form of Unicode.
    ("figures:\n  활성화: {title: 시그모이드, rnage: 1, functions: relu}", [("2:23", ["“rnage”"])]),
    ("figures: {relu: {title: \u{1112}\u{1161}\u{11AB}, rnage: 1}}", [("1:28", ["“rnage”"])]),
    ("\u{FEFF}rnage: 8", [("1:1", ["“rnage”"])]),
    ("a: 1\r\nrnage: 8\r\n", [("1:1", ["“a”"]), ("2:1", ["“rnage”"])]),
  ]

  @Test(arguments: mistakes)
  func aMistakeIsToldAtItsPlace(_ text: String, _ problems: [(place: String, words: [String])]) {
    let reading = SpecReading(text)
    #expect(reading.messages.count == problems.count, "\(reading.messages)")
    for (message, problem) in zip(reading.messages, problems) {
      #expect(message.hasPrefix("\(problem.place): "), "\(message)")
      for word in problem.words { #expect(message.contains(word)) }
      let end = message.last
      #expect(end == "." || end == "?")
    }
  }

  @Test func allMistakesComeInOneRunWithTheirLines() {
    let reading = SpecReading(
      """
      defaults: {dpy: 1}
      figures:
        a: {functions: relu, rnage: 1, szie: 1}
        b: {functions: relu}
        c: {functions: [relu], titel: x}
      """)
    #expect(
      reading.problems.map(\.place.description)
        == ["book.yaml:1:12", "book.yaml:3:24", "book.yaml:3:34", "book.yaml:5:26"])
    // With broken defaults no figure is what its author wants.
    #expect(reading.lines == [])
    #expect(reading.problems.last?.line == "  c: {functions: [relu], titel: x}")
  }

  @Test func whatIsRightIsReadBesideWhatIsWrong() {
    let reading = SpecReading("figures: {relu: {dpy: 1}, gelu: , elu: {style: none}, selu: }")
    #expect(reading.lines == ["gelu: functions=gelu", "selu: functions=selu"])
    #expect(reading.problems.count == 2)
  }

  @Test func invalidUTF8IsToldAtItsPlace() {
    let start = Array("figures:\n  한: {title: 글".utf8)
    for (bytes, place, words) in [
      (start + [0xFF] + Array("}".utf8), "2:15", "0xFF"),
      (start + [0xED, 0xA0, 0x80], "2:15", "0xED"),
      (start + [0xEA, 0xB0], "2:15", "0xEA"), ([0xFF, 0xFE, 0x61, 0], "1:1", "UTF-16"),
    ] {
      let reading = SpecReading(SpecFile(bytes, path: "book.yaml"))
      #expect(reading.messages.count == 1)
      #expect(reading.messages.first?.hasPrefix("\(place): ") == true)
      #expect(reading.messages.first?.contains(words) == true)
    }
  }
}
