import Testing

@testable import Activations

@Suite("Sample ranges")
struct SampleRangeTests {
  @Test(
    "Samples are counted as arange counts them",
    arguments: [
      ("-8:8:0.1", 160), ("0:0.3:0.1", 3), ("0:1:0.3", 4), ("-1:1", 160), ("0:1:1", 1),
      ("0:1:2", 1), ("-8:8:16", 1), ("0:2:1", 2), ("1:1.6:0.2", 3), ("0:0.7:0.1", 7),
      ("-0.3:0.3:0.1", 6), ("1000:1000.3:0.1", 3), ("0:1:1e-6", 1_000_000), (".5:2:.5", 3),
      ("1e-310:3e-310:1e-310", 2), ("-1e308:-9e307:1e306", 10),
    ]
  )
  func counts(text: String, count: Int) throws {
    let range = try SampleRange(text)
    let points = range.points(as: Double.self)
    #expect(range.count == count)
    #expect(points.count == count)
    #expect(points.first == range.lowerBound)
    #expect(points.last.map { $0 < range.upperBound } == true)
  }

  @Test(
    "An upper bound that misses a sample by rounding alone is left out, far from 0 too",
    arguments: [
      ("244.35:244.35005:0.00001", 5), ("1916:1916.00007:0.00001", 7),
      ("-515:-514.9:0.000001", 100_000),
    ]
  )
  func roundingFarFromZero(text: String, count: Int) throws {
    #expect(try SampleRange(text).count == count)
  }

  @Test(
    "Each sample is the Double nearest to the decimal sum",
    arguments: [
      ("-1.2:1.2:0.1", -12, 1, -1), ("-8:8:0.1", -80, 1, -1), ("-0.3:0.3:0.1", -3, 1, -1),
      ("-7:7", -70000, 875, -4), ("0:0.7", 0, 4375, -6), ("-1.1:2.9:0.025", -1100, 25, -3),
      ("1e300:2e300:1e298", 100, 1, 298), ("1e-310:9e-310:1e-311", 10, 1, -311),
      ("5e-324:1:0.1", 0, 1, -1), ("100000000:100000001:0.01", 10_000_000_000, 1, -2),
      ("0:1:0.3333333333333333", 0, 3_333_333_333_333_333, -16),
      ("-3.141592653589793:3.141592653589793", -314159265358979300000, 3926990816987241250, -20),
    ] as [(String, Int128, Int128, Int)]
  )
  func decimals(text: String, start: Int128, step: Int128, exponent: Int) throws {
    let range = try SampleRange(text)
    for (k, point) in range.points(as: Double.self).enumerated().dropFirst(start == 0 ? 1 : 0) {
      let sum = start + Int128(k) * step
      #expect(point == Double("\(sum)e\(exponent)"), "sample \(k)")
      #expect(point == range.point(k))
    }
  }

  @Test("A formula that is delicate beside 0 is sampled at 0")
  func besideZero() throws {
    let range = try SampleRange(from: -1.2, to: 1.2, step: 0.1)
    let samples = try Formula("(exp(x) - 1) / x").samples(over: range, order: 2)
    #expect(samples.x[12] == 0 && samples.x[3] == -0.9 && samples.x[23] == 1.1)
    #expect(samples.derivatives[2][12] == 1 / 3.0)
  }

  @Test(
    "Accepted ranges have finite, ascending samples below the upper bound",
    arguments: [
      "-8:8:0.1", "1e300:2e300", "1e15:1000000000000010:1", "5e-324:1e-320:5e-324",
      "-1e308:1e308", "-1e308:1e308:1e303", "-1.7e308:1.7e308:1e305",
      "9007199254740992:9007199254741992:1.2",
    ]
  )
  func ascending(text: String) {
    // An error would be as good; NaN, infinity and samples that coincide are not.
    guard let range = try? SampleRange(text) else { return }
    let points = range.points(as: Double.self)
    let pairs = zip(points, points.dropFirst())
    #expect(points.first { !$0.isFinite } == nil)
    #expect(pairs.first { $0 >= $1 } == nil)
    #expect(points.allSatisfy { $0 < range.upperBound })
  }

