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

  /// Room for an image of four bytes a pixel, as RGB24 and ARGB32 have them, which are to be painted
  /// before they are read.
  ///
  /// The memory is taken in huge pages where the kernel has them: for a usual figure that is one
  /// page fault instead of hundreds, and a twentieth of the whole run.
  init(width: Int32, height: Int32) throws(RenderingError) {
    let stride = cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width)
    let hugePage = 1 << 21
    let size = (Int(stride) * Int(height) + hugePage - 1) / hugePage * hugePage
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, hugePage, size) == 0, let memory else {
      throw .cairo("there is no memory for \(width) x \(height) pixels")
    }
    madvise(memory, size, MADV_HUGEPAGE)
    self.width = width
    self.height = height
    self.stride = stride
    base = memory.assumingMemoryBound(to: UInt8.self)
  }

  deinit {
    free(base)
  }
}
