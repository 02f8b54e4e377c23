internal import Figures
internal import Files
internal import Work

/// A figure whose turn it is.
private struct Job: Sendable {
  let index: Int
  let name: String
  let formats: [ImageFormat]
  let task: BatchPlan.Task
  let entry: FigureEntry
}

extension Batch {
  /// What is done with the figures of a plan.
  enum Mode: Sendable {
    /// Those that have changed are drawn and written.
    case write
    /// Their files are compared with what would be drawn.
    case compare
    /// Those that have changed are laid out, to find what is wrong with them.
    case rehearse
    /// They are drawn and handed over.
    case deliver(@Sendable (DeliveredFigure) -> Void)

    var isWrite: Bool {
      if case .write = self { true } else { false }
    }

    /// Whether figures that have not changed are looked at too.
    fileprivate var wantsUnchanged: Bool {
      if case .compare = self { true } else { false }
    }
  }

  /// Does what is planned, on all threads.
  func carryOut(
    _ plan: BatchPlan, _ manifest: Manifest, _ mode: Mode
  ) throws -> BatchSummary {
    let wanted = plan.tasks.count {
      $0 == .draw || $0 == .unchanged && mode.wantsUnchanged
    }
    reporter.begin(wanted)
    let writer =
      mode.isWrite ? try ManifestWriter(in: folder, options.shard, replacing: manifest) : nil
    let results = OrderedResults(reporter, plan.summary, writer)
    if mode.isWrite, options.shard == nil { sweep(plan, manifest) }
    var files = Set(sources.map(\.path))
    if wanted > 0 || mode.isWrite {
      let queue = WorkQueue<Job>(capacity: 4 * options.jobs)
      let threads = try Threads(min(options.jobs, max(1, wanted))) {
        let renderer = FigureRenderer()
        while let job = queue.pop() {
          results.put(job.index, result(of: job, mode, manifest, by: renderer))
        }
      }
      let read = forEachFigure { index, entry in
        let name = plan.names[index]
        if mode.isWrite { files.formUnion(settings(of: entry).files) }
        switch plan.tasks[index] {
        case .keep: results.put(index, kept(name, at: index, manifest))
        case .unchanged where mode.isWrite:
          results.put(index, known(entry, name, manifest))
        case .unchanged where !mode.wantsUnchanged: results.put(index, FigureResult())
        case .unchanged, .draw:
          queue.push(
            Job(
              index: index, name: name, formats: plan.formats[index], task: plan.tasks[index],
              entry: entry))
        }
      }
      queue.close()
      threads.join()
      for index in read..<plan.names.count {
        results.put(index, kept(plan.names[index], at: index, manifest))
      }
    }
    var summary = try results.finish()
    summary.signal = Interruption.signal
    guard let writer else { return summary }
    for line in others(plan, manifest) { try writer.add(line) }
    let isDone = summary.isGood && options.only.isEmpty
    try writer.finish(
      leftovers: leftovers(plan, manifest, &summary), notOlderThan: isDone ? files : [])
    if options.shard == nil {
      for part in manifest.files where part.name != Manifest.file { _ = folder.remove(part.name) }
    }
    return summary
  }

  /// Removes what killed batches left half-written in the folders that this one writes to.
  private func sweep(_ plan: BatchPlan, _ manifest: Manifest) {
    let files = plan.names + manifest.records.values.flatMap { $0.files.map(\.path) }
    let folders = Set(
      files.compactMap { file in file.lastIndex(of: "/").map { String(file[..<$0]) } })
    removeHalfWrittenFiles(in: folder.path)
    for name in folders where folder.obstacle(to: "\(name)/any") == nil {
      removeHalfWrittenFiles(in: folder.path(of: name))
    }
  }

  // MARK: A figure

  private func result(
    of job: Job, _ mode: Mode, _ manifest: Manifest, by renderer: FigureRenderer
  ) -> FigureResult {
    guard Interruption.signal == nil else { return kept(job.name, at: job.index, manifest) }
    switch mode {
    case .write: return drawn(job, manifest, by: renderer)
    case .compare: return compared(job, manifest, by: renderer)
    case .rehearse:
      do {
        let drawing = try settings(of: job.entry).drawing()
        try renderer.rehearse(drawing)
        return FigureResult(warnings: warnings(of: drawing, job))
      } catch {
        return failed(error, job, manifest)
      }
    case .deliver(let receive): return delivered(job, manifest, to: receive, by: renderer)
    }
  }

  private func delivered(
    _ job: Job, _ manifest: Manifest, to receive: (DeliveredFigure) -> Void,
    by renderer: FigureRenderer
  ) -> FigureResult {
    do {
      let formats =
        options.needsSVG && !job.formats.contains(.svg) ? job.formats + [.svg] : job.formats
      let images = try renderer.render(settings(of: job.entry).drawing(), as: formats)
      let files = job.formats.map { "\(job.name).\($0.rawValue)" }
      receive(
        DeliveredFigure(
          name: job.name, files: files, images: Array(images.prefix(files.count)),
          svg: zip(formats, images).first { $0.0 == .svg }?.1))
      return FigureResult(
        report: FigureReport(name: job.name, outcome: .drawn, files: files, written: []))
    } catch {
      return failed(error, job, manifest)
    }
  }

