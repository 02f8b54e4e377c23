/// Where the blocks of a Markdown file are, and what has been written behind them.
struct MarkdownOutline {
  /// A block, or what was written for a figure.
  struct Element {
    let lines: ClosedRange<Int>
    let kind: Kind
    /// Whether only empty lines stand between this element and the one before.
    let followsClosely: Bool
  }

  enum Kind {
    case block(Block)
    case link
  }

  struct Block {
    let kind: FencedBlock.Kind
    let isClosed: Bool
    /// What stands before it in its first line, and what in the lines behind it.
    let head: String
    let prefix: String
    /// The frameworks whose code a cell is; none for other blocks.
    let frameworks: [String]
  }

  private(set) var elements: [Element] = []

  init(_ text: String) {
    var link: (first: Int, second: (line: Int, text: Substring)?)?
    var isClose = false
    func add(_ lines: ClosedRange<Int>, _ kind: Kind, to elements: inout [Element]) {
      elements.append(Element(lines: lines, kind: kind, followsClosely: isClose))
      isClose = true
    }
    // A link whose end somebody has removed is its marker and its image; the rest may be theirs.
    func addUnended(to elements: inout [Element]) {
      guard let (first, second) = link else { return }
      let image = second.flatMap { FigureLink.isImage($0.text) ? $0.line : nil }
      add(first...(image ?? first), .link, to: &elements)
      link = nil
      isClose = false
    }
    var elements: [Element] = []
    forEachPart(of: text) { part in
      switch part {
      case .block(let block):
        addUnended(to: &elements)
        add(block.opening.number...block.last.number, .block(Block(block)), to: &elements)
      case .literal:
        addUnended(to: &elements)
        isClose = false
      case .text(let line, let content), .html(let line, let content):
        if FigureLink.begins(content) {
          addUnended(to: &elements)
          link = (line.number, nil)
        } else if let (first, second) = link {
          if FigureLink.ends(content) {
            link = nil
            add(first...line.number, .link, to: &elements)
          } else if second == nil {
            link = (first, (line.number, content))
          }
        } else {
          isClose = false
        }
      }
    }
    addUnended(to: &elements)
    self.elements = elements
  }

  /// The element behind which the link of a figure goes that stands in that line: its block, or the
  /// last of the cells that say the same for other frameworks.
  func anchor(ofLine line: Int) -> Int? {
    guard var index = blockIndex(ofLine: line), let block = elements[index].block, block.isClosed
    else { return nil }
    var frameworks = Set(block.frameworks)
    var next = index + 1
    while block.kind == .cell, next < elements.count, elements[next].followsClosely {
      if let other = elements[next].block {
        guard other.kind == .cell, other.isClosed, frameworks.isDisjoint(with: other.frameworks)
        else { break }
        frameworks.formUnion(other.frameworks)
        index = next
      }
      next += 1
    }
    return index
  }

  private func blockIndex(ofLine line: Int) -> Int? {
    var low = 0, high = elements.count
    while low < high {
      let middle = (low + high) / 2
      if elements[middle].lines.upperBound < line { low = middle + 1 } else { high = middle }
    }
    guard low < elements.count, elements[low].lines.contains(line), elements[low].block != nil
    else { return nil }
    return low
  }
}

extension MarkdownOutline.Element {
  var block: MarkdownOutline.Block? {
    if case .block(let block) = kind { block } else { nil }
  }
}

extension MarkdownOutline.Block {
  fileprivate init(_ block: FencedBlock) {
    kind = block.kind
    isClosed = block.isClosed
    head = String(block.head)
    prefix = block.prefix
    frameworks = block.kind == .cell ? block.frameworks ?? ["all"] : []
  }
}
