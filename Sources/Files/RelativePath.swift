/// The path that leads from a folder to a file or another folder, which need not be there yet; empty
/// if they are the same. Links are followed, so that two paths to one file give the same.
package func relativePath(of target: String, from folder: String) -> String {
  let target = resolvedParts(of: target), origin = resolvedParts(of: folder)
  let common = zip(target, origin).prefix { $0 == $1 }.count
  let up = Array(repeating: "..", count: origin.count - common)
  return (up + target.dropFirst(common)).joined(separator: "/")
}

/// The names on the way from the root, without links as far as it is there.
private func resolvedParts(of path: String) -> [String] {
  var path = path.isEmpty ? "." : path
  var rest: [String] = []
  while true {
    if let resolved = resolvedPath(path) {
      return resolved.split(separator: "/").map(String.init) + rest.reversed()
    }
    var parts = path.split(separator: "/").map(String.init)
    guard let last = parts.popLast(), path != "." else { return rest.reversed() }
    rest.append(last)
    let root = path.hasPrefix("/") ? "/" : ""
    path = parts.isEmpty && root.isEmpty ? "." : root + parts.joined(separator: "/")
  }
}
