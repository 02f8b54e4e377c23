internal import Glibc
internal import Wording

/// A file or folder that cannot be written.
public struct FileError: Error, Hashable, CustomStringConvertible {
  /// The path as it was given.
  public let path: String
  /// The system's error number.
  public let errorNumber: Int32

  package init(path: String, errorNumber: Int32) {
    self.path = path
    self.errorNumber = errorNumber
  }

  /// A sentence with the path and the system's reason, and the remedy where there is a usual one.
  public var description: String {
    let remedy =
      switch errorNumber {
      case ENOENT:
        isFolder(folder(of: path))
          ? " Nothing can be made there; choose another place."
          : " Make its folder first."
      case EACCES, EPERM, EROFS: " Choose a place that you may write to."
      case ENOTDIR: " A file stands where a folder is needed; choose another place."
      case ENAMETOOLONG: " Choose a shorter path."
      case ELOOP: " The link leads back to itself; name the file that is meant."
      case EFBIG: " Raise the limit on the size of files, or draw a smaller figure."
      case EISDIR: " Name a file in it, as in fig.svg."
      case ENOSPC, EDQUOT: " Free some space or choose another place."
      default: ""
      }
    return "Cannot write \(path.shortened(to: 200)): \(systemReason(errorNumber)).\(remedy)"
  }
}

/// What the system calls an error.
package func systemReason(_ errorNumber: Int32) -> String {
  strerror(errorNumber).map { String(cString: $0) } ?? "error \(errorNumber)"
}
