internal import Glibc

/// Lets as many threads decode images at once as there is memory for, and those whose pixels are
/// more than that one at a time: a picture of a megabyte may have a gigabyte of pixels.
final class PixelBudget: @unchecked Sendable {
  /// What all comparisons of the process share: the pixels of one pair of the largest images.
  static let shared = PixelBudget(bytes: 2 * Int(RasterImage.mostBytes))

  // What the mutex guards.
  private var spent = 0
  private var nextTicket = 0
  private var served = 0

  private let bytes: Int
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let hasChanged: UnsafeMutablePointer<pthread_cond_t>

  init(bytes: Int) {
    self.bytes = bytes
    mutex = .allocate(capacity: 1)
    hasChanged = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(hasChanged, nil)
  }

  deinit {
    pthread_cond_destroy(hasChanged)
    pthread_mutex_destroy(mutex)
    hasChanged.deallocate()
    mutex.deallocate()
  }

  /// Runs `body` once so many bytes are left, or nobody else has any. What came first is served
  /// first, so that a large image does not wait for all the small ones. Must not be nested.
  func spending<Value, Failure: Error>(
    _ wanted: Int, _ body: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    pthread_mutex_lock(mutex)
    let ticket = nextTicket
    nextTicket += 1
    while served != ticket || (spent > 0 && spent + wanted > bytes) {
      pthread_cond_wait(hasChanged, mutex)
    }
    served += 1
    spent += wanted
    pthread_cond_broadcast(hasChanged)
    pthread_mutex_unlock(mutex)
    defer {
      pthread_mutex_lock(mutex)
      spent -= wanted
      pthread_cond_broadcast(hasChanged)
      pthread_mutex_unlock(mutex)
    }
    return try body()
  }
}
