internal import Figures
internal import Files

/// The figures of a folder that files describe which are not of this batch. Drawing one of their
/// names would replace their images.
final class OtherFigures {
  private let batch: Batch
  private let manifest: Manifest
  /// The names in the manifest and the files they were drawn for, by the names in small letters.
  private let drawn: [String: (name: String, source: String)]
  /// The names that a file has now; `nil` where that cannot be known.
  private var names: [String: Set<String>?] = [:]

  init(_ batch: Batch, _ manifest: Manifest) {
    self.batch = batch
    self.manifest = manifest
    let others = manifest.records.compactMap { name, record in
      batch.isOfAnotherFile(record) ? record.source.map { (name, $0) } : nil
    }
    drawn = Dictionary(others.map { ($0.0.lowercased(), $0) }) { $0.0 < $1.0 ? $0 : $1 }
  }

  /// Whether another file has a figure of that name, apart from capitals.
  func have(_ name: String) -> Bool { file(with: name) != nil }

  /// Why a figure of this batch cannot have that name, as a sentence; `nil` if it can.
  func clash(with name: String) -> String? {
    file(with: name).map { other, source in
      let path = batch.path(ofSource: source)
      let owner =
        isFolder(batch.folder.path(of: source))
        ? "a document in \(path.isEmpty ? "this folder" : path)" : path
      return "The figure “\(other)” in \(batch.folder.path) is that of \(owner), which was drawn"
        + " before; give one of them another name, in more than its capitals, or draw this file into"
        + " another folder with --output-dir."
    }
  }

  private func file(with name: String) -> (name: String, source: String)? {
    guard let other = drawn[name.lowercased()] else { return nil }
    let now = names[other.source] ?? currentNames(in: other.source)
    names[other.source] = .some(now)
    return now?.contains(other.name) == false ? nil : other
  }

  /// The names that the figures of a file would have if it were drawn now; `nil` if it cannot be
  /// read to its end.
  private func currentNames(in source: String) -> Set<String>? {
    guard let file = batch.options.reading(batch.path(ofSource: source)) else { return nil }
    var names = FigureNames(reserved: batch.chosenNames([file])) { [manifest] name in
      manifest.records[name]?.source.map { $0 != source } ?? false
    }
    var found: Set<String>? = []
    batch.read([file]) { reading in
      switch reading {
      case .remark: break
      case .problem: found = nil
      case .figure(let entry):
        let usual = try? entry.name ?? batch.settings(of: entry).drawing().name
        let name = usual.flatMap { try? names.take($0, for: entry) }
        if let name { found?.insert(name) } else { found = nil }
      }
    }
    return found
  }
}
