package import Figures
package import Files
internal import Work
internal import Glibc

/// Many figures that go into one folder, with a manifest of what is there.
///
/// The files that describe them are read twice: first names and settings are checked and what has
/// changed is found, then that is drawn. Neither keeps more than a few words of each figure, so that
/// memory does not grow with pictures.
package struct Batch: Sendable {
  /// What describes the figures, in order.
  package let sources: [any FigureSource]
  package let options: Options
  package let reporter: any BatchReporter
  let folder: OutputFolder
  let keys = FigureKeys()
  /// The paths of the sources from the output folder, by their paths as they were given.
  let origins: [String: String]

  /// What is done with the figures.
  package struct Options: Sendable {
    /// The folder that files go to.
    package var folder = "output"
    /// Settings that go before those of every figure.
    package var overrides = FigureSettings()
    /// How many threads draw.
    package var jobs = 1
    /// The names of the figures that are wanted; all if empty.
    package var only: [String] = []
    /// Whether each figure is handed over as SVG too, whatever its files are.
    package var needsSVG = false
    /// Names that may be asked for although no figure has them.
    package var otherNames: Set<String> = []
    /// The part of the figures that is wanted.
    package var shard: Shard?
    /// Whether files that no figure owns any more are removed.
    package var prunes = false
    /// Whether a check finds fault with files that no figure owns any more.
    package var isStrict = false
    /// Whether the good figures are drawn although some cannot be read.
    package var keepsGoing = false
    /// Reads a file of figures that is not of this batch, to see which of the folder's it still
    /// describes. Without it a file that is there is taken to describe all that it ever did.
    package var reading: @Sendable (_ path: String) -> (any FigureSource)? = { _ in nil }

    package init() {}
  }

  /// How many threads can run at once.
  package static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  package init(
    _ sources: [any FigureSource], options: Options, reporter: any BatchReporter
  ) {
    self.sources = sources
    self.options = options
    self.reporter = reporter
    folder = OutputFolder(path: options.folder)
    let paths = sources.map { ($0.path, relativePath(of: $0.origin, from: options.folder)) }
    origins = Dictionary(paths) { first, _ in first }
  }

  /// The name of the manifest in the output folder.
  package var manifestFile: String { Manifest.file(of: options.shard) }

  /// Draws what has changed, and writes the manifest.
  ///
  /// - Throws: `BatchError` or `FileError` for what concerns no single figure.
  package func build() throws -> BatchSummary {
    let lock = lock()
    let manifest = try Manifest(in: folder)
    let plan = try plan(manifest)
    if lock != nil || isStopped(plan) || Interruption.signal != nil {
      return try withExtendedLifetime(lock) { try carryOut(plan, manifest, meaning: .write) }
    }
    // The folder is new. If another batch has made it meanwhile, what it wrote counts.
    try makeFolder(folder.path)
    return try withExtendedLifetime(self.lock()) {
      let manifest = try Manifest(in: folder)
      let plan = manifest.files.isEmpty ? plan : try self.plan(manifest)
      return try carryOut(plan, manifest, meaning: .write)
    }
  }

  /// The parts of a batch are drawn at the same time, anything else one after the other.
  private func lock() -> FolderLock? {
    FolderLock(
      folder.path, isShared: options.shard != nil,
      isInterrupted: { Interruption.signal != nil }
    ) {
      reporter.remark("Another batch writes into \(folder.path); waiting for its end.")
    }
  }

  /// Compares the files with what would be drawn, and writes nothing.
  ///
  /// - Throws: As `build()` does.
  package func check() throws -> BatchSummary {
    let manifest = try Manifest(in: folder)
    let plan = try plan(manifest)
    var summary = try carryOut(plan, manifest, meaning: .compare)
    if options.isStrict, summary.signal == nil { _ = leftovers(plan, manifest, &summary) }
    return summary
  }

  /// Draws every wanted figure and hands it over, on whichever thread drew it; nothing is written.
  ///
  /// - Parameter expecting: Is told first which files the batch would have, wanted or not.
  /// - Throws: As `build()` does.
  package func deliver(
    expecting: (BatchFiles) throws -> Void,
    to receive: @escaping @Sendable (DeliveredFigure) -> Void
  ) throws -> BatchSummary {
    let plan = try plan(Manifest())
    try expecting(BatchFiles(plan))
    return try carryOut(plan, Manifest(), meaning: .deliver(receive))
  }

  /// Whether figures cannot be read, and the others are not wanted without them.
  private func isStopped(_ plan: BatchPlan) -> Bool {
    plan.summary.failed > 0 && !options.keepsGoing
  }

  /// Does what is planned. Where some figures cannot be read, the others are only looked at, unless
  /// wished otherwise, so that everything that is wrong is told at once.
  private func carryOut(
    _ plan: BatchPlan, _ manifest: Manifest, meaning mode: Mode
  ) throws -> BatchSummary {
    guard Interruption.signal == nil else {
      var summary = plan.summary
      summary.signal = Interruption.signal
      return summary
    }
    var summary = try carryOut(plan, manifest, isStopped(plan) ? .rehearse : mode)
    summary.isStopped = isStopped(plan)
    return summary
  }

  /// Whether the files say anything of figures.
  package func hasFigures() -> Bool {
    var found = false
    read(sources) { _ in found = true }
    return found
  }

  /// The paths of the files that decide the figures, those that describe them first; fonts, which belong
  /// to the system, are left out.
  package func dependencies() -> [String] {
    var files: Set<String> = []
    forEachFigure { files.formUnion(settings(of: $1).files) }
    let own = sources.map(\.path).filter { $0 != standardInputPath }
    return own + files.subtracting(own).sorted()
  }

  /// Calls `body` with each wanted figure, in order, and draws nothing.
  package func list(_ body: (_ name: String, FigureEntry) -> Void) throws -> BatchSummary {
    let plan = try plan(Manifest())
    forEachFigure { index, entry in
      if plan.tasks[index] == .draw { body(plan.names[index], entry) }
    }
    return plan.summary
  }

  /// Calls `body` with every figure that can be read and its place in the batch, from 0.
  ///
  /// - Returns: How many there were until the batch was interrupted.
  @discardableResult
  func forEachFigure(_ body: (Int, FigureEntry) -> Void) -> Int {
    var index = 0
    read(sources) { reading in
      guard case .figure(let entry) = reading else { return }
      body(index, entry)
      index += 1
    }
    return index
  }

  /// Calls `body` with all that files say, until the batch is interrupted.
  func read(_ sources: [any FigureSource], _ body: (Reading) -> Void) {
    for source in sources {
      try? source.read { reading in
        guard Interruption.signal == nil else { throw Interrupted() }
        body(reading)
      }
    }
  }

  /// The path of the file that describes a figure, from the output folder.
  func origin(of entry: FigureEntry) -> String { origins[entry.place.file] ?? entry.place.file }

  /// What a figure is told, with the settings that go before its own.
  func settings(of entry: FigureEntry) -> FigureSettings {
    var settings = entry.settings
    for name in options.overrides.names { settings[name] = options.overrides[name] }
    return settings
  }
}

