internal import Glibc
internal import Plotting
internal import Typesetting
internal import Wording

/// Makes of Cairo's SVG one that is the same on every run, that says what it draws, and that can be
/// read aloud.
///
/// Cairo numbers ids by a counter of the process, so the same figure differs from run to run and
/// two figures in one page collide. Ids become those of the figure: numbered in order of
/// appearance, behind a prefix made from a hash of everything that is drawn and said. Each path gets
/// the classes of the element whose number its colours carry, and text its words; see
/// `ElementNumber`.
struct SVGFilter {
  private let bytes: [UInt8]
  private let scene: Scene
  /// The document but for ids, and where they stand in it.
  private var text: [UInt8] = []
  private var ids: [(place: Int, number: Int)] = []
  private var known: [String: Int] = [:]
  private let hasPanels: Bool

  /// Reads a document that was drawn of a scene with its elements numbered.
  init(_ bytes: [UInt8], of scene: Scene) {
    self.bytes = bytes
    self.scene = scene
    hasPanels = scene.elements.contains { $0.panel ?? 0 > 0 }
    text.reserveCapacity(bytes.count + 4096)
    rewrite()
  }

  /// The document as it is published.
  var document: [UInt8] {
    let title = markup(scene.title), summary = markup(scene.summary)
    var hash = Hash()
    hash.add(text[...])
    for id in ids { hash.add([UInt8(truncatingIfNeeded: id.number)]) }
    hash.add(Array(title.utf8)[...])
    hash.add(Array(summary.utf8)[...])
    let prefix = "actplot-" + String(hash.value, radix: 36)
    var output: [UInt8] = []
    output.reserveCapacity(text.count + 512)
    var start = 0
    for id in ids {
      output += text[start..<id.place]
      output += "\(prefix)-\(id.number)".utf8
      start = id.place
    }
    output += text[start...]
    return Self.describe(output, prefix: prefix, title: title, summary: summary)
  }

