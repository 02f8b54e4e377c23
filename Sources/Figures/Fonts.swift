internal import CairoRenderer

/// The fonts that decide what figures look like.
package enum Fonts {
  /// The file of DejaVu Sans, which is all that most figures need; `nil` if it is not there.
  package static var standardFile: String? { TextSetter.standardFile }

  /// A line for each font that fontconfig finds: its file, and which font it is in the file.
  package static func installed() throws -> [String] { try TextSetter.installedFonts() }
}
