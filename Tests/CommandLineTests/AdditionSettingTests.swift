import Testing

@Suite struct AdditionSettingTests {
  @Test(
    arguments: [
      (["tanh(x) + 1", "2 * sigmoid(2 * x)", "--difference"], 0, "difference in units"),
      (["swish", "--grad", "--terms"], 0, "swish"),
      (["prelu", "--slopes"], 0, "prelu"),
      (["swish", "--grad", "--title", "auto"], 0, "swish"),
      (["swish", "--with-grad", "--label", "auto"], 0, "swish"),
      (["gelu", "--difference"], 1, "give two functions"),
      (["gelu", "--slopes"], 1, "not made of straight pieces"),
      (["gelu", "--terms"], 1, "not a sum"),
    ] as [([String], Int32, String)])
  func figuresOrSentences(_ arguments: [String], _ status: Int32, _ word: String) throws {
    let actplot = try Actplot()
    let result = try actplot.run(arguments + ["-o", "f.svg"])
    #expect(result.status == status, "\(result.error)")
    let text =
      status == 0 ? String(decoding: try actplot.bytes("f.svg"), as: UTF8.self) : result.error
    #expect(text.contains(word))
  }
}
