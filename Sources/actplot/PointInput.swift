import Files
import Glibc
import Wording

/// Reads numbers from standard input, one a line, as they come.
///
/// Its memory does not grow with the input: a line that goes on for longer than a number can be is
/// an error before its end is reached.
struct PointInput {
  /// The exact decimal digits of a Double are some 1100 at most.
  private static let longestLine = 4096

  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var rest: [UInt8] = []
  private var line = 0
  private var isAtEnd = false
  private var failure: WordsError?

  /// Whether a person sits at the other end, who does not know that numbers are waited for.
  static var isTerminal: Bool { isatty(STDIN_FILENO) == 1 }

  /// The numbers of the lines that the next read completes, none perhaps; `nil` at the end.
  ///
  /// - Throws: `WordsError` for input that cannot be read and, once the numbers before it have
  ///   been returned, for a line that is no number.
  mutating func next() throws -> [Double]? {
    if let failure { throw failure }
    guard !isAtEnd else { return nil }
    let count = try read()
    isAtEnd = count == 0
    var numbers: [Double] = []
    do {
      try take(buffer[..<count], into: &numbers)
    } catch {
      guard let error = error as? WordsError, !numbers.isEmpty else { throw error }
      failure = error
    }
    return numbers
  }

  private mutating func read() throws -> Int {
    while true {
      let count = buffer.withUnsafeMutableBytes {
        Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count)
      }
      if count >= 0 { return count }
      if errno == EAGAIN {
        var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
        _ = poll(&ready, 1, -1)
      } else if errno != EINTR {
        throw WordsError(
          "Cannot read standard input: \(systemReason(errno)). Name the points with --at or"
            + " --range.")
      }
    }
  }

  private mutating func take(_ bytes: ArraySlice<UInt8>, into numbers: inout [Double]) throws {
    var bytes = bytes
    while let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
      try finishLine(with: bytes[..<end], into: &numbers)
      bytes = bytes[(end + 1)...]
    }
    try checkLength(adding: bytes)
    rest += bytes
    // The last line may lack its end.
    if isAtEnd, !rest.isEmpty { try finishLine(with: [], into: &numbers) }
  }

  private mutating func finishLine(
    with bytes: ArraySlice<UInt8>, into numbers: inout [Double]
  ) throws {
    try checkLength(adding: bytes)
    let text = String(decoding: rest.isEmpty ? bytes : rest + bytes, as: UTF8.self)
    rest.removeAll(keepingCapacity: true)
    line += 1
    // Files of some systems begin with a mark of their byte order.
    let body = trimmed(line == 1 && text.first == "\u{FEFF}" ? text.dropFirst() : text[...])
    guard !body.isEmpty else { return }
    do {
      numbers.append(try number(body, example: "one number on each line, as in -1.5"))
    } catch {
      throw WordsError("Line \(line) of standard input: \(error)")
    }
  }

  private func checkLength(adding bytes: ArraySlice<UInt8>) throws {
    guard rest.count + bytes.count > Self.longestLine else { return }
    throw WordsError(
      "Line \(line + 1) of standard input is longer than \(Self.longestLine) bytes;"
        + " write one number on each line.")
  }
}
