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
  private let golden: ImageBytes?
  private let image: ImageBytes?

  /// The bytes of the golden, if it is there and the image is not equal to it.
  public var expected: [UInt8]? { golden?.bytes }
  /// The bytes of the image, if it is there and not equal to its golden.
  public var actual: [UInt8]? { image?.bytes }
  /// Whether there is an image that can become the golden.
  var canBeAccepted: Bool { image != nil && state != .failed }

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
    self.init(
      name: name, state: state, comparison: comparison, problem: problem,
      golden: expected.map { .inMemory($0) }, image: actual.map { .inMemory($0) })
  }

  private init(
    name: String, state: State, comparison: ImageComparison?, problem: String?,
    golden: ImageBytes?, image: ImageBytes?
  ) {
    self.name = name
    self.state = state
    self.comparison = comparison
    self.problem = problem
    self.golden = golden
    self.image = image
  }

  /// The same with the difference drawn and all images put away, for reports.
  package func kept(in store: ImageStore) -> ComparedImage {
    ComparedImage(
      name: name, state: state, comparison: comparison?.kept(in: store), problem: problem,
      golden: golden.map { store.put($0.bytes) }, image: image.map { store.put($0.bytes) })
  }

  /// The same without the bytes of images.
  public var withoutImages: ComparedImage {
    ComparedImage(
      name: name, state: state, comparison: comparison?.withoutImages, problem: problem)
  }
}