  /// Takes the ids out, and names the paths.
  private mutating func rewrite() {
    var openings = Opening.Kind.allCases.map { Opening($0, in: bytes) }
    var start = 0
    /// Where the attributes of a path begin that has no name yet.
    var path: Int?
    while let (kind, first) = Opening.next(of: openings) {
      text += bytes[start..<first]
      start = first
      switch kind {
      case .path: path = text.count
      case .color:
        guard let color = PathColor(bytes, at: first) else { break }
        let number = color.number
        if let place = path, scene.elements.indices.contains(number - 1) {
          text.insert(contentsOf: name(scene.elements[number - 1]), at: place)
        }
        path = nil
        color.write(to: &text)
        start = color.end
      case .ownID, .reference, .link:
        start =
          bytes[first...].firstIndex { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ")") }
          ?? bytes.count
        let id = String(decoding: bytes[first..<start], as: UTF8.self)
        let number = known[id] ?? known.count + 1
        known[id] = number
        ids.append((text.count, number))
        path = nil
      }
      for index in openings.indices { openings[index].advance(in: bytes, to: start) }
    }
    text += bytes[start...]
  }

  // MARK: Names

  /// The attributes that say what a path is.
  private func name(_ element: Scene.Element) -> String.UTF8View {
    var name = " class=\"\(element.mark.classes)"
    if hasPanels, let panel = element.panel { name += " panel-\(panel + 1)" }
    name += "\""
    if case .text(let line) = element.shape {
      name += " aria-label=\"\(markup(line.string.onOneLine, isAttribute: true))\""
    }
    return name.utf8
  }

  /// Red and green of a colour as Cairo writes it, in percent, with the number of an element in them.
  private struct PathColor {
    private let red: Double
    private let green: Double
    /// What is between them.
    private let separator: ArraySlice<UInt8>
    /// Where they end.
    let end: Int

    init?(_ bytes: [UInt8], at start: Int) {
      var end = start
      guard let red = Self.number(bytes, &end) else { return nil }
      let first = end
      while end < bytes.count, "%, ".utf8.contains(bytes[end]) { end += 1 }
      separator = bytes[first..<end]
      guard let green = Self.number(bytes, &end) else { return nil }
      (self.red, self.green, self.end) = (red, green, end)
    }

    var number: Int { ElementNumber.number(red: red, green: green) }

    func write(to text: inout [UInt8]) {
      Self.write(red, to: &text)
      text += separator
      Self.write(green, to: &text)
    }

    private static func number(_ bytes: [UInt8], _ place: inout Int) -> Double? {
      var digits = 0, scale = 1.0
      let start = place
      var hasPoint = false
      while place < bytes.count {
        let byte = bytes[place]
        if byte == UInt8(ascii: "."), !hasPoint {
          hasPoint = true
        } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), place - start < 16 {
          digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
          if hasPoint { scale *= 10 }
        } else {
          break
        }
        place += 1
      }
      return place == start ? nil : Double(digits) / scale
    }

    /// Writes the level that a channel has without the number, as Cairo would: to a millionth of a
    /// percent, without zeros at the end.
    private static func write(_ percent: Double, to text: inout [UInt8]) {
      let millionths = (ElementNumber.level(percent) * 200_000_000 + 255) / 510
      text += String(millionths / 1_000_000).utf8
      var rest = millionths % 1_000_000, unit = 100_000
      if rest > 0 { text.append(UInt8(ascii: ".")) }
      while rest > 0 {
        text.append(UInt8(ascii: "0") + UInt8(rest / unit))
        rest %= unit
        unit /= 10
      }
    }
  }

  // MARK: Words in bytes

  /// What stands before something that is rewritten, looked for from one place to the next.
  private struct Opening {
    enum Kind: String, CaseIterable {
      case ownID = " id=\""
      case reference = "=\"#"
      case link = "url(#"
      case path = "<path"
      case color = "rgb("
    }

    private let kind: Kind
    private let word: String
    /// The end of the next one; `Int.max` if there are no more.
    private var end: Int

    init(_ kind: Kind, in bytes: [UInt8]) {
      self.kind = kind
      word = kind.rawValue
      end = SVGFilter.find(word, in: bytes, from: 0) ?? .max
    }

    static func next(of openings: [Opening]) -> (Kind, Int)? {
      var first = openings[0]
      for opening in openings where opening.end < first.end { first = opening }
      return first.end < .max ? (first.kind, first.end) : nil
    }

    mutating func advance(in bytes: [UInt8], to start: Int) {
      if end < start + word.utf8.count {
        end = SVGFilter.find(word, in: bytes, from: start) ?? .max
      }
    }
  }

  /// The end of the first occurrence of a word.
  ///
  /// By the last byte of the word, which memchr finds fast in whatever way this is compiled.
  private static func find(_ word: String, in bytes: [UInt8], from start: Int) -> Int? {
    var word = word
    return word.withUTF8 { word in
      bytes.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress, let text = word.baseAddress, let last = word.last else {
          return nil
        }
        var place = start + word.count - 1
        while place < bytes.count, let found = memchr(base + place, CInt(last), bytes.count - place)
        {
          place = UnsafeRawPointer(found) - base + 1
          if memcmp(base + place - word.count, text, word.count) == 0 { return place }
        }
        return nil
      }
    }
  }

  // MARK: Words for readers

  /// Names the document for screen readers: role, title and description.
  private static func describe(
    _ bytes: [UInt8], prefix: String, title: String, summary: String
  ) -> [UInt8] {
    guard let start = find("<svg ", in: bytes, from: 0),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return bytes }
    let label = """
      role="img" aria-labelledby="\(prefix)-title \(prefix)-desc">
      <title id="\(prefix)-title">\(title)</title>
      <desc id="\(prefix)-desc">\(summary)</desc>
      """
    return Array(bytes[..<end]) + Array(" \(label)".utf8) + Array(bytes[(end + 1)...])
  }

  /// FNV-1a, 64 bits: spreads well enough to tell figures apart, and is the same everywhere, which
  /// Swift's own hashing is not.
  private struct Hash {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: ArraySlice<UInt8>) {
      bytes.withUnsafeBufferPointer { bytes in
        var index = 0
        while index < bytes.count {
          value = (value ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01b3
          index += 1
        }
      }
    }
  }
}
