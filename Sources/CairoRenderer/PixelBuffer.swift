internal import CCairo
internal import Glibc

/// Memory for the pixels of image surfaces, one after the other.
///
/// The surface that draws into it must be gone or finished before the next one does.
final class PixelBuffer {
  private(set) var width: Int32
  private(set) var height: Int32
  /// From a row to the next, in bytes.
  private(set) var stride: Int32
  let base: UnsafeMutablePointer<UInt8>
  private let capacity: Int

  /// Larger ones are given back once their image is drawn.
  private static let largestKept = 1 << 24

  /// Room for an image of four bytes a pixel, as RGB24 and ARGB32 have them, which are to be painted
  /// before they are read; and of a byte a row, which PNG adds.
  ///
  /// The memory is taken in huge pages where the kernel has them: for a usual figure that is one
  /// page fault instead of hundreds, and a twentieth of the whole run.
  init(width: Int32, height: Int32) throws(RenderingError) {
    let hugePage = 1 << 21
    self.width = width
    self.height = height
    stride = Self.stride(width)
    capacity = (Self.size(stride, height) + hugePage - 1) / hugePage * hugePage
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, hugePage, capacity) == 0, let memory else {
      throw .memory
    }
    madvise(memory, capacity, MADV_HUGEPAGE)
    base = memory.assumingMemoryBound(to: UInt8.self)
  }

  deinit {
    free(base)
  }

  /// Whether it is small enough to wait for the next image.
  var isKept: Bool { capacity <= Self.largestKept }

  /// Takes the shape of another image, if there is room for that.
  func reshape(width: Int32, height: Int32) -> Bool {
    let stride = Self.stride(width)
    guard Self.size(stride, height) <= capacity else { return false }
    (self.width, self.height, self.stride) = (width, height, stride)
    return true
  }

  private static func size(_ stride: Int32, _ height: Int32) -> Int {
    (Int(stride) + 1) * Int(height)
  }

  private static func stride(_ width: Int32) -> Int32 {
    cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, width)
  }
}
