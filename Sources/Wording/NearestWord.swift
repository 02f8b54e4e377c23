/// The word among `words` that a slip of the finger could have turned into `name`, if any.
package func nearest(to name: String, among words: [String]) -> String? {
  let key = name.lowercased()
  let distances = words.compactMap { word in
    slips(key, word.lowercased()).map { (word: word, distance: $0) }
  }
  return distances.min { $0.distance < $1.distance }?.word
}

/// The slips of the finger that lie between what is given and what was meant, if they are few for
/// so long a word: one up to four letters, two up to nine, three beyond, and one more where all the
/// letters are there and their order alone is not. Beside more than one the first letter and half
/// of what is given have to be right.
package func slips(_ given: String, _ meant: String) -> Int? {
  let length = meant.count, most = length < 5 ? 1 : length < 10 ? 2 : 3
  // A letter or two resemble anything.
  guard length > 2, abs(given.count - length) <= most else { return nil }
  let distance = editDistance(given, meant)
  let isReordered = distance == most + 1 && given.sorted() == meant.sorted()
  guard distance <= most || isReordered else { return nil }
  let isFar = distance > 1 && (given.first != meant.first || 2 * distance > given.count)
  return isFar ? nil : distance
}

/// The least number of insertions, deletions, substitutions and swaps of neighbours that turn
/// one word into the other (optimal string alignment distance).
///
/// Words beyond 60 characters are no slips of the finger and count as infinitely far apart, so
/// that the cost stays bounded for any input.
private func editDistance(_ first: String, _ second: String) -> Int {
  let a = Array(first), b = Array(second)
  guard a.count <= 60, b.count <= 60 else { return .max }
  var beforePrevious: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      let substitution = previous[j] + (a[i] == b[j] ? 0 : 1)
      var best = min(previous[j + 1] + 1, row[j] + 1, substitution)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        best = min(best, beforePrevious[j - 1] + 1)
      }
      row.append(best)
    }
    (beforePrevious, previous) = (previous, row)
  }
  return previous[b.count]
}
