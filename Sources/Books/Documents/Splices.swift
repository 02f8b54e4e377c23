/// Texts in the place of parts of other bytes, so that all else stays as it was to the byte.
struct Splices {
  private var parts: [(range: Range<Int>, text: String)] = []

  /// Puts a text in the place of a part, which no other overlaps.
  mutating func replace(_ range: Range<Int>, by text: String) {
    parts.append((range, text))
  }

  /// The bytes of a range, with its parts replaced.
  func applied(to bytes: [UInt8], in whole: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(whole.count)
    var next = whole.lowerBound
    for (range, text) in parts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += bytes[next..<range.lowerBound]
      result += text.utf8
      next = range.upperBound
    }
    return result + bytes[next..<whole.upperBound]
  }
}
