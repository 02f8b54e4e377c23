internal import Figures
internal import Plotting

extension Batch {
  /// The lines of figures that the manifest knows and the files, which could not be read to their
  /// ends, may have or not.
  func others(_ plan: BatchPlan, _ manifest: Manifest) -> [String] {
    guard options.shard == nil else { return [] }
    return manifest.records.keys.filter { plan.indices[$0] == nil }.sorted()
      .compactMap { manifest.line(of: $0, in: folder) }
  }

  /// The files that were written for figures that there are no more, or in formats that are not
  /// wanted any more; they are removed if that is wished, and named otherwise.
  ///
  /// - Returns: Those that are still there.
  func leftovers(
    _ plan: BatchPlan, _ manifest: Manifest, _ summary: inout BatchSummary
  ) -> [Manifest.FileRecord] {
    // A part does not know what the others own, nor does a file that was not read to its end.
    guard plan.isComplete, options.shard == nil else { return manifest.leftovers }
    var known: Set<String> = []
    let all = manifest.records.values.flatMap(\.files) + manifest.leftovers
    let unowned = all.filter { file in
      !owns(plan, file.path) && folder.status(of: file.path) != nil
        && known.insert(file.path).inserted
    }.sorted { $0.path < $1.path }
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
    // A manifest is a file like any other, and somebody may have written into it.
    guard OutputFolder.objection(to: file.path) == nil, folder.holds(file.path) else {
      reporter.remark("\(path) is not in the output folder and is left alone.")
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
