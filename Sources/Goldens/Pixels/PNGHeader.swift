/// What the first chunk of a PNG says, read without decoding anything.
struct PNGHeader {
  let width: UInt32
  let height: UInt32
  /// The bits of a sample in the file.
  let depth: UInt8

  /// `nil` for bytes that are too few; whether they are a PNG is not looked at.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 24 else { return nil }
    func number(_ place: Int) -> UInt32 {
      bytes[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    (width, height, depth) = (number(16), number(20), bytes[24])
  }

  /// How many bytes its pixels take when they are decoded; 0 if so many are refused.
  var decodedBytes: Int {
    let (bytes, isBeyond) = (UInt64(width) * UInt64(height)).multipliedReportingOverflow(
      by: depth == 16 ? 8 : 4)
    return isBeyond || bytes > RasterImage.mostBytes ? 0 : Int(bytes)
  }
}
