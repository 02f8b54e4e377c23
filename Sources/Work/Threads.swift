internal import Glibc

/// Threads that all run the same until it returns.
package struct Threads {
  private var handles: [pthread_t] = []

  /// The stack of each, in bytes: several times what the deepest formulas, labels and documents that
  /// are read take. What `ulimit -s` leaves may be less.
  private static let stackSize = 16 << 20

  /// Starts so many threads, or as many as the system lets.
  ///
  /// - Throws: `ThreadError` if that is none.
  package init(_ count: Int, _ body: @escaping @Sendable () -> Void) throws(ThreadError) {
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
    guard !handles.isEmpty else { throw ThreadError() }
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

/// That the system starts no thread.
package struct ThreadError: Error, Hashable, CustomStringConvertible {
  package let description =
    "The system starts no thread; end other programs, or raise the limit on processes."
}

/// Calls `body` with each element, on so many threads.
///
/// - Throws: `ThreadError` if the system starts no thread.
package func concurrently<Element: Sendable>(
  on threads: Int, _ elements: [Element], _ body: @escaping @Sendable (Element) -> Void
) throws(ThreadError) {
  let queue = WorkQueue<Element>(capacity: 4 * threads)
  let threads = try Threads(min(threads, max(1, elements.count))) {
    while let element = queue.pop() { body(element) }
  }
  for element in elements { queue.push(element) }
  queue.close()
  threads.join()
}
