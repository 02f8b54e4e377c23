extension CellEnvironment {
  /// Modules whose functions leave their arguments as they are, unless their names end in `_`.
  private static let pureModules: Set<String> = [
    "F", "ax", "axes", "d2l", "jax", "jnp", "keras", "math", "nn", "npx", "plt", "tf", "torch",
  ]
  /// Functions and methods that only look at what they are given.
  private static let pureNames: Set<String> = [
    "abs", "backward", "enumerate", "float", "format", "int", "isinstance", "len", "list", "max",
    "min", "plot", "print", "range", "repr", "round", "sorted", "str", "sum", "tuple", "type",
    "xyplot", "zip",
  ]
  /// Those that change what they are given, or are called on, although their names do not end in `_`.
  private static let changingNames: Set<String> = [
    "assign", "assign_add", "assign_sub", "copyto", "fill", "fill_diagonal", "itemset", "partition",
    "place", "put", "putmask", "resize", "set_data", "shuffle", "sort",
  ]
  /// Functions that may change every variable.
  private static let unforeseeable: Set<String> = [
    "delattr", "eval", "exec", "globals", "locals", "setattr", "vars",
  ]

  // MARK: What is not known any more

  /// What a statement may change that runs nobody knows how often is not known any more.
  mutating func forgetChanges(by statement: PythonStatement) {
    let before = self
    let words = PythonWord.words(of: statement.text)
    switch statement.firstWord {
    case "def", "class":
      if words.count > 1 { forget(words[1].root, in: statement) }
    case _ where statement.isCompound:
      let isHead = statement.text.hasSuffix(":")
      if statement.firstWord == "for" || !isHead {
        // The names that a loop gives stand before what it goes through.
        let given = isHead ? words.dropFirst().prefix { $0.path != "in" } : words.dropFirst()
        for word in given where word.root != "" { forgetShared(word.root, in: statement) }
      }
      noteChanges(by: statement.text, in: statement)
    default:
      if let target = statement.assignment?.target {
        for word in PythonWord.words(of: target) { forgetShared(word.root, in: statement) }
      }
      var trial = self
      trial.run(statement)
      for (name, value) in trial.variables where value != variables[name] {
        forget(name, in: statement)
      }
      replaced = trial.replaced
      // Gradients add up.
      for (id, value) in trial.gradients where value != before.gradients[id] {
        gradients[id] = .unknown(statement.quoted)
      }
    }
    guard case .call(.attribute(_, "backward"), _)? = PythonParser.parse(statement.text[...]) else {
      return
    }
    gradients = gradients.mapValues { _ in .unknown(statement.quoted) }
  }

  /// The names that an import gives are those of other values than before.
  mutating func takeImports(of statement: PythonStatement) {
    let words = PythonWord.words(of: statement.text)
    if statement.text.hasPrefix("from d2l"),
      words.last?.path == "plot" || words.contains(where: { $0.path == "plot" })
    {
      variables["plot"] = .plotter(.standard)
    }
    let isOfD2L = statement.text.hasPrefix("from d2l")
    for (index, word) in words.enumerated() where word.path != "as" {
      if isOfD2L, word.path == "plot" { continue }
      if variables[word.root] != nil { forget(word.root, in: statement) }
      // Another name for a function must not be taken for the function of that name.
      guard word.isBound, index >= 2, words[index - 2].last != word.path,
        (try? Self.function(named: word.path)) != nil
      else { continue }
      forget(word.path, in: statement)
    }
  }

  /// Whether a statement asks something of a list, as `y.append(…)` does, whatever it hands over.
  func changesList(_ statement: PythonStatement) -> Bool {
    let name = statement.firstWord
    guard case .list? = variables[String(name)] else { return false }
    return statement.text[name.endIndex...].hasPrefix(".")
  }

  mutating func forget(_ name: String, in statement: PythonStatement) {
    variables[name] = .unknown(statement.quoted)
  }

  /// A name is not known any more, nor are those of the same numbers.
  mutating func forgetShared(_ name: String, in statement: PythonStatement) {
    if let value = variables[name] { forget(sharing: value, in: statement) }
    forget(name, in: statement)
  }

  /// What holds the same numbers as a value is not known any more. As nobody keeps count of what is
  /// a copy, that is all that is equal.
  private mutating func forget(sharing value: CellValue, in statement: PythonStatement) {
    if case .list(let items) = value {
      for item in items { forget(sharing: item, in: statement) }
    }
    for (name, other) in variables where other.shares(with: value) { forget(name, in: statement) }
    for (id, other) in gradients where other.shares(with: value) {
      gradients[id] = .unknown(statement.quoted)
    }
  }

  private mutating func forgetEverything(in statement: PythonStatement) {
    for name in variables.keys { forget(name, in: statement) }
    gradients = gradients.mapValues { _ in .unknown(statement.quoted) }
  }

  /// What an expression stands for may have changed.
  mutating func forget(_ expression: PythonExpression, in statement: PythonStatement) {
    var trial = self
    if let value = try? trial.evaluate(expression) {
      forget(sharing: value, in: statement)
    } else {
      for name in expression.names where variables[name] != nil {
        forgetShared(name, in: statement)
      }
    }
  }

  /// The names in some code are not known any more, as far as they are variables.
  mutating func forgetWords(of text: some StringProtocol, in statement: PythonStatement) {
    for word in PythonWord.words(of: text) where variables[word.root] != nil && !word.isKeyword {
      forgetShared(word.root, in: statement)
    }
  }

  // MARK: What code changes

  /// What code that is not read as an expression may change.
  mutating func noteChanges(by text: some StringProtocol, in statement: PythonStatement) {
    let words = PythonWord.words(of: text)
    for word in words where word.isBound { forgetShared(word.root, in: statement) }
    noteCalls(words, in: statement)
    guard !words.allSatisfy(isPure) else { return }
    forgetWords(of: text, in: statement)
  }

  /// What calls of functions of the cells may change besides their arguments.
  private mutating func noteCalls(_ words: [PythonWord], in statement: PythonStatement) {
    if words.contains(where: { $0.isCalled && Self.unforeseeable.contains($0.path) }) {
      return forgetEverything(in: statement)
    }
    var seen: Set<String> = []
    var names = words.filter(\.isCalled).map(\.path)
    while let name = names.popLast() {
      guard let inner = changers[name], seen.insert(name).inserted else { continue }
      for name in inner where variables[name] != nil && changers[name] == nil {
        forgetShared(name, in: statement)
      }
      names += inner
    }
  }

  /// What an expression changes besides giving a value.
  mutating func noteChanges(by expression: PythonExpression, in statement: PythonStatement) {
    for part in expression.parts { noteChanges(by: part, in: statement) }
    guard case .call(let callee, let arguments) = expression else { return }
    if let path = callee.dottedName {
      noteCalls(
        [PythonWord(path: path, isCalled: true, isBound: false, isKeyword: false)], in: statement)
    }
    guard !isPure(expression, callee, arguments) else { return }
    for argument in arguments { forget(argument.value, in: statement) }
    if case .attribute(let base, _) = callee, base.root.map({ variables[$0] != nil }) ?? true {
      forget(base, in: statement)
    }
  }

  private func isPure(
    _ call: PythonExpression, _ callee: PythonExpression, _ arguments: [PythonExpression.Argument]
  ) -> Bool {
    let isInPlace = arguments.contains {
      $0.name == "out" || $0.name == "inplace" && $0.value.dottedName != "False"
    }
    guard !isInPlace else { return false }
    let path =
      callee.dottedName
      ?? { if case .attribute(_, let name) = callee { ".\(name)" } else { "" } }()
    let word = PythonWord(path: path, isCalled: true, isBound: false, isKeyword: false)
    // A gradient is set to zero in a way that is read.
    if word.last == "zero_", path.contains(".grad") { return true }
    guard !Self.isChanging(word.last), changers[path] == nil else { return false }
    var trial = self
    if (try? trial.evaluate(call)) != nil { return true }
    // The second argument of NumPy's functions may be where they write.
    return isPure(word) || ["np", "numpy"].contains(word.root) && arguments.count == 1
  }

  private static func isChanging(_ name: String) -> Bool {
    name.hasSuffix("_") && name != "requires_grad_" || changingNames.contains(name)
  }

  /// Whether a name in code changes nothing.
  private func isPure(_ word: PythonWord) -> Bool {
    if word.isKeyword { return word.path != "out" && word.path != "inplace" }
    guard word.isCalled else { return true }
    guard !Self.isChanging(word.last), changers[word.path] == nil else { return false }
    if pureDefinitions.contains(word.path) || Self.pureNames.contains(word.last) { return true }
    switch variables[word.root] {
    case .samples, .values, .sum, .tape, .scalar: return word.parts.count > 1
    case nil: return word.root.isEmpty && word.path != "" || Self.pureModules.contains(word.root)
    default: return false
    }
  }

  // MARK: Definitions

  /// A decorator may make anything of a function.
  mutating func forgetDefinition(_ head: PythonStatement, by decorator: PythonStatement) {
    guard let name = PythonWord.words(of: head.text).dropFirst().first?.path else { return }
    pureDefinitions.remove(name)
    forget(name, in: decorator)
  }

  /// Notes what a call of a function of the cells may change.
  mutating func noteDefinition(_ head: PythonStatement, body: [PythonStatement]) {
    guard let name = PythonWord.words(of: head.text).dropFirst().first?.path else { return }
    let inline = head.firstIndex(of: ":").map { head.text[head.text.index(after: $0)...] } ?? ""
    let lines = [head.part(inline)] + body
    let isPure = lines.allSatisfy { line in
      if ["global", "nonlocal", "del", "with", "import", "from"].contains(line.firstWord) {
        return false
      }
      let words = PythonWord.words(of: line.text)
      if let (target, _, isPlain) = line.assignment {
        guard isPlain, target.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" }) else {
          return false
        }
        // The target is no keyword of an argument.
        return words.dropFirst().allSatisfy(self.isPure)
      }
      return words.allSatisfy(self.isPure)
    }
    changers[name] = nil
    pureDefinitions.remove(name)
    if isPure {
      pureDefinitions.insert(name)
    } else {
      changers[name] = Set(lines.flatMap { PythonWord.words(of: $0.text).map(\.root) })
    }
  }
}

extension CellValue {
  /// Whether a change of the other's numbers may be one of this.
  fileprivate func shares(with other: CellValue) -> Bool {
    if case .list(let items) = self, items.contains(where: { $0.shares(with: other) }) {
      return true
    }
    switch (self, other) {
    case (.samples(let mine), .samples(let others)): return mine.id == others.id
    case (.values, .values), (.sum, .sum), (.list, .list): return self == other
    default: return false
    }
  }
}

extension PythonExpression {
  /// The expressions that it is made of.
  fileprivate var parts: [PythonExpression] {
    switch self {
    case .number, .string, .name, .lambda: []
    case .sequence(let items): items
    case .attribute(let base, _): [base]
    case .call(let callee, let arguments): [callee] + arguments.map(\.value)
    case .negated(let operand): [operand]
    case .binary(_, let left, let right): [left, right]
    }
  }

  /// The names in it.
  fileprivate var names: [String] {
    if case .name(let name) = self { [name] } else { parts.flatMap(\.names) }
  }
}
