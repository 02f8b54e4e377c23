internal import CCairo
public import Plotting

extension CairoRenderer {
  /// The scene as a PDF document of one page, with its title and, as the subject, its description.
  ///
  /// Text is text, in embedded subsets of its fonts, and can be searched. The document names no
  /// time unless SOURCE_DATE_EPOCH is set in the environment, which is then its date.
  ///
  /// - Throws: `RenderingError.pageTooLarge` or `.sourceDate`, or why the text cannot be drawn.
  public func pdf(_ scene: Scene) throws(RenderingError) -> [UInt8] {
    try pdf(scene, sourceDate: SourceDate.environment)
  }

  /// - Parameter sourceDate: Seconds since 1970 in decimal digits, or `nil` for no date.
  func pdf(_ scene: Scene, sourceDate: String?) throws(RenderingError) -> [UInt8] {
    guard scene.width <= PixelLimits.pdfPage, scene.height <= PixelLimits.pdfPage else {
      throw .pageTooLarge(
        width: scene.width, height: scene.height, limit: PixelLimits.pdfPage)
    }
    let date = try sourceDate.map { text throws(RenderingError) in try SourceDate(text) }
    var output = ByteSink()
    try withUnsafeMutablePointer(to: &output) { sink throws(RenderingError) in
      let surface = try Surface(
        adopting: cairo_pdf_surface_create_for_stream(
          { sink, bytes, count in
            ByteSink.append(bytes, Int(count), to: sink)
            return CAIRO_STATUS_SUCCESS
          }, sink, scene.width, scene.height))
      // The versions after it may compress the metadata, out of which a date is to be taken.
      cairo_pdf_surface_restrict_to_version(surface.pointer, CAIRO_PDF_VERSION_1_4)
      func say(_ key: cairo_pdf_metadata_t, _ text: String) {
        if !text.isEmpty { cairo_pdf_surface_set_metadata(surface.pointer, key, text.withoutNull) }
      }
      say(CAIRO_PDF_METADATA_TITLE, scene.title)
      say(CAIRO_PDF_METADATA_SUBJECT, scene.summary)
      say(CAIRO_PDF_METADATA_CREATOR, "actplot")
      say(CAIRO_PDF_METADATA_CREATE_DATE, date?.iso8601 ?? "1970-01-01T00:00:00Z")
      var context = try DrawingContext(on: surface)
      try context.draw(scene, scale: 1, isRaster: false, lettering: .characters, text: text)
      try surface.finish()
    }
    return dated(output.bytes, date)
  }

  /// The document with its date as PDF writes it, or without one.
  ///
  /// Cairo puts in the time of day, unless it is given another, and some versions leave out what a
  /// date begins with. What is written over is no longer or shorter than before, so that the table
  /// at the end is still right about the places of the objects.
  private func dated(_ document: [UInt8], _ date: SourceDate?) -> [UInt8] {
    let key = Array("/CreationDate (".utf8)
    let space = UInt8(ascii: " ")
    // The metadata are near the end; in a text of theirs the parenthesis would be escaped.
    var start = document.count - key.count
    while start >= 0, !document[start...].starts(with: key) { start -= 1 }
    guard start >= 0, let end = document[start...].firstIndex(of: UInt8(ascii: ")")) else {
      return document
    }
    while start > 0, document[start - 1] == space { start -= 1 }
    let entry = date.map { Array("/CreationDate (\($0.pdf))".utf8) } ?? []
    let padding = end + 1 - start - entry.count
    guard padding >= 0 else { return document }
    return document[..<start] + Array(repeating: space, count: padding) + entry
      + document[(end + 1)...]
  }
}
