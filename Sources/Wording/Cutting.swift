extension StringProtocol {
  /// The text, or its start and an ellipsis if it has more characters than that: what fits into a
  /// sentence.
  package func shortened(to most: Int = 60) -> String {
    let end = index(startIndex, offsetBy: most, limitedBy: endIndex) ?? endIndex
    return end == endIndex ? String(self) : "\(self[..<end])…"
  }
}

extension BidirectionalCollection {
  /// What is left without the elements at both ends that are of a kind.
  package func trimming(while isOuter: (Element) -> Bool) -> SubSequence {
    let body = drop(while: isOuter)
    guard let last = body.lastIndex(where: { !isOuter($0) }) else { return body }
    return body[...last]
  }
}

/// The text without spaces at both ends.
package func trimmed(_ text: some StringProtocol) -> String {
  String(text.trimming(while: \.isWhitespace))
}
