import Files
import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    ("null", true), (" [1, -2.5e+3, 0.1, true, false] ", true), ("{}", true), ("[[]]", true),
    ("{\"a\": {\"b\": [\"\\u00e9\\ud83d\\ude00\\/\"]}}", true), ("\"\u{7F}\u{2028}\"", true),
    ("", false), ("nul", false), ("[1,]", false), ("{\"a\" 1}", false), ("{a: 1}", false),
    ("\"a", false), ("\"a\nb\"", false), ("\"\\x\"", false), ("\"\\ud83d\"", false),
    ("\"\\ude00\"", false), ("[1] 2", false), ("+1", false), (".5", false), ("1e", false),
    ("- 1", false),
    (String(repeating: "[", count: 100_000), false),
  ])
  func json(_ text: String, _ isJSON: Bool) {
    #expect((JSONNode(text.utf8) != nil) == isJSON)
  }

  @Test func jsonValues() throws {
    let node = try #require(
      JSONNode("  {\"a\": [\"\\ud83d\\ude00\\u0041\", 2.50], \"a\": true}".utf8))
    #expect(node["a"]?.flag == true && node["b"] == nil && node.offset == 2)
    #expect(node.members[0].value.elements.map(\.text) == ["😀A", nil])
    #expect(node.members[0].value.elements[1].number == "2.50")
    #expect(node.members[0].value.elements[1].offset == 31)
  }
}
