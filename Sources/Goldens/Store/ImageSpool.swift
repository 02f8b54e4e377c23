internal import Files
internal import Glibc
internal import Synchronization

/// Where images wait for a report: a file that has no name, so that nothing is left of it however
/// the process ends. Memory, if no file can be made or written.
package final class ImageSpool: Sendable {
  /// -1 for none.
  private let descriptor: Int32
  private let end = Mutex(0)

  /// A store in the folder of a report.
  package init(beside path: String) {
    var name = "\(folder(of: path)).actplot-XXXXXX".utf8CString
    descriptor = name.withUnsafeMutableBufferPointer { buffer in
      guard let name = buffer.baseAddress else { return -1 }
      let descriptor = mkstemp(name)
      if descriptor >= 0 { unlink(name) }
      return descriptor
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Puts the bytes of an image away.
  func put(_ bytes: [UInt8]) -> ImageBytes {
    guard descriptor >= 0 else { return .inMemory(bytes) }
    let start = end.withLock { end in
      defer { end += bytes.count }
      return end
    }
    let count = transferred(bytes.count) { done in
      bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + done }, bytes.count - done, start + done)
      }
    }
    return count == bytes.count ? .stored(self, start..<start + count) : .inMemory(bytes)
  }

  /// The bytes that were put at a place.
  fileprivate func bytes(at place: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: place.count) { buffer, count in
      count = transferred(place.count) { done in
        pread(
          descriptor, buffer.baseAddress.map { $0 + done }, place.count - done,
          place.lowerBound + done)
      }
    }
  }
}

/// The bytes of an image, wherever they are.
enum ImageBytes: Sendable {
  case inMemory([UInt8])
  case stored(ImageSpool, Range<Int>)

  /// The bytes; read anew each time, if they are not in memory.
  var bytes: [UInt8] {
    switch self {
    case .inMemory(let bytes): bytes
    case .stored(let store, let place): store.bytes(at: place)
    }
  }
}
