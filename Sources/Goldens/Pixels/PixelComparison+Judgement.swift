internal import Wording

extension PixelComparison {
  /// Whether what was found is within a tolerance, and all of it in sentences.
  func judged(by tolerance: Tolerance) -> (isEqual: Bool, findings: [String]) {
    guard unequalPixels > 0 else { return (true, []) }
    let exceeded = exceededLimits(of: tolerance)
    let isEqual = tolerance.hasLimits ? exceeded.isEmpty : changedPixels == 0
    return (isEqual, exceeded + findings)
  }

  private func exceededLimits(of tolerance: Tolerance) -> [String] {
    var sentences: [String] = []
    if let limit = tolerance.changedPixels, changedPixels > limit {
      sentences.append("More than \(counted(limit, "pixel")) changed.")
    }
    if let limit = tolerance.changedShare, changedShare > limit {
      sentences.append("More than \(percent(limit)) of the pixels changed.")
    }
    if let limit = tolerance.pixelsInWindow, pixelsInWindow > limit {
      sentences.append("More than \(counted(limit, "pixel")) of a square of 8 x 8 changed.")
    }
    if let limit = tolerance.rms, rms > limit {
      sentences.append("The RMS is greater than \(decimal(limit)).")
    }
    return sentences
  }

  private var findings: [String] {
    var sentences = changedPixels > 0 ? [countSentence] : []
    if changedPixels < unequalPixels {
      let tolerated = unequalPixels - changedPixels
      sentences.append(
        "The colours of \(counted(tolerated, "pixel")) are off within the tolerance.")
    }
    // Of colours that are mixed on edges none stands out. Without a number the sentence is the same
    // for all figures of a theme that changed.
    if let change = commonestChange, commonestCount > 1, commonestCount * 10 >= changedPixels {
      sentences.append("Most often \(change.expected) became \(change.actual).")
    }
    if let change = largestChange {
      sentences.append(
        "The greatest change is from \(change.expected) to \(change.actual) at"
          + " \(change.place.x), \(change.place.y): \(decimal(largestDifference)), where 1 is from"
          + " black to white.")
    }
    if changedPixels > 0 {
      sentences.append(
        "A square of 8 x 8 at \(fullestWindow.x), \(fullestWindow.y) has"
          + " \(counted(pixelsInWindow, "changed pixel")); RMS \(decimal(rms)).")
    }
    return sentences
  }

  /// How many pixels changed, how many of them on edges, and where.
  private var countSentence: String {
    let count = "\(grouped(changedPixels)) of \(counted(width * height, "pixel"))"
    let edges =
      changedEdgePixels == 0
      ? ""
      : changedEdgePixels == changedPixels
        ? ", all on anti-aliased edges" : ", \(grouped(changedEdgePixels)) on anti-aliased edges"
    guard let box = changedBox else { return "\(count) changed." }
    let columns = "x \(box.columns.lowerBound) to \(box.columns.upperBound)"
    let rows = "y \(box.rows.lowerBound) to \(box.rows.upperBound)"
    return "\(count) (\(percent(changedShare))) changed\(edges), between \(columns) and \(rows)."
  }
}

extension Tolerance {
  /// Whether some pixels may change.
  fileprivate var hasLimits: Bool {
    changedPixels != nil || changedShare != nil || pixelsInWindow != nil || rms != nil
  }
}
