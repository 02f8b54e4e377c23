internal import Plotting

/// The outlines of the characters of some fonts, found by what their first contour is like.
///
/// Characters that figures are full of come first; others are looked up when they are not enough.
struct OutlineIndex {
  private let faces: [FontFace]
  private var shapes: [Int: [OutlineShape]] = [:]
  private var known: Set<Unicode.Scalar> = []
  private var stage = Stage.common

  private enum Stage {
    case common, families, hangul, complete
  }

  /// - Parameter faces: The fonts, in the order in which they are asked for a character.
  init(_ faces: [FontFace]) {
    self.faces = faces
  }

  /// Whether the usual characters are there.
  var hasCommon: Bool { stage != .common }

  /// What may begin with `contour`.
  func candidates(for contour: OutlineContour) -> [OutlineShape] {
    let count = contour.points.count
    return (count...count + OutlineShape.omitted).flatMap { shapes[$0] ?? [] }
  }

  /// Adds characters that are less usual; false if there are no more.
  @discardableResult
  mutating func extend() -> Bool {
    switch stage {
    case .common:
      add(Self.common, from: faces, cost: 1)
      stage = .families
    case .families:
      for face in faces { add(Self.unusual(of: face), from: faces, cost: 3) }
      stage = .hangul
    case .hangul:
      // Text of no font that was asked for is set in what fontconfig finds.
      if let file = try? InstalledFonts.file(for: "가", language: "ko"),
        !faces.contains(where: { $0.file == file }), let face = try? FontFace(file)
      {
        add(Self.unusual(of: face), from: [face], cost: 4)
      }
      stage = .complete
    case .complete:
      return false
    }
    return true
  }

  private mutating func add(
    _ scalars: [Unicode.Scalar], from faces: [FontFace], cost: Double
  ) {
    for (rank, scalar) in scalars.enumerated() where !known.contains(scalar) {
      guard let (face, glyph) = Self.glyph(for: scalar, in: faces) else { continue }
      known.insert(scalar)
      // A mark by itself is that of a letter, if there is such a letter.
      let isMark = scalar.properties.generalCategory == .modifierSymbol
      let shape = OutlineShape(
        scalar, glyph, unitsPerEm: face.unitsPerEm,
        cost: cost + (isMark ? 3 : 0) + 1e-5 * Double(rank))
      if let shape { shapes[shape.firstCount, default: []].append(shape) }
    }
  }

  /// The glyph that `TextSetter` would draw; `nil` too if the font is damaged there.
  private static func glyph(
    for scalar: Unicode.Scalar, in faces: [FontFace]
  ) -> (FontFace, Glyph)? {
    for face in faces {
      if let index = face.glyphIndex(for: scalar) {
        return (try? face.glyph(index)).map { (face, $0) }
      }
    }
    return nil
  }

  /// What labels and mathematics are made of; of those that look alike, the first is meant.
  private static let common: [Unicode.Scalar] = {
    // A plot's dash of that length is a minus, and its small mu is the Greek one.
    let first: [Unicode.Scalar] = ["−"]
    let blocks: [ClosedRange<UInt32>] = [
      0x21...0x7e, 0x391...0x3a9, 0x3b1...0x3c9, 0xa1...0xac, 0xae...0xff,
      0x2070...0x2071, 0x2074...0x208e, 0x2032...0x2034, 0x2013...0x2014, 0x2018...0x2022,
      0x2026...0x2026, 0x2190...0x2195, 0x21a6...0x21a6, 0x21d0...0x21d5, 0x2200...0x22f1,
      0x27e8...0x27e9, 0x27f6...0x27ff, 0x239b...0x23b1, 0x2308...0x230b,
    ]
    let others = "ϵϑϰϖϱϕıℓℏℜℑℵ℘ℂℍℕℙℚℝℤ‖✓△□ˆˇˉ˘˙˚˜".unicodeScalars
    let doubled = (UInt32(0x1d538)...0x1d56b).compactMap(Unicode.Scalar.init)
    return first + blocks.joined().compactMap(Unicode.Scalar.init) + others + doubled
  }()

  /// The characters that a font can be asked to draw, those of living alphabets first.
  private static func unusual(of face: FontFace) -> [Unicode.Scalar] {
    let drawn = face.scalars.filter { scalar in
      // Private and unassigned characters mean nothing, and geometric ones are what figures draw
      // themselves.
      let isShape = (0x2500...0x25ff).contains(scalar.value)
      return !isShape && !scalar.needsShaping
        && ![.privateUse, .unassigned].contains(scalar.properties.generalCategory)
    }
    let alphabets: [ClosedRange<UInt32>] = [0x100...0x17f, 0x386...0x3ce, 0x400...0x45f]
    func isLiving(_ scalar: Unicode.Scalar) -> Bool {
      alphabets.contains { $0.contains(scalar.value) }
    }
    return drawn.filter(isLiving) + drawn.filter { !isLiving($0) }
  }
}
