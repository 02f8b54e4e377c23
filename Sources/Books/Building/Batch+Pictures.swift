package import Figures

/// A figure of a book with what its author looks over.
package struct BookPicture: Sendable {
  package let name: String
  /// Where it is described.
  package let place: Place
  package let settings: FigureSettings
  package let caption: String?
  /// What readers are told who do not see it.
  package let alternativeText: String?
  /// The sides of the page in points; `nil` if the manifest does not say.
  package let page: (width: Double, height: Double)?
  /// Its files in the output folder.
  package let files: [String]
  /// The bytes of the file that pages show best, if one is there that they show.
  package let image: (format: ImageFormat, bytes: [UInt8])?
}

extension Batch {
  /// The figures as the manifest knows them, in their order, each read when it is needed.
  ///
  /// - Parameter names: The names of all figures of the batch, in their order.
  package func forEachPicture(
    named names: [String], _ body: (BookPicture) throws -> Void
  ) throws {
    let manifest = try Manifest(in: folder)
    var failure: (any Error)?
    forEachFigure { index, entry in
      guard failure == nil, names.indices.contains(index) else { return }
      let line = manifest.line(of: names[index]).flatMap { ManifestLine($0.utf8) }
      let files = line?.files.map(\.path) ?? []
      do {
        try body(
          BookPicture(
            name: names[index], place: entry.place, settings: entry.settings,
            caption: entry.caption, alternativeText: line?.alternativeText,
            page: line.flatMap { $0.page.count == 2 ? ($0.page[0], $0.page[1]) : nil },
            files: files, image: image(among: files)))
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  private func image(among files: [String]) -> (format: ImageFormat, bytes: [UInt8])? {
    for format in [ImageFormat.svg, .png] {
      guard let file = files.first(where: { ImageFormat(path: $0) == format }),
        let bytes = folder.bytes(of: file)
      else { continue }
      return (format, bytes)
    }
    return nil
  }
}
