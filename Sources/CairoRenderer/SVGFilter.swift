internal import Glibc
internal import Wording

/// Makes of Cairo's SVG one that is the same on every run and can be read aloud.
///
/// Cairo numbers ids by a counter of the process, so the same figure differs from run to run and
/// two figures in one page collide. Ids become those of the figure: numbered in order of
/// appearance, behind a prefix made from a hash of everything that is drawn and said.
enum SVGFilter {
  static func filter(_ bytes: [UInt8], title: String, summary: String) -> [UInt8] {
    let (pieces, numbers) = split(bytes)
    let title = markup(title), summary = markup(summary)
    var hash = Hash()
    for (piece, number) in zip(pieces, numbers + [0]) {
      hash.add(piece)
      hash.add([UInt8(truncatingIfNeeded: number)])
    }
    hash.add(Array(title.utf8)[...])
    hash.add(Array(summary.utf8)[...])
    let prefix = "actplot-" + String(hash.value, radix: 36)

    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 512)
    for (index, piece) in pieces.enumerated() {
      output += piece
      if index < numbers.count { output += "\(prefix)-\(numbers[index])".utf8 }
    }
    return describe(output, prefix: prefix, title: title, summary: summary)
  }

  /// Cuts the document at every id: the text between ids, and the ids as numbers in the order of
  /// their first appearance.
  private static func split(_ bytes: [UInt8]) -> (pieces: [ArraySlice<UInt8>], numbers: [Int]) {
    var openings = [" id=\"", "=\"#", "url(#"].map { Opening($0, in: bytes, from: 0) }
    var pieces: [ArraySlice<UInt8>] = []
    var numbers: [Int] = []
    var known: [String: Int] = [:]
    var start = 0
    while let first = openings.compactMap(\.end).min() {
      let end = bytes[first...].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ")") }
      guard let end else { break }
      pieces.append(bytes[start..<first])
      let id = String(decoding: bytes[first..<end], as: UTF8.self)
      let number = known[id] ?? known.count + 1
      known[id] = number
      numbers.append(number)
      start = end
      for index in openings.indices { openings[index].advance(in: bytes, to: end) }
    }
    pieces.append(bytes[start...])
    return (pieces, numbers)
  }

  /// What stands before an id, looked for from one place to the next.
  private struct Opening {
    private let word: [UInt8]
    /// The end of the next one; `nil` if there are no more.
    private(set) var end: Int?

    init(_ word: String, in bytes: [UInt8], from start: Int) {
      self.word = Array(word.utf8)
      find(in: bytes, from: start)
    }

    mutating func advance(in bytes: [UInt8], to start: Int) {
      if let end, end - word.count < start { find(in: bytes, from: start) }
    }

    /// By the last byte of the word, which memchr finds fast in whatever way this is compiled.
    private mutating func find(in bytes: [UInt8], from start: Int) {
      end = bytes.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress, let last = word.last else { return nil }
        var place = start + word.count - 1
        while place < bytes.count,
          let found = memchr(base + place, CInt(last), bytes.count - place)
        {
          place = UnsafeRawPointer(found) - base + 1
          if memcmp(base + place - word.count, word, word.count) == 0 { return place }
        }
        return nil
      }
    }
  }

  /// Names the document for screen readers: role, title and description.
  private static func describe(
    _ bytes: [UInt8], prefix: String, title: String, summary: String
  ) -> [UInt8] {
    let tag = Array("<svg ".utf8)
    var position = 0
    while position < bytes.count, !bytes[position...].starts(with: tag) { position += 1 }
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: ">")) else { return bytes }
    let label = """
      role="img" aria-labelledby="\(prefix)-title \(prefix)-desc">
      <title id="\(prefix)-title">\(title)</title>
      <desc id="\(prefix)-desc">\(summary)</desc>
      """
    return Array(bytes[..<end]) + Array(" \(label)".utf8) + Array(bytes[(end + 1)...])
  }

  /// FNV-1a, 64 bits: spreads well enough to tell figures apart, and is the same everywhere, which
  /// Swift's own hashing is not.
  private struct Hash {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: ArraySlice<UInt8>) {
      bytes.withUnsafeBufferPointer { bytes in
        var index = 0
        while index < bytes.count {
          value = (value ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3
          index += 1
        }
      }
    }
  }
}
