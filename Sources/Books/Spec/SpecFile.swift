/// A YAML file of figures, or a block of YAML that is one figure.
///
///     output: figures
///     defaults: {precision: float32}
///     define: {"softclip(x, a=1)": "clamp(x, -a, a)"}
///     styles:
///       gradient: {grad: true, ylabel: slope}
///     figures:
///       relu-grad: {functions: relu, style: gradient, caption: The gradient of relu.}
///       gelu:
///
/// A figure inherits the defaults, then its styles in order, each with its own styles before it; a
/// setting takes the place of the one that is inherited, but `set`, `let` and `define` do so name by
/// name. Every limit on what is read is a sentence when it is met, so that memory and time stay
/// bounded for any text.
package struct SpecFile: FigureSource {
  /// The folder for the figures as the file names it, relative to the file, and where it does.
  package let output: (path: String, place: Place)?
  package var path: String { source.file }
  private let source: SourceText
  private let header: SpecHeader

  /// After so many problems the reading stops.
  package static let maximumProblems = 1000

  /// Reads all but the figures; what is wrong with it comes first when they are read.
  ///
  /// - Parameters:
  ///   - bytes: The text, as `fileBytes` has it, or a part of it.
  ///   - path: The file that places are in.
  ///   - firstLine: The line of the file in which the text starts.
  ///   - columnOffset: How many characters of each line of the file stand before the text.
  package init(_ bytes: [UInt8], path: String, firstLine: Int = 1, columnOffset: Int = 0) {
    source = SourceText(bytes, file: path, firstLine: firstLine, columnOffset: columnOffset)
    header = SpecHeader(source)
    output = header.output.map { [source] in ($0.path, source.place($0.mark)) }
  }

  package func read(_ body: (Reading) throws -> Void) rethrows {
    var steps = SpecReadings(source, header)
    while let readings = steps.next() {
      for reading in readings { try body(reading) }
    }
  }

  package func problem(at place: Place, _ message: String) -> Problem? {
    place.file == source.file ? source.problem(at: place, message) : nil
  }
}

/// What reading a spec file gives, step by step.
private struct SpecReadings {
  private let source: SourceText
  private let header: SpecHeader
  private var figures: SpecFigures?
  private var hasBegun = false
  private var isOver = false
  private var problemCount = 0

  init(_ source: SourceText, _ header: SpecHeader) {
    self.source = source
    self.header = header
  }

  /// What comes next, which may be nothing; `nil` at the end.
  mutating func next() -> [Reading]? {
    guard !isOver else { return nil }
    do throws(Problem) {
      return limited(try step())
    } catch {
      isOver = true
      return [.problem(error)]
    }
  }

  private mutating func step() throws(Problem) -> [Reading] {
    guard hasBegun else {
      hasBegun = true
      isOver = !header.hasFigures
      let problems = header.problems.map { Reading.problem($0) }
      guard let (entries, mark) = header.figure else { return problems }
      let entry = SpecEntry(entries, as: .unnamedFigure, in: source)
      return problems + header.readings(of: entry, named: entry.name, at: mark)
    }
    if figures == nil { figures = try SpecFigures(source, header) }
    guard let readings = try figures?.next() else {
      isOver = true
      return []
    }
    return readings
  }

  private mutating func limited(_ readings: [Reading]) -> [Reading] {
    let room = SpecFile.maximumProblems - problemCount
    let problems = readings.compactMap { reading in
      if case .problem(let problem) = reading { problem } else { nil }
    }
    problemCount += problems.count
    guard problems.count >= room, let last = problems.prefix(room).last else { return readings }
    isOver = true
    return problems.prefix(room).map { .problem($0) } + [
      .problem(
        source.problem(
          at: last.place,
          "Here are \(SpecFile.maximumProblems) problems; mend them before the rest is read."))
    ]
  }
}
