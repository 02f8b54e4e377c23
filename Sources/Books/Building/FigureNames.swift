internal import Figures

/// The names of a batch's figures, no two of which are the same apart from their capitals.
///
/// An author who chooses a name twice is told so. A figure of a code cell is called by what it shows,
/// and where that name is taken, by its chapter and what it shows.
struct FigureNames {
  private var places: [String: Place] = [:]
  /// Names in small letters that a code cell must leave to others.
  private let reserved: Set<String>
  private let isTaken: (String) -> Bool

  /// - Parameters:
  ///   - reserved: The names that authors have chosen.
  ///   - isTaken: Whether another file, which is not read now, has a figure of that name.
  init(reserved: some Sequence<String>, isTaken: @escaping (String) -> Bool) {
    self.reserved = Set(reserved.map { $0.lowercased() })
    self.isTaken = isTaken
  }

  /// The name of a figure, which would be called so if it were alone.
  ///
  /// - Throws: Where the other is that has the name already.
  mutating func take(_ usual: String, for entry: FigureEntry) throws(Problem) -> String {
    let name = entry.isOfCell ? free(usual, for: entry) : usual
    let key = name.lowercased()
    if let first = places[key] {
      throw Problem(
        at: entry.place,
        "There is a figure “\(name)” already, at \(first); give one of them another name, in more"
          + " than its capitals.")
    }
    places[key] = entry.place
    return name
  }

  private func free(_ usual: String, for entry: FigureEntry) -> String {
    let file = entry.place.file
    let folders = file.split(separator: "/").map(String.init)
    let stem = folders.last.map { $0.prefix(upTo: $0.lastIndex(of: ".") ?? $0.endIndex) } ?? ""
    let chapter = Self.word(String(stem))
    let part = folders.dropLast().last.map { Self.word($0) } ?? chapter
    let names = [usual, "\(chapter)-\(usual)", "\(part)-\(chapter)-\(usual)"]
    // A name that this file has can be told apart by a number.
    let name =
      names.first { name in
        guard !reserved.contains(name.lowercased()), !isTaken(name) else { return false }
        return places[name.lowercased()].map { $0.file == file && $0 != entry.place } ?? true
      } ?? usual
    guard let first = places[name.lowercased()], first.file == file, first != entry.place else {
      return name
    }
    func isFree(_ name: String) -> Bool {
      places[name.lowercased()] == nil && !reserved.contains(name.lowercased()) && !isTaken(name)
    }
    var number = 2
    while !isFree("\(name)-\(number)") { number += 1 }
    return "\(name)-\(number)"
  }

  /// A part of a path as a part of a name.
  private static func word(_ text: String) -> String {
    text.split { $0.isWhitespace || $0 == "." }.joined(separator: "-")
  }
}

extension Batch {
  /// The names that are given to figures of these files that no code cell draws; none where there is
  /// no cell that has to leave them alone.
  func chosenNames(_ sources: [any FigureSource]) -> [String] {
    guard sources.contains(where: \.hasCells) else { return [] }
    var names: [String] = []
    read(sources) { reading in
      guard case .figure(let entry) = reading, !entry.isOfCell else { return }
      if let name = try? entry.name ?? settings(of: entry).drawing().name { names.append(name) }
    }
    return names
  }
}
