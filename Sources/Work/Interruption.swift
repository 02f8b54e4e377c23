internal import Glibc
internal import Synchronization

/// The wish of a user or of the system that the program stop.
package enum Interruption {
  private static let received = Atomic<Int32>(0)

  /// From now on the first SIGINT, SIGTERM or SIGHUP is a wish, and the second ends the program.
  package static func watch() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { Interruption.received.store($0, ordering: .relaxed) }
    action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGINT, SIGTERM, SIGHUP] {
      sigaddset(&signals, signal)
      var old = sigaction()
      sigaction(signal, nil, &old)
      // nohup and scripts in the background ignore some, and that is to stay.
      if old.__sigaction_handler.sa_handler.map({ unsafeBitCast($0, to: Int.self) }) != 1 {
        sigaction(signal, &action, nil)
      }
    }
    // A reader of what is printed who has seen enough does not mean the figures.
    _ = Glibc.signal(SIGPIPE, SIG_IGN)
    // Who starts the program from a thread that signals are kept from keeps them from this one too.
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// The signal that came, if one did.
  package static var signal: Int32? {
    let signal = received.load(ordering: .relaxed)
    return signal == 0 ? nil : signal
  }
}
