internal import Figures
internal import Files

extension Batch {
  /// The lines of figures that the batch does not describe and yet are somebody's: those of other
  /// files, and all where the files could not be read to their ends.
  func others(_ plan: BatchPlan, _ manifest: Manifest) -> [String] {
    manifest.records.filter { name, record in
      plan.indices[name] == nil && isOwn(record)
        && (!plan.isComplete || !isOfThisBatch(record.source)) && isAsWritten(record)
    }.keys.sorted().compactMap { manifest.line(of: $0) }
  }

  /// Whether the manifest that is written replaces the one that a record is of.
  private func isOwn(_ record: Manifest.Record) -> Bool {
    options.shard == nil || record.manifest == Manifest.file(of: options.shard)
  }

  /// Whether one of the files of this batch described a figure.
  private func isOfThisBatch(_ source: String?) -> Bool {
    source.map(origins.values.contains) ?? false
  }

  /// Whether another file, which is still there, describes what has that record, or a document in a
  /// folder.
  func isOfAnotherFile(_ record: Manifest.Record) -> Bool {
    guard let source = record.source, !isOfThisBatch(source) else { return false }
    return resolvedPath(folder.path(of: source)) != nil
  }

  /// The path of a file by the path that the manifest has for it, as it would be typed.
  func path(ofSource source: String) -> String {
    relativePath(of: folder.path(of: source), from: ".")
  }

  /// Whether the files of a figure are as a manifest says. A new manifest must not vouch for files
  /// that were changed since the old one.
  func isAsWritten(_ record: Manifest.Record) -> Bool {
    record.files.allSatisfy { folder.has($0, since: record.time) }
  }

  /// The files that were written for figures of this batch that there are no more, or in formats that
  /// are not wanted any more; they are removed if that is wished, and named otherwise. Those that
  /// were written for other files are left to them.
  ///
  /// - Returns: Those that are still there.
  func leftovers(
    _ plan: BatchPlan, _ manifest: Manifest, _ summary: inout BatchSummary
  ) -> [Manifest.Leftover] {
    // A file that was not read to its end may own any of them.
    guard plan.isComplete else { return manifest.leftovers }
    var known: Set<String> = []
    let own = manifest.records.values.filter { isOwn($0) && isOfThisBatch($0.source) }
      .flatMap { record in
        record.files.map { Manifest.Leftover(file: $0, source: record.source) }
      }
    let unowned = (own + manifest.leftovers).filter { leftover in
      let path = leftover.file.path
      return !owns(plan, path) && folder.status(of: path) != nil && known.insert(path).inserted
    }.sorted { $0.file.path < $1.file.path }
    // The parts do not know of each other; the whole looks after all of them.
    guard options.shard == nil else { return unowned }
    let stray = remarkOnUnowned(plan, manifest)
    let concerned = unowned.filter { isOfThisBatch($0.source) }
    var removed: Set<Manifest.Leftover> = []
    for leftover in concerned {
      if options.prunes {
        if prune(leftover.file) { removed.insert(leftover) }
      } else {
        let path = leftover.file.path
        // A cell that can no longer be read leaves its figure behind.
        let isOfCell = leftover.source.map(plan.remarked.contains) ?? false
        reporter.remark(
          "\(folder.path(of: path)) is of no figure any more; "
            + (isOfCell ? "it may be of what is left alone, as said above, and " : "")
            + "--prune removes it.")
        reportLeftover(FileName(path).stem, [path])
      }
    }
    summary.removed = removed.count
    summary.unowned = concerned.count - removed.count + (options.isStrict ? stray : 0)
    return unowned.filter { !removed.contains($0) }
  }

  /// Tells of files that a check finds fault with.
  private func reportLeftover(_ name: String, _ files: [String]) {
    guard options.isStrict else { return }
    reporter.report(FigureReport(name: name, outcome: .leftover, files: files, written: []))
  }

  /// Names what no run will ever own: figures of files that are gone, and of files that nobody knows.
  ///
  /// - Returns: How many files these have.
  private func remarkOnUnowned(_ plan: BatchPlan, _ manifest: Manifest) -> Int {
    let unowned = manifest.records.filter { name, record in
      plan.indices[name] == nil && !isOfThisBatch(record.source) && !isOfAnotherFile(record)
        && isAsWritten(record)
    }
    for (source, names) in Dictionary(grouping: unowned.keys, by: { unowned[$0]?.source }) {
      let first = names.min() ?? "", more = names.count - 1
      let figures = more == 0 ? "The figure “\(first)” was" : "“\(first)” and \(more) more were"
      let reason =
        source.map { "for \(path(ofSource: $0)), which is not there any more" }
        ?? "by an earlier version, which did not note for which file"
      reporter.remark(
        "\(figures) drawn \(reason); remove the images from \(folder.path) if no book needs them.")
    }
    for (name, record) in unowned.sorted(by: { $0.key < $1.key }) {
      reportLeftover(name, record.files.map(\.path))
    }
    return unowned.reduce(0) { $0 + $1.value.files.count }
  }

  /// Whether a figure has that file.
  private func owns(_ plan: BatchPlan, _ file: String) -> Bool {
    guard let dot = file.lastIndex(of: "."), let index = plan.indices[String(file[..<dot])] else {
      return false
    }
    // Of a figure that cannot be read nobody knows the formats.
    let formats = plan.formats[index]
    return formats.isEmpty || formats.contains { $0.rawValue == file[file.index(after: dot)...] }
  }

  /// Removes a file that is as it was written; false if it stays.
  private func prune(_ file: Manifest.FileRecord) -> Bool {
    let path = folder.path(of: file.path)
    if let obstacle = folder.obstacle(to: file.path) {
      reporter.remark(obstacle)
      return false
    }
    guard folder.digest(of: file.path) == file.digest else {
      reporter.remark("\(path) was changed since it was drawn and is left alone.")
      return false
    }
    guard folder.remove(file.path) else {
      reporter.remark("\(path) cannot be removed; you may not write there.")
      return false
    }
    reporter.remark("Removed \(path).")
    return true
  }
}
