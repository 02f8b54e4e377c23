internal import Glibc

/// Threads that all run the same until it returns.
package struct Threads {
  private var handles: [pthread_t] = []

  /// The stack of each, in bytes: several times what the deepest formulas, labels and documents that
  /// are read take. What `ulimit -s` leaves may be less.
  private static let stackSize = 16 << 20

  /// Starts so many threads, or as many as the system lets.
  ///
  /// - Throws: `BatchError.noThreads` if that is none.
  package init(_ count: Int, _ body: @escaping @Sendable () -> Void) throws(BatchError) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, Self.stackSize)
    for _ in 0..<count {
      var handle = pthread_t()
      let start = Unmanaged.passRetained(ThreadStart(body))
      let status = pthread_create(
        &handle, &attributes,
        { argument in
          guard let argument else { return nil }
          Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue().body()
          return nil
        }, start.toOpaque())
      if status == 0 { handles.append(handle) } else { start.release() }
    }
    guard !handles.isEmpty else { throw .noThreads }
  }

  /// Waits until all of them have returned.
  package func join() {
    for handle in handles { pthread_join(handle, nil) }
  }
}

private final class ThreadStart {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) {
    self.body = body
  }
}

/// Work that one thread hands to others, a little at a time.
final class WorkQueue<Element: Sendable>: @unchecked Sendable {
  // What the mutex guards.
  private var elements: [Element] = []
  private var isClosed = false

  private let capacity: Int
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let hasElements: UnsafeMutablePointer<pthread_cond_t>
  private let hasRoom: UnsafeMutablePointer<pthread_cond_t>

  init(capacity: Int) {
    self.capacity = capacity
    mutex = .allocate(capacity: 1)
    hasElements = .allocate(capacity: 1)
    hasRoom = .allocate(capacity: 1)
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(hasElements, nil)
    pthread_cond_init(hasRoom, nil)
  }

  deinit {
    pthread_cond_destroy(hasElements)
    pthread_cond_destroy(hasRoom)
    pthread_mutex_destroy(mutex)
    hasElements.deallocate()
    hasRoom.deallocate()
    mutex.deallocate()
  }

  /// Hands over an element, once there is room for it; nothing happens once the queue is closed.
  func push(_ element: Element) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while elements.count >= capacity, !isClosed { pthread_cond_wait(hasRoom, mutex) }
    guard !isClosed else { return }
    elements.append(element)
    pthread_cond_signal(hasElements)
  }

  /// The next element, once there is one; `nil` once the queue is closed and empty.
  func pop() -> Element? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while elements.isEmpty, !isClosed { pthread_cond_wait(hasElements, mutex) }
    guard !elements.isEmpty else { return nil }
    // Not for every single place: waking the other thread takes as long as filling many.
    if elements.count == capacity / 2 { pthread_cond_signal(hasRoom) }
    return elements.removeFirst()
  }

  /// Says that nothing comes any more.
  func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_broadcast(hasElements)
    pthread_cond_broadcast(hasRoom)
    pthread_mutex_unlock(mutex)
  }
}
