internal import CairoRenderer
internal import Synchronization

/// The fonts that decide what figures look like.
package enum Fonts {
  /// The file of DejaVu Sans, which is all that most figures need; `nil` if it is not there.
  package static var standardFile: String? { TextSetter.standardFile }

  /// A line for each font that fontconfig finds: its file, and which font it is in the file.
  package static func installed() throws -> [String] { try TextSetter.installedFonts() }

  /// The text of an image, read back from the filled outlines that it was set as in DejaVu Sans.
  ///
  /// What reads them takes some milliseconds to make and belongs to one thread, so it is made once
  /// it is needed, and threads wait for each other.
  ///
  /// - Parameter contours: The points of a path in points, control points too, with y down.
  /// - Returns: `nil` for what is no text that can be read.
  package static func text(ofOutlines contours: [[SIMD2<Double>]]) -> String? {
    reader.withLock { reader in
      let known = reader ?? SharedReader(reader: try? OutlineReader(families: []))
      reader = known
      return known.reader?.text(of: contours)
    }
  }

  private static let reader = Mutex<SharedReader?>(nil)

  private struct SharedReader {
    /// `nil` if there is no font.
    let reader: OutlineReader?
  }
}
