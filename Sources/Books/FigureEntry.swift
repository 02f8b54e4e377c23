package import Figures

/// A figure as a spec file or a Markdown file describes it.
package struct FigureEntry: Sendable {
  /// What its files are called, without extension, as the author chose; from the request if `nil`.
  package var name: String?
  /// Where it stands: its name, or the start of its block.
  package var place: Place
  /// What it is told, with what it inherits.
  package var settings: FigureSettings
  /// Where each of its settings stands, as line and column in the file of `place`; those that are
  /// inherited from a place of another file or none are left out.
  package var settingPlaces: [String: (line: Int, column: Int)]
  /// The words below the figure, for the manifest and for Markdown.
  package var caption: String?
  /// What the block that it stands in says of its image.
  package var image = ImageAttributes()
  /// Whether code draws it, in which it has no name.
  package var isOfCell = false

  package init(
    name: String?, place: Place, settings: FigureSettings,
    settingPlaces: [String: (line: Int, column: Int)] = [:], caption: String? = nil
  ) {
    self.name = name
    self.place = place
    self.settings = settings
    // A path in a file is relative to that.
    let folder = place.file.lastIndex(of: "/").map { String(place.file[..<$0]) } ?? ""
    self.settings.resolvePaths(from: folder)
    self.settingPlaces = settingPlaces
    self.caption = caption
  }

  /// Where a setting stands, or the figure if that is not known.
  package func place(of setting: String) -> Place {
    guard let (line, column) = settingPlaces[setting] else { return place }
    return Place(file: place.file, line: line, column: column)
  }
}

/// What is met in a file from its start to its end.
package enum Reading: Sendable {
  case figure(FigureEntry)
  /// Something that cannot be read; what follows it is read all the same as far as that is possible.
  case problem(Problem)
  /// Something that is left alone on purpose, which the author should know.
  case remark(Problem)
}

/// A file of figures. Reading it from start to end takes memory for one figure at a time, apart from
/// the text itself.
package protocol FigureSource: Sendable {
  /// The path of the file as it was given.
  var path: String { get }

  /// The file that figures are noted to be of: that at `path`, or what stands for one that nobody can name.
  var origin: String { get }

  /// Whether it tells all figures that are of its origin.
  var isWhole: Bool { get }

  /// Whether there may be code cells in it, whose figures have no names of their own.
  var hasCells: Bool { get }

  /// Calls `body` with each figure and each problem, in the order of the file.
  func read(_ body: (Reading) throws -> Void) rethrows

  /// A problem at a place of the file, with the line there; `nil` for a place elsewhere.
  func problem(at place: Place, _ message: String) -> Problem?
}

extension FigureSource {
  package var origin: String { path }
  package var isWhole: Bool { true }
  package var hasCells: Bool { false }
}

extension [any FigureSource] {
  /// What is wrong with a figure, each at the place where it stands.
  package func problems(_ error: any Error, in entry: FigureEntry) -> [Problem] {
    guard let errors = error as? SettingErrors else { return [problem(error, in: entry)] }
    return errors.all.map { problem($0, in: entry) }
  }

  /// What is wrong with a figure, at the place where it stands.
  func problem(_ error: any Error, in entry: FigureEntry) -> Problem {
    if let problem = error as? Problem, problem.line != nil { return problem }
    var place = (error as? Problem)?.place ?? entry.place
    var message = (error as? Problem)?.message ?? "\(error)"
    if let error = error as? SettingError {
      place = entry.place(of: error.setting)
      if error.setting == "functions" { message = error.problem }
    }
    return lazy.compactMap { $0.problem(at: place, message) }.first ?? Problem(at: place, message)
  }
}
