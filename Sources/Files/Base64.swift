internal import CNettle

/// Adds bytes as a data URI has them.
package func appendBase64(of data: [UInt8], to bytes: inout [UInt8]) {
  bytes.reserveCapacity(bytes.count + (data.count + 2) / 3 * 4)
  // Pieces of a multiple of three bytes have nothing between them.
  let piece = 3 << 14
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: piece / 3 * 4) { text in
    data.withUnsafeBufferPointer { data in
      for start in stride(from: 0, to: data.count, by: piece) {
        let rest = data[start..<min(start + piece, data.count)]
        nettle_base64_encode_raw(
          text.baseAddress, rest.count, UnsafeBufferPointer(rebasing: rest).baseAddress)
        text.withMemoryRebound(to: UInt8.self) {
          bytes.append(contentsOf: $0.prefix((rest.count + 2) / 3 * 4))
        }
      }
    }
  }
}
