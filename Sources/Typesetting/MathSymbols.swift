/// A character of mathematics, its class and whether it leans.
struct MathSymbol: Hashable, Sendable {
  let text: String
  let kind: MathClass
  var style = FontStyle.upright

  init(_ text: String, _ kind: MathClass, _ style: FontStyle = .upright) {
    self.text = text
    self.kind = kind
    self.style = style
  }
}

extension MathSymbol {
  /// Commands that stand for one character.
  static let named: [String: MathSymbol] = {
    var named: [String: MathSymbol] = [:]
    for (words, kind) in tables {
      for (name, text) in pairs(words) {
        named[name] = MathSymbol(
          text, kind, text.count == 1 ? style(of: Character(text)) : .upright)
      }
    }
    return named
  }()

  /// Names and characters in turn.
  static func pairs(_ words: String) -> [(name: String, text: String)] {
    let words = words.split(whereSeparator: \.isWhitespace).map(String.init)
    return stride(from: 0, to: words.count - 1, by: 2).map { (words[$0], words[$0 + 1]) }
  }

  private static let tables: [(String, MathClass)] = [
    (
      """
      alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ
      iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ
      sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω
      Alpha Α Beta Β Gamma Γ Delta Δ Epsilon Ε Zeta Ζ Eta Η Theta Θ Iota Ι Kappa Κ Lambda Λ Mu Μ
      Nu Ν Xi Ξ Omicron Ο Pi Π Rho Ρ Sigma Σ Tau Τ Upsilon Υ Phi Φ Chi Χ Psi Ψ Omega Ω
      """, .ordinary
    ),
    (
      """
      infty ∞ partial ∂ nabla ∇ forall ∀ exists ∃ nexists ∄ emptyset ∅ varnothing ∅ ell ℓ hbar ℏ
      Re ℜ Im ℑ aleph ℵ wp ℘ imath ı angle ∠ top ⊤ bot ⊥ neg ¬ lnot ¬ degree ° vert | Vert ‖
      backslash \\ & & % % # # _ _ $ $ | ‖ checkmark ✓ surd √ triangle △ square □ hslash ℏ
      """, .ordinary
    ),
    (
      """
      pm ± mp ∓ cdot · times × div ÷ ast ∗ star ⋆ circ ∘ bullet • cup ∪ cap ∩ setminus ∖ wedge ∧
      land ∧ vee ∨ lor ∨ oplus ⊕ ominus ⊖ otimes ⊗ odot ⊙ dagger †
      """, .binary
    ),
    (
      """
      le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ lt < gt > ll ≪ gg ≫ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅
      propto ∝ in ∈ notin ∉ ni ∋ to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ mapsto ↦
      Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ implies ⇒ iff ⇔ uparrow ↑ downarrow ↓
      longrightarrow ⟶ longmapsto ⟼ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ perp ⊥ parallel ∥
      mid ∣ coloneqq ≔ triangleq ≜
      """, .relation
    ),
    ("lvert | lVert ‖ lfloor ⌊ lceil ⌈ langle ⟨ { { lbrace { lbrack [", .opening),
    ("rvert | rVert ‖ rfloor ⌋ rceil ⌉ rangle ⟩ } } rbrace } rbrack ]", .closing),
    ("colon :", .punctuation),
    ("ldots … cdots ⋯ dots … dotsc … dotso … dotsb ⋯ dotsm ⋯ dotsi ⋯ ddots ⋱", .inner),
    ("vdots ⋮", .ordinary),
  ]

  /// Signs of relation that `\not` crosses out.
  static let negations = Dictionary(
    uniqueKeysWithValues: pairs("= ≠ < ≮ > ≯ ≤ ≰ ≥ ≱ ∈ ∉ ∋ ∌ ≡ ≢ ∼ ≁ ≈ ≉ ⊂ ⊄ ⊆ ⊈ ∃ ∄").map {
      ($0.name, $0.text)
    })

  /// What a character means that is typed as it is.
  init(_ character: Character) {
    self =
      Self.typed[character]
      ?? MathSymbol(String(character), .ordinary, Self.style(of: character))
  }

  private static let typed: [Character: MathSymbol] = {
    var typed: [Character: MathSymbol] = [:]
    for symbol in named.values where symbol.text.count == 1 && symbol.kind != .ordinary {
      // | opens or closes only as \lvert and \rvert; by itself it says nothing of sides.
      guard let character = symbol.text.first, !"|‖".contains(character) else { continue }
      typed[character] = symbol
    }
    for (characters, kind) in [
      ("+", .binary), ("=<>:", .relation), ("([{", .opening), (")]}!?", .closing),
      (",;", .punctuation),
    ] as [(String, MathClass)] {
      for character in characters { typed[character] = MathSymbol(String(character), kind) }
    }
    // A hyphen is a minus in mathematics, and an asterisk stands on the axis.
    for minus in ["-", "−"] as [Character] { typed[minus] = MathSymbol("−", .binary) }
    typed["*"] = MathSymbol("∗", .binary)
    typed["⋅"] = MathSymbol("·", .binary)
    return typed
  }()

  /// Latin and small Greek letters lean, as variables do; capital Greek letters stand upright.
  private static func style(of character: Character) -> FontStyle {
    guard let scalar = character.unicodeScalars.first, character.isLetter else { return .upright }
    return switch scalar.value {
    case 0x41...0x5a, 0x61...0x7a, 0xc0...0x24f: .italic
    case 0x3b1...0x3c9, 0x3d1, 0x3d5, 0x3d6, 0x3f0, 0x3f1, 0x3f5: .italic
    default: .upright
    }
  }

  /// What raised characters stand for, as in x².
  static let superscripts = Dictionary(
    uniqueKeysWithValues: zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+-=()ni"))

  /// What lowered characters stand for, as in x₁.
  static let subscripts = Dictionary(
    uniqueKeysWithValues: zip("₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎", "0123456789+-=()"))
}
