import Testing
import Wording

@testable import Activations

@Suite("Numbers as people write them")
struct ConstantTests {
  static let numbers: [(String, Double)] = [
    ("1.5", 1.5), (" -2 ", -2), ("1e-300", 1e-300), ("inf", .infinity), ("pi", .pi),
    ("-pi/2", -1.5707963267948966), ("π", .pi), ("2*pi", 6.283185307179586),
    ("sqrt(2)", 1.4142135623730951), ("1/3", 0.3333333333333333), ("e", 2.718281828459045),
    ("sigmoid(0)", 0.5), ("2^10", 1024),
  ]

  @Test("A numeral, or a formula without x", arguments: numbers)
  func values(text: String, value: Double) {
    #expect(Double.constant(text) == value)
  }

  @Test(
    "What has x in it, or no meaning, is none",
    arguments: ["", "x", "x - x", "relu", "relu(x)", "a", "pi pi", "1,2", "(", "--", "sigmoid"])
  func none(text: String) {
    #expect(Double.constant(text) == nil)
    #expect(throws: WordsError.self) { try constant(text, example: "pi/2") }
  }

  @Test("Ranges have them at their ends")
  func ranges() throws {
    let range = try SampleRange("-pi:pi")
    #expect(range.lowerBound == -.pi && range.upperBound == .pi)
    #expect(try SampleRange("0:2*pi:pi/4").count == 8)
    #expect(throws: SampleRangeError.malformed("0:x")) { try SampleRange("0:x") }
  }
}
