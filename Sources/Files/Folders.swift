internal import Glibc

/// Makes a folder and those above it, as far as they are missing.
///
/// - Throws: `FileError` for one that cannot be made.
public func makeFolder(_ path: String) throws(FileError) {
  guard path.utf8.count < PATH_MAX else { throw FileError(path: path, errorNumber: ENAMETOOLONG) }
  var status = stat()
  for end in path.indices.dropFirst().filter({ path[$0] == "/" }) + [path.endIndex] {
    let folder = String(path[..<end])
    if stat(folder, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw FileError(path: folder, errorNumber: ENOTDIR)
      }
      continue
    }
    // Another process may have made it since.
    guard mkdir(folder, 0o777) == 0 || errno == EEXIST else {
      throw FileError(path: folder, errorNumber: errno)
    }
  }
}

/// The folder of a file, with a slash at its end; empty for one without a folder.
package func folder(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
}

/// Whether there is a folder at a path.
package func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// The names of all files and folders in a folder, in bytes, for they need not be UTF-8; `nil` if it
/// cannot be listed, for the reason in `errno`.
package func entries(ofFolder path: String) -> [[UInt8]]? {
  guard let directory = opendir(path) else { return nil }
  defer { closedir(directory) }
  var names: [[UInt8]] = []
  while let entry = readdir(directory) {
    names.append(withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) })
  }
  return names
}

/// The path from the root, without links; `nil` if there is nothing.
package func resolvedPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}
