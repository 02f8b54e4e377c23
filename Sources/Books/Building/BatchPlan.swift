internal import Work
internal import Figures
internal import Wording

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
  /// The files in which something is left alone, such as calls that cannot be read.
  var remarked: Set<String> = []
  var summary = BatchSummary()
}

extension Batch {
  /// Reads everything once, reports what is wrong, and finds what has changed.
  func plan(_ manifest: Manifest) throws -> BatchPlan {
    var plan = BatchPlan()
    plan.isComplete = sources.allSatisfy(\.isWhole)
    let problems = ProblemList(reporter)
    var wanted = Set(options.only).subtracting(options.otherNames)
    let others = OtherFigures(self, manifest)
    var names = FigureNames(reserved: chosenNames(sources), isTaken: others.have)
    read(sources) { reading in
      switch reading {
      case .problem(let problem):
        plan.isComplete = false
        problems.add(problem)
      case .remark(let remark):
        reporter.remark("\(remark.place): \(remark.message)")
        plan.remarked.insert(origins[remark.place.file] ?? remark.place.file)
      case .figure(let entry):
        let index = plan.tasks.count
        plan.tasks.append(.keep)
        plan.names.append("")
        plan.formats.append([])
        plan.summary.figures += 1
        do {
          try take(entry, at: index, into: &plan, manifest, &names, others)
          wanted.remove(plan.names[index])
        } catch {
          // Nobody knows which files a figure without a name has.
          if plan.names[index].isEmpty { plan.isComplete = false }
          for problem in self.problems(error, in: entry) { problems.add(problem) }
        }
      }
    }
    if Interruption.signal != nil { plan.isComplete = false }
    problems.finish()
    plan.summary.failed = problems.count
    plan.summary.names = plan.names
    if let unknown = wanted.sorted().first, plan.isComplete {
      throw BatchError.unknownFigure(unknown, nearest: nearest(to: unknown, among: plan.names))
    }
    return plan
  }

  /// Names a figure, and finds out what is to be done with it.
  private func take(
    _ entry: FigureEntry, at index: Int, into plan: inout BatchPlan, _ manifest: Manifest,
    _ names: inout FigureNames, _ others: OtherFigures
  ) throws {
    let settings = settings(of: entry)
    let name = try names.take(entry.name ?? settings.drawing().name, for: entry)
    if let objection = OutputFolder.objection(to: name) {
      throw Problem(at: entry.place, objection)
    }
    plan.names[index] = name
    plan.indices[name] = index
    if let clash = others.clash(with: name) { throw Problem(at: entry.place, clash) }
    let formats = try settings.batchFormats()
    plan.formats[index] = formats
    let isWanted =
      (options.only.isEmpty || options.only.contains(name))
      && options.shard?.has(figureAt: index) != false
    for format in formats {
      let obstacle = folder.obstacle(to: "\(name).\(format.rawValue)")
      if let obstacle { throw Problem(at: entry.place, obstacle) }
    }
    let isKnown = try isWanted && isUnchanged(name, settings, formats, manifest)
    // What is known was drawn once, and so can be read.
    if !isKnown { _ = try settings.drawing() }
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
    return record.files.allSatisfy { folder.has($0, since: record.time) }
  }

  /// What is wrong with a figure, each at the place where it stands.
  package func problems(_ error: any Error, in entry: FigureEntry) -> [Problem] {
    sources.problems(error, in: entry)
  }

  /// What is wrong with a figure, at the place where it stands.
  package func problem(_ error: any Error, in entry: FigureEntry) -> Problem {
    sources.problem(error, in: entry)
  }
}
