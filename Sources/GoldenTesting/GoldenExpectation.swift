internal import Figures
internal import Files
package import Goldens

/// What a test expects of an image, and where the golden is that says so.
package struct GoldenExpectation {
  let name: String
  let folder: String?
  let testFile: String
  /// The variables that decide about recording.
  var environment = Recording.environment
  var comparison: Comparison

  /// Compares an image with its golden: how they differ, `nil` if they do not.
  package typealias Comparison =
    (_ actual: [UInt8], _ expected: [UInt8]) throws -> Difference?

  /// How an image differs from its golden.
  package struct Difference {
    /// Sentences, the most important first.
    let findings: [String]
    let picture: ImageComparison.Picture?

    package init(findings: [String], picture: ImageComparison.Picture?) {
      self.findings = findings
      self.picture = picture
    }

    /// What a comparison found; `nil` if the images are equal within its tolerance.
    package init?(_ comparison: ImageComparison) {
      if comparison.isEqual { return nil }
      self.init(findings: comparison.findings, picture: comparison.difference)
    }
  }

  init(name: String, folder: String?, testFile: String, tolerance: Tolerance = .exact) {
    self.name = name
    self.folder = folder
    self.testFile = testFile
    comparison = {
      Difference(
        try ImageComparison(
          of: $0, with: $1, tolerance: tolerance))
    }
  }

  /// Draws a figure and compares or records it in each of the formats.
  func outcomes(of figure: FigureRequest, as formats: [ImageFormat]) -> [ExpectationOutcome] {
    guard !formats.isEmpty else {
      return [ExpectationOutcome("\(name) is expected in no format; ask for .png, .svg or .pdf.")]
    }
    do {
      let images = try FigureRenderer().render(figure, as: formats)
      return zip(images, formats).map { outcome(of: $0, $1.rawValue) }
    } catch {
      return [ExpectationOutcome("\(name) cannot be drawn. \(error)")]
    }
  }

  /// Compares or records an image whose type is found from its bytes.
  func outcome(of image: [UInt8]) -> ExpectationOutcome {
    do {
      return outcome(of: image, try ImageType(of: image).rawValue)
    } catch {
      return ExpectationOutcome("\(name) is no image that can be compared. \(error)")
    }
  }

  private func outcome(of image: [UInt8], _ type: String) -> ExpectationOutcome {
    var refusals: [String] = []
    var recording = Recording.none
    do throws(RecordingError) {
      recording = try Recording(environment)
    } catch {
      refusals = [error.description]
    }
    var outcome: ExpectationOutcome
    do throws(GoldenFileError) {
      let file = try GoldenFile(
        named: name, type, in: folder ?? "Goldens", beside: testFile)
      outcome = try check(image, type, with: file, recording)
    } catch {
      outcome = ExpectationOutcome(error.description)
    }
    outcome.issues += refusals
    return outcome
  }

  private func check(
    _ image: [UInt8], _ type: String, with file: GoldenFile, _ recording: Recording
  ) throws(GoldenFileError) -> ExpectationOutcome {
    let actual = ExpectationOutcome.Picture(name: file.attachmentName("actual", type), bytes: image)
    guard let golden = try file.read() else {
      if recording != .none { return record(image, as: file) }
      return ExpectationOutcome(
        """
        There is no golden \(file.path).
        To record it, run the test with \(Recording.variable)=missing, and look at it.
        """, [actual])
    }
    if golden == image { return ExpectationOutcome() }
    let findings: [String]
    var pictures = [
      ExpectationOutcome.Picture(name: file.attachmentName("expected", type), bytes: golden),
      actual,
    ]
    do {
      guard let difference = try comparison(image, golden) else { return ExpectationOutcome() }
      findings = difference.findings
      if let picture = difference.picture {
        let name = file.attachmentName("difference", picture.type.rawValue)
        pictures.append(ExpectationOutcome.Picture(name: name, bytes: picture.bytes))
      }
    } catch {
      findings = ["They cannot be compared: \(error)"]
    }
    if recording == .changed { return record(image, as: file) }
    return ExpectationOutcome(
      """
      \(file.name) is not like its golden \(file.path).
      \(findings.joined(separator: "\n"))
      To accept it, run the test with \(Recording.variable)=1; to keep the attached images, with \
      --attachments-path and a folder that is there.
      """, pictures)
  }

  /// Makes an image the golden, unless it cannot even be compared with itself.
  private func record(_ image: [UInt8], as file: GoldenFile) -> ExpectationOutcome {
    do {
      _ = try comparison(image, image)
    } catch {
      return ExpectationOutcome("\(file.name) is not recorded, for it cannot be read. \(error)")
    }
    do throws(FileError) {
      try file.write(image)
      return ExpectationOutcome(recorded: file.path)
    } catch {
      return ExpectationOutcome("\(file.name) is not recorded. \(error)")
    }
  }
}
