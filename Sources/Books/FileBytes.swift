internal import Files
internal import Glibc

/// The bytes of a spec file or a Markdown file, of at most 16 MiB.
///
/// - Throws: A sentence for a path that is no regular file, a file that cannot be read, and one that
///   is too large, of which nothing is read.
package func fileBytes(
  _ path: String
) throws(Problem) -> [UInt8] {
  do throws(ReadingError) {
    return try wholeFile(path, atMost: SourceText.maximumSize)
  } catch {
    throw unreadable(path, error)
  }
}

/// The bytes that come from standard input.
///
/// - Throws: A sentence if it cannot be read or is too large.
package func standardInputBytes() throws(Problem) -> [UInt8] {
  do throws(ReadingError) {
    return try wholeStandardInput(atMost: SourceText.maximumSize)
  } catch {
    throw unreadable(standardInputPath, error)
  }
}

/// What places say instead of a path.
package let standardInputPath = "<stdin>"

private let rule = "figures are read from files; name a file such as book.yaml."

private func unreadable(_ path: String, _ error: ReadingError) -> Problem {
  let message =
    switch error {
    case .noFile(let kind): "This is \(kind), and \(rule)"
    case .tooLarge(let size): SourceText.sizeMessage(size)
    case .system(let number):
      "The file cannot be read (\(systemReason(number))); \(remedy(number))"
    }
  return Problem(at: Place(file: path, line: 1), message)
}

private func remedy(_ errorNumber: Int32) -> String {
  switch errorNumber {
  case ENOENT, ENOTDIR: "look at the spelling of its path."
  case EACCES, EPERM: "make it readable."
  case ENXIO: "a socket is no file; \(rule)"
  default: "choose another file."
  }
}