  @Test(
    "In float32 samples ascend, are never NaN, and are infinite only beyond its range",
    arguments: ["-8:8:0.1", "0:1e300:1e298", "0:1e-50:1e-51", "1:1.00001:1e-8", "0:1e39"]
  )
  func ascendingFloats(text: String) throws {
    let range = try SampleRange(text)
    let points = range.points(as: Float.self)
    let exact = range.points(as: Double.self)
    #expect(points.count == exact.count)
    for (point, value) in zip(points, exact) {
      #expect(point.isFinite == (value <= Double(Float.greatestFiniteMagnitude)), "\(value)")
    }
    #expect(zip(points, points.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("The chapter's float32 grid is the frameworks'")
  func chapterGrid() throws {
    let points = SampleRange.chapter.points(as: Float.self)
    #expect(points.count == 160)
    #expect(points[0] == -8)
    // As printed by PyTorch: the rounded step is a little more than 0.1.
    #expect(points[80] == 1.1920929e-07)
    #expect((points[159] - 7.9).magnitude <= Float(7.9).ulp)
    #expect(SampleRange.chapter == (try SampleRange("-8:8:0.1")))
    #expect(SampleRange.chapter == (try SampleRange(from: -8, to: 8)))
    let samples = try Formula("relu").samples(over: .chapter, precision: .float32)
    #expect(samples.x[80] == Double(Float(1.1920929e-07)))
  }

  @Test(
    "Each mistake has its error",
    arguments: [
      ("", SampleRangeError.malformed("")), ("1", .malformed("1")), ("a:b", .malformed("a:b")),
      ("1:2:3:4", .malformed("1:2:3:4")), ("1:", .malformed("1:")), (":", .malformed(":")),
      ("0:1:", .malformed("0:1:")), ("0,1", .malformed("0,1")), ("0:1:x", .malformed("0:1:x")),
      ("nan:1", .notFinite), ("0:inf", .notFinite), ("-inf:0", .notFinite),
      ("0:1:inf", .notFinite), ("0:1:nan", .notFinite), ("0:1e999", .notFinite),
      ("1:1", .empty(1)), ("0:-0", .empty(0)), ("2:1", .reversed(from: 2, to: 1)),
      ("1e308:-1e308", .reversed(from: 1e308, to: -1e308)), ("0:1:-0.1", .stepNotPositive(-0.1)),
      ("0:1:0", .stepNotPositive(0)),
    ]
  )
  func mistakes(text: String, error: SampleRangeError) {
    #expect(throws: error) { try SampleRange(text) }
  }

  @Test(
    "Too many samples are refused with the limit in the message",
    arguments: ["0:1:1e-9", "1e300:1.0000001e300:1", "0:10000001:1", "-1:1:5e-324", "1:2:1e-310"]
  )
  func tooMany(text: String) {
    let error = #expect(throws: SampleRangeError.self) { try SampleRange(text) }
    guard case .tooManySamples = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    let message = error?.description ?? ""
    #expect(message.contains("10000000 is the limit"))
    #expect(!message.contains("nan") && !message.contains("inf"), "\(message)")
  }

  @Test("Ten million samples are accepted and not one more")
  func limit() throws {
    #expect(try SampleRange("0:10000000:1").count == 10_000_000)
    let error = #expect(throws: SampleRangeError.self) { try SampleRange("0:10000000.5:1") }
    #expect(error?.description.contains("10000000") == true, "\(error?.description ?? "none")")
  }

  @Test("A step that vanishes in the bounds is refused")
  func stepTooSmall() {
    #expect(throws: SampleRangeError.stepTooSmall(0.1)) {
      try SampleRange("9007199254740992:9007199254741992:0.1")
    }
  }

  @Test("A message does not repeat an endless input")
  func shortMessage() {
    let text = String(repeating: "9", count: 1_000_000)
    let error = #expect(throws: SampleRangeError.self) { try SampleRange(text) }
    #expect((error?.description.count ?? .max) < 300)
  }
}
