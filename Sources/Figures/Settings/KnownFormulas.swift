internal import Activations
internal import Synchronization

/// The formulas that were read last. The figures of a book show the same few functions again and
/// again, and a formula that is known need not be compiled, nor be searched for its kinks.
enum KnownFormulas {
  /// Everything that decides a formula.
  struct Key: Equatable {
    let text: String
    let parameters: [String: Double]
    let constants: [String: Double]
    let definitions: [FunctionDefinition]
    let convention: Framework
    let wrt: String?
  }

  /// How many are kept, so that memory does not grow with the number of functions.
  private static let capacity = 64
  private static let known = Mutex<[(key: Key, formula: Formula)]>([])

  /// The formula of that key.
  ///
  /// - Throws: `FormulaError`, as `Formula` does.
  static func formula(_ key: Key) throws(FormulaError) -> Formula {
    let found = known.withLock { known in known.first { $0.key == key }?.formula }
    if let found { return found }
    let formula = try Formula(
      key.text, parameters: key.parameters, constants: key.constants,
      definitions: key.definitions, convention: key.convention, withRespectTo: key.wrt)
    known.withLock { known in
      if known.count >= capacity { known.removeAll(keepingCapacity: true) }
      known.append((key, formula))
    }
    return formula
  }
}
