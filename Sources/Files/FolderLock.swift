internal import Glibc

/// The right to write into an output folder: of one batch alone, or of the parts of one together.
/// It ends with the value, or with the process.
package final class FolderLock: Sendable {
  private let descriptor: Int32

  /// Waits until nobody else has it; `nil` if there is no such folder, or it cannot be locked.
  ///
  /// - Parameters:
  ///   - isShared: Whether others that share it may have it too.
  ///   - isInterrupted: Whether a signal ends the waiting.
  ///   - waiting: Is called if it has to be waited for.
  package init?(
    _ folder: String, isShared: Bool, isInterrupted: () -> Bool, waiting: () -> Void
  ) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    self.descriptor = descriptor
    let kind = isShared ? LOCK_SH : LOCK_EX
    if flock(descriptor, kind | LOCK_NB) != 0, errno == EWOULDBLOCK {
      waiting()
      while flock(descriptor, kind) != 0, errno == EINTR, !isInterrupted() {}
    }
  }

  deinit {
    close(descriptor)
  }
}
