internal import Files

// Statically linked builds have no module Testing, and no tests; they shall still build.
#if canImport(Testing)
  public import Figures
  public import Goldens
  public import Testing

  /// Expects a figure to look as it did when it was recorded, as PNG and SVG.
  ///
  ///     @Test func reluGradient() throws {
  ///       expectGolden(FigureRequest([try Formula("relu")], orders: [1]), named: "relu-grad")
  ///     }
  ///
  /// compares with `Goldens/relu-grad.png` and `Goldens/relu-grad.svg` beside the file of the test;
  /// exclude that folder from the test target in Package.swift, or SwiftPM warns of its files.
  ///
  /// Whatever is wrong is an issue of the test, in sentences: a figure that differs or cannot be
  /// drawn, a golden that is missing or cannot be read, a name that cannot be a file's. Of images
  /// that differ `name-expected`, `name-actual` and `name-difference` are attached, which
  /// `swift test --attachments-path FOLDER` keeps in a folder that is there.
  ///
  /// An XCTest method, whose file has to import Testing too, fails as well, but XCTest keeps no
  /// attachments. Where no test is running that could fail, as in a thread or a detached task, the
  /// process ends with a sentence.
  ///
  /// With `ACTPLOT_RECORD_GOLDENS=1` in the environment goldens that differ or are missing are
  /// written, with `ACTPLOT_RECORD_GOLDENS=missing` only those that are missing, and standard error
  /// says which. Where `CI` is set nothing is written, and being asked to is an issue.
  ///
  /// - Parameters:
  ///   - name: The name of the goldens without extension; `/` stands for folders in `folder`.
  ///   - formats: What the figure is drawn and compared as; PDFs are compared as Poppler draws
  ///     them, where it is installed, and byte by byte otherwise.
  ///   - folder: Where the goldens are, `Goldens` if `nil`; from the folder of `filePath` if it does
  ///     not start with `/`.
  ///   - tolerance: How far an image may be from its golden.
  ///   - ignoring: What is left out of both, as in `["legend", "10,10,100,40"]`; what is not there is an
  ///     issue of the test.
  ///   - filePath: The file of the test.
  ///   - sourceLocation: Where issues are shown.
  public func expectGolden(
    _ figure: any Drawing, named name: String, as formats: [ImageFormat] = ImageFormat.standard,
    in folder: String? = nil, tolerance: Tolerance = .exact, ignoring: [Ignored] = [],
    filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let expectation = GoldenExpectation(
      name: name, folder: folder, testFile: filePath, tolerance: tolerance, ignoring: ignoring)
    for outcome in expectation.outcomes(of: figure, as: formats) {
      outcome.report(at: sourceLocation)
    }
  }

  /// Expects an image to look as it did when it was recorded.
  ///
  /// The golden has the name's extension by what the bytes are: `.png`, `.svg` or `.pdf`. All else
  /// is as `expectGolden(_:named:as:in:tolerance:ignoring:filePath:sourceLocation:)` has it for figures.
  ///
  /// - Parameters:
  ///   - image: The bytes of a PNG, SVG or PDF, whoever drew it.
  ///   - name: The name of the golden without extension; `/` stands for folders in `folder`.
  ///   - folder: Where the golden is, `Goldens` if `nil`; from the folder of `filePath` if it does
  ///     not start with `/`.
  ///   - tolerance: How far the image may be from its golden.
  ///   - ignoring: What is left out of both. Marks are found in pixels by an SVG of the same name among
  ///     the goldens.
  ///   - filePath: The file of the test.
  ///   - sourceLocation: Where issues are shown.
  public func expectGolden(
    _ image: [UInt8], named name: String, in folder: String? = nil, tolerance: Tolerance = .exact,
    ignoring: [Ignored] = [], filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let expectation = GoldenExpectation(
      name: name, folder: folder, testFile: filePath, tolerance: tolerance, ignoring: ignoring)
    expectation.outcome(of: image).report(at: sourceLocation)
  }

  /// Expects an image to be like its golden by a rule of one's own.
  package func expectGolden(
    _ image: [UInt8], named name: String, filePath: String = #filePath,
    sourceLocation: SourceLocation = #_sourceLocation,
    comparing rule:
      @escaping @Sendable (_ actual: [UInt8], _ expected: [UInt8]) throws -> Comparison
  ) {
    var expectation = GoldenExpectation(name: name, folder: nil, testFile: filePath)
    expectation.rule = { actual, expected, _ in try rule(actual, expected) }
    expectation.outcome(of: image).report(at: sourceLocation)
  }

  extension GoldenExpectation.Outcome {
    /// Records what is wrong with the running test.
    func report(at sourceLocation: SourceLocation) {
      if RunningTest.keepsAttachments {
        for picture in pictures {
          Attachment.record(picture.bytes, named: picture.name, sourceLocation: sourceLocation)
        }
      }
      for issue in issues { RunningTest.fail(issue, at: sourceLocation) }
      if let recorded { writeToStandardError("Recorded \(recorded)\n") }
    }
  }
#endif
