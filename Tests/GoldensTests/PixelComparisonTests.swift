import Foundation
import TestSupport
import Testing

@testable import Goldens

@Suite struct PixelComparisonTests {
  private func comparison(
    _ actual: [UInt8], _ expected: [UInt8], _ tolerance: Tolerance = .exact
  ) throws -> PixelComparison {
    try #require(
      PixelComparison(
        of: try RasterImage(png: actual), with: try RasterImage(png: expected),
        tolerance: tolerance))
  }

  /// Distances that follow from the published matrices and CIELAB's roots, computed once with NumPy.
  @Test(
    arguments: [
      ([0, 0, 0, 255], 1), ([255, 0, 0, 255], 0.502648), ([0, 0, 255, 255], 0.708641),
      ([254, 255, 255, 255], 0.001375), ([128, 128, 128, 255], 0.464150),
      // Half black on white is grey, on black it is black.
      ([0, 0, 0, 127], 1),
    ] as [(SIMD4<UInt8>, Double)])
  func theDistanceFromWhiteIsThatOfOKLab(_ color: SIMD4<UInt8>, _ distance: Double) throws {
    let found = try comparison(
      TestPNG.white(except: [(3, 4, color)]), TestPNG.white())
    #expect(abs(found.largestDifference - distance) < 2e-5, "\(found.largestDifference)")
    #expect(found.changedPixels == 1)
    #expect(found.largestChange?.place.x == 3)
    #expect(found.largestChange?.place.y == 4)
  }

  /// A level of 255 counts about as much everywhere; by cube roots alone the first counts 0.067.
  @Test(
    arguments: [
      ([0, 0, 0, 255], [1, 1, 1, 255], 0.0027417), ([0, 0, 0, 255], [0, 0, 1, 255], 0.0010758),
      ([16, 16, 16, 255], [17, 17, 17, 255], 0.0038288),
      ([128, 128, 128, 255], [133, 133, 133, 255], 0.0195299),
    ] as [(SIMD4<UInt8>, SIMD4<UInt8>, Double)])
  func nearBlackALevelCountsNoMore(
    _ old: SIMD4<UInt8>, _ new: SIMD4<UInt8>, _ distance: Double
  ) throws {
    let found = try comparison(
      TestPNG.white(except: [(3, 4, new)]), TestPNG.white(except: [(3, 4, old)]))
    #expect(abs(found.largestDifference - distance) < 1e-5, "\(found.largestDifference)")
  }

  /// Of any colour, each channel, and the greys without colour.
  @Test func noLevelIsSeen() {
    var distance = ColorDistance(largest: 255)
    func pixel(_ samples: [Int]) -> Pixel {
      Pixel(bits: (samples + [255]).reversed().reduce(0) { $0 << 16 | UInt64($1) })
    }
    var largest: Float = 0
    for level in 0..<512 {
      let color =
        level < 256 ? [level, level, level] : [level % 8 * 3, level / 8 % 8 * 3, level - 256]
      for channel in 0..<3 where color[channel] < 255 {
        var next = color
        next[channel] += 1
        largest = max(largest, distance(pixel(color), pixel(next)))
      }
      guard level < 255 else { continue }
      largest = max(largest, distance(pixel(color), pixel(color.map { $0 + 1 })))
    }
    #expect(largest < 0.006, "\(largest)")
  }

  @Test func theFirstLevelIsWhatAnotherMachineMayDo() throws {
    let old = try RasterImageTests.fixture("black.a"), new = try RasterImageTests.fixture("black.b")
    #expect(try Comparison(of: new, with: old, tolerance: .otherMachine).isEqual)
    #expect(try !Comparison(of: new, with: old).isEqual)
  }

  @Test func aPixelIsChangedBeyondTheColourDifferenceAlone() throws {
    let old = TestPNG.white(), new = TestPNG.white(except: [(0, 0, [250, 250, 250, 255])])
    var tolerance = Tolerance.exact
    for (difference, count) in [(0.0, 1), (0.01, 1), (0.02, 0)] {
      tolerance.colorDifference = difference
      let found = try comparison(new, old, tolerance)
      #expect(found.changedPixels == count)
      #expect(found.unequalPixels == 1)
      #expect(try Comparison(of: new, with: old, tolerance: tolerance).isEqual == (count == 0))
    }
  }

  /// What nobody sees is a difference as long as nothing is tolerated.
  @Test func hiddenColoursCountIfNothingIsTolerated() throws {
    let old = TestPNG.bytes(width: 2, height: 2) { _, _ in [0, 0, 0, 0] }
    let new = TestPNG.bytes(width: 2, height: 2) { _, _ in [9, 9, 9, 0] }
    #expect(try comparison(new, old).changedPixels == 4)
    var tolerance = Tolerance.exact
    tolerance.colorDifference = 1e-6
    #expect(try comparison(new, old, tolerance).changedPixels == 0)
  }

  /// A grey between black and white on both pictures is an edge; the end of a line is not.
  @Test func edgePixelsAreToldApart() throws {
    func slope(_ grey: UInt8, _ dot: UInt8) -> [UInt8] {
      TestPNG.bytes(width: 20, height: 20) { x, y in
        if x == 15, y == 4 { return [dot, dot, dot, 255] }
        if x == 8 { return [grey, grey, grey, 255] }
        return x < 8 ? TestPNG.black : TestPNG.white
      }
    }
    let old = slope(120, 255), new = slope(140, 250)
    let found = try comparison(new, old)
    #expect(found.changedPixels == 21)
    #expect(found.changedEdgePixels == 20)
    var tolerance = Tolerance.exact
    tolerance.edgeColorDifference = 0.1
    let tolerated = try comparison(new, old, tolerance)
    #expect(tolerated.changedPixels == 1)
    #expect(tolerated.unequalPixels == 21)
    let words = try Comparison(of: new, with: old).findings.joined()
    #expect(words.contains("20 on anti-aliased edges"))
  }

  @Test(arguments: [false, true])
  func aLimitOnCountsIsKeptOrNot(_ isOfWindow: Bool) throws {
    // A tick of eight pixels, and four that are far from each other.
    let places = (0..<8).map { (20, 10 + $0) } + [(1, 1), (38, 1), (1, 28), (38, 28)]
    let new = TestPNG.white(except: places.map { ($0.0, $0.1, TestPNG.black) })
    func comparison(_ limit: Int) throws -> Comparison {
      var tolerance = Tolerance.exact
      if isOfWindow { tolerance.pixelsInWindow = limit } else { tolerance.changedPixels = limit }
      return try Comparison(of: new, with: TestPNG.white(), tolerance: tolerance)
    }
    let count = isOfWindow ? 8 : 12
    #expect(try comparison(count).isEqual)
    let different = try comparison(count - 1)
    #expect(!different.isEqual)
    #expect(different.findings.first?.hasPrefix("More than \(count - 1) pixels") == true)
    #expect(different.pixels?.pixelsInWindow == 8)
    let window = try #require(different.pixels?.fullestWindow)
    #expect((13...20).contains(window.x) && window.y == 10)
  }

  @Test func aLimitOnTheShareIsKeptOrNot() throws {
    let new = TestPNG.white(except: (0..<12).map { ($0, 0, TestPNG.black) })
    for (share, isEqual) in [(0.01, true), (0.0099, false)] {
      var tolerance = Tolerance.exact
      tolerance.changedShare = share
      let comparison = try Comparison(of: new, with: TestPNG.white(), tolerance: tolerance)
      #expect(comparison.isEqual == isEqual)
    }
  }

  /// The number is what `calculate_rms` of matplotlib 3.11 says of the same pixels.
  @Test func theRootMeanSquareIsMatplotlibs() throws {
    let old = TestPNG.white(width: 10, height: 5)
    let new = TestPNG.white(
      width: 10, height: 5,
      except: [
        (1, 1, TestPNG.black), (2, 2, [255, 0, 0, 255]), (3, 3, [9, 8, 7, 255]),
      ])
    let rms = try comparison(new, old).rms
    #expect(abs(rms - 58.203894) < 1e-5, "\(rms)")
    for (limit, isEqual) in [(58.21, true), (58.2, false)] {
      var tolerance = Tolerance.exact
      tolerance.rms = limit
      #expect(try Comparison(of: new, with: old, tolerance: tolerance).isEqual == isEqual)
    }
  }

  @Test func differentSizesAreADifferenceThatSaysBoth() throws {
    let comparison = try Comparison(
      of: TestPNG.white(width: 20, height: 5), with: TestPNG.white(width: 21, height: 6))
    #expect(!comparison.isEqual)
    #expect(comparison.findings == ["The size of 21 x 6 pixels became 20 x 5."])
    #expect(comparison.severity == 1)
  }

  @Test func aChangeOfColourIsNamed() throws {
    let old = TestPNG.white(except: (0..<9).map { ($0, 3, [31, 119, 180, 255]) })
    let new = TestPNG.white(except: (0..<9).map { ($0, 3, [255, 127, 14, 255]) })
    let words = try Comparison(of: new, with: old).findings.joined(separator: "\n")
    #expect(words.contains("Most often #1f77b4 became #ff7f0e."))
    #expect(words.contains("between x 0 to 8 and y 3 to 3"))
  }

  @Test func theDifferencePictureMarksWhatChanged() throws {
    let comparison = try Comparison(
      of: TestPNG.white(except: [(20, 10, TestPNG.black)]), with: TestPNG.white())
    let picture = try RasterImage(png: try #require(comparison.difference).bytes)
    #expect(picture.samples(x: 20, y: 10) == [208, 0, 32, 255])
    // A halo by which it is found, and paper elsewhere.
    #expect(picture.samples(x: 22, y: 12) == [255, 224, 130, 255])
    #expect(picture.samples(x: 30, y: 20) == [255, 255, 255, 255])
    #expect(try Comparison(of: TestPNG.white(), with: TestPNG.white()).difference == nil)
  }

  /// The box and the square at the corners of the page.
  @Test(arguments: [(0, 0), (39, 0), (0, 29), (39, 29)])
  func cornersAreCompared(_ x: Int, _ y: Int) throws {
    let found = try comparison(TestPNG.white(except: [(x, y, TestPNG.black)]), TestPNG.white())
    #expect(found.changedPixels == 1)
    #expect(found.pixelsInWindow == 1)
    #expect(found.changedBox?.columns == x...x)
    #expect(found.changedBox?.rows == y...y)
  }
}
