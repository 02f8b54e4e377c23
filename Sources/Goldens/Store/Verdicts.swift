internal import Files
internal import Wording

/// How images stand to their goldens.
public struct Verdicts: Sendable {
  /// By the names of the images.
  public let all: [Verdict]
  /// How many problems there are with figures or with what describes them.
  package let problems: Int
  /// The signal that stopped it.
  package let signal: Int32?
  /// The findings that several images share, those of most images first: a change to a theme is one
  /// line here, and not one for each figure.
  let commonFindings: [(finding: String, count: Int)]

  /// Those of images in whichever order.
  public init(_ verdicts: some Sequence<Verdict>) {
    self.init(verdicts, problems: 0, signal: nil)
  }

  init(_ verdicts: some Sequence<Verdict>, problems: Int, signal: Int32?) {
    all = verdicts.sorted { FileName($0.name) < FileName($1.name) }
    self.problems = problems
    self.signal = signal
    var findings: [String: Int] = [:]
    for verdict in all where verdict.state != .equal {
      for finding in Set(verdict.comparison?.findings ?? []) { findings[finding, default: 0] += 1 }
    }
    commonFindings = findings.filter { $0.value > 1 }.map { (finding: $0.key, count: $0.value) }
      .sorted { (-$0.count, $0.finding) < (-$1.count, $1.finding) }
  }

  /// The same with other verdicts on the images.
  package func replacing(_ verdicts: [Verdict]) -> Verdicts {
    Verdicts(verdicts, problems: problems, signal: signal)
  }

  /// What of the figures was left out, in a sentence; `nil` for nothing.
  public var ignored: String? {
    var counts: [(what: Ignored, images: Int)] = []
    for leftOut in all.flatMap({ $0.comparison?.leftOut ?? [] }) where leftOut.count > 0 {
      if let place = counts.firstIndex(where: { $0.what == leftOut.ignored }) {
        counts[place].images += 1
      } else {
        counts.append((leftOut.ignored, 1))
      }
    }
    if counts.isEmpty { return nil }
    if all.count == 1 { return "Ignored: \(all[0].ignored.joined(separator: ", "))." }
    let words = counts.map { "\($0.what) in \(counted($0.images, "image"))" }
    return "Ignored: \(words.joined(separator: ", "))."
  }

  /// What was to be ignored and was in no image that was compared, in sentences.
  public var ignoredInVain: [String] {
    let all = all.flatMap { $0.comparison?.leftOut ?? [] }
    let found = Set(all.filter { $0.count > 0 }.map(\.ignored))
    var said: Set<Ignored> = found
    // A name that may have been meant is known to some of them.
    return (all.filter { $0.near != nil } + all).compactMap { leftOut in
      said.insert(leftOut.ignored).inserted ? leftOut.absence : nil
    }
  }

  /// What differs, or could not be compared, and was not accepted.
  package var open: [Verdict] { all.filter { !$0.isAccepted && $0.state != .equal } }

  /// How many images have the state.
  public func count(of state: Verdict.State) -> Int { all.count { $0.state == state } }

  /// The result in a sentence, such as "3 of 107 images changed, 1 is new."
  public var headline: String {
    let orphaned = count(of: .orphaned), images = all.count - orphaned
    var parts: [String] = []
    for state in Verdict.State.allCases {
      let count = count(of: state)
      guard count > 0, let verb = state.verb(count) else { continue }
      parts.append(parts.isEmpty ? "\(Self.some(count, of: images)) \(verb)" : "\(count) \(verb)")
    }
    if parts.isEmpty {
      let verb = images == 1 ? "is as its golden is" : "are as their goldens are"
      parts = [images == 0 ? "There are no images" : "\(Self.some(images, of: images)) \(verb)"]
    }
    if orphaned > 0 {
      parts.append(orphaned == 1 ? "1 golden has no figure" : "\(orphaned) goldens have no figure")
    }
    return "\(parts.joined(separator: ", "))."
  }

  private static func some(_ count: Int, of images: Int) -> String {
    guard count == images else { return "\(count) of \(images) images" }
    return count == 1 ? "The only image" : "All \(count) images"
  }
}

extension Verdict.State {
  /// What so many images did or are; `nil` for what is no image or nothing to tell.
  fileprivate func verb(_ count: Int) -> String? {
    switch self {
    case .failed: "cannot be compared"
    case .changed: "changed"
    case .missing: count == 1 ? "is missing" : "are missing"
    case .new: count == 1 ? "is new" : "are new"
    case .orphaned, .equal: nil
    }
  }
}
