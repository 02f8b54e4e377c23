import Files
import Glibc
import Synchronization

/// Standard output, to which a report goes on to be written when a line could not be.
final class ReportOutput: Sendable {
  private let failure = Mutex<FileError?>(nil)

  func write(_ text: String) {
    do throws(FileError) {
      try writeToStandardOutput(Array(text.utf8))
    } catch {
      // A reader who has seen enough is no failure.
      if error.errorNumber != EPIPE { failure.withLock { $0 = $0 ?? error } }
    }
  }

  /// Throws the first failure.
  func check() throws {
    if let error = failure.withLock({ $0 }) { throw error }
  }
}
