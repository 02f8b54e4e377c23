internal import Wording

/// Says in sentences how the shapes of two documents differ.
struct ShapeFindings {
  private(set) var sentences: [String] = []
  /// What differs and is nothing that is drawn or read out.
  private(set) var notes: [String] = []

  private let old: SVGDocument
  private let new: SVGDocument
  private let alignment: ShapeAlignment
  private let names: (old: ShapeNames, new: ShapeNames)
  private let tolerance: Double
  private var found: [(rank: Rank, size: Double, sentence: String)] = []
  private var differences: [Changed] = []

  /// What is said first.
  private enum Rank: Int {
    case page
    case missing
    case new
    case data
    case geometry
    case style
    case order
    case words
  }

  private struct Changed {
    var pair: ShapeAlignment.Pair
    var difference: ShapeDifference
  }

  init(
    _ old: SVGDocument, _ new: SVGDocument, _ alignment: ShapeAlignment, tolerance: Double
  ) {
    self.old = old
    self.new = new
    self.alignment = alignment
    self.tolerance = tolerance
    names = Self.names(old, new, alignment)
    differences = alignment.pairs.lazy.filter { !$0.isEqual }.map { pair in
      Changed(
        pair: pair,
        difference: ShapeDifference(
          from: old.shapes[pair.old], to: new.shapes[pair.new], tolerance: tolerance))
    }
    describePage()
    describe(alignment.missing, names.old, .missing) { "\($0) missing" }
    describe(alignment.added, names.new, .new) { "\($0) \($1 ? "are" : "is") new" }
    describeExchanges()
    describeMoves()
    describeOutlines()
    describeStyles()
    describeOrder()
    let sorted = found.enumerated().sorted { a, b in
      (a.element.rank.rawValue, -a.element.size, a.offset)
        < (b.element.rank.rawValue, -b.element.size, b.offset)
    }
    sentences = sorted.map(\.element.sentence)
  }

  /// What the shapes of both are called; one that only one document names is called so in both.
  private static func names(
    _ old: SVGDocument, _ new: SVGDocument, _ alignment: ShapeAlignment
  ) -> (old: ShapeNames, new: ShapeNames) {
    // Of what is equal nothing is said.
    if alignment.isEqual { return (ShapeNames([], []), ShapeNames([], [])) }
    var before = old.shapes.map(\.title), after = new.shapes.map(\.title)
    for pair in alignment.pairs + alignment.reordered {
      if before[pair.old].isEmpty { before[pair.old] = after[pair.new] }
      if after[pair.new].isEmpty { after[pair.new] = before[pair.old] }
    }
    return (ShapeNames(old.shapes, before), ShapeNames(new.shapes, after))
  }

  private mutating func say(_ rank: Rank, _ sentence: String, size: Double = 0) {
    found.append((rank, size, sentence))
  }

  // MARK: - The page

  private mutating func describePage() {
    func size(_ document: SVGDocument) -> String {
      "\(decimal(document.size.x, places: 2)) x \(decimal(document.size.y, places: 2)) pt"
    }
    if old.size.distance(new.size) > tolerance {
      say(.page, "the page is \(size(new)) instead of \(size(old))")
    }
    for (what, before, after) in [
      ("title", old.title, new.title), ("description", old.summary, new.summary),
      ("role", old.root["role"] ?? "", new.root["role"] ?? ""),
    ] where before != after {
      let isCredit =
        what == "description" && [before, after].allSatisfy { $0.isEmpty || Self.isCredit($0) }
      let words = ShapeNames.shortened(before, after)
      let sentence = "the \(what) \(words.0) became \(words.1)"
      if isCredit { notes.append(sentence) } else { say(.words, sentence) }
    }
    if old.unreadRules != new.unreadRules {
      say(.style, "rules of the style sheet changed that are not understood")
    }
    if old.unread != new.unread {
      let changed = old.unread.filter { !new.unread.contains($0) }.first ?? "nothing"
      let other = new.unread.filter { !old.unread.contains($0) }.first ?? "nothing"
      let (before, after) = ShapeNames.shortened(changed, other)
      say(.style, "what is not understood of the document changed: \(before) became \(after)")
    }
  }

  /// Whether a description says by which program the file was written and not what is in it.
  private static func isCredit(_ text: String) -> Bool {
    let words = trimmedCSS(text).lowercased().split { $0.isWhitespace }
    return words.count >= 3
      && ["produced", "created", "generated", "made", "exported"].contains(words[0])
      && ["by", "with", "using"].contains(words[1])
  }

