/// The space between neighbours: the table of TeX (The TeXbook, chapter 18), in mu.
enum MathSpacing {
  /// The space between an atom and the next; in scripts, some spaces are left out.
  static func mu(between left: MathClass, and right: MathClass, in style: MathStyle) -> Double {
    switch table[left.rawValue][right.rawValue] {
    case 1: 3
    case 2: style.isScript ? 0 : 3
    case 3: style.isScript ? 0 : 4
    case 4: style.isScript ? 0 : 5
    default: 0
    }
  }

  /// A row for each class on the left, a column for each on the right: 0 no space, 1 a thin one, 2 a
  /// thin one outside of scripts, 3 a medium and 4 a thick one outside of scripts.
  private static let table = [
    [0, 1, 3, 4, 0, 0, 0, 2],
    [1, 1, 0, 4, 0, 0, 0, 2],
    [3, 3, 0, 0, 3, 0, 0, 3],
    [4, 4, 0, 0, 4, 0, 0, 4],
    [0, 0, 0, 0, 0, 0, 0, 0],
    [0, 1, 3, 4, 0, 0, 0, 2],
    [2, 2, 0, 2, 2, 2, 2, 2],
    [2, 1, 3, 4, 2, 0, 2, 2],
  ]

  /// The classes of neighbours, with a sign that has no two quantities to stand between, as in −x,
  /// made an ordinary one.
  static func resolved(_ classes: [MathClass]) -> [MathClass] {
    var classes = classes
    for index in classes.indices {
      let previous = index > 0 ? classes[index - 1] : .opening
      switch classes[index] {
      case .binary:
        if [.binary, .operator, .relation, .opening, .punctuation].contains(previous) {
          classes[index] = .ordinary
        }
      case .relation, .closing, .punctuation:
        if previous == .binary { classes[index - 1] = .ordinary }
      default: break
      }
    }
    if let last = classes.indices.last, classes[last] == .binary { classes[last] = .ordinary }
    return classes
  }
}
