// The environment's place is a global variable of C, which only the first thread may read.
@preconcurrency import Glibc

/// The words behind the program's name; to be called before anything changes the environment.
///
/// Swift reads them from /proc/self/cmdline and has none where that is not mounted. They stand on
/// the first stack all the same, where System V's ABI has in this order: their count, a pointer to
/// each, a null, and the pointers of the environment.
func wordsOfCommandLine() -> [String] {
  guard CommandLine.arguments.isEmpty, let environment = __environ else {
    return Array(CommandLine.arguments.dropFirst())
  }
  var place = environment - 1
  guard place.pointee == nil else { return [] }
  var words: [String] = []
  while true {
    place -= 1
    // No pointer is as small as the count.
    guard let word = place.pointee, Int(bitPattern: word) != words.count else { break }
    words.append(String(cString: word))
  }
  return words.reversed().dropFirst().map { $0 }
}

/// Takes the place of what the Swift runtime does at its start to find the program that prints
/// backtraces, as Scripts/actplot links it into the static executable: where /proc is not mounted
/// the runtime cannot tell where it is itself, and aborts. SWIFT_BACKTRACE can still name the program.
@_cdecl("__wrap_swift_copyAuxiliaryExecutablePath")
public func copyAuxiliaryExecutablePath(_ name: UnsafePointer<CChar>?) -> UnsafePointer<CChar>? {
  nil
}
