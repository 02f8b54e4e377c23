internal import CairoRenderer

/// The fonts that decide what figures look like.
package enum Fonts {
  /// The file of DejaVu Sans, which is all that most figures need; `nil` if it is not there.
  package static var standardFile: String? { TextSetter.standardFile }

  /// The files of the fonts that families, or paths, are taken from, wherever they are.
  package static func files(ofFamilies families: [String]) -> [String] {
    TextSetter.files(ofFamilies: families)
  }

  /// A line for each font that fontconfig finds: its file, and which font it is in the file.
  package static func installed() throws -> [String] { try TextSetter.installedFonts() }
}
