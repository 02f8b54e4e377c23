internal import Files
internal import Glibc

/// What a file is read for.
package enum FilePurpose {
  /// A spec file or a Markdown file, of at most 16 MiB.
  case source
  /// An image that is compared, of at most 1 GiB.
  case image

  fileprivate var most: Int { self == .source ? SourceText.maximumSize : 1 << 30 }

  fileprivate func sizeMessage(_ size: Int) -> String {
    self == .source
      ? SourceText.sizeMessage(size)
      : "The file has \(size) bytes, and images of at most 1 GiB are compared."
  }

  fileprivate var rule: String {
    self == .source
      ? "figures are read from files; name a file such as book.yaml."
      : "images are read from files; name a file such as relu.png."
  }
}

/// The bytes of a file.
///
/// - Throws: A sentence for a path that is no regular file, a file that cannot be read, and one that
///   is too large, of which nothing is read.
package func fileBytes(
  _ path: String, for purpose: FilePurpose = .source
) throws(Problem) -> [UInt8] {
  do throws(ReadingError) {
    return try wholeFile(path, atMost: purpose.most)
  } catch {
    throw unreadable(path, error, purpose)
  }
}

/// The bytes that come from standard input.
///
/// - Throws: A sentence if it cannot be read or is too large.
package func standardInputBytes() throws(Problem) -> [UInt8] {
  do throws(ReadingError) {
    return try wholeStandardInput(atMost: FilePurpose.source.most)
  } catch {
    throw unreadable(standardInputPath, error, .source)
  }
}

/// What places say instead of a path.
package let standardInputPath = "<stdin>"

func unreadable(
  _ path: String, _ error: ReadingError, _ purpose: FilePurpose, noun: String = "file"
) -> Problem {
  let message =
    switch error {
    case .noFile(let kind): "This is \(kind), and \(purpose.rule)"
    case .tooLarge(let size): purpose.sizeMessage(size)
    case .system(let number):
      "The \(noun) cannot be read (\(systemReason(number))); \(remedy(number, purpose))"
    }
  return Problem(at: Place(file: path, line: 1), message)
}

private func remedy(_ errorNumber: Int32, _ purpose: FilePurpose) -> String {
  switch errorNumber {
  case ENOENT, ENOTDIR: "look at the spelling of its path."
  case EACCES, EPERM: "make it readable."
  case ENXIO: "a socket is no file; \(purpose.rule)"
  default: "choose another file."
  }
}
