internal import Figures
package import Goldens
internal import Wording

extension ComparedImage {
  /// Reads an image and its golden and compares them.
  ///
  /// - Parameter golden: Reads the golden; `nil` if there is none, so that the image is new.
  init(
    _ name: String, tolerance: Tolerance, image: () throws -> [UInt8],
    golden: (() throws -> [UInt8])?, describe: (any Error) -> String = describe
  ) {
    var actual: [UInt8]?, expected: [UInt8]?
    do {
      let new = try image()
      actual = new
      guard let old = try golden?() else {
        // What cannot be read is no golden either.
        try ImageComparison.check(new)
        self.init(name: name, state: .new, problem: "It has no golden yet.", actual: new)
        return
      }
      expected = old
      let comparison = try ImageComparison(
        of: new, with: old, tolerance: tolerance)
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
  package init(file path: String, with golden: String, tolerance: Tolerance) {
    self.init(
      path, tolerance: tolerance, image: { try fileBytes(path, for: .image) },
      golden: { try fileBytes(golden, for: .image) },
      describe: { error in
        (error as? ImageError)?.description(image: quoted(path), golden: quoted(golden))
          ?? ComparedImage.describe(error)
      })
  }

  private static func describe(_ error: any Error) -> String {
    (error as? Problem).map { "\(quoted($0.place.file)): \($0.message)" } ?? "\(error)"
  }
}
