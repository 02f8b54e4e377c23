/// What mathematics is to its neighbours, which decides the space between them: TeX's classes.
enum MathClass: Int, Hashable, Sendable, CaseIterable {
  /// A letter, a digit, a group.
  case ordinary
  /// A name such as sin, or a sum sign.
  case `operator`
  /// A sign between two quantities, such as plus.
  case binary
  /// A sign between two sides, such as equals.
  case relation
  /// A bracket on the left.
  case opening
  /// A bracket on the right.
  case closing
  /// A comma or semicolon.
  case punctuation
  /// A fraction, or brackets with what is in them.
  case inner
}

/// An element of a list of mathematics.
enum MathNode: Hashable, Sendable {
  case atom(MathAtom)
  /// Space in mu, eighteenths of an em.
  case space(mu: Double)
  /// What follows is set in this style.
  case style(MathStyle.Level)
}

/// A nucleus and its scripts.
struct MathAtom: Hashable, Sendable {
  /// Where an operator has its scripts.
  enum Limits: Hashable, Sendable {
    /// Beside it.
    case beside
    /// Above and below it in display style, beside it otherwise.
    case inDisplayStyle
    /// Above and below it.
    case aboveAndBelow
  }

  var kind: MathClass
  var nucleus: MathNucleus
  var superscript: [MathNode]?
  var `subscript`: [MathNode]?
  /// Primes, which come before the rest of the superscript.
  var primes = 0
  var limits = Limits.beside

  init(_ kind: MathClass, _ nucleus: MathNucleus, limits: Limits = .beside) {
    self.kind = kind
    self.nucleus = nucleus
    self.limits = limits
  }

  var hasScripts: Bool { superscript != nil || `subscript` != nil || primes > 0 }
}

/// What an atom is made of.
indirect enum MathNucleus: Hashable, Sendable {
  /// Characters that are set as one run.
  case symbol(String, FontStyle)
  /// Upright text with its spaces.
  case text(String)
  case list([MathNode])
  /// A sum sign and the like, which is larger in display style and stands on the axis.
  case largeOperator(String)
  /// In the style given, or one smaller than the surroundings.
  case fraction([MathNode], [MathNode], MathStyle.Level?)
  /// One above the other in parentheses.
  case binomial([MathNode], [MathNode], MathStyle.Level?)
  case root(degree: [MathNode]?, [MathNode])
  /// Brackets as high as what they enclose: `delimiters` stand before, between and after
  /// `contents`; `nil` is one that is not seen.
  case fenced(delimiters: [String?], contents: [[MathNode]])
  /// A bracket of a height in ems.
  case bracket(String?, height: Double)
  /// A mark over the middle of the content.
  case accent(String, [MathNode])
  /// A mark as wide as the content.
  case wideAccent(WideAccent, [MathNode])
  /// A brace as wide as the content.
  case braced([MathNode], isAbove: Bool)
  case overline([MathNode])
  case underline([MathNode])
  /// Rows of cells, with a brace on the left.
  case cases([[[MathNode]]])
  /// Rows of cells, each in the middle of its column, between brackets; `nil` is one that is not seen.
  case matrix([[[MathNode]]], left: String?, right: String?)
  /// The content with thicker strokes.
  case bold([MathNode])
  /// The room of the content without its ink.
  case phantom([MathNode])
}

/// The marks that can be as wide as what they are over.
enum WideAccent: Hashable, Sendable {
  case hat, tilde
}

/// The style that mathematics is set in: TeX's, of which the smaller ones are for scripts, and the
/// cramped ones, for what has something above it, raise superscripts less.
struct MathStyle: Hashable, Sendable {
  /// The size, and how much room things take.
  enum Level: Int, Hashable, Sendable {
    case display, text, script, scriptscript
  }

  var level: Level
  var isCramped = false

  /// The em of the style in ems of the text.
  var scale: Double {
    switch level {
    case .display, .text: 1
    case .script: 0.7
    case .scriptscript: 0.5
    }
  }

  /// Whether spaces around signs are left out.
  var isScript: Bool { level == .script || level == .scriptscript }

  var cramped: MathStyle { MathStyle(level: level, isCramped: true) }

  var superscript: MathStyle {
    MathStyle(level: isScript ? .scriptscript : .script, isCramped: isCramped)
  }

  var `subscript`: MathStyle { superscript.cramped }

  /// The style of a numerator; that of a denominator is the same, cramped.
  var numerator: MathStyle {
    level == .display ? MathStyle(level: .text, isCramped: isCramped) : superscript
  }
}
