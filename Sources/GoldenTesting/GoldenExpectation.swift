internal import Figures
internal import Files
internal import Goldens

/// What a test expects of an image, and where the golden is that says so.
struct GoldenExpectation {
  let name: String
  /// The folder of goldens; beside the test file if it does not begin with `/`.
  let folder: String?
  let testFile: String
  var tolerance = Tolerance.exact
  /// What is left out of both.
  var ignoring: [Ignored] = []
  /// The variables that decide about recording.
  var environment = Recording.environment
  /// How an image and its golden are compared, if not as all are.
  var rule: Comparison.Rule?

  /// What came of it; nothing at all if the image is like its golden.
  struct Outcome {
    /// What is wrong, in sentences.
    var issues: [String] = []
    /// What there is to look at, by the names of attachments.
    var pictures: [(name: String, bytes: [UInt8])] = []
    /// The path of the golden that was written.
    var recorded: String?
  }

  /// Draws a figure and compares or records it in each of the formats.
  func outcomes(of figure: any Drawing, as formats: [ImageFormat]) -> [Outcome] {
    guard !formats.isEmpty else {
      return [Outcome(issues: ["\(name) is expected in no format; ask for .png, .svg or .pdf."])]
    }
    do {
      // Marks that are ignored are found in pixels by the figure's SVG.
      let drawn = ignoring.isEmpty || formats.contains(.svg) ? formats : formats + [.svg]
      let images = try FigureRenderer().render(figure, as: drawn)
      let svg = zip(drawn, images).first { $0.0 == .svg }?.1
      return images.prefix(formats.count).map { outcome(of: $0, svg: svg) }
    } catch {
      return [Outcome(issues: ["\(name) cannot be drawn. \(error)"])]
    }
  }

  /// Compares or records an image whose type is found from its bytes.
  ///
  /// - Parameter svg: The same figure as SVG, if that is known.
  func outcome(of image: [UInt8], svg: [UInt8]? = nil) -> Outcome {
    var refusals: [String] = []
    var recording = Recording.none
    do throws(RecordingError) {
      recording = try Recording(environment)
    } catch {
      refusals = [error.description]
    }
    var outcome: Outcome
    do throws(ImageError) {
      outcome = self.outcome(of: image, svg, try ImageType(of: image), recording)
    } catch {
      return Outcome(issues: ["\(name) is no image that can be compared. \(error)"])
    }
    outcome.issues += refusals
    return outcome
  }

  private func outcome(
    of image: [UInt8], _ svg: [UInt8]?, _ type: ImageType, _ recording: Recording
  ) -> Outcome {
    let place = folder ?? "Goldens"
    let path = place.hasPrefix("/") ? place : Files.folder(of: testFile) + place
    var store = GoldenStore(path, tolerance: tolerance, ignoring: ignoring)
    store.recording = recording
    if let rule { store.rule = rule }
    do throws(GoldenError) {
      let golden = try Golden(named: name, type, in: path)
      let verdict = store.verdict(on: image, golden, svg: svg)
      var outcome = outcome(verdict, golden, type, recording)
      // A name with a slip in it leaves out nothing.
      outcome.issues += Verdicts([verdict]).ignoredInVain.map { "\(golden.name): \($0)" }
      return outcome
    } catch {
      return Outcome(issues: [error.description])
    }
  }

  private func outcome(
    _ verdict: Verdict, _ golden: Golden, _ type: ImageType, _ recording: Recording
  ) -> Outcome {
    if verdict.isAccepted { return Outcome(recorded: golden.path) }
    if verdict.state == .equal { return Outcome() }
    let pictures = pictures(of: verdict, type)
    let problem = verdict.problem ?? ""
    if let error = verdict.error {
      return Outcome(issues: ["\(golden.name) is not recorded. \(error)"], pictures: pictures)
    }
    if verdict.state == .new {
      let issue = """
        There is no golden \(golden.path).
        To record it, run the test with \(Recording.variable)=missing, and look at it.
        """
      return Outcome(issues: [issue], pictures: pictures)
    }
    if verdict.state == .failed, verdict.expected == nil {
      // It is the golden's file that is wrong, or the image that was to become it.
      let issue = recording == .none ? problem : "\(golden.name) is not recorded. \(problem)"
      return Outcome(issues: [issue], pictures: recording == .none ? [] : pictures)
    }
    var findings = verdict.comparison?.findings ?? ["They cannot be compared: \(problem)"]
    if !verdict.ignored.isEmpty {
      findings.append("Ignored: \(verdict.ignored.joined(separator: ", ")).")
    }
    let issue = """
      \(golden.name) is not like its golden \(golden.path).
      \(findings.joined(separator: "\n"))
      To accept it, run the test with \(Recording.variable)=1; to keep the attached images, with \
      --attachments-path and a folder that is there.
      """
    return Outcome(issues: [issue], pictures: pictures)
  }

  private func pictures(
    of verdict: Verdict, _ type: ImageType
  ) -> [(name: String, bytes: [UInt8])] {
    // A `/` would lose attachments their name.
    func attachment(_ kind: String, _ type: ImageType) -> String {
      "\(name.replacing("/", with: "-"))-\(kind).\(type.rawValue)"
    }
    var pictures: [(name: String, bytes: [UInt8])] = []
    if let golden = verdict.expected { pictures.append((attachment("expected", type), golden)) }
    if let image = verdict.actual { pictures.append((attachment("actual", type), image)) }
    if let picture = verdict.comparison?.difference {
      pictures.append((attachment("difference", picture.type), picture.bytes))
    }
    return pictures
  }
}
