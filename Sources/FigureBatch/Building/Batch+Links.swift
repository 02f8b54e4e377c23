internal import Figures

extension Batch {
  /// The links of a Markdown file to the images of its figures, as the manifest knows them; a
  /// figure that was never drawn has none.
  ///
  /// - Parameter folder: The path of the output folder from that of the file.
  package func links(of file: MarkdownFile, to folder: String) throws -> [FigureLink] {
    let manifest = try Manifest(in: self.folder)
    var links: [FigureLink] = []
    file.read { reading in
      guard case .figure(let entry) = reading,
        let name = try? entry.name ?? settings(of: entry).request().name,
        let line = manifest.line(of: name).flatMap({ ManifestLine($0.utf8) }),
        // Pages show SVG at any size.
        let image = line.files.first(where: { $0.path.hasSuffix(".svg") }) ?? line.files.first
      else { return }
      links.append(
        FigureLink(
          line: entry.place.line, name: name,
          path: folder.isEmpty ? image.path : "\(folder)/\(image.path)",
          alternativeText: line.alternativeText ?? "", caption: entry.caption))
    }
    return links
  }
}
