import Files
import Testing

@Suite struct DigestTests {
  /// From FIPS 180-2, appendix B.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func known(_ text: String, _ digest: String) {
    #expect(Digest(of: text.utf8).description == digest)
    #expect(Digest(digest) == Digest(of: Array(text.utf8)))
  }

  @Test func inBase64() {
    #expect(Digest(of: "abc".utf8).base64 == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
  }

  @Test(arguments: [
    "", "abc", String(repeating: "g", count: 64), String(repeating: "+1", count: 32),
  ])
  func whatIsNone(_ text: String) {
    #expect(Digest(text) == nil)
  }
}
