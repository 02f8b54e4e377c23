/// Why an image cannot be compared, in a sentence; whoever knows the file's name puts it before.
public struct ImageError: Error, Hashable, CustomStringConvertible {
  /// Which of two images it is about, if it is about one.
  private(set) var part: PairPart?
  private let reason: String

  init(_ reason: String, of part: PairPart? = nil) {
    self.reason = reason
    self.part = part
  }

  /// What is wrong, and what to do.
  public var description: String { description(image: "The image", golden: "The golden") }

  /// The same, with the images called by names.
  package func description(image: String, golden: String) -> String {
    guard let part else { return reason }
    return "\(part == .image ? image : golden) cannot be compared. \(reason)"
  }
}

/// One of two images that are compared.
enum PairPart {
  case image
  case golden

  /// Runs `body`; its error says which image is meant.
  func read<Value>(_ body: () throws(ImageError) -> Value) throws(ImageError) -> Value {
    do throws(ImageError) {
      return try body()
    } catch {
      throw ImageError(error.description, of: self)
    }
  }
}
