public import Activations
internal import Figures
internal import Files
internal import Synchronization
public import Wording
internal import Work

/// Activations as one HTML file to explore: each with its figure, its formula and all that is known of
/// it, and with scripts to search, to read values off, and to compare.
///
///     let page = try CatalogPage(Activation.catalog.map { try Formula($0.name) })
///     try writeAtomically(page.bytes, to: "gallery.html")
///
/// The file needs no network. Without scripts it is a plain catalogue. Every number in it is computed
/// here; its script evaluates no function. Nothing of what it shows can run: texts are escaped, and the
/// file's own policy names its one script by its digest.
public struct CatalogPage: Sendable {
  let entries: [GalleryEntry]
  let words: GalleryWords
  let title: String
  /// What the page is called by others that show a part of it.
  let fileName: String

  /// Computes a page of functions in the order in which they are given, each once.
  ///
  /// - Parameters:
  ///   - language: The language of everything but names, formulas and sources.
  ///   - title: The heading; what the functions are if empty.
  ///   - fileName: What the page is called by others that show a part of it.
  ///   - threads: How many functions are computed at once.
  ///   - progress: Is told how many are done, from any thread.
  /// - Throws: Why a function cannot be drawn.
  public init(
    _ formulas: [Formula], language: Language = .en, title: String = "",
    fileName: String = "gallery.html", threads: Int = 1,
    progress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) throws {
    words = GalleryWords(language)
    self.title = title.isEmpty ? words.title : title
    self.fileName = fileName
    var names = GalleryNames()
    var known: Set<Formula> = []
    let jobs = formulas.filter { known.insert($0).inserted }.map { ($0, names.id(of: $0)) }
    let results = Mutex<[Int: Result<GalleryEntry, any Error>]>([:])
    try concurrently(on: threads, Array(jobs.enumerated())) { index, job in
      // The first that fails decides what is said, and the others need not be computed.
      if results.withLock({ $0.values.contains { (try? $0.get()) == nil } }) { return }
      let result = Result {
        do {
          return try GalleryEntry(job.0, id: job.1, language: language)
        } catch {
          throw GalleryError(function: job.0.label, reason: "\(error)")
        }
      }
      let done = results.withLock { results in
        results[index] = result
        return results.count
      }
      progress(done)
    }
    let computed = results.withLock { $0 }
    for (_, result) in computed.sorted(by: { $0.key < $1.key }) { _ = try result.get() }
    entries = try jobs.indices.compactMap { try computed[$0]?.get() }
  }

  /// The file, in UTF-8.
  public var bytes: [UInt8] {
    var html = Markup()
    html.addHead(
      title: title, language: words.language.rawValue, style: Self.style, script: Self.script)
    html.raw("<body>\n")
    html.open("a", ["class": "skip", "href": "#functions"])
    html.text(words.skip)
    html.close("a")
    addHeader(to: &html)
    addFilters(to: &html)
    addExplorer(to: &html)
    html.raw("<main id=\"functions\">\n")
    html.element("p", ["class": "nothing", "hidden": ""], text: words.nothing)
    for entry in entries { add(entry, to: &html) }
    html.close("main")
    html.raw("<script type=\"application/json\" id=\"data\">")
    html.raw(data)
    html.raw("</script>\n<script>\(Self.script)</script>\n</body>\n</html>\n")
    return html.bytes
  }

  // MARK: Parts

  /// The script as it stands in the file, which its digest is of.
  private static let script =
    "\n" + String(decoding: PackageResources.gallery_js, as: UTF8.self)

  private func addHeader(to html: inout Markup) {
    html.raw("<header class=\"page-head\">\n")
    html.element("h1", text: title)
    html.element(
      "p", ["class": "lead"], text: words.lead(entries.count, version: actplotVersion))
    addIndex(to: &html)
    addTasks(to: &html)
    html.close("header")
  }

  /// Links to all functions, by family.
  private func addIndex(to html: inout Markup) {
    html.open("details", ["class": "index"])
    html.element("summary", text: words.index)
    html.raw("<ul>\n")
    for entry in entries {
      html.open("li")
      html.open("a", ["href": "#\(entry.id)"])
      html.text(entry.formula.label)
      html.raw("</a>")
      html.close("li")
    }
    html.raw("</ul>\n</details>\n")
  }

  /// Those whose functions the page has.
  private func addTasks(to html: inout Markup) {
    let ids = Set(entries.map(\.id))
    let tasks = GalleryTask.all.filter { ids.isSuperset(of: $0.functions) }
    guard !tasks.isEmpty else { return }
    html.open("details", ["class": "tasks script"])
    html.element("summary", text: words.tasks)
    html.raw("<ol>\n")
    for task in tasks {
      html.open("li")
      html.open("a", ["href": task.address])
      html.text(task.text[words.language])
      html.raw("</a>")
      html.close("li")
    }
    html.raw("</ol>\n</details>\n")
  }

  /// The numbers of all functions, and what the script says.
  private var data: String {
    let functions = entries.map { entry in
      let axes = entry.axes
      let box = [axes.left, axes.top, axes.right, axes.bottom, axes.width, axes.height]
      return JSONText.object([
        ("id", .text(entry.id)), ("label", .text(entry.formula.label)),
        ("word", .text(shellQuoted(entry.formula.label))),
        ("box", .array(box.map { .number($0) })),
        ("y", .array([.number(axes.low), .number(axes.high)])),
        ("samples", entry.samples.json),
      ])
    }
    let words = JSONText.object([
      ("shown", .text(words.shown)), ("remove", .text(words.remove)),
      ("tooMany", .text(words.tooMany)),
      ("unknownName", .text(words.unknownName)), ("meant", .text(words.meant)),
      ("copied", .text(words.copied)),
      ("undefined", .text(words.undefined)), ("off", .text(words.off)),
      ("comparison", .text(words.comparison)),
    ])
    let data = JSONText.object([
      ("near", GallerySamples.near.json), ("far", GallerySamples.far.json),
      ("coarse", GallerySamples.coarse.json), ("words", words),
      ("functions", .array(functions)),
    ])
    // Nothing in it can end the element that it is in.
    return data.line.replacing("<", with: "\\u003c").replacing(", ", with: ",")
  }
}

/// Why a function has no article.
public struct GalleryError: Error, Hashable, CustomStringConvertible {
  /// The function as it is called.
  public let function: String
  /// What is wrong with it, in sentences.
  public let reason: String

  /// Sentences that name the function.
  public var description: String {
    "\(quoted(function)) cannot be drawn from -8 to 8: \(reason) Leave it out."
  }
}

/// Gives each function of a page a name in its address.
private struct GalleryNames {
  private var taken: Set<String> = []

  mutating func id(of formula: Formula) -> String {
    let letters = formula.label.lowercased().unicodeScalars.map { scalar -> Character in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        || scalar == "_" ? Character(scalar) : "-"
    }
    let joined = String(letters).split(separator: "-").joined(separator: "-").prefix(60)
    // A style sheet takes no name that begins with a digit, and the page has names of its own.
    let isFree = joined.first.map { !$0.isNumber && !Self.reserved.contains(String(joined)) }
    let base = isFree == true ? String(joined) : "f-\(joined)"
    var id = base, number = 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  private static let reserved: Set<String> = ["functions", "data", "compare", "embed"]
}
