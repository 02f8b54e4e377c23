internal import Activations

/// Where the paper is that an activation comes from.
struct SourceLink {
  let address: String

  /// The paper itself where its number in arXiv is known, and a search for it where that is not.
  init(_ activation: Activation) {
    if let prefix = activation.source.firstRange(of: "arXiv:") {
      let number = activation.source[prefix.upperBound...].prefix { $0.isNumber || $0 == "." }
      address = "https://arxiv.org/abs/\(number)"
    } else {
      let words = "\(activation.source) \(activation.name) activation"
      let query = words.split(separator: " ").map { urlEncoded(String($0)) }.joined(separator: "+")
      address = "https://scholar.google.com/scholar?q=\(query)"
    }
  }
}

/// A text as it stands in an address: all but letters, digits and `-._~` of ASCII, and what is kept, as
/// the bytes of UTF-8 behind percent signs.
func urlEncoded(_ text: String, keeping kept: String = "") -> String {
  let plain = ("0123456789-._~" + kept).utf8
  return text.utf8.map { byte in
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    if isLetter || plain.contains(byte) { return String(Unicode.Scalar(byte)) }
    return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }.joined()
}