  /// A figure that is not wanted, or whose turn did not come. The manifest of a part has no lines of
  /// the others.
  private func kept(_ name: String, at index: Int, _ manifest: Manifest) -> FigureResult {
    guard options.shard?.has(figureAt: index) != false, let record = manifest.records[name],
      isAsWritten(record)
    else { return FigureResult() }
    return FigureResult(line: manifest.line(of: name))
  }

  /// A figure that nothing has to be done for; its caption may have changed.
  private func known(_ entry: FigureEntry, _ name: String, _ manifest: Manifest) -> FigureResult {
    guard let record = manifest.records[name], let text = manifest.line(of: name) else {
      return FigureResult()
    }
    let isKnown =
      record.captionHash == entry.caption.hashValue && record.source == origin(of: entry)
    var line = isKnown ? nil : ManifestLine(text.utf8)
    line?.caption = entry.caption
    line?.source = origin(of: entry)
    let new: String
    do {
      new = try line?.checkedText(at: entry.place) ?? text
    } catch {
      return FigureResult(
        line: text,
        report: FigureReport(name: name, outcome: .failed, files: [], written: []),
        problem: problem(error, in: entry))
    }
    return FigureResult(
      line: new,
      report: FigureReport(
        name: name, outcome: .unchanged, files: record.files.map(\.path), written: []))
  }

  private func drawn(
    _ job: Job, _ manifest: Manifest, by renderer: FigureRenderer
  ) -> FigureResult {
    do {
      let settings = settings(of: job.entry)
      let drawing = try settings.drawing()
      let figure = try renderer.draw(drawing, as: job.formats)
      let files = zip(job.formats, figure.images).map { format, image in
        Manifest.FileRecord(
          path: "\(job.name).\(format.rawValue)", size: image.count, digest: Digest(of: image))
      }
      let key = try keys.key(
        of: settings, as: job.formats, dependsOnInstalledFonts: figure.dependsOnInstalledFonts)
      let line = try ManifestLine(
        job.name, key, settings, figure, files, caption: job.entry.caption,
        source: origin(of: job.entry)
      ).checkedText(at: job.entry.place)
      var written: [String] = []
      for (file, image) in zip(files, figure.images)
      where try folder.write(image, to: file.path) { written.append(file.path) }
      return FigureResult(
        line: line,
        report: FigureReport(
          name: job.name, outcome: .drawn, files: files.map(\.path), written: written),
        warnings: warnings(of: drawing, job))
    } catch {
      return failed(error, job, manifest)
    }
  }

  /// What a figure does not show, which its author should know once it is drawn.
  private func warnings(of drawing: any Drawing, _ job: Job) -> [Problem] {
    (drawing.doubts + drawing.look.doubts(writing: job.formats)).map {
      var warning = Problem(at: job.entry.place, "\(job.name): \($0)")
      warning.isWarning = true
      return warning
    }
  }

  /// A figure that is compared with its files.
  private func compared(
    _ job: Job, _ manifest: Manifest, by renderer: FigureRenderer
  ) -> FigureResult {
    let files = job.formats.map { "\(job.name).\($0.rawValue)" }
    let digests = files.map { folder.digest(of: $0) }
    func result(_ outcome: FigureReport.Outcome, _ files: [String]) -> FigureResult {
      FigureResult(
        report: FigureReport(name: job.name, outcome: outcome, files: files, written: []))
    }
    let missing = zip(files, digests).filter { $0.1 == nil }.map(\.0)
    guard missing.isEmpty else { return result(.missing, missing) }
    let known = manifest.records[job.name]?.files ?? []
    let changed = zip(files, digests).filter { file, digest in
      known.first { $0.path == file }.map { $0.digest != digest } ?? false
    }.map(\.0)
    if job.task == .unchanged {
      guard changed.isEmpty else { return result(.changed, changed) }
      let record = manifest.records[job.name]
      let isCaptionKnown = record?.captionHash == job.entry.caption.hashValue
      return isCaptionKnown
        ? result(.unchanged, files) : result(.stale, [record?.manifest ?? Manifest.file])
    }
    do {
      let images = try renderer.render(settings(of: job.entry).drawing(), as: job.formats)
      let differing = zip(zip(files, digests), images).filter { file, image in
        file.1 != Digest(of: image)
      }.map(\.0.0)
      if differing.isEmpty { return result(.unchanged, files) }
      return differing.allSatisfy(changed.contains)
        ? result(.changed, differing) : result(.stale, differing)
    } catch {
      return failed(error, job, manifest)
    }
  }

  /// What is written of it stays known, under the key that it was drawn for.
  private func failed(_ error: any Error, _ job: Job, _ manifest: Manifest) -> FigureResult {
    FigureResult(
      line: kept(job.name, at: job.index, manifest).line,
      report: FigureReport(name: job.name, outcome: .failed, files: [], written: []),
      problem: problem(error, in: job.entry))
  }
}
