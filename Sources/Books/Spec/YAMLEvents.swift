internal import CYAML
internal import Files
internal import Wording

/// A place in YAML as libyaml counts: lines and scalars from 0.
struct YAMLMark: Sendable, Hashable {
  var line: Int32
  var column: Int32
}

/// What is met in YAML from its start to its end.
struct YAMLEvent {
  enum Kind {
    /// A text as it is written, or as its quotes have it; a plain one has no quotes and no tag.
    case scalar(String, isPlain: Bool)
    case listStart, listEnd, mappingStart, mappingEnd
    case alias(of: String)
    case documentStart
    case end
  }
  let kind: Kind
  let mark: YAMLMark
  var anchor: String?
  var tag: String?
}

/// The events of a text, from libyaml's parser, which is freed with this.
final class YAMLEvents {
  private let source: SourceText
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var offset = 0

  /// The events of a text that `SourceText.check` finds nothing wrong with.
  init(_ source: SourceText) throws(Problem) {
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      throw source.problem(at: YAMLMark(line: 0, column: 0), "There is no memory to read YAML.")
    }
    self.source = source
    self.parser = parser
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    // The parser lives no longer than the object, so the reference need not count.
    yaml_parser_set_input(
      parser,
      { object, buffer, size, count in
        guard let object, let buffer, let count else { return 0 }
        let events = Unmanaged<YAMLEvents>.fromOpaque(object).takeUnretainedValue()
        count.pointee = events.copyBytes(to: UnsafeMutableBufferPointer(start: buffer, count: size))
        return 1
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  private func copyBytes(to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let count = min(buffer.count, source.bytes.count - offset)
    _ = buffer.update(fromContentsOf: source.bytes[offset..<offset + count])
    offset += count
    return count
  }

  /// The next event; at the end, the end again and again.
  ///
  /// - Throws: What is not YAML; nothing can be read after it.
  func next() throws(Problem) -> YAMLEvent {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxProblem() }
      defer { yaml_event_delete(&event) }
      if let event = Self.event(event) { return event }
    }
  }

  private static func event(_ event: yaml_event_t) -> YAMLEvent? {
    let mark = YAMLMark(event.start_mark), data = event.data
    func made(
      _ kind: YAMLEvent.Kind, _ anchor: UnsafeMutablePointer<UInt8>? = nil,
      _ tag: UnsafeMutablePointer<UInt8>? = nil
    ) -> YAMLEvent {
      YAMLEvent(
        kind: kind, mark: mark, anchor: anchor.map { String(cString: $0) },
        tag: tag.map { String(cString: $0) })
    }
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = data.scalar
      let text = String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE && scalar.plain_implicit == 1
      return made(.scalar(text, isPlain: isPlain), scalar.anchor, scalar.tag)
    case YAML_SEQUENCE_START_EVENT:
      return made(.listStart, data.sequence_start.anchor, data.sequence_start.tag)
    case YAML_MAPPING_START_EVENT:
      return made(.mappingStart, data.mapping_start.anchor, data.mapping_start.tag)
    case YAML_SEQUENCE_END_EVENT: return made(.listEnd)
    case YAML_MAPPING_END_EVENT: return made(.mappingEnd)
    case YAML_ALIAS_EVENT:
      return made(.alias(of: data.alias.anchor.map { String(cString: $0) } ?? ""))
    case YAML_DOCUMENT_START_EVENT: return made(.documentStart)
    // After the end of the stream libyaml gives events of no type.
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return made(.end)
    default: return nil
    }
  }

  private func syntaxProblem() -> Problem {
    let state = parser.pointee
    guard state.error != YAML_MEMORY_ERROR, let words = state.problem else {
      return source.problem(
        at: YAMLMark(state.mark), "There is no memory to read on; split the file.")
    }
    let problem = String(cString: words)
    if problem == "found invalid Unicode character escape code" {
      // The mark is behind the backslash and the letter.
      var mark = YAMLMark(state.problem_mark)
      mark.column -= 2
      return source.problem(at: mark, Self.message(onEscape: source.text(from: mark)))
    }
    let remedy = Self.remedy(
      for: problem, startingInLine: source.place(YAMLMark(state.context_mark)).line)
    return source.problem(
      at: YAMLMark(state.problem_mark), "This is not YAML (\(problem))\(remedy)")
  }

  /// What is wrong with the escape that a text starts with, and is none of YAML's.
  private static func message(onEscape text: String) -> String {
    let pair = text.prefix(12)
    guard let character = JSONNode("\"\(pair)\"".utf8)?.text?.unicodeScalars, character.count == 1
    else {
      let escape = text.prefix(text.hasPrefix("\\U") ? 10 : 6)
      return
        "The escape \(quoted(escape)) stands for no character; write the character itself, or \\U"
        + " and the eight digits of its code."
    }
    let code = String(character.first?.value ?? 0, radix: 16)
    return "The escape \(quoted(pair)) is one character in halves, which JSON has and YAML has not;"
      + " write \(quoted(String(character))) itself, or \\U"
      + "\(String(repeating: "0", count: 8 - code.count))\(code)."
  }

  private static func remedy(for problem: String, startingInLine line: Int) -> String {
    switch problem {
    case "mapping values are not allowed in this context":
      "; a text with “: ” in it goes in quotes, and the keys of a mapping start in one column."
    case "found character that cannot start any token":
      "; a text that starts with @, `, % or a tab goes in quotes, and lines are indented with spaces."
    case "found unexpected end of stream":
      "; close the quotes that open in line \(line)."
    case "did not find expected key", "did not find expected '-' indicator":
      "; the entries of a mapping or list start in one column, that from line \(line) in its own."
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      "; close the bracket that opens in line \(line), with commas between its entries."
    case "could not find expected ':'":
      "; write KEY: VALUE, and text of several lines in quotes."
    case let problem where problem.contains("tab"): "; indent lines with spaces."
    default: "."
    }
  }
}

extension YAMLMark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int32(clamping: mark.line), column: Int32(clamping: mark.column))
  }
}
