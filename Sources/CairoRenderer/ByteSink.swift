/// Where the C libraries' output callbacks put their bytes.
struct ByteSink {
  var bytes: [UInt8] = []

  /// Appends bytes to the sink that a callback was given as its context.
  static func append(
    _ bytes: UnsafePointer<UInt8>?, _ count: Int, to sink: UnsafeMutableRawPointer?
  ) {
    sink?.assumingMemoryBound(to: ByteSink.self).pointee.bytes
      .append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
  }
}
