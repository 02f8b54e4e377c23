import TestSupport

/// Changes inputs here and there. What it does follows from the seed of SplitMix64 alone.
struct Mutator {
  private var random: SplitMix64
  private let words: [[UInt8]]

  /// Longer inputs are cut.
  static let longest = 1 << 16

  /// Numbers at which arithmetic and limits have their edges.
  private static let numbers = [
    "0", "-0", "1", "-1", "1e-308", "1e308", "1e999", "-1e999", "nan", "inf", "9007199254740993",
    "2147483647", "2147483648", "4294967296", "9223372036854775807", "9223372036854775808",
    "-9223372036854775808", "1e19", "0.1", "00", "1.", ".5", "1e", "5e-324", "65536", "256",
  ].map { Array($0.utf8) }

  init(seed: UInt64, words: [String]) {
    random = SplitMix64(seed: seed)
    self.words = words.map { Array($0.utf8) }
  }

  /// One of the inputs.
  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.randomElement(using: &random)
  }

  /// An input with one to eight changes, some of them pieces of another one.
  mutating func mutated(_ input: [UInt8], with other: [UInt8]) -> [UInt8] {
    var bytes = input
    for _ in 0..<(1 << Int.random(in: 0...3, using: &random)) { change(&bytes, other) }
    return bytes.count > Self.longest ? Array(bytes.prefix(Self.longest)) : bytes
  }

  private mutating func change(_ bytes: inout [UInt8], _ other: [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let piece = place..<min(bytes.count, place + length())
    switch Int.random(in: 0..<12, using: &random) {
    case 0: bytes.removeSubrange(piece)
    case 1: bytes.insert(contentsOf: bytes[piece], at: place)
    case 2:
      // Again and again, which nests what nests.
      let times = Int.random(in: 2...300, using: &random)
      let most = Self.longest / max(1, piece.count)
      bytes.insert(
        contentsOf: repeatElement(bytes[piece], count: min(times, most)).joined(), at: place)
    case 3:
      guard place < bytes.count else { return }
      bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 4:
      guard place < bytes.count else { return }
      bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 5:
      bytes.insert(
        contentsOf: (0..<length()).map { _ in UInt8.random(in: 0x20...0x7e, using: &random) },
        at: place)
    case 6, 7:
      guard let word = pick(words) else { return }
      bytes.replaceSubrange(Bool.random(using: &random) ? piece : place..<place, with: word)
    case 8: replaceNumber(in: &bytes, from: place)
    case 9:
      let start = Int.random(in: 0...other.count, using: &random)
      let end = min(other.count, start + length() * 8)
      bytes.replaceSubrange(piece, with: other[start..<end])
    case 10:
      // Any character, as UTF-8.
      guard let scalar = Unicode.Scalar(UInt32.random(in: 0...0x2_ffff, using: &random)) else {
        return
      }
      bytes.insert(contentsOf: Array(String(scalar).utf8), at: place)
    default:
      let elsewhere = Int.random(in: 0...bytes.count, using: &random)
      let moved = Array(bytes[piece])
      bytes.insert(contentsOf: moved, at: elsewhere)
    }
  }

  /// Mostly short.
  private mutating func length() -> Int {
    Int.random(in: 1...(1 << Int.random(in: 0...7, using: &random)), using: &random)
  }

  private mutating func replaceNumber(in bytes: inout [UInt8], from place: Int) {
    func isPart(_ byte: UInt8) -> Bool {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: ".")
    }
    guard let start = bytes[place...].firstIndex(where: isPart), let number = pick(Self.numbers)
    else { return }
    let end = bytes[start...].firstIndex { !isPart($0) } ?? bytes.count
    bytes.replaceSubrange(start..<end, with: number)
  }
}
