/// What came of an expectation; nothing at all if the image is like its golden.
struct ExpectationOutcome {
  /// What is wrong, in sentences.
  var issues: [String] = []
  /// What there is to look at.
  var pictures: [Picture] = []
  /// The path of the golden that was written.
  var recorded: String?

  /// The bytes of an image under the name of an attachment.
  struct Picture {
    let name: String
    let bytes: [UInt8]
  }
}

extension ExpectationOutcome {
  /// Something is wrong.
  init(_ issue: String, _ pictures: [Picture] = []) {
    self.init(issues: [issue], pictures: pictures)
  }
}
