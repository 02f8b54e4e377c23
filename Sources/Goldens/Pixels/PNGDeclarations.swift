/// What a PNG says besides its pixels that changes what is seen: which colours its samples are, and
/// what comes after the picture.
struct PNGDeclarations: Hashable {
  private var colors = Colors.standard
  private var frames: [Frame] = []

  /// What samples mean. What says nothing is taken for sRGB, as browsers do.
  private enum Colors: Hashable, CustomStringConvertible {
    case standard
    /// A gamma and the chromaticities of white, red, green and blue in hundred-thousandths, as far as
    /// they are given.
    case gamma(UInt32?, [UInt32])
    /// The code points of ITU-T H.273, and whether the samples are of the full range.
    case coded([UInt8])
    /// A profile, packed as it is in the file.
    case profile([UInt8])

    var description: String {
      switch self {
      case .standard: "sRGB"
      case .gamma(let gamma, let corners):
        [gamma.map { "a gamma of \($0) / 100000" }, corners.isEmpty ? nil : "primaries \(corners)"]
          .compactMap { $0 }.joined(separator: " with ")
      case .coded(let codes): "cICP \(codes.map(String.init).joined(separator: " "))"
      case .profile: "those of an ICC profile"
      }
    }

    var isProfile: Bool {
      if case .profile = self { return true }
      return false
    }
  }

  /// A chunk of an animation.
  private struct Frame: Hashable {
    let type: String
    let data: [UInt8]

    /// Whether it has packed pixels, which may be the same in other bytes.
    var isPacked: Bool { type == "fdAT" }
  }

  /// Reads the chunks of a file that was decoded, and so is whole.
  init(_ bytes: [UInt8]) {
    var found: [String: [UInt8]] = [:]
    var isAnimated = false
    for (type, data) in Self.chunks(bytes) {
      switch type {
      // What comes later says nothing by the standard, nor does a second one.
      case "gAMA" where data.count == 4, "cHRM" where data.count == 32,
        "cICP" where data.count == 4, "sRGB" where data.count == 1, "iCCP":
        let isEarly = found["PLTE"] == nil && found["IDAT"] == nil
        if isEarly, found[type] == nil { found[type] = Array(data) }
      case "PLTE": found[type] = []
      case "IDAT":
        if found[type] == nil { frames.append(Frame(type: type, data: [])) }
        found[type] = []
      case "acTL":
        isAnimated = isAnimated || found["IDAT"] == nil && data.count == 8
        fallthrough
      case "fcTL", "fdAT": frames.append(Frame(type: type, data: Array(data)))
      default: break
      }
    }
    if !isAnimated { frames = [] }
    colors = Self.colors(found)
  }

  /// How another file says something else, in sentences.
  func changes(to new: PNGDeclarations) -> [String] {
    var sentences: [String] = []
    if colors != new.colors, !colors.isProfile, !new.colors.isProfile {
      sentences.append("The colours are said to be \(new.colors), and were \(colors).")
    }
    if frames.isEmpty != new.frames.isEmpty {
      sentences.append(
        frames.isEmpty
          ? "The image is animated, and its golden is not."
          : "The golden is animated, and the image is not.")
    } else if frames.filter({ !$0.isPacked }) != new.frames.filter({ !$0.isPacked }) {
      sentences.append("The frames of the animation, or their times and places, are others.")
    }
    return sentences
  }

  /// Why another file may show something else although no difference was found, in a sentence; `nil`
  /// if it does not.
  func doubt(about new: PNGDeclarations) -> String? {
    if self == new { return nil }
    return colors != new.colors
      ? "No pixel differs, but the ICC profiles do, or only one has one, and what they say is not"
        + " compared; convert both to sRGB."
      : "The first pictures are equal, but the later frames of the animations are packed in other"
        + " bytes and are not compared; compare them one by one."
  }

  /// The chunks in the order of the file.
  private static func chunks(_ bytes: [UInt8]) -> [(type: String, data: ArraySlice<UInt8>)] {
    var chunks: [(type: String, data: ArraySlice<UInt8>)] = []
    var rest = bytes.dropFirst(8)
    while rest.count >= 12 {
      let length = Int(number(rest.prefix(4))), start = rest.startIndex + 8
      guard length <= rest.count - 12 else { break }
      let type = String(decoding: rest[start - 4..<start], as: UTF8.self)
      chunks.append((type, rest[start..<start + length]))
      rest = rest[(start + length + 4)...]
    }
    return chunks
  }

  private static func number(_ bytes: some Sequence<UInt8>) -> UInt32 {
    bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// What chunks say together: the first of cICP, iCCP, sRGB, and gAMA with cHRM counts.
  private static func colors(_ found: [String: [UInt8]]) -> Colors {
    if let codes = found["cICP"] { return codes == [1, 13, 0, 1] ? .standard : .coded(codes) }
    if let profile = found["iCCP"] { return .profile(profile) }
    if found["sRGB"] != nil { return .standard }
    let gamma = found["gAMA"].map(number)
    let bytes = found["cHRM"] ?? []
    let corners = stride(from: 0, to: bytes.count, by: 4).map { number(bytes[$0..<$0 + 4]) }
    return isStandard(gamma, corners) ? .standard : .gamma(gamma, corners)
  }

  /// Whether a gamma and primaries are those that sRGB is written as, but for rounding that no colour
  /// of 8 bits shows.
  private static func isStandard(_ gamma: UInt32?, _ corners: [UInt32]) -> Bool {
    let wanted: [UInt32] = [31270, 32900, 64000, 33000, 30000, 60000, 15000, 6000]
    func isNear(_ a: UInt32, _ b: UInt32) -> Bool { max(a, b) - min(a, b) <= 50 }
    return isNear(gamma ?? 45455, 45455)
      && (corners.isEmpty || zip(corners, wanted).allSatisfy { isNear($0, $1) })
  }
}
