internal import Glibc

/// Work that one thread hands to others, a little at a time.
package final class WorkQueue<Element: Sendable>: @unchecked Sendable {
  // What the mutex guards.
  private var elements: [Element] = []
  private var isClosed = false

  private let capacity: Int
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let hasElements: UnsafeMutablePointer<pthread_cond_t>
  private let hasRoom: UnsafeMutablePointer<pthread_cond_t>

  package init(capacity: Int) {
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
  package func push(_ element: Element) {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while elements.count >= capacity, !isClosed { pthread_cond_wait(hasRoom, mutex) }
    guard !isClosed else { return }
    elements.append(element)
    pthread_cond_signal(hasElements)
  }

  /// The next element, once there is one; `nil` once the queue is closed and empty.
  package func pop() -> Element? {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while elements.isEmpty, !isClosed { pthread_cond_wait(hasElements, mutex) }
    guard !elements.isEmpty else { return nil }
    // Not for every single place: waking the other thread takes as long as filling many.
    if elements.count == capacity / 2 { pthread_cond_signal(hasRoom) }
    return elements.removeFirst()
  }

  /// Says that nothing comes any more.
  package func close() {
    pthread_mutex_lock(mutex)
    isClosed = true
    pthread_cond_broadcast(hasElements)
    pthread_cond_broadcast(hasRoom)
    pthread_mutex_unlock(mutex)
  }
}
