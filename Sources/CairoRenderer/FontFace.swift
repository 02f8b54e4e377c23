internal import CCairo
internal import CFreeType
internal import Plotting
internal import Typesetting

/// A font file opened by path, whose outlines and metrics are unhinted and in font units.
///
/// Advances and outlines then scale with the size alone, and are the same on every machine that
/// has the file. Glyphs are kept once loaded. An instance belongs to one thread.
final class FontFace {
  /// Where the font is.
  let file: FontFile
  /// Font units in an em.
  let unitsPerEm: Double

  private let handle: FreeTypeFace
  private var glyphs: [Int: Glyph] = [:]
  private var embedded: EmbeddedFont?

  /// Opens a font.
  init(_ file: FontFile) throws(RenderingError) {
    self.file = file
    handle = try FreeTypeFace(file)
    let unitsPerEm = handle.face.pointee.units_per_EM
    guard unitsPerEm > 0 else {
      throw .fontUnreadable(path: file.path, reason: "it has no scalable outlines")
    }
    self.unitsPerEm = Double(unitsPerEm)
  }

  private var face: FT_Face { handle.face }

  /// What the font calls its family.
  var familyName: String? { face.pointee.family_name.map { String(cString: $0) } }

  /// The index of the glyph for a character, or `nil` if the font has none.
  func glyphIndex(for scalar: Unicode.Scalar) -> UInt32? {
    let index = FT_Get_Char_Index(face, FT_ULong(scalar.value))
    return index == 0 ? nil : index
  }

  /// By how many units the pen moves between two glyphs beyond the advance of the first.
  func kerning(_ left: UInt32, _ right: UInt32) -> Double {
    var vector = FT_Vector()
    let status = FT_Get_Kerning(face, left, right, FT_KERNING_UNSCALED.rawValue, &vector)
    return status == 0 ? Double(vector.x) : 0
  }

  /// Makes this the font in which a Cairo context shows glyphs, unhinted.
  func select(in context: OpaquePointer) throws(RenderingError) {
    if embedded == nil { embedded = try EmbeddedFont(file) }
    switch embedded {
    case .some(let font): cairo_set_font_face(context, font.pointer)
    case .none: break
    }
  }

  /// The advance, ink and outline of a glyph in font units, y up.
  func glyph(_ index: UInt32) throws(RenderingError) -> Glyph {
    if let glyph = glyphs[Int(index)] { return glyph }
    let glyph = try load(index)
    glyphs[Int(index)] = glyph
    return glyph
  }

  private func load(_ glyph: UInt32) throws(RenderingError) -> Glyph {
    let flags = FT_Int32(FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)
    try check(FT_Load_Glyph(face, glyph, flags), file.path)
    let slot = face.pointee.glyph.pointee
    var outline = slot.outline
    var box = FT_BBox()
    FT_Outline_Get_CBox(&outline, &box)
    var recorder = OutlineRecorder()
    var callbacks = OutlineRecorder.callbacks
    let status = withUnsafeMutablePointer(to: &recorder) {
      FT_Outline_Decompose(&outline, &callbacks, $0)
    }
    try check(status, file.path)
    return Glyph(
      advance: Double(slot.metrics.horiAdvance),
      top: Double(box.yMax), bottom: Double(box.yMin), outline: recorder.commands)
  }
}

/// A font opened by FreeType, closed with its value.
struct FreeTypeFace: ~Copyable {
  let face: FT_Face
  private let library: FT_Library

  init(_ file: FontFile) throws(RenderingError) {
    var library: FT_Library?
    try check(FT_Init_FreeType(&library), file.path)
    guard let library else { throw .fontUnreadable(path: file.path, reason: "out of memory") }
    var face: FT_Face?
    do throws(RenderingError) {
      try check(FT_New_Face(library, file.path, FT_Long(file.index), &face), file.path)
    } catch {
      FT_Done_FreeType(library)
      throw error
    }
    guard let face else {
      FT_Done_FreeType(library)
      throw .fontUnreadable(path: file.path, reason: "out of memory")
    }
    self.face = face
    self.library = library
  }

  deinit {
    FT_Done_Face(face)
    FT_Done_FreeType(library)
  }
}

/// Collects what FreeType says of an outline.
private struct OutlineRecorder {
  var commands: [Glyph.Command] = []
  var pen = Point(x: 0, y: 0)

  mutating func append(_ command: Glyph.Command, to end: Point) -> Int32 {
    commands.append(command)
    pen = end
    return 0
  }

  /// FreeType's callbacks; each is given the recorder as its last argument.
  static let callbacks = FT_Outline_Funcs(
    move_to: { to, recorder in
      withRecorder(recorder, to) { $0.append(.move($1), to: $1) }
    },
    line_to: { to, recorder in
      withRecorder(recorder, to) { $0.append(.line($1), to: $1) }
    },
    conic_to: { control, to, recorder in
      guard let control else { return 1 }
      let middle = Point(control.pointee)
      // A quadratic curve is the cubic one whose controls are two thirds of the way to its own.
      return withRecorder(recorder, to) {
        let first = Point(
          x: $0.pen.x + 2 / 3 * (middle.x - $0.pen.x), y: $0.pen.y + 2 / 3 * (middle.y - $0.pen.y))
        let second = Point(
          x: $1.x + 2 / 3 * (middle.x - $1.x), y: $1.y + 2 / 3 * (middle.y - $1.y))
        return $0.append(.curve(first, second, $1), to: $1)
      }
    },
    cubic_to: { first, second, to, recorder in
      guard let first, let second else { return 1 }
      let controls = (Point(first.pointee), Point(second.pointee))
      return withRecorder(recorder, to) {
        $0.append(.curve(controls.0, controls.1, $1), to: $1)
      }
    },
    shift: 0, delta: 0)
}

/// Calls `body` with the recorder behind a callback's last argument and the end of the command;
/// anything but 0 makes FreeType stop with an error.
private func withRecorder(
  _ recorder: UnsafeMutableRawPointer?, _ end: UnsafePointer<FT_Vector>?,
  _ body: (inout OutlineRecorder, Point) -> Int32
) -> Int32 {
  guard let recorder, let end else { return 1 }
  return body(&recorder.assumingMemoryBound(to: OutlineRecorder.self).pointee, Point(end.pointee))
}

/// Throws what FreeType's status says about `path`.
private func check(_ status: FT_Error, _ path: String) throws(RenderingError) {
  guard status != 0 else { return }
  let reason = FT_Error_String(status).map { String(cString: $0) } ?? "FreeType error \(status)"
  throw .fontUnreadable(path: path, reason: reason)
}

extension Point {
  fileprivate init(_ vector: FT_Vector) {
    self.init(x: Double(vector.x), y: Double(vector.y))
  }
}
