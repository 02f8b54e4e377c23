extension MarkdownFile {
  /// The text of the file with these links behind the blocks of their figures, in the place of all
  /// that was written there before; those of figures that are gone are removed.
  ///
  /// Every other byte stays, and the same links make no further change.
  ///
  /// - Parameters:
  ///   - links: The links of all the figures of the file; those of one block in their order.
  ///   - replacingBlocks: Whether they stand in the place of the blocks, as for a page that is made once.
  package func updating(links: [FigureLink], replacingBlocks: Bool = false) -> String {
    let outline = MarkdownOutline(text)
    var linksByElement: [Int: [FigureLink]] = [:]
    for link in links {
      guard let anchor = outline.anchor(ofLine: link.line) else { continue }
      linksByElement[anchor, default: []].append(link)
    }
    var edit = MarkdownEdit()
    var index = 0
    while index < outline.elements.count {
      let element = outline.elements[index]
      let blockIndex = index
      index += 1
      guard let block = element.block else {
        edit.replacements[element.lines.lowerBound] = (element.lines, [])
        continue
      }
      let links = linksByElement[blockIndex] ?? []
      let isReplaced = replacingBlocks && block.kind == .figures && !links.isEmpty
      if isReplaced {
        var lines = Array(links.map(\.bareLines).joined(separator: [""])).map { block.indented($0) }
        // A block can stand behind the marker of a list.
        lines[0] = block.head + links[0].bareLines[0]
        edit.replacements[element.lines.lowerBound] = (element.lines, lines)
      }
      var new = isReplaced ? [] : links.map { $0.lines.map { block.indented($0) } }[...]
      // Links that stand behind the block already are replaced where they are.
      var last: Int?
      while index < outline.elements.count, case .link = outline.elements[index].kind,
        outline.elements[index].followsClosely
      {
        let lines = outline.elements[index].lines
        edit.replacements[lines.lowerBound] = (lines, new.popFirst() ?? [])
        last = lines.lowerBound
        index += 1
      }
      let rest = Array(new.joined())
      if let last {
        edit.replacements[last]?.new += rest
      } else if !rest.isEmpty {
        edit.insertions[element.lines.upperBound] = rest
      }
    }
    return edit.applied(to: text)
  }
}

extension MarkdownOutline.Block {
  /// A line that stands where the block does.
  fileprivate func indented(_ line: String) -> String {
    line.isEmpty ? String(Substring(prefix).withoutTrailingSpace) : prefix + line
  }
}

extension Substring {
  fileprivate var withoutTrailingSpace: Substring {
    guard let last = lastIndex(where: { $0 != " " && $0 != "\t" }) else { return prefix(0) }
    return self[...last]
  }
}

/// Changes to whole lines of a text.
private struct MarkdownEdit {
  /// Lines and what stands in their place, by the first of them.
  var replacements: [Int: (old: ClosedRange<Int>, new: [String])] = [:]
  /// What comes behind a line.
  var insertions: [Int: [String]] = [:]

  func applied(to text: String) -> String {
    guard !replacements.isEmpty || !insertions.isEmpty else { return text }
    var result = String(text[..<Substring(text).withoutByteOrderMark.startIndex])
    result.reserveCapacity(text.utf8.count + text.utf8.count / 4)
    let usualEnd = TextLines(text).lazy.map(\.end).first { !$0.isEmpty } ?? "\n"
    var removed = 0
    var replacement: [String]?
    for line in TextLines(text) {
      let end = line.end.isEmpty ? usualEnd : line.end
      if let (old, new) = replacements[line.number] {
        removed = old.upperBound
        replacement = new
      }
      if line.number > removed {
        result += line.text
        result += line.end
      } else if line.number == removed {
        append(replacement ?? [], to: &result, end: end, isLast: line.end.isEmpty)
        replacement = nil
      }
      guard let new = insertions[line.number] else { continue }
      if line.end.isEmpty { result += end }
      append(new, to: &result, end: end, isLast: line.end.isEmpty)
    }
    return result
  }

  /// Appends lines; the last line of a text keeps its want of an end.
  private func append(
    _ lines: [String], to result: inout String, end: Substring, isLast: Bool
  ) {
    for line in lines {
      result += line
      result += end
    }
    guard isLast else { return }
    let bytes = result.utf8
    guard bytes.reversed().starts(with: end.utf8.reversed()) else { return }
    result = String(Substring(bytes.dropLast(end.utf8.count)))
  }
}
