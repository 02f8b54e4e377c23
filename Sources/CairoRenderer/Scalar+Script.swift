extension Unicode.Scalar {
  /// Whether one glyph after the other, left to right, would be the wrong picture.
  var needsShaping: Bool {
    // Plain labels are nearly all there is; they need no look into the Unicode tables.
    if (0x20..<0x7f).contains(value) { return false }
    return isMark || isInvisible || isRightToLeft || isJoiningOrReordering
  }

  /// Whether this stands on another character.
  var isMark: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  /// Whether this only steers text.
  var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }

  /// Hebrew to Arabic with their presentation forms, and the right-to-left blocks of the
  /// supplementary plane.
  private var isRightToLeft: Bool {
    switch value {
    case 0x0590...0x08ff, 0xfb1d...0xfdff, 0xfe70...0xfeff, 0x10800...0x10fff, 0x1e800...0x1efff:
      true
    default: false
    }
  }

  /// The scripts of India, Tibet, South-East Asia and Mongolia, whose letters reorder or join, and
  /// the parts of Hangul syllables that have no code point of their own.
  private var isJoiningOrReordering: Bool {
    switch value {
    case 0x0900...0x0dff, 0x0f00...0x109f, 0x1780...0x18af, 0x1900...0x194f, 0x1a00...0x1aaf,
      0x1b00...0x1c4f, 0xa800...0xa82f, 0xa840...0xa8ff, 0xa930...0xa95f, 0xa980...0xaaff,
      0xabc0...0xabff, 0x11000...0x11fff:
      true
    case 0x1100...0x11ff, 0xa960...0xa97f, 0xd7b0...0xd7ff: true
    default: false
    }
  }

  /// Whether the script is one of Hangul's blocks.
  var isHangul: Bool {
    switch value {
    case 0x1100...0x11ff, 0x3130...0x318f, 0x3200...0x321e, 0x3260...0x327f, 0xa960...0xa97f,
      0xac00...0xd7ff, 0xffa0...0xffdc:
      true
    default: false
    }
  }

  /// Whether this is one of the syllables of Japanese.
  var isKana: Bool {
    switch value {
    case 0x3041...0x30ff, 0x31f0...0x31ff, 0x32d0...0x32fe, 0xff65...0xff9f, 0x1b000...0x1b16f:
      true
    default: false
    }
  }

  /// Whether this is a Han character, or a sign that is set with them.
  var isHan: Bool {
    switch value {
    case 0x2e80...0x303f, 0x3100...0x312f, 0x3190...0x31ef, 0x3200...0x9fff, 0xf900...0xfaff,
      0xfe30...0xfe4f, 0xff00...0xffef, 0x20000...0x3ffff:
      true
    default: false
    }
  }

  /// Whether this is a picture: an emoji or a part of one.
  var isPicture: Bool {
    properties.isEmojiPresentation || properties.isEmojiModifier
      || (0x1f000...0x1faff).contains(value)
  }

  /// The Debian package with a font that has the character, as far as can be told; none for what
  /// Unicode leaves to agreement or has not assigned.
  var package: String? {
    if [.privateUse, .unassigned].contains(properties.generalCategory) { return nil }
    if isHangul { return "fonts-nanum" }
    if isKana || isHan { return "fonts-noto-cjk" }
    return isPicture ? "fonts-symbola" : "fonts-noto-core"
  }
}

extension Character {
  /// Whether this is one picture made of several characters, which only colour fonts have.
  var isJoinedPicture: Bool {
    let scalars = unicodeScalars
    guard scalars.count > 1, let first = scalars.first else { return false }
    return scalars.contains { $0 == "\u{fe0f}" || $0.properties.isEmojiModifier }
      || (first.properties.isEmoji && scalars.contains("\u{200d}"))
      || (0x1f1e6...0x1f1ff).contains(first.value)
  }
}

extension String {
  /// The language whose letter forms the Han characters of the text take.
  var hanLanguage: String {
    var language = "zh-cn"
    for scalar in unicodeScalars {
      if scalar.isHangul { return "ko" }
      if scalar.isKana { language = "ja" }
    }
    return language
  }

  /// The language by which a font is chosen for a character of this text.
  func language(of scalar: Unicode.Scalar) -> String {
    if scalar.isHangul { return "ko" }
    if scalar.isKana { return "ja" }
    return scalar.isHan ? hanLanguage : "en"
  }
}
