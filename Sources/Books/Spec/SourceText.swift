/// The text of a spec file, or of a block in another file, with its lines and places.
///
/// Lines end with LF, CR or both, as YAML has it. A byte order mark at the start is no part of it.
struct SourceText: Sendable {
  let bytes: [UInt8]
  let file: String
  /// The line of the file in which the text starts.
  let firstLine: Int
  /// The characters of each line of the file that are left out before its text.
  let columnOffset: Int
  private let isASCII: Bool
  /// Where every `stride`-th line starts.
  private let lineStarts: [Int32]

  /// The largest file that is read: 16 MiB.
  static let maximumSize = 1 << 24
  /// Lines between two that are remembered.
  private static let stride = 16
  /// Longer lines, in bytes, are not shown and have their columns counted in scalars.
  private static let maximumLine = 10_000

  init(_ bytes: [UInt8], file: String, firstLine: Int = 1, columnOffset: Int = 0) {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    self.bytes = text
    self.file = file
    self.firstLine = firstLine
    self.columnOffset = columnOffset
    // What is too large is refused before it costs anything.
    (isASCII, lineStarts) =
      text.count <= Self.maximumSize ? text.withUnsafeBufferPointer(Self.scan) : (true, [])
  }

  private static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (isASCII: Bool, lineStarts: [Int32]) {
    var union: UInt8 = 0, line = 0, starts: [Int32] = [0]
    for index in bytes.indices {
      let byte = bytes[index]
      union |= byte
      guard endsLine(byte, at: index, in: bytes) else { continue }
      line += 1
      if line % stride == 0 { starts.append(Int32(clamping: index + 1)) }
    }
    return (union < 0x80, starts)
  }

  private static func endsLine(
    _ byte: UInt8, at index: Int, in bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard byte <= UInt8(ascii: "\r") else { return false }
    return byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r")
        && (index + 1 == bytes.count || bytes[index + 1] != UInt8(ascii: "\n"))
  }

  /// A line's bytes without its end, counted from 0 in this text; of a longer line than is shown,
  /// the first of them.
  private func lineBytes(_ line: Int) -> ArraySlice<UInt8> {
    bytes.withUnsafeBufferPointer { buffer in
      guard line >= 0, line / Self.stride < lineStarts.count else { return [] }
      var start = Int(lineStarts[line / Self.stride]), ahead = line % Self.stride
      while ahead > 0, start < buffer.count {
        if Self.endsLine(buffer[start], at: start, in: buffer) { ahead -= 1 }
        start += 1
      }
      let rest = buffer[start...].prefix(Self.maximumLine + 1)
      let end = rest.firstIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
      return bytes[start..<(end ?? rest.endIndex)]
    }
  }

  /// The rest of a line, as far as lines are looked at.
  func text(from mark: YAMLMark) -> String {
    let line = String(decoding: lineBytes(Int(mark.line)), as: UTF8.self)
    return String(line.unicodeScalars.dropFirst(Int(mark.column)))
  }

  /// A line of the file as it is shown; `nil` if it is too long for that.
  private func shownLine(_ line: Int) -> String? {
    let bytes = lineBytes(line)
    guard bytes.count <= Self.maximumLine else { return nil }
    return String(repeating: " ", count: columnOffset) + String(decoding: bytes, as: UTF8.self)
  }

  /// The place in the file of a place in YAML, which counts scalars where people count characters.
  func place(_ mark: YAMLMark) -> Place {
    var column = Int(mark.column)
    if !isASCII, column > 0 {
      let bytes = lineBytes(Int(mark.line))
      // Every scalar before the column is at least a byte.
      if bytes.prefix(column).contains(where: { $0 >= 0x80 }), bytes.count <= Self.maximumLine {
        let line = String(decoding: bytes, as: UTF8.self)
        column = String(line.unicodeScalars.prefix(column)).count
      }
    }
    return Place(
      file: file, line: firstLine + Int(mark.line), column: columnOffset + column + 1)
  }

  /// A problem at that place, with its line.
  func problem(at mark: YAMLMark, _ message: String) -> Problem {
    Problem(at: place(mark), message, line: shownLine(Int(mark.line)))
  }

  /// A problem at a place that `place` gave.
  func problem(at place: Place, _ message: String) -> Problem {
    Problem(at: place, message, line: shownLine(place.line - firstLine))
  }
}

extension SourceText {
  /// What keeps the bytes from being the text of a spec file.
  func check() -> Problem? {
    guard bytes.count <= Self.maximumSize else {
      return Problem(at: Place(file: file, line: firstLine), Self.sizeMessage(bytes.count))
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return problem(atByte: 0, "This is UTF-16; save the file as UTF-8.")
    }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let byte = Self.hexadecimal(UInt32(bytes[error.byteOffsets.lowerBound]), digits: 2)
      return problem(
        atByte: error.byteOffsets.lowerBound,
        "The byte 0x\(byte) is not part of UTF-8 text; save the file as UTF-8.")
    }
    return bytes.withUnsafeBufferPointer(Self.firstStranger).map { offset, scalar in
      let code = Self.hexadecimal(scalar, digits: 4)
      let remedy = scalar == 0 ? "" : ", or write \\u\(code) for it in double quotes"
      return problem(
        atByte: offset, "The character U+\(code) cannot stand in a spec file; take it out\(remedy)."
      )
    } ?? tagDirective()
  }

  static func sizeMessage(_ size: Int) -> String {
    "The file has \(size) bytes, and a spec file at most \(maximumSize); split it."
  }

  /// The first control character, line end that editors do not count, or code that is no character.
  private static func firstStranger(
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> (offset: Int, scalar: UInt32)? {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte >= 0x20, byte < 0x7F { continue }
      switch byte {
      case 0x09, 0x0A, 0x0D: continue
      case ..<0x20, 0x7F: return (index, UInt32(byte))
      // The bytes are UTF-8, so the others of the character follow.
      case 0xC2 where bytes[index + 1] < 0xA0: return (index, UInt32(bytes[index + 1]))
      case 0xE2, 0xEF:
        let high = UInt32(byte & 0x0F) << 12, middle = UInt32(bytes[index + 1] & 0x3F) << 6
        let scalar = high | middle | UInt32(bytes[index + 2] & 0x3F)
        if [0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF].contains(scalar) { return (index, scalar) }
      default: continue
      }
    }
    return nil
  }

  /// Tags mean nothing here, and libyaml compares every declaration of one with those before it.
  private func tagDirective() -> Problem? {
    let word = Array("%TAG".utf8)
    let offset = bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.first { index in
        bytes[index] == word[0] && (index == 0 || [0x0A, 0x0D].contains(bytes[index - 1]))
          && bytes[index...].starts(with: word)
      }
    }
    return offset.map {
      problem(atByte: $0, "A spec file has no tags for %TAG to declare; leave the line out.")
    }
  }

  private func problem(atByte offset: Int, _ message: String) -> Problem {
    bytes.withUnsafeBufferPointer { buffer in
      var line = 0, start = 0
      for index in 0..<offset where Self.endsLine(buffer[index], at: index, in: buffer) {
        line += 1
        start = index + 1
      }
      let before = String(decoding: buffer[start..<offset], as: UTF8.self)
      return problem(
        at: YAMLMark(line: Int32(line), column: Int32(before.unicodeScalars.count)), message)
    }
  }

  private static func hexadecimal(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
