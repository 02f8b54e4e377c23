internal import Activations
internal import Figures

/// What is to be done with each figure of a batch.
struct BatchPlan {
  enum Task: UInt8 {
    /// It is not wanted, or cannot be drawn: what is known of its files stays as it is.
    case keep
    /// Its files are there, and nothing that decides them has changed.
    case unchanged
    /// It is drawn, or compared.
    case draw
  }

  /// By the places of the figures in the batch.
  var tasks: [Task] = []
  var names: [String] = []
  /// The formats of each figure's files; none if they cannot be read.
  var formats: [[ImageFormat]] = []
  /// The places of the figures by name.
  var indices: [String: Int] = [:]
  /// Whether the files could be read to their ends, so that what they do not name is not wanted.
  var isComplete = true
  var summary = BatchSummary()
}

extension Batch {
  /// Reads everything once, reports what is wrong, and finds what has changed.
  func plan(_ manifest: Manifest) throws -> BatchPlan {
    var plan = BatchPlan()
    var problems = ProblemList(reporter)
    defer { problems.finish() }
    var wanted = Set(options.only)
    var lines: [String: Place] = [:]
    for source in sources {
      source.read { reading in
        switch reading {
        case .problem(let problem):
          plan.isComplete = false
          plan.summary.failed += 1
          problems.add(problem)
        case .remark(let remark): reporter.remark("\(remark.place): \(remark.message)")
        case .figure(let entry):
          let index = plan.tasks.count
          plan.tasks.append(.keep)
          plan.names.append("")
          plan.formats.append([])
          plan.summary.figures += 1
          do {
            try take(entry, at: index, into: &plan, manifest, &lines)
            wanted.remove(plan.names[index])
          } catch {
            plan.summary.failed += 1
            problems.add(problem(error, in: entry))
          }
        }
      }
    }
    if let unknown = wanted.sorted().first, plan.isComplete {
      throw BatchError.unknownFigure(
        unknown, nearest: nearest(to: unknown, among: plan.names))
    }
    return plan
  }

  /// Names a figure, and finds out what is to be done with it.
  private func take(
    _ entry: FigureEntry, at index: Int, into plan: inout BatchPlan, _ manifest: Manifest,
    _ places: inout [String: Place]
  ) throws {
    let settings = settings(of: entry)
    let name = try entry.name ?? settings.request().name
    if let objection = OutputFolder.objection(to: name) {
      throw Problem(at: entry.place, objection)
    }
    let key = name.lowercased()
    if let first = places[key] {
      throw Problem(
        at: entry.place,
        "There is a figure “\(name)” already, at \(first); give one of them another name, in more"
          + " than its capitals.")
    }
    places[key] = entry.place
    plan.names[index] = name
    plan.indices[name] = index
    let formats = try settings.batchFormats()
    plan.formats[index] = formats
    let isWanted =
      (options.only.isEmpty || options.only.contains(name))
      && options.shard?.has(figureAt: index) != false
    let isKnown = try isWanted && isUnchanged(name, settings, formats, manifest)
    // What is known was drawn once, and so can be read.
    if !isKnown { _ = try settings.request() }
    for format in formats where !folder.holds("\(name).\(format.rawValue)") {
      throw Problem(
        at: entry.place,
        "\(folder.path(of: "\(name).\(format.rawValue)")) is a link out of the output folder; remove"
          + " the link, or choose another name.")
    }
    guard isWanted else { return }
    plan.summary.selected += 1
    plan.tasks[index] = isKnown ? .unchanged : .draw
  }

  /// Whether the manifest knows the figure as it is now, and its files are as they were written.
  private func isUnchanged(
    _ name: String, _ settings: FigureSettings, _ formats: [ImageFormat], _ manifest: Manifest
  ) throws -> Bool {
    guard let record = manifest.records[name],
      record.files.map(\.path) == formats.map({ "\(name).\($0.rawValue)" }),
      try keys.key(
        of: settings, as: formats, dependsOnInstalledFonts: record.dependsOnInstalledFonts)
        == record.key
    else { return false }
    return record.files.allSatisfy { file in
      guard let status = folder.status(of: file.path), status.size == file.size else {
        return false
      }
      // What is older than the manifest was not touched since. Reading the others takes longer.
      return status.time <= record.time || folder.digest(of: file.path) == file.digest
    }
  }

  /// What is wrong with a figure, at the place where it stands.
  package func problem(_ error: any Error, in entry: FigureEntry) -> Problem {
    if let problem = error as? Problem, problem.line != nil { return problem }
    var place = (error as? Problem)?.place ?? entry.place
    var message = (error as? Problem)?.message ?? "\(error)"
    if let error = error as? SettingError {
      place = entry.place(of: error.setting)
      if error.setting == "functions" { message = error.problem }
    }
    return sources.lazy.compactMap { $0.problem(at: place, message) }.first
      ?? Problem(at: place, message)
  }
}

/// Tells each problem once, however many figures have it from one style, and not more than anybody
/// reads.
private struct ProblemList {
  private static let most = 1000
  private let reporter: any BatchReporter
  private var told: Set<Problem> = []
  private var more = 0

  init(_ reporter: any BatchReporter) {
    self.reporter = reporter
  }

  mutating func add(_ problem: Problem) {
    guard !told.contains(problem) else { return }
    guard told.count < Self.most else {
      more += 1
      return
    }
    told.insert(problem)
    reporter.report(problem)
  }

  /// Says how many were not told.
  func finish() {
    if more > 0 { reporter.remark("There are \(more) more problems; mend those above first.") }
  }
}
