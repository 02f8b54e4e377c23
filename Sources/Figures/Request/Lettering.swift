internal import Activations
internal import Plotting
internal import Wording

/// How a figure writes what actplot itself calls curves and axes.
struct Lettering {
  let numbers: NumberStyle
  /// Whether x and f lean as they do in formulas.
  let leans: Bool

  /// A name in which what stands between dollar signs is mathematics.
  func written(_ name: String) -> String {
    let name = numbers.written(name)
    return leans ? Self.leaning(name) : name
  }

  /// The name with its single letters x and f in mathematics.
  private static func leaning(_ name: String) -> String {
    name.mathematicsAndWords.map { part, isMathematics in
      guard !isMathematics else { return "$\(part)$" }
      let letters = Array(part)
      return letters.indices.map { index in
        let letter = letters[index]
        let isAlone = ![index - 1, index + 1].contains {
          letters.indices.contains($0) && (letters[$0].isLetter || letters[$0] == "_")
        }
        return isAlone && "xf".contains(letter) ? "$\(letter)$" : String(letter)
      }.joined()
    }.joined()
  }
}

extension FigureRequest {
  /// As the formulas of the figure do, its names have a leaning x; where there is none an upright one, as
  /// the chapter's have.
  var lettering: Lettering {
    let given = [title, x.label, y.label, twin?.label].compactMap { $0 } + labels
    let leans =
      given.contains(where: \.hasLeaningX)
      || formulas.contains { $0.name == nil && $0.latex.isMathematicsOfX }
    return Lettering(numbers: look.numbers, leans: leans)
  }
}

extension String {
  /// The parts between dollar signs and the others, in order.
  fileprivate var mathematicsAndWords: [(part: String, isMathematics: Bool)] {
    split(separator: "$", omittingEmptySubsequences: false).enumerated().map { index, part in
      (String(part), !index.isMultiple(of: 2))
    }.filter { !$0.0.isEmpty }
  }

  /// Whether there is an x in its mathematics.
  fileprivate var hasLeaningX: Bool {
    contains("$") && mathematicsAndWords.contains { $0.isMathematics && $0.part.isMathematicsOfX }
  }

  /// Whether there is an x that is not part of a word, as in \\exp.
  fileprivate var isMathematicsOfX: Bool {
    let letters = Array(self)
    return letters.indices.contains { index in
      letters[index] == "x"
        && ![index - 1, index + 1].contains {
          letters.indices.contains($0) && letters[$0].isASCII && letters[$0].isLetter
        }
    }
  }
}
