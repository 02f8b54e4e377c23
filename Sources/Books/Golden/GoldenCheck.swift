internal import Files
internal import Glibc
package import Goldens
internal import Wording

/// Figures against their goldens in a folder.
package struct GoldenCheck: Sendable {
  package let goldens: ImageFolder
  package var tolerance = Tolerance.exact
  /// How many threads compare.
  package var jobs = 1
  /// The figures that are wanted, by the paths of their images with or without extension; all if
  /// empty.
  package var only: [String] = []
  /// Where pairs that differ are kept, so that they can be shown; `nil` if they are not.
  package var store: ImageStore?
  /// Whether an image in that state becomes its golden, or a golden without an image is removed.
  package var accepts: @Sendable (ComparedImage.State) -> Bool = { _ in false }
  /// Whether an image of a type that is not compared, and that is in one folder alone, is a failure,
  /// as between two folders that should be equal; such a golden is never made.
  package var needsOthers = false
  package let reporter: any BatchReporter

  package init(goldens: String, reporter: any BatchReporter) {
    self.goldens = ImageFolder(path: goldens)
    self.reporter = reporter
  }

  // MARK: What is compared

  /// Compares the images of a folder, and of the folders in it. A golden without its image is
  /// missing. Of images of types that are not compared the bytes have to be the same.
  ///
  /// - Throws: `BatchError` for a name in `only` that nothing has, or a folder without images, by
  ///   which every golden would be one too many.
  package func check(folder path: String) throws -> GoldenSummary {
    let images = ImageFolder(path: path)
    let found = try images.listing(), old = try goldens.listing()
    let there = found.images, known = old.images
    let others = found.others.union(old.others), unnamed = found.unnamed.union(old.unnamed)
    guard !there.isEmpty || !found.unnamed.isEmpty || needsOthers && !others.isEmpty else {
      throw BatchError.noImages(folder: path, others: found.others.sorted().map(\.text))
    }
    let compared = needsOthers ? others : found.others.intersection(old.others)
    let passedOver = others.subtracting(compared)
    let all = there.union(known).union(compared)
    try checkNames(among: all, others: passedOver)
    if only.isEmpty, !passedOver.isEmpty { reporter.remark(Self.remark(on: passedOver)) }
    let names = all.filter(isWanted).sorted()
    reporter.begin(names.count)
    RasterImage.keepMemory()
    let results = GoldenResults(reporter)
    let queue = WorkQueue<FileName>(capacity: 4 * jobs)
    let threads = try Threads(min(jobs, max(1, names.count))) {
      while let name = queue.pop() {
        guard Interruption.signal == nil else { continue }
        let result =
          compared.contains(name)
          ? self.compared(other: name, in: images)
          : there.contains(name)
            ? self.compared(name, with: known) { try images.bytes(of: name.text) }
            : absent(name, .missing, because: "The image is not there.")
        results.put(resolved(result))
      }
    }
    for name in names where Interruption.signal == nil { queue.push(name) }
    queue.close()
    threads.join()
    for name in unnamed where only.isEmpty { results.put(unnamedImage(name), isCounted: false) }
    return results.summary(problems: 0, signal: Interruption.signal)
  }

  /// Draws the figures of a batch and compares them. A golden of no figure is orphaned; one whose
  /// figure cannot be drawn is missing its image.
  ///
  /// - Throws: What `Batch.build()` throws, or `BatchError` if there are no figures, by which every
  ///   golden would be one too many.
  package func check(_ sources: [any FigureSource], options: Batch.Options) throws -> GoldenSummary
  {
    let old = try goldens.listing()
    let known = old.images
    var options = options
    options.folder = goldens.path
    options.jobs = jobs
    options.only = only.map { ImageFolder.isImage($0) ? FileName($0).stem : $0 }
    options.otherNames = Set(known.map(\.stem))
    let batch = Batch(sources, options: options, reporter: reporter)
    let results = GoldenResults(reporter)
    var files: BatchFiles?
    let summary = try batch.deliver { found in
      if found.isComplete, found.all.isEmpty { throw BatchError.noFigures }
      files = found
    } to: { figure in
      for (file, image) in zip(figure.files.map(FileName.init), figure.images)
      where isWanted(file) {
        results.put(resolved(compared(file, with: known) { image }), isCounted: false)
      }
    }
    // What could not be read may have goldens that nobody knows of.
    if let files, summary.signal == nil, !summary.isStopped {
      let found = results.names
      for file in files.wanted.subtracting(found) where known.contains(file) && isWanted(file) {
        // Whatever is accepted, the golden of a figure that is wanted stays.
        let missing = absent(file, .missing, because: "Its figure cannot be drawn.")
        results.put(GoldenOutcome(image: kept(missing)), isCounted: false)
      }
      if files.isComplete {
        for file in known.subtracting(files.all) where isWanted(file) {
          let orphan = absent(file, .orphaned, because: "No figure is drawn for it any more.")
          results.put(resolved(orphan), isCounted: false)
        }
        for name in old.unnamed where only.isEmpty {
          results.put(unnamedImage(name), isCounted: false)
        }
      }
    }
    return results.summary(problems: summary.failed, signal: summary.signal)
  }

  private func isWanted(_ file: FileName) -> Bool {
    only.isEmpty || only.contains(file.text) || only.contains(file.stem)
  }

  private func checkNames(among files: Set<FileName>, others: Set<FileName>) throws {
    let names = Set(files.map(\.text)), stems = Set(files.map(\.stem))
    guard let name = only.first(where: { !names.contains($0) && !stems.contains($0) }) else {
      return
    }
    if others.contains(FileName(name)) { throw BatchError.notCompared([name]) }
    throw BatchError.unknownImage(name, nearest: nearest(to: name, among: stems.sorted()))
  }

  /// That there are images which nobody looks at, and whose changes nobody sees.
  private static func remark(on others: Set<FileName>) -> String {
    "\(BatchError.notCompared(others.sorted().map(\.text)))"
  }

  // MARK: An image

  /// An image that cannot even be named, and so has no golden.
  private func unnamedImage(_ name: FileName) -> GoldenOutcome {
    GoldenOutcome(
      image: ComparedImage(
        name: name.text, state: .failed,
        problem: "The name is not in UTF-8, and cannot be told; rename it."))
  }

  /// Compares an image with its golden, if there is one.
  private func compared(
    _ name: FileName, with known: Set<FileName>, _ image: () throws -> [UInt8]
  ) -> ComparedImage {
    let hasGolden = known.contains(name)
    return ComparedImage(
      name.text, tolerance: tolerance, image: image,
      golden: hasGolden ? { try goldens.bytes(of: name.text) } : nil)
  }

  /// Compares an image of a type that is not compared: it is equal if its bytes are, and nothing is
  /// known of it otherwise.
  private func compared(other name: FileName, in images: ImageFolder) -> ComparedImage {
    let new = try? images.bytes(of: name.text), old = try? goldens.bytes(of: name.text)
    if let new, new == old { return ComparedImage(name: name.text, state: .equal) }
    let reason =
      old == nil ? "It has no golden" : new == nil ? "It is not there" : "Its bytes differ"
    return ComparedImage(
      name: name.text, state: .failed,
      problem: "\(reason), and \(BatchError.notCompared([name.text]))")
  }

  /// A golden without an image.
  private func absent(
    _ name: FileName, _ state: ComparedImage.State, because reason: String
  ) -> ComparedImage {
    ComparedImage(
      name: name.text, state: state, problem: reason,
      expected: store == nil ? nil : try? goldens.bytes(of: name.text))
  }

  /// Makes the image the golden if that is wished, and forgets what nobody looks at.
  private func resolved(_ image: ComparedImage) -> GoldenOutcome {
    var outcome = GoldenOutcome(image: image)
    if accepts(image.state) {
      do {
        outcome.isAccepted = try accept(image)
      } catch {
        outcome.error = "\(error)"
      }
    }
    let isShown = !outcome.isAccepted && image.state != .equal
    outcome.image = isShown ? kept(image) : image.withoutImages
    return outcome
  }

  /// What is kept of an image for reports.
  private func kept(_ image: ComparedImage) -> ComparedImage {
    store.map { image.kept(in: $0) } ?? image.withoutImages
  }

  /// Makes the image the golden, or removes one that has none.
  ///
  /// - Returns: Whether there was anything to do, and it could be done.
  private func accept(_ image: ComparedImage) throws -> Bool {
    if let obstacle = goldens.folder.obstacle(to: image.name) { throw Obstacle(obstacle) }
    switch image.state {
    case .equal: return false
    case .missing, .orphaned:
      guard goldens.folder.remove(image.name) else {
        throw FileError(path: goldens.folder.path(of: image.name), errorNumber: errno)
      }
      return true
    case .new, .changed, .failed:
      // What cannot be read would be no golden; it may be the golden that was damaged.
      guard let actual = image.actual, (try? ImageComparison.check(actual)) != nil else {
        return false
      }
      _ = try goldens.folder.write(actual, to: image.name)
      return true
    }
  }

  /// What stands where a golden would be, in a sentence.
  private struct Obstacle: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
      self.description = description
    }
  }
}
