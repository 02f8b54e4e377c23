internal import CCairo

/// A Cairo surface, destroyed with its value.
struct Surface: ~Copyable {
  let pointer: OpaquePointer

  /// Takes over a surface that Cairo made; what went wrong in making it is thrown.
  init(adopting pointer: OpaquePointer?) throws(RenderingError) {
    guard let pointer else { throw .cairo("no surface was made") }
    do throws(RenderingError) {
      try check(cairo_surface_status(pointer))
    } catch {
      cairo_surface_destroy(pointer)
      throw error
    }
    self.pointer = pointer
  }

  deinit {
    cairo_surface_destroy(pointer)
  }

  /// Completes the output, after which nothing can be drawn.
  func finish() throws(RenderingError) {
    cairo_surface_finish(pointer)
    try check(cairo_surface_status(pointer))
  }
}

/// A Cairo drawing context, destroyed with its value.
struct DrawingContext: ~Copyable {
  let pointer: OpaquePointer

  /// A context that draws on `surface`.
  init(on surface: borrowing Surface) throws(RenderingError) {
    guard let pointer = cairo_create(surface.pointer) else { throw .cairo("no context was made") }
    do throws(RenderingError) {
      try check(cairo_status(pointer))
    } catch {
      cairo_destroy(pointer)
      throw error
    }
    self.pointer = pointer
  }

  deinit {
    cairo_destroy(pointer)
  }

  /// Throws what went wrong in any call so far: Cairo keeps the first error of a context.
  func checkStatus() throws(RenderingError) {
    try check(cairo_status(pointer))
  }
}

/// Throws Cairo's own message unless the status is success.
func check(_ status: cairo_status_t) throws(RenderingError) {
  guard status != CAIRO_STATUS_SUCCESS else { return }
  throw .cairo(cairo_status_to_string(status).map { String(cString: $0) } ?? "status \(status)")
}