  // MARK: - Shapes that are not in both

  /// Says something of shapes, those of a kind and panel in one sentence if they are many.
  private mutating func describe(
    _ shapes: [Int], _ names: ShapeNames, _ rank: Rank, _ sentence: (String, Bool) -> String
  ) {
    let whole = names.wholePanels(shapes)
    for panel in whole.sorted() { say(rank, sentence("panel \(panel)", false), size: 2e6) }
    let rest = shapes.filter { !whole.contains(names.kind($0).panel ?? 0) }
    for group in names.grouped(rest) {
      let isMany = group.count > 2
      for part in isMany ? [group] : group.map({ [$0] }) {
        let isData = names.kind(group[0]).isData
        say(
          rank, names.panel(group[0]) + sentence(names.list(part), isMany),
          size: (isData ? 1e6 : 0) + Double(part.count))
      }
    }
  }

  private mutating func describe(
    _ shapes: [Int], _ names: ShapeNames, _ rank: Rank, _ sentence: (String) -> String
  ) {
    describe(shapes, names, rank) { list, _ in sentence(list) }
  }

  private mutating func describeOrder() {
    let all = alignment.pairs + alignment.reordered
    guard alignment.reordered.count <= 10 else {
      return say(.order, "\(alignment.reordered.count) shapes are drawn in another order")
    }
    var said: Set<Set<Int>> = []
    for pair in alignment.reordered {
      let crossed = all.filter { ($0.old < pair.old) != ($0.new < pair.new) && $0 != pair }
      let panel = names.old.panel(pair.old)
      if crossed.count == 1, let other = crossed.first {
        guard said.insert([pair.old, other.old]).inserted else { continue }
        let list = names.old.both(min(pair.old, other.old), max(pair.old, other.old))
        say(.order, "\(panel)\(list) are drawn in another order")
      } else {
        let isLater = pair.new > pair.old
        say(
          .order,
          "\(panel)\(names.old.name(pair.old)) is drawn \(isLater ? "later, over" : "earlier, under")"
            + " \(crossed.count) other shapes")
      }
    }
  }

  // MARK: - Shapes that changed

  /// Two texts that changed places, or two shapes of any kind.
  private mutating func describeExchanges() {
    let candidates = differences.indices.filter {
      guard differences[$0].difference.geometry != nil else { return false }
      return isOutlinedText(differences[$0].pair.old)
    }
    guard candidates.count <= 300 else { return }
    var done: Set<Int> = []
    for (offset, a) in candidates.enumerated() where !done.contains(a) {
      let first = differences[a].pair
      for b in candidates[(offset + 1)...] where !done.contains(b) {
        let second = differences[b].pair
        guard exchanged(first, second) else { continue }
        done.formUnion([a, b])
        say(
          .data,
          names.old.panel(first.old) + names.old.both(first.old, second.old) + " changed places")
        break
      }
    }
    differences = differences.indices.filter { !done.contains($0) }.map { differences[$0] }
  }

  private func exchanged(_ a: ShapeAlignment.Pair, _ b: ShapeAlignment.Pair) -> Bool {
    let oldA = old.shapes[a.old], newA = new.shapes[a.new]
    let oldB = old.shapes[b.old], newB = new.shapes[b.new]
    if oldA.hasForm(of: oldB, tolerance) { return false }
    if oldA.hasForm(of: newB, tolerance), oldB.hasForm(of: newA, tolerance) { return true }
    return oldA.hasForm(of: newA, tolerance) && oldB.hasForm(of: newB, tolerance)
      && oldA.bounds.center.distance(newB.bounds.center) < 3
      && oldB.bounds.center.distance(newA.bounds.center) < 3
  }

  private mutating func describeMoves() {
    let moved = differences.compactMap { changed -> (Int, SIMD2<Double>)? in
      guard case .moved(let move) = changed.difference.geometry else { return nil }
      return (changed.pair.old, move)
    }
    let moves = ShapeMoves(moved, names.old, tolerance: tolerance)
    for group in moves.together {
      let isOfData = group.shapes.contains { names.old.kind($0).isData }
      let isAll = group.shapes.count >= max(5, alignment.pairs.count - 1)
      say(
        isOfData ? .data : .geometry,
        names.old.panel(group.shapes[0]) + (isAll ? "everything" : names.old.list(group.shapes))
          + " moved \(ShapeNames.way(group.move))",
        size: group.move.length)
    }
    for group in moves.scattered {
      say(
        .geometry,
        names.old.panel(group.shapes[0]) + names.old.list(group.shapes)
          + " moved, by up to \(decimal(group.farthest)) pt",
        size: group.farthest)
    }
  }

