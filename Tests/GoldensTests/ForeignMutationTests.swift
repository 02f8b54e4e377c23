import Foundation
import TestSupport
import Testing

@testable import Goldens

/// Files of other programs changed at random, each judged by what librsvg draws of it: what changes the
/// picture is found, and what does not is not called changed.
///
/// 900 of them where `ACTPLOT_MUTATIONS` is `all`, and a fixed part of these in every run.
@Suite(.enabled("rsvg-convert is of librsvg2-bin") { SVGReader.isInstalled })
struct ForeignMutationTests {
  private static let count = 900
  /// One in so many is tried in every run.
  private static let part = 18
  /// Of those that change no picture so many may be called changed: what lies behind something else, or
  /// crosses only the box of what it changed places with, is not told from what is seen.
  private static let mostFalseAlarms = 0.01
  /// A part may by chance have so many more.
  private static let byChance = 3

  private static let names = [
    "matplotlib/tanh", "matplotlib/wide", "writers/gnuplot", "writers/svglite", "writers/mermaid",
    "writers/words", "writers/sheet", "writers/gradients",
  ]

  private struct Subject {
    let name: String
    let root: MutableElement
    let golden: SVGDocument
    let picture: RasterImage

    init(_ name: String) throws {
      self.name = name
      let folder = URL(filePath: #filePath).deletingLastPathComponent()
      let file = folder.appending(path: "Fixtures/\(name).svg")
      root = try MutableElement(document: Array(try Data(contentsOf: file)))
      let bytes = root.document
      golden = try SVGDocument(bytes)
      picture = try RasterImage(png: try #require(try SVGReader.png(bytes)))
    }
  }

  private enum Judgement {
    case notDrawn, missed(String), found, falseAlarm(String), equal
  }

  @Test func whatChangesThePictureIsFoundAndNothingElse() throws {
    let subjects = try Self.names.map(Subject.init)
    var alarms: [String] = []
    var same = 0, changed = 0
    for index in 0..<Self.count where Mutations.isTried(index, 0, oneIn: Self.part) {
      // So that a part has all of the documents.
      let subject = subjects[index / Self.part % subjects.count]
      switch try Self.judge(subject, UInt64(index)) {
      case .notDrawn: break
      case .missed(let what): Issue.record("\(index): \(what)")
      case .found: changed += 1
      case .falseAlarm(let what):
        same += 1
        alarms.append("\(index): \(what)")
      case .equal: same += 1
      }
    }
    #expect(changed > same / 4 && same > changed / 10, "\(changed) changed, \(same) did not")
    let share = Int((Self.mostFalseAlarms * Double(same)).rounded(.up))
    let most = share + (Mutations.areAllTried ? 0 : Self.byChance)
    #expect(
      alarms.count <= most, "\(alarms.count) of \(same):\n\(alarms.joined(separator: "\n"))")
  }

  private static func judge(_ subject: Subject, _ seed: UInt64) throws -> Judgement {
    var random = SplitMix64(seed: seed)
    let root = subject.root.copy()
    var what: String?
    for _ in 0..<20 where what == nil {
      what = ForeignMutation.allCases.randomElement(using: &random)?.mutate(root, &random)
    }
    guard let what else { return .notDrawn }
    let bytes = root.document
    let words = "\(subject.name): \(what)"
    guard let png = try SVGReader.png(bytes) else { return .notDrawn }
    let picture = try RasterImage(png: png)
    let difference = PixelComparison(of: picture, with: subject.picture)
    let isSame = difference.map { $0.unequalPixels == 0 } ?? false
    let comparison: SVGComparison
    do {
      comparison = SVGComparison(of: try SVGDocument(bytes), with: subject.golden)
    } catch {
      // That it cannot be compared is never “equal”, nor “changed”.
      return isSame ? .equal : .found
    }
    let isCalledEqual = comparison.changes.isEmpty && comparison.doubt == nil
    if isSame {
      return comparison.changes.isEmpty
        ? .equal : .falseAlarm("\(words): \(comparison.changes[0].sentence)")
    }
    // Rounding of what is the same, as within another group, is no change.
    let isSeen = difference.map { $0.largestDifference > 0.02 } ?? true
    return isCalledEqual && isSeen ? .missed(words) : .found
  }
}

extension MutableElement {
  /// The file.
  fileprivate var document: [UInt8] {
    let start = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"
    return Array((start + written().dropFirst(4)).utf8)
  }
}
