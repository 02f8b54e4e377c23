import Files
import Foundation
import Testing

@Suite struct Base64Tests {
  @Test(arguments: [0, 1, 2, 3, 49_151, 49_152, 49_153, 98_304, 100_000])
  func dataIsEncodedWhole(_ count: Int) {
    let data = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var text: [UInt8] = []
    appendBase64(of: data, to: &text)
    #expect(String(decoding: text, as: UTF8.self) == Data(data).base64EncodedString())
  }
}
