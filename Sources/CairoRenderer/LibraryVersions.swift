internal import CCairo
internal import CFreeType

/// The versions of the libraries that draw, as in “Cairo 1.16.0, FreeType 2.12.1”: with the font they
/// decide what pixels and outlines a Scene becomes.
package let libraryVersions: String = {
  let cairo = "Cairo \(String(cString: cairo_version_string()))"
  var library: FT_Library?
  guard FT_Init_FreeType(&library) == 0, let library else { return cairo }
  defer { FT_Done_FreeType(library) }
  var parts: (FT_Int, FT_Int, FT_Int) = (0, 0, 0)
  FT_Library_Version(library, &parts.0, &parts.1, &parts.2)
  return "\(cairo), FreeType \(parts.0).\(parts.1).\(parts.2)"
}()
