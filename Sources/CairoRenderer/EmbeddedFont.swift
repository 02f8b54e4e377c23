internal import CCairo
internal import CFreeType

/// A font as Cairo puts it into documents.
///
/// It is opened a second time: Cairo sizes and shears the fonts that it is given, and keeps them
/// for as long as it likes.
struct EmbeddedFont: ~Copyable {
  let pointer: OpaquePointer

  init(_ file: FontFile) throws(RenderingError) {
    let owner = Owner(try FreeTypeFace(file))
    let flags = Int32(FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)
    guard let pointer = cairo_ft_font_face_create_for_ft_face(owner.font.face, flags) else {
      throw .cairo("there is no memory for the font \(file.path)")
    }
    let reference = Unmanaged.passRetained(owner)
    let status = cairo_font_face_set_user_data(
      pointer, Owner.key, reference.toOpaque(),
      { owner in
        if let owner { Unmanaged<Owner>.fromOpaque(owner).release() }
      })
    do throws(RenderingError) {
      try check(status)
      try check(cairo_font_face_status(pointer))
    } catch {
      cairo_font_face_destroy(pointer)
      if status != CAIRO_STATUS_SUCCESS { reference.release() }
      throw error
    }
    self.pointer = pointer
  }

  deinit {
    cairo_font_face_destroy(pointer)
  }

  /// Keeps FreeType's font until Cairo lets go of its own, which may be long after this one.
  private final class Owner {
    let font: FreeTypeFace

    init(_ font: consuming FreeTypeFace) {
      self.font = font
    }

    /// Only the address counts.
    nonisolated(unsafe) static let key = UnsafeMutablePointer<cairo_user_data_key_t>
      .allocate(capacity: 1)
  }
}
