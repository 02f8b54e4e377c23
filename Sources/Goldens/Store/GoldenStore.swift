package import Files
internal import Synchronization
internal import Wording
internal import Work

/// A folder of goldens: what it has, how images are compared with it, and what is made a golden.
package struct GoldenStore: Sendable {
  package let folder: ImageFolder
  /// How an image and its golden are compared.
  package var rule: Comparison.Rule
  /// Which goldens are written or removed to be as the images are.
  package var recording = Recording.none
  /// How many threads compare.
  package var jobs = 1
  /// The images that are wanted, by their paths with or without extension; all if empty.
  package var only: [String] = []
  /// Where pairs that differ are kept, so that they can be shown; `nil` if they are not.
  package var spool: ImageSpool?
  /// Whether an image of a type that is not compared, and that is in one folder alone, is a failure,
  /// as between two folders that should be equal; such a golden is never made.
  package var needsOthers = false

  /// Whether marks are ignored, which are found by the SVG of each figure.
  package let ignoresMarks: Bool

  package init(_ path: String, tolerance: Tolerance = .exact, ignoring: [Ignored] = []) {
    folder = ImageFolder(path: path)
    ignoresMarks = ignoring.contains(where: \.isOfMarks)
    rule = {
      try Comparison(of: $0, with: $1, tolerance: tolerance, ignoring: ignoring, places: $2)
    }
  }

  // MARK: An image

  /// Compares an image with its golden, and makes it the golden if that is wished.
  ///
  /// - Parameter svg: The same figure as SVG, if that is known.
  package func verdict(on image: [UInt8], _ golden: Golden, svg: [UInt8]? = nil) -> Verdict {
    let places = places(of: golden.name) { svg }
    return recorded(Verdict(golden.name, image: { image }, golden: golden.read, by: rule, places))
  }

  /// By what marks that are ignored are found in an image and its golden that are no SVG.
  ///
  /// - Parameter svg: Reads the image's SVG.
  private func places(of name: String, _ svg: () -> [UInt8]?) -> MarkPlaces {
    guard ignoresMarks, !name.lowercased().hasSuffix(".svg") else { return MarkPlaces() }
    return MarkPlaces(actual: svg(), expected: imageBytes(besides: folder.folder.path(of: name)))
  }

  /// Makes the image the golden, or removes one that has none, if that is wished.
  private func recorded(_ verdict: Verdict) -> Verdict {
    guard recording.takes(verdict.state) else { return verdict }
    var verdict = verdict
    let golden = Golden(verdict.name, in: folder.folder)
    do {
      switch verdict.state {
      case .equal: break
      case .missing, .orphaned:
        try golden.remove()
        verdict.isAccepted = true
      case .new, .changed, .failed:
        // What cannot be read would be no golden; it may be the golden that was damaged.
        guard let image = verdict.actual, (try? rule(image, image, MarkPlaces())) != nil else {
          break
        }
        try golden.write(image)
        verdict.isAccepted = true
      }
    } catch {
      verdict.error = "\(error)"
    }
    return verdict
  }

  /// A golden without an image.
  private func absent(_ name: FileName, _ state: Verdict.State, because reason: String) -> Verdict {
    Verdict(
      name: name.text, state: state, problem: reason,
      expected: spool == nil ? nil : try? imageBytes(folder.folder.path(of: name.text)))
  }

  /// An image that cannot even be named, and so has no golden.
  private func unnamed(_ name: FileName) -> Verdict {
    Verdict(
      name: name.text, state: .failed,
      problem: "The name is not in UTF-8, and cannot be told; rename it.")
  }

  /// What is kept of an image for reports; what nobody looks at is forgotten.
  private func kept(_ verdict: Verdict) -> Verdict {
    let isShown = !verdict.isAccepted && verdict.state != .equal
    return isShown
      ? spool.map { verdict.kept(in: $0) } ?? verdict.withoutImages
      : verdict.withoutImages
  }

  /// Makes the image of a verdict that was kept the golden, or removes a golden without a figure.
  package func accepted(_ verdict: Verdict) -> Verdict {
    var store = self
    store.recording = .all
    return store.recorded(verdict)
  }

  // MARK: A folder of images

  /// Compares the images of a folder, and of the folders in it. A golden without its image is
  /// missing. Of images of types that are not compared the bytes have to be the same.
  ///
  /// - Throws: `GoldenError` for a name in `only` that nothing has, or a folder without images, by
  ///   which every golden would be one too many.
  package func check(folder path: String, reporter: any CheckReporter) throws -> Verdicts {
    let images = ImageFolder(path: path)
    let found = try images.listing(), old = try folder.listing()
    let others = found.others.union(old.others), unnamed = found.unnamed.union(old.unnamed)
    guard !found.images.isEmpty || !found.unnamed.isEmpty || needsOthers && !others.isEmpty else {
      throw GoldenError.noImages(in: path, others: found.others)
    }
    let compared = needsOthers ? others : found.others.intersection(old.others)
    let passedOver = others.subtracting(compared)
    let all = found.images.union(old.images).union(compared)
    try checkNames(among: all, others: passedOver)
    // Nobody looks at these, and nobody would see that they changed.
    if only.isEmpty, !passedOver.isEmpty { reporter.remark(GoldenError.notCompared(passedOver)) }
    let names = all.filter(isWanted).sorted()
    reporter.begin(names.count)
    RasterImage.keepMemory()
    let results = Mutex<[Verdict]>([])
    try concurrently(on: jobs, names) { name in
      guard Interruption.signal == nil else { return }
      let verdict: Verdict
      if compared.contains(name) {
        verdict = recorded(self.verdict(onOther: name, in: images))
      } else if found.images.contains(name) {
        let golden = Golden(name.text, in: folder.folder)
        let hasGolden = old.images.contains(name)
        verdict = recorded(
          Verdict(
            name.text, image: { try imageBytes(images.folder.path(of: name.text)) },
            golden: { try hasGolden ? imageBytes(golden.path) : nil }, by: rule,
            places(of: name.text) { imageBytes(besides: images.folder.path(of: name.text)) }))
      } else {
        verdict = recorded(absent(name, .missing, because: "The image is not there."))
      }
      let result = kept(verdict)
      results.withLock {
        $0.append(result)
        reporter.compared(name.text)
      }
    }
    if only.isEmpty { results.withLock { $0 += unnamed.map(self.unnamed) } }
    return Verdicts(results.withLock { $0 }, problems: 0, signal: Interruption.signal)
  }

  /// Compares an image of a type that is not compared: it is equal if its bytes are, and nothing is
  /// known of it otherwise.
  private func verdict(onOther name: FileName, in images: ImageFolder) -> Verdict {
    let new = try? imageBytes(images.folder.path(of: name.text))
    let old = try? imageBytes(folder.folder.path(of: name.text))
    if let new, new == old { return Verdict(name: name.text, state: .equal) }
    let reason =
      old == nil ? "It has no golden" : new == nil ? "It is not there" : "Its bytes differ"
    return Verdict(
      name: name.text, state: .failed,
      problem: "\(reason), and \(GoldenError.notCompared([name]))")
  }

  private func isWanted(_ file: FileName) -> Bool {
    only.isEmpty || only.contains(file.text) || only.contains(file.stem)
  }

  private func checkNames(among files: Set<FileName>, others: Set<FileName>) throws {
    let names = Set(files.map(\.text)), stems = Set(files.map(\.stem))
    guard let name = only.first(where: { !names.contains($0) && !stems.contains($0) }) else {
      return
    }
    if others.contains(FileName(name)) {
      throw GoldenError(GoldenError.notCompared([FileName(name)]))
    }
    let near = nearest(to: name, among: stems.sorted()).map { "; did you mean “\($0)”?" }
    throw GoldenError("There is no image named \(quoted(name))" + (near ?? "."))
  }

  // MARK: Images that are drawn

  /// What is known of images before they are drawn.
  package struct Announcement {
    /// The paths of all files.
    package let all: Set<FileName>
    /// Those of them that are drawn.
    package let wanted: Set<FileName>
    /// Whether there are no others.
    package let isComplete: Bool

    package init(all: Set<FileName>, wanted: Set<FileName>, isComplete: Bool) {
      (self.all, self.wanted, self.isComplete) = (all, wanted, isComplete)
    }
  }

  /// How the drawing of images went.
  package struct Drawn {
    let problems: Int
    let signal: Int32?
    let isStopped: Bool

    package init(problems: Int, signal: Int32?, isStopped: Bool) {
      (self.problems, self.signal, self.isStopped) = (problems, signal, isStopped)
    }
  }

  /// The names of figures that have goldens, for those who draw what is wanted in `only`.
  package func figures() throws -> Set<String> { Set(try folder.listing().images.map(\.stem)) }

  /// Compares images as they are drawn, on whichever thread drew them. A golden of no figure is
  /// orphaned; one whose figure cannot be drawn is missing its image.
  ///
  /// - Parameter draw: Says first which images there are, and then hands over each, by its path.
  /// - Throws: What `draw` throws, and `GoldenError` if there are no figures, by which every golden
  ///   would be one too many.
  package func check(
    _ draw: (
      _ announce: (Announcement) throws -> Void,
      _ receive: @escaping @Sendable (_ name: String, _ image: [UInt8], _ svg: [UInt8]?) -> Void
    ) throws -> Drawn
  ) throws -> Verdicts {
    let old = try folder.listing(), known = old.images
    let results = Mutex<[Verdict]>([])
    var announced: Announcement?
    let drawn = try draw({ announcement in
      if announcement.isComplete, announcement.all.isEmpty {
        throw GoldenError(
          "The files describe no figures; name those that do, or the folder of the images.")
      }
      announced = announcement
    }) { name, image, svg in
      guard isWanted(FileName(name)) else { return }
      let golden = Golden(name, in: folder.folder)
      let verdict = recorded(
        Verdict(
          name, image: { image },
          golden: { try known.contains(FileName(name)) ? imageBytes(golden.path) : nil }, by: rule,
          places(of: name) { svg }))
      let result = kept(verdict)
      results.withLock { $0.append(result) }
    }
    var all = results.withLock { $0 }
    // What could not be read may have goldens that nobody knows of.
    if let announced, drawn.signal == nil, !drawn.isStopped {
      let found = Set(all.map { FileName($0.name) })
      for file in announced.wanted.subtracting(found) where known.contains(file) && isWanted(file) {
        // Whatever is accepted, the golden of a figure that is wanted stays.
        all.append(kept(absent(file, .missing, because: "Its figure cannot be drawn.")))
      }
      if announced.isComplete {
        for file in known.subtracting(announced.all) where isWanted(file) {
          let orphan = absent(file, .orphaned, because: "No figure is drawn for it any more.")
          all.append(kept(recorded(orphan)))
        }
        if only.isEmpty { all += old.unnamed.map(unnamed) }
      }
    }
    return Verdicts(all, problems: drawn.problems, signal: drawn.signal)
  }
}

/// Is told how a comparison goes, from one thread at a time.
package protocol CheckReporter: Sendable {
  /// So many images are going to be compared.
  func begin(_ count: Int)
  /// An image was compared.
  func compared(_ name: String)
  /// Something that should be known is left as it is.
  func remark(_ sentence: String)
}

extension GoldenError {
  /// There is nothing to compare with goldens.
  fileprivate static func noImages(in folder: String, others: Set<FileName>) -> GoldenError {
    GoldenError(
      others.isEmpty
        ? "There are no images in \(quoted(folder)); draw some, or look at the spelling of the folder."
        : "There are no PNG, SVG or PDF in \(quoted(folder)). \(notCompared(others))")
  }

  /// That there are images of types that are not compared.
  fileprivate static func notCompared(_ names: Set<FileName>) -> String {
    let names = names.sorted().map(\.text)
    return names.prefix(3).map { quoted($0) }.joined(separator: ", ")
      + (names.count > 3 ? " and \(names.count - 3) more are" : names.count > 1 ? " are" : " is")
      + " not compared: only PNG, SVG and PDF are; convert what is to be compared to PNG, and"
      + " unpack .svgz."
  }
}
