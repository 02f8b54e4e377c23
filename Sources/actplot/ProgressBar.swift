import Files
import Glibc
import Synchronization
import Wording

/// How far long work is, on standard error: a line that changes on a terminal, and in a file or the log
/// of a server a line every ten seconds, which is told only of what takes so long.
final class ProgressBar: Sendable {
  private struct State {
    var done = 0
    var count = 0
    var isShown = false
    var lastShown = ContinuousClock.now
  }

  private let state = Mutex(State())
  private let isOnTerminal: Bool

  private init(isOnTerminal: Bool) { self.isOnTerminal = isOnTerminal }

  /// A bar on a terminal, and lines elsewhere.
  static func anywhere() -> ProgressBar { ProgressBar(isOnTerminal: isatty(STDERR_FILENO) == 1) }

  /// A bar if there is a terminal to show it on.
  static func onTerminal() -> ProgressBar? {
    isatty(STDERR_FILENO) == 1 ? ProgressBar(isOnTerminal: true) : nil
  }

  func begin(_ count: Int) { state.withLock { $0.count = count } }

  /// One more is done.
  func step(_ name: String) {
    state.withLock { state in
      state.done += 1
      let now = ContinuousClock.now
      // More often would take longer than drawing.
      let pause = isOnTerminal ? Duration.milliseconds(80) : .seconds(10)
      if now - state.lastShown < pause { return }
      state.lastShown = now
      guard isOnTerminal else {
        return writeToStandardError("\(state.done) of \(state.count) \(name.visible)\n")
      }
      state.isShown = true
      let count = " \(min(state.done, state.count))/\(state.count) "
      let part = Double(min(state.done, state.count)) / Double(max(1, state.count))
      let full = Int(24 * part)
      let bar = String(repeating: "━", count: full) + String(repeating: "─", count: 24 - full)
      let room = Self.columns(of: STDERR_FILENO) - 25 - count.count
      writeToStandardError("\r\u{1B}[K\(bar)\(count)\(name.visible.cut(to: room))")
    }
  }

  /// Takes the bar away, so that something else can be written.
  func clear() {
    state.withLock { state in
      if state.isShown { writeToStandardError("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  /// How wide the terminal is; 80 if it does not say.
  static func columns(of terminal: Int32) -> Int {
    var size = winsize()
    let isKnown = ioctl(terminal, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }
}
