internal import Figures
internal import Plotting

extension Batch {
  /// The lines of figures that the manifest knows and the files, which could not be read to their
  /// ends, may have or not.
  func others(_ plan: BatchPlan, _ manifest: Manifest) -> [String] {
    guard !plan.isComplete else { return [] }
    return manifest.records.filter { plan.indices[$0.key] == nil && isOwn($0.value) }.keys.sorted()
      .compactMap { manifest.line(of: $0) }
  }

  /// Whether the manifest that is written replaces the one that a record is of.
  private func isOwn(_ record: Manifest.Record) -> Bool {
    options.shard == nil || record.manifest == Manifest.file(of: options.shard)
  }

  /// The files that were written for figures that there are no more, or in formats that are not
  /// wanted any more; they are removed if that is wished, and named otherwise.
  ///
  /// - Returns: Those that are still there.
  func leftovers(
    _ plan: BatchPlan, _ manifest: Manifest, _ summary: inout BatchSummary
  ) -> [Manifest.FileRecord] {
    // A file that was not read to its end may own any of them.
    guard plan.isComplete else { return manifest.leftovers }
    var known: Set<String> = []
    let all = manifest.records.values.filter { isOwn($0) }.flatMap(\.files) + manifest.leftovers
    let unowned = all.filter { file in
      !owns(plan, file.path) && folder.status(of: file.path) != nil
        && known.insert(file.path).inserted
    }.sorted { $0.path < $1.path }
    // The parts do not know of each other; the whole looks after all of them.
    guard options.shard == nil else { return unowned }
    guard options.prunes else {
      for file in unowned {
        reporter.remark(
          "\(folder.path(of: file.path)) is of no figure any more; --prune removes it.")
      }
      summary.unowned = unowned.count
      return unowned
    }
    let kept = unowned.filter { !prune($0) }
    summary.unowned = kept.count
    summary.removed = unowned.count - kept.count
    return kept
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
