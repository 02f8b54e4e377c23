import Activations
import Figures
import Foundation
import Testing

@Suite("Reports on two functions")
struct ComparisonReportTests {
  private func report(_ first: String, _ second: String, order: Int = 0) throws -> ComparisonReport
  {
    let one = try Formula(first), other = try Formula(second)
    return ComparisonReport(
      try FunctionComparison(one, other, order: order), of: one, and: other)
  }

  typealias Row = (first: String, second: String, order: Int, isSame: Bool, words: [String])

  private static let rows: [Row] = [
    (
      "tanh(x) + 1", "2 * sigmoid(2 * x)", 0, true,
      ["tanh(x) + 1 and 2 * sigmoid(2 * x) are the same function.\n", "  proven: "]
    ),
    (
      "relu(x) - relu(-x)", "x", 0, true,
      [
        "No difference between relu(x) - relu(-x) and x was found at",
        "points; that they are the same is not proven.\n", "the same value in binary64",
      ]
    ),
    (
      "sin(2 * x)^2", "4 * sin(x)^2 * (1 - sin(x)^2)", 0, true,
      ["No difference between", "is not proven"]
    ),
    (
      "gelu", "quick_gelu", 0, false,
      [
        "gelu(x) and quick_gelu(x) differ.\n", "most at x = -2.", "by 0.0203 or",
        "gelu(x)        -0.0",
      ]
    ),
    ("tan(atan(x))", "x", 0, true, ["is not proven"]),
    ("sqrt(x)^2", "x", 0, false, ["sqrt(x)^2  no value\n"]),
    ("relu", "where(x >= 0, x, 0)", 1, false, ["relu′(x)", "at 1 of them, all of them kinks"]),
  ]

  @Test("A sentence, what it rests on, and where they differ most", arguments: rows)
  func texts(row: Row) throws {
    let report = try report(row.first, row.second, order: row.order)
    #expect(report.isSame == row.isSame)
    for word in row.words { #expect(report.text.contains(word), "\(report.text)") }
  }

  @Test("An object for programs")
  func object() throws {
    let json = try report("gelu", "quick_gelu").json
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["same"] as? Bool == false && object["verdict"] as? String == "different")
    let most = try #require(object["most"] as? [String: Any])
    #expect((most["values"] as? [Double])?.count == 2 && most["ulps"] as? Double ?? 0 > 1e15)
    #expect(try report("x", "x").json.contains("\"most\": null"))
  }
}
