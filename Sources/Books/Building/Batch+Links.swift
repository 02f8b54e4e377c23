internal import Figures

extension Batch {
  /// The links to the images of the figures of each file, by its path, as the manifest knows them; a
  /// figure that was never drawn has none. The paths of images are those below the output folder.
  ///
  /// - Parameter names: The names of all figures of the batch, in their order.
  package func links(named names: [String]) throws -> [String: [FigureLink]] {
    let manifest = try Manifest(in: self.folder)
    var links: [String: [FigureLink]] = [:]
    forEachFigure { index, entry in
      guard names.indices.contains(index),
        let line = manifest.line(of: names[index]).flatMap({ ManifestLine($0.utf8) }),
        // Pages show SVG at any size.
        let image = line.files.first(where: { $0.path.hasSuffix(".svg") }) ?? line.files.first
      else { return }
      links[entry.place.file, default: []].append(
        FigureLink(
          line: entry.place.line, name: names[index], path: image.path,
          alternativeText: line.alternativeText ?? "", caption: entry.caption, image: entry.image,
          reader: FigureLink.Reader(of: entry.place.file, entry.image)))
    }
    return links
  }
}
