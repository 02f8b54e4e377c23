internal import CCairo
internal import Glibc

/// Memory for the pixels of an image surface, returned with its value.
///
/// The surface that draws into it must be gone or finished before.
struct PixelBuffer: ~Copyable {
  let width: Int32
  let height: Int32
  /// From a row to the next, in bytes.
  let stride: Int32
  let base: UnsafeMutablePointer<UInt8>

  /// The size in bytes.
  var count: Int { Int(stride) * Int(height) }

  /// Room for an image of RGB24, black at first.
  ///
  /// Every page of it is going to be painted. The kernel is asked for all of them at once, which
  /// takes a fraction of the time that it takes to fault them in one by one.
  init(width: Int32, height: Int32) throws(RenderingError) {
    let stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width)
    guard
      let memory = mmap(
        nil, Int(stride) * Int(height), PROT_READ | PROT_WRITE,
        MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0),
      memory != MAP_FAILED
    else {
      throw .cairo("there is no memory for \(width) x \(height) pixels")
    }
    self.width = width
    self.height = height
    self.stride = stride
    base = memory.assumingMemoryBound(to: UInt8.self)
  }

  deinit {
    munmap(base, count)
  }
}
