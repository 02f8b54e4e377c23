internal import Wording

/// What was found of an image and its golden, and what was done about it.
public struct Verdict: Sendable {
  /// The path below the folder, such as `Gallery/relu.png`.
  public let name: String
  /// How it stands to its golden.
  public let state: State
  /// What was compared; `nil` if there was no pair to compare.
  public internal(set) var comparison: Comparison?
  /// Why there was nothing to compare, or no comparison, in a sentence.
  public let problem: String?
  /// Whether the golden was written, or removed, to be as the image is.
  public internal(set) var isAccepted = false
  /// Why the golden could not be written, in a sentence.
  public internal(set) var error: String?
  private var golden: ImageBytes?
  private var image: ImageBytes?

  /// The bytes of the golden, if it is there and the image is not equal to it.
  public var expected: [UInt8]? { golden?.bytes }
  /// The bytes of the image, if it is there and not equal to its golden.
  public var actual: [UInt8]? { image?.bytes }
  /// Whether there is an image that can become the golden.
  var canBeAccepted: Bool { image != nil && state != .failed }
  /// Whether there is something to decide: an image that can become the golden, or a golden of no
  /// figure that can be removed.
  package var canBeReviewed: Bool { !isAccepted && (canBeAccepted || state == .orphaned) }
  /// What was left out of the comparison, and how much that was, as in “legend (3 shapes)”.
  public var ignored: [String] {
    (comparison?.leftOut ?? []).filter { $0.count > 0 }.map(\.description)
  }

  /// How an image stands to its golden, the worst first.
  public enum State: String, Sendable, CaseIterable {
    /// One of both cannot be read.
    case failed
    /// They differ by more than is tolerated.
    case changed
    /// There is a golden, and not the image that is wanted.
    case missing
    /// There is an image without a golden.
    case new
    /// There is a golden that no figure is wanted for.
    case orphaned
    /// They are as alike as is wished.
    case equal
  }

  /// What was found, in the words of the properties.
  public init(
    name: String, state: State, comparison: Comparison? = nil, problem: String? = nil,
    expected: [UInt8]? = nil, actual: [UInt8]? = nil
  ) {
    self.name = name
    self.state = state
    self.comparison = comparison
    self.problem = problem
    golden = expected.map { .inMemory($0) }
    image = actual.map { .inMemory($0) }
  }

  /// Reads an image and its golden and compares them.
  ///
  /// - Parameter golden: Reads the golden; `nil` if there is none, so that the image is new.
  init(
    _ name: String, image: () throws -> [UInt8], golden: () throws -> [UInt8]?,
    by compare: Comparison.Rule, _ places: MarkPlaces,
    describe: (any Error) -> String = { "\($0)" }
  ) {
    var actual: [UInt8]?, expected: [UInt8]?
    do {
      let new = try image()
      actual = new
      guard let old = try golden() else {
        // What cannot be read is no golden either.
        _ = try compare(new, new, MarkPlaces())
        self.init(name: name, state: .new, problem: "It has no golden yet.", actual: new)
        return
      }
      expected = old
      let comparison = try compare(new, old, places)
      let isEqual = comparison.isEqual
      self.init(
        name: name, state: isEqual ? .equal : .changed, comparison: comparison,
        expected: isEqual ? nil : old, actual: isEqual ? nil : new)
    } catch {
      self.init(
        name: name, state: .failed, problem: describe(error), expected: expected, actual: actual)
    }
  }

  /// Compares an image with another, both given by their paths.
  package init(
    file path: String, with golden: String, tolerance: Tolerance, ignoring: [Ignored]
  ) {
    self.init(
      path, image: { try imageBytes(path) }, golden: { try imageBytes(golden) },
      by: {
        try Comparison(of: $0, with: $1, tolerance: tolerance, ignoring: ignoring, places: $2)
      },
      MarkPlaces(
        actual: imageBytes(besides: path), expected: imageBytes(besides: golden)),
      describe: { error in
        (error as? ImageError)?.description(image: quoted(path), golden: quoted(golden))
          ?? "\(error)"
      })
  }

  /// The same with the difference drawn and all images put away, for reports.
  package func kept(in store: ImageSpool) -> Verdict {
    var verdict = self
    verdict.comparison = comparison?.kept(in: store)
    verdict.golden = golden.map { store.put($0.bytes) }
    verdict.image = image.map { store.put($0.bytes) }
    return verdict
  }

  /// The same without the bytes of images.
  public var withoutImages: Verdict {
    var verdict = self
    verdict.comparison = comparison?.withoutImages
    (verdict.golden, verdict.image) = (nil, nil)
    return verdict
  }
}
