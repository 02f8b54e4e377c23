/// How a folder of images stands to its goldens, in a few words.
public struct ComparisonSummary: Sendable {
  private let counts: [ComparedImage.State: Int]
  /// The findings that several images share, those of most images first: a change to a theme is one
  /// line here, and not one for each figure.
  let commonFindings: [(finding: String, count: Int)]

  /// Counts the images, in whichever order.
  public init(_ images: some Sequence<ComparedImage>) {
    var counts: [ComparedImage.State: Int] = [:]
    var findings: [String: Int] = [:]
    for image in images {
      counts[image.state, default: 0] += 1
      guard image.state != .equal else { continue }
      for finding in Set(image.comparison?.findings ?? []) { findings[finding, default: 0] += 1 }
    }
    self.counts = counts
    let common = findings.filter { $0.value > 1 }.map { (finding: $0.key, count: $0.value) }
    commonFindings = common.sorted { (-$0.count, $0.finding) < (-$1.count, $1.finding) }
  }

  /// How many images have the state.
  public func count(of state: ComparedImage.State) -> Int { counts[state] ?? 0 }

  /// The result in a sentence, such as "3 of 107 images changed, 1 is new."
  public var headline: String {
    let orphaned = count(of: .orphaned)
    let images = counts.values.reduce(0, +) - orphaned
    var parts: [String] = []
    for state in ComparedImage.State.allCases {
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

extension ComparedImage.State {
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
