extension Character {
  /// The character with doubled strokes, as in ℝ; `nil` if it is no Latin letter and no digit.
  var doubled: Character? {
    // These seven came to Unicode before the others, and elsewhere; so did those below.
    let early: [Character: Character] = [
      "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
    ]
    return early[self] ?? moved(capitals: 0x1d538, letters: 0x1d552, digits: 0x1d7d8)
  }

  /// The capital in handwriting, as in ℒ; `nil` if it is no Latin capital.
  var script: Character? {
    let early: [Character: Character] = [
      "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ",
    ]
    return early[self] ?? moved(capitals: 0x1d49c)
  }

  /// The character of another alphabet that begins there.
  private func moved(
    capitals: UInt32, letters: UInt32? = nil, digits: UInt32? = nil
  ) -> Character? {
    guard let value = asciiValue.map({ UInt32($0) }) else { return nil }
    let place: UInt32? =
      switch value {
      case 65...90: capitals + value - 65
      case 97...122: letters.map { $0 + value - 97 }
      case 48...57: digits.map { $0 + value - 48 }
      default: nil
      }
    return place.flatMap { Unicode.Scalar($0) }.map { Character($0) }
  }
}
