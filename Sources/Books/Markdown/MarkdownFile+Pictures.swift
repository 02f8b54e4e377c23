internal import Files
internal import Glibc
internal import Wording

extension MarkdownFile {
  /// What is said of a picture of the chapter that a line shows, `![…](../img/mlp.svg)`, and whose file
  /// is not there: the command that draws it.
  func missingPicture(_ part: MarkdownPart) -> Problem? {
    guard case .text(let line, let content) = part, content.hasPrefix("!["),
      let start = content.firstRange(of: "](")?.upperBound,
      let end = content[start...].firstIndex(of: ")")
    else { return nil }
    let target = String(content[start..<end].prefix { $0 != " " })
    let file = target.split(separator: "/").last.map(String.init) ?? target
    guard let dot = file.lastIndex(of: "."),
      let command = Chapter.pictures[String(file[..<dot])]
    else { return nil }
    let folder = folder(of: path)
    guard access("\(folder)\(target)", F_OK) != 0 else { return nil }
    return Problem(
      at: Place(file: path, line: line.number),
      "The picture \(quoted(target)) is not there; 'actplot \(command) -o \(folder)\(target)' draws it.",
      line: line.shown)
  }
}
