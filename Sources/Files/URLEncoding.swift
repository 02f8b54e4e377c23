/// A text as it stands in an address: all but letters, digits and `-._~` of ASCII, and what is kept, as
/// the bytes of UTF-8 behind percent signs.
package func urlEncoded(_ text: String, keeping kept: String = "") -> String {
  let plain = ("0123456789-._~" + kept).utf8
  return text.utf8.map { byte in
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    if isLetter || plain.contains(byte) { return String(Unicode.Scalar(byte)) }
    return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }.joined()
}