  private mutating func describeOutlines() {
    let rest = differences.filter {
      switch $0.difference.geometry {
      case nil, .moved: false
      default: true
      }
    }
    let byShape = Dictionary(uniqueKeysWithValues: rest.map { ($0.pair.old, $0) })
    for shapes in names.old.grouped(rest.map(\.pair.old)) {
      let isOfData = names.old.kind(shapes[0]).isData
      let panel = names.old.panel(shapes[0])
      let all = shapes.compactMap { byShape[$0] }
      if shapes.count <= (isOfData ? 8 : 3) {
        for part in all.map(outlineSentence) {
          say(isOfData ? .data : .geometry, panel + part.sentence, size: part.size)
        }
        continue
      }
      let isOther = all.map(isAnotherText)
      let texts = zip(all, isOther).filter(\.1).map(\.0.pair.old)
      if !texts.isEmpty {
        say(.geometry, "\(panel)\(names.old.list(texts)) became other texts")
      }
      let off = zip(all, isOther).filter { !$0.1 }.map(\.0)
      if off.isEmpty { continue }
      let farthest = off.map { distance($0.difference.geometry) }.max() ?? 0
      let isText = isOutlinedText(shapes[0])
      let verb = off.count == 1 ? isText ? "is" : "has points" : isText ? "are" : "have points"
      say(
        isOfData ? .data : .geometry,
        "\(panel)\(names.old.list(off.map(\.pair.old))) \(verb) off by up to "
          + "\(decimal(farthest)) pt", size: farthest)
    }
  }

  /// Whether a shape is said to be words that are drawn as outlines.
  private func isOutlinedText(_ shape: Int) -> Bool {
    old.shapes[shape].content == nil && names.old.words(shape) != nil
  }

  /// Whether a text is said to read otherwise.
  private func isAnotherText(_ changed: Changed) -> Bool {
    isOutlinedText(changed.pair.old)
      && names.old.words(changed.pair.old) != names.new.words(changed.pair.new)
  }

  /// How far an outline is off, in points.
  private func distance(_ geometry: ShapeDifference.Geometry?) -> Double {
    switch geometry {
    case .length(let before, let after): abs(after - before)
    case .points(_, let distance), .outline(_, _, let distance): distance
    case .moved, nil: 0
    }
  }

  private func outlineSentence(_ changed: Changed) -> (sentence: String, size: Double) {
    let shape = changed.pair.old, name = names.old.name(shape)
    if isAnotherText(changed) {
      let after = names.new.words(changed.pair.new)
      return ("\(name) became \(after.map { "'\($0)'" } ?? "another text")", 0)
    }
    func pieces(_ count: Int) -> String { count == 1 ? "1 point" : "\(count) points" }
    switch changed.difference.geometry {
    case .length(let before, let after):
      return (
        "\(name) is \(decimal(after)) pt long instead of \(decimal(before)) pt",
        abs(after - before)
      )
    case .points(let count, let distance):
      let much = count == 1 ? "by" : "by up to"
      return ("\(name): \(pieces(count)) off \(much) \(decimal(distance)) pt", distance)
    case .outline(let before, let after, let distance):
      let off = distance > tolerance ? ", off by up to \(decimal(distance)) pt" : ""
      if before == after { return ("\(name) has other lines between its points\(off)", distance) }
      return ("\(name) has \(pieces(after)) instead of \(before)\(off)", distance)
    case .moved, nil: return ("", 0)
    }
  }

  private mutating func describeStyles() {
    var order: [String] = []
    var shapes: [String: [Int]] = [:]
    for changed in differences {
      for change in changed.difference.style {
        let key = names.old.panel(changed.pair.old) + "\u{0}" + change
        if shapes[key] == nil { order.append(key) }
        shapes[key, default: []].append(changed.pair.old)
      }
    }
    for key in order {
      let parts = key.split(separator: "\u{0}", omittingEmptySubsequences: false)
      guard parts.count > 1, let shapes = shapes[key] else { continue }
      let isOfData = shapes.contains { names.old.kind($0).isData }
      say(
        .style, "\(parts[0])\(names.old.list(shapes)): \(parts[1])",
        size: (isOfData ? 1e6 : 0) + Double(shapes.count))
    }
  }
}
