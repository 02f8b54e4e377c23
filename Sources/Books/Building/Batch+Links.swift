internal import Figures

extension Batch {
  /// The links of a Markdown file to the images of its figures, as the manifest knows them; a
  /// figure that was never drawn has none.
  ///
  /// - Parameters:
  ///   - folder: The path of the output folder from that of the file.
  ///   - names: The names of all figures of the batch, in their order.
  package func links(
    of file: MarkdownFile, to folder: String, named names: [String]
  ) throws -> [FigureLink] {
    let manifest = try Manifest(in: self.folder)
    var links: [FigureLink] = []
    forEachFigure { index, entry in
      guard entry.place.file == file.path, names.indices.contains(index),
        let line = manifest.line(of: names[index]).flatMap({ ManifestLine($0.utf8) }),
        // Pages show SVG at any size.
        let image = line.files.first(where: { $0.path.hasSuffix(".svg") }) ?? line.files.first
      else { return }
      links.append(
        FigureLink(
          line: entry.place.line, name: names[index],
          path: folder.isEmpty ? image.path : "\(folder)/\(image.path)",
          alternativeText: line.alternativeText ?? "", caption: entry.caption))
    }
    return links
  }
}
