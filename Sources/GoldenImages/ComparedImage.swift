/// What a comparison found of one image of a folder.
public struct ComparedImage: Sendable {
  /// The path below the folder, such as `Gallery/relu.png`.
  public let name: String
  /// How it stands to its golden.
  public let state: State
  /// What was compared; `nil` if there was no pair to compare.
  public let comparison: ImageComparison?
  /// Why there was nothing to compare, or no comparison, in a sentence.
  public let problem: String?
  /// The bytes of the golden, if it is there and the image is not equal to it.
  public let expected: [UInt8]?
  /// The bytes of the image, if it is there and not equal to its golden.
  public let actual: [UInt8]?

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
    name: String, state: State, comparison: ImageComparison? = nil, problem: String? = nil,
    expected: [UInt8]? = nil, actual: [UInt8]? = nil
  ) {
    self.name = name
    self.state = state
    self.comparison = comparison
    self.problem = problem
    self.expected = expected
    self.actual = actual
  }

  /// The same with the difference drawn, for reports.
  package var withDrawnDifference: ComparedImage {
    ComparedImage(
      name: name, state: state, comparison: comparison?.withDrawnDifference, problem: problem,
      expected: expected, actual: actual)
  }

  /// The same without the bytes of images.
  public var withoutImages: ComparedImage {
    ComparedImage(
      name: name, state: state, comparison: comparison?.withoutImages, problem: problem)
  }
}
