import Goldens

/// PNG: what can be read is equal to itself, and differs from another one in both directions or in
/// none.
struct PNGTarget: FuzzTarget {
  static let name = "png"

  static var corpus: [[UInt8]] {
    get throws {
      try Fixtures.files(in: "GoldensTests/Fixtures/PNG", endingIn: ".png", upTo: 4000)
    }
  }

  static let words = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "iCCP", "sRGB", "cHRM", "tEXt", "zTXt", "iTXt",
    "pHYs", "sBIT", "bKGD", "hIST", "sPLT", "eXIf", "acTL", "fdAT", "\u{0}\u{0}\u{0}\u{0}",
    "\u{7f}\u{7f}\u{7f}\u{7f}",
  ]

  private let other: [UInt8]

  init() throws { other = try Self.corpus.first ?? [] }

  mutating func check(_ input: [UInt8]) throws -> String {
    try compared(input, other)
  }

  /// The check sums of the chunks put right, as far as there are chunks.
  static func repaired(_ input: [UInt8]) -> [UInt8] {
    var bytes = input
    var start = 8
    while start + 12 <= bytes.count {
      let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
      guard length <= bytes.count - start - 12 else { break }
      let sum = checkSum(of: bytes[start + 4..<start + 8 + length])
      for place in 0..<4 {
        bytes[start + 8 + length + place] = UInt8(
          truncatingIfNeeded: sum >> (24 - 8 * UInt32(place)))
      }
      start += length + 12
    }
    return bytes
  }

  /// CRC-32 as PNG has it.
  private static func checkSum(of bytes: ArraySlice<UInt8>) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xedb8_8320 : sum >> 1 }
    }
    return ~sum
  }
}

/// What comes of comparing an image with itself and, in both directions, with another one.
func compared(_ image: [UInt8], _ other: [UInt8]) throws -> String {
  /// `nil` if they could not be compared.
  func verdict(_ a: [UInt8], _ b: [UInt8]) throws -> (isEqual: Bool?, words: String) {
    do {
      let comparison = try Comparison(of: a, with: b)
      try require(
        comparison.isEqual == comparison.findings.isEmpty || comparison.type == .pdf,
        "Equal is \(comparison.isEqual), with \(comparison.findings).")
      try require((0...1).contains(comparison.severity), "The severity is \(comparison.severity).")
      if !comparison.isEqual { try report(comparison, a, b) }
      return (comparison.isEqual, comparison.isEqual ? "equal" : "changed")
    } catch let error as Violation {
      throw error
    } catch {
      return (nil, try sentence(of: error))
    }
  }
  func report(_ comparison: Comparison, _ a: [UInt8], _ b: [UInt8]) throws {
    let changed = Verdict(
      name: "a", state: .changed, comparison: comparison, expected: b, actual: a)
    let html = HTMLReport([changed], title: "t", tolerance: "").bytes
    try require(!html.isEmpty, "There is no report.")
  }
  // Another array of the same bytes, with nothing in common that could be noticed.
  let itself = try verdict(image, image)
  try require(itself.isEqual != false, "It is not equal to itself.")
  let (there, back) = (try verdict(image, other), try verdict(other, image))
  try require(
    there.isEqual == back.isEqual, "In one direction it is \(there), in the other \(back).")
  return itself.isEqual == nil ? itself.words : there.words
}
