internal import CDeflate
internal import Files
internal import Wording

/// The arrays in an archive that NumPy's `savez` or `savez_compressed` wrote: a ZIP file of `.npy`
/// files (NEP 1).
struct NumPyArchive {
  /// An array of numbers, row by row.
  struct Array {
    let shape: [Int]
    let elements: [Double]
  }

  /// The arrays by name, in the order of the names with the numbers in them counted: W2 before W10.
  private(set) var arrays: [(name: String, array: Array)] = []

  /// The most bytes that the arrays may have together.
  private static let maximumSize = 1 << 28

  /// Whether a file begins as a ZIP file does.
  static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4b]) }

  init(_ bytes: [UInt8]) throws {
    let file = ByteReader(bytes)
    // The end of the directory is 22 bytes long, and a comment of at most 64 KiB may follow it.
    let starts = stride(from: bytes.count - 22, through: max(0, bytes.count - 65_557), by: -1)
    guard let end = starts.first(where: { file.number($0, 4) == 0x0605_4b50 }),
      let count = file.number(end + 10, 2), var entry = file.number(end + 16, 4)
    else { throw Self.damaged }
    var room = Self.maximumSize
    for _ in 0..<count {
      guard file.number(entry, 4) == 0x0201_4b50, let method = file.number(entry + 10, 2),
        let sum = file.number(entry + 16, 4),
        let packed = file.number(entry + 20, 4), let size = file.number(entry + 24, 4),
        let nameLength = file.number(entry + 28, 2), let extra = file.number(entry + 30, 2),
        let comment = file.number(entry + 32, 2), let header = file.number(entry + 42, 4),
        let name = file.bytes(entry + 46, nameLength), size <= room,
        let skip = file.number(header + 26, 2), let skipExtra = file.number(header + 28, 2),
        let data = file.bytes(header + 30 + skip + skipExtra, packed)
      else { throw Self.damaged }
      room -= size
      let title = String(decoding: name, as: UTF8.self)
      let content = method == 0 ? data : method == 8 ? try inflated(data, to: size) : []
      guard content.count == size, Int(libdeflate_crc32(0, content, content.count)) == sum else {
        throw Self.damaged
      }
      arrays.append(
        (
          title.hasSuffix(".npy") ? String(title.dropLast(4)) : title,
          try Self.array(content, title)
        ))
      entry += 46 + nameLength + extra + comment
    }
    arrays.sort { Self.sortKey($0.name) < Self.sortKey($1.name) }
  }

  fileprivate static let damaged = WordsError(
    "The archive is damaged, or larger than 256 MiB; save it again by numpy.savez.")

  /// Numbers in a name first, so that the layers stand in their order and W before b in each.
  private static func sortKey(_ name: String) -> String {
    let digits = name.filter(\.isNumber)
    return String(repeating: "0", count: max(0, 9 - digits.count)) + digits + " " + name
  }

  private static func array(_ bytes: [UInt8], _ name: String) throws -> Array {
    let file = ByteReader(bytes)
    guard bytes.starts(with: [0x93] + Swift.Array("NUMPY".utf8)), let version = file.number(6, 1),
      let length = version == 1 ? file.number(8, 2) : file.number(8, 4),
      let text = file.bytes(version == 1 ? 10 : 12, length)
    else { throw damaged }
    let header = String(decoding: text, as: UTF8.self)
    guard let type = ElementType.allCases.first(where: { header.contains("'\($0.rawValue)'") }),
      let open = header.firstIndex(of: "("), let close = header[open...].firstIndex(of: ")")
    else {
      throw WordsError(
        "The array \(quoted(name)) has no real numbers with the lowest byte first; save"
          + " it.astype('float64').")
    }
    let shape = header[header.index(after: open)..<close].split { $0 == "," || $0 == " " }
      .compactMap { Int($0) }
    let start = (version == 1 ? 10 : 12) + length, size = type.size
    let count = shape.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    guard shape.allSatisfy({ 0...maximumSize ~= $0 }), count >= 0,
      bytes.count - start == count.multipliedReportingOverflow(by: size).partialValue
    else { throw damaged }
    let elements = (0..<count).map { type.value(file.number(start + $0 * size, size) ?? 0) }
    // As Fortran and transposed arrays have them, column by column.
    guard header.contains("'fortran_order': True"), shape.count == 2 else {
      return Array(shape: shape, elements: elements)
    }
    let rows = (0..<shape[0]).map { row in
      (0..<shape[1]).map { elements[row + $0 * shape[0]] }
    }
    return Array(shape: shape, elements: Swift.Array(rows.joined()))
  }

  /// What the numbers of an array are, as NumPy calls it.
  private enum ElementType: String, CaseIterable {
    case float64 = "<f8"
    case float32 = "<f4"
    case float16 = "<f2"
    case int8 = "|i1"
    case int16 = "<i2"
    case int32 = "<i4"
    case int64 = "<i8"
    case uint8 = "|u1"
    case uint16 = "<u2"
    case uint32 = "<u4"
    case uint64 = "<u8"
    case bool = "|b1"

    var size: Int { rawValue.last?.wholeNumberValue ?? 1 }

    /// The number with those bits.
    func value(_ bits: Int) -> Double {
      let pattern = UInt64(bitPattern: Int64(bits))
      return switch self {
      case .float64: Double(bitPattern: pattern)
      case .float32: Double(Float(bitPattern: UInt32(truncatingIfNeeded: bits)))
      case .float16: Double(Float16(bitPattern: UInt16(truncatingIfNeeded: bits)))
      case .int8: Double(Int8(truncatingIfNeeded: bits))
      case .int16: Double(Int16(truncatingIfNeeded: bits))
      case .int32: Double(Int32(truncatingIfNeeded: bits))
      case .int64: Double(bits)
      case .uint8, .uint16, .uint32, .uint64, .bool: Double(pattern)
      }
    }
  }
}

/// Numbers in bytes, the lowest byte first.
private struct ByteReader {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A number of at most eight bytes; `nil` beyond the end.
  func number(_ start: Int, _ count: Int) -> Int? {
    bytes(start, count)?.reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  func bytes(_ start: Int, _ count: Int) -> [UInt8]? {
    guard start >= 0, count >= 0, count <= bytes.count - start else { return nil }
    return Swift.Array(bytes[start..<(start + count)])
  }
}

/// What Deflate (RFC 1951) made of so many bytes.
private func inflated(_ bytes: [UInt8], to size: Int) throws -> [UInt8] {
  guard let decompressor = libdeflate_alloc_decompressor() else { throw NumPyArchive.damaged }
  defer { libdeflate_free_decompressor(decompressor) }
  var isWhole = false
  let content = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
    var written = 0
    let result = libdeflate_deflate_decompress(
      decompressor, bytes, bytes.count, buffer.baseAddress, size, &written)
    isWhole = result == LIBDEFLATE_SUCCESS && written == size
    count = isWhole ? size : 0
  }
  guard isWhole else { throw NumPyArchive.damaged }
  return content
}
