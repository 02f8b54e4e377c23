internal import Wording

/// Equally spaced sample points with the upper bound left out, as `arange` counts them.
public struct SampleRange: Sendable, Hashable {
  /// The first sample.
  public let lowerBound: Double
  /// The bound that the samples stay below.
  public let upperBound: Double
  /// The distance between samples, above 0.
  public let step: Double
  /// How many samples there are, at least 1.
  public let count: Int
  private let decimals: DecimalProgression

  /// The most samples that a range may hold.
  public static let maximumCount = 10_000_000

  /// The chapter's range: -8 to 8 in steps of 0.1, which makes 160 samples.
  public static let chapter = SampleRange(
    lowerBound: -8, upperBound: 8, step: 0.1, count: 160,
    decimals: DecimalProgression(from: -8, step: 0.1))

  private init(
    lowerBound: Double, upperBound: Double, step: Double, count: Int, decimals: DecimalProgression
  ) {
    self.lowerBound = lowerBound
    self.upperBound = upperBound
    self.step = step
    self.count = count
    self.decimals = decimals
  }

  /// Samples from `lowerBound` up to, and not including, `upperBound`.
  ///
  /// The numbers stand for the shortest decimals that are read as them, so that from -1.2 the
  /// twelfth step of 0.1 leads to 0.
  ///
  /// An upper bound that misses a sample by rounding alone is left out too: 0:0.3:0.1 has three
  /// samples, although 3 * 0.1 is above 0.3 in binary64 by an ulp.
  ///
  /// - Parameter step: The distance between samples; a 160th of the range if `nil`.
  /// - Throws: `SampleRangeError` for a range that is not finite, is empty or reversed, or holds
  ///   more than `maximumCount` samples.
  public init(
    from lowerBound: Double, to upperBound: Double, step: Double? = nil
  ) throws(SampleRangeError) {
    guard lowerBound.isFinite, upperBound.isFinite, step?.isFinite ?? true else {
      throw .notFinite
    }
    guard lowerBound < upperBound else {
      throw lowerBound == upperBound
        ? .empty(lowerBound) : .reversed(from: lowerBound, to: upperBound)
    }
    let decimals =
      step.map { DecimalProgression(from: lowerBound, step: $0) }
      ?? DecimalProgression(from: lowerBound, to: upperBound)
    let step = step ?? (upperBound / 160 - lowerBound / 160)
    guard step > 0 else { throw .stepNotPositive(step) }
    guard (upperBound - lowerBound).isFinite else {
      throw .tooWide(from: lowerBound, to: upperBound)
    }
    // Written so that a quotient that is not a number is too many as well.
    let quotient = (upperBound - lowerBound) / step
    guard quotient <= Double(Self.maximumCount) else { throw .tooManySamples }
    let resolution = max(lowerBound.magnitude, upperBound.magnitude).ulp
    guard step >= resolution else { throw .stepTooSmall(step) }
    // What the rounding of bounds and step can move the quotient by.
    let slack = min(max(1e-9, 2 * resolution / step), 0.25)
    let nearest = quotient.rounded()
    let isWhole = (quotient - nearest).magnitude <= slack
    var count = max(1, Int(isWhole ? nearest : quotient.rounded(.up)))
    while count > 1, decimals.term(count - 1) >= upperBound { count -= 1 }
    self.init(
      lowerBound: lowerBound, upperBound: upperBound, step: step, count: count, decimals: decimals)
  }

  /// Reads `A:B` or `A:B:STEP`, as in `-8:8:0.1` or `-pi:pi`.
  ///
  /// - Throws: `SampleRangeError` for text of another form, and as `init(from:to:step:)` does.
  public init(_ text: String) throws(SampleRangeError) {
    let fields = text.split(separator: ":", omittingEmptySubsequences: false)
    let numbers = fields.compactMap { Double.constant($0) }
    guard numbers.count == fields.count, (2...3).contains(fields.count) else {
      throw .malformed(text)
    }
    try self.init(from: numbers[0], to: numbers[1], step: fields.count == 3 ? numbers[2] : nil)
  }

  /// Sample `index`, from 0: the Double nearest to the lower bound and that many steps.
  public func point(_ index: Int) -> Double { decimals.term(index) }

  /// Every sample.
  func points(as precision: Double.Type) -> [Double] { (0..<count).map(point) }

  /// Every sample as an `arange` of binary32 has it; infinite beyond its range.
  func points(as precision: Float.Type) -> [Float] {
    // The frameworks round the step to the precision of the result and add in binary64. The
    // chapter's sample 80 is therefore 1.19e-7 instead of 0.
    let rounded = Double(Float(step))
    let step = rounded.isFinite && rounded > 0 ? rounded : step
    return (0..<count).map { Float(lowerBound + Double($0) * step) }
  }
}

/// Why a range has no samples to give.
public enum SampleRangeError: Error, Hashable, CustomStringConvertible {
  /// The text is not of the form A:B or A:B:STEP.
  case malformed(String)
  /// A bound or the step is infinite or NaN.
  case notFinite
  /// Both bounds are this value.
  case empty(Double)
  /// The first bound is above the second.
  case reversed(from: Double, to: Double)
  /// The step is zero or below.
  case stepNotPositive(Double)
  /// The step vanishes in the rounding of the bounds.
  case stepTooSmall(Double)
  /// The range holds more than `SampleRange.maximumCount` samples.
  case tooManySamples
  /// Several functions on the range make more than `SampleRange.maximumCount` samples.
  case tooManySamplesInAll(functions: Int, each: Int)
  /// The bounds are further apart than the largest number.
  case tooWide(from: Double, to: Double)

  /// What is wrong and what to write instead, as sentences.
  public var description: String {
    switch self {
    case .malformed(let text):
      "\(quoted(text)) is not a range; write A:B or A:B:STEP, as in -8:8:0.1."
    case .notFinite:
      "A range needs finite numbers, as in -8:8:0.1."
    case .empty(let bound):
      "The range from \(bound) to \(bound) is empty; the second bound must be above the first."
    case .reversed(let lower, let upper):
      "The range from \(lower) to \(upper) is reversed; write \(upper):\(lower)."
    case .stepNotPositive(let step):
      "The step of a range must be above 0, and \(step) is not."
    case .stepTooSmall(let step):
      "The step \(step) is too small to tell neighbouring samples apart in binary64."
    case .tooManySamples:
      "The range holds too many samples; \(SampleRange.maximumCount) is the limit, so take a larger"
        + " step."
    case .tooManySamplesInAll(let functions, let each):
      "\(functions) functions of \(each) samples each are more than \(SampleRange.maximumCount) in"
        + " all; take a larger step or fewer functions."
    case .tooWide(let lower, let upper):
      "The range from \(lower) to \(upper) is wider than the largest number; bring the bounds"
        + " closer."
    }
  }
}