/// A figure that was drawn.
package struct DeliveredFigure: Sendable {
  package let name: String
  /// The paths that its files would have, and their bytes.
  package let files: [String]
  package let images: [[UInt8]]
  /// The figure as SVG, if that is a file of it or asked for.
  package let svg: [UInt8]?
}

/// The files that a batch has when it is drawn.
package struct BatchFiles {
  /// The paths of all files below the folder.
  package let all: Set<FileName>
  /// Those of them that are asked for.
  package let wanted: Set<FileName>
  /// Whether everything could be read, so that there are no others.
  package let isComplete: Bool

  init(_ plan: BatchPlan) {
    var all: Set<FileName> = [], wanted: Set<FileName> = []
    for (index, name) in plan.names.enumerated() {
      let files = plan.formats[index].map { FileName("\(name).\($0.rawValue)") }
      all.formUnion(files)
      if plan.tasks[index] == .draw { wanted.formUnion(files) }
    }
    self.all = all
    self.wanted = wanted
    isComplete = plan.isComplete && plan.summary.failed == 0
  }
}

/// Ends the reading of a file.
private struct Interrupted: Error {}

extension FigureSettings {
  /// The image formats, those of the command line if nothing is said.
  func batchFormats() throws -> [ImageFormat] {
    let formats = try formats()
    return formats.isEmpty ? ImageFormat.standard : formats
  }
}
