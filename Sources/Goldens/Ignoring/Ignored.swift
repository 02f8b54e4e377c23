internal import Wording

/// What is left out of comparisons, such as the date that a figure shows: marks by their name, or a
/// region.
///
/// Marks are named as sentences about differences name them: `legend`, `x tick label`, `curve 2`,
/// `panel 2`; or by a class or an id of the SVG. `legend` is all of the legend, and `tick label` those
/// of both axes. A region is `x,y,width,height` from the top left corner, in pixels of a PNG and in
/// points of an SVG or a PDF, or in shares of the page: `90%,0%,10%,5%`. Of shapes those are left out
/// that are wholly in it.
public struct Ignored: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// As it was written.
  public let description: String
  let what: What

  enum What: Sendable, Hashable {
    case marks
    case region(Region)
  }

  /// Part of a page.
  struct Region: Sendable, Hashable {
    /// From the left and the top.
    fileprivate var place: [Length]
    /// The width and height.
    fileprivate var size: [Length]

    fileprivate struct Length: Sendable, Hashable {
      var number: Double
      var isShare: Bool
    }

    /// Where it is on a page of a size.
    ///
    /// - Parameter scale: How large what is no share is on that page.
    func box(on page: SIMD2<Double>, scale: Double = 1) -> Box {
      func resolved(_ lengths: [Length]) -> SIMD2<Double> {
        func length(_ axis: Int) -> Double {
          let length = lengths[axis]
          return length.isShare ? length.number / 100 * page[axis] : length.number * scale
        }
        return [length(0), length(1)]
      }
      let low = resolved(place)
      return Box(low: low, high: low + resolved(size))
    }
  }

  /// Reads a name or a region.
  ///
  /// - Throws: `ImageError` for what is neither.
  public init(_ text: String) throws(ImageError) {
    let words = trimmed(text)
    guard !words.isEmpty else {
      throw ImageError("It is empty; name marks such as legend, or a region such as 10,10,100,40.")
    }
    if let region = Self.region(words) {
      guard (region.place + region.size).allSatisfy({ $0.number >= 0 }),
        region.size.allSatisfy({ $0.number > 0 })
      else {
        throw ImageError(
          "\(quoted(words)) is no region on a page; write how far it is from the left and from the top,"
            + " its width and its height, as in 10,10,100,40.")
      }
      what = .region(region)
    } else if words.contains(where: \.isLetter) || words.contains("_") {
      what = .marks
    } else {
      throw ImageError(
        "\(quoted(words)) is neither the name of a mark, as legend is, nor a region, as 10,10,100,40"
          + " or 90%,0%,10%,5% is.")
    }
    description = words
  }

  /// A name or a region; what is neither is taken for a name that nothing has.
  public init(stringLiteral text: String) {
    do throws(ImageError) {
      self = try Ignored(text)
    } catch {
      (description, what) = (text, .marks)
    }
  }

  var isOfMarks: Bool { what == .marks }

  private static func region(_ text: String) -> Region? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let lengths = parts.compactMap { part -> Region.Length? in
      let part = trimmed(part), isShare = part.hasSuffix("%")
      let digits = isShare ? trimmed(part.dropLast()) : part
      guard let number = Double(digits), number.isFinite else { return nil }
      return Region.Length(number: number, isShare: isShare)
    }
    guard parts.count == 4, lengths.count == 4 else { return nil }
    return Region(place: Array(lengths[..<2]), size: Array(lengths[2...]))
  }
}

/// What was left out of a comparison.
public struct LeftOut: Sendable, Hashable, CustomStringConvertible {
  /// What was to be ignored.
  public let ignored: Ignored
  /// How many shapes, or pixels, that is in the golden, or in the image if it is more there; 0 if
  /// nothing is called so or is there.
  public let count: Int
  /// Whether pixels are counted, and not shapes.
  public let isOfPixels: Bool
  /// A name that may have been meant, if there is nothing of this one.
  let near: String?

  init(_ ignored: Ignored, count: Int, isOfPixels: Bool = false, near: String? = nil) {
    (self.ignored, self.count, self.isOfPixels, self.near) = (ignored, count, isOfPixels, near)
  }

  /// Such as “legend (3 shapes)”.
  public var description: String {
    "\(ignored) (\(counted(count, isOfPixels ? "pixel" : "shape")))"
  }

  /// What is said where nothing was left out, in a sentence.
  var absence: String {
    guard ignored.isOfMarks else {
      return "Nothing lies in the region \(ignored) that is to be ignored; look at where it is."
    }
    let remedy =
      near.map { "did you mean \(quoted($0))?" } ?? "look at what differences are said of."
    return "No mark is called \(quoted(ignored.description)), which is to be ignored; \(remedy)"
  }
}

/// The SVGs of two figures that are compared as pixels, by which their marks are found.
public struct MarkPlaces: Sendable {
  /// The SVG of the image.
  public var actual: [UInt8]?
  /// The SVG of the golden.
  public var expected: [UInt8]?

  /// The places of marks, as far as they are known.
  public init(actual: [UInt8]? = nil, expected: [UInt8]? = nil) {
    self.actual = actual
    self.expected = expected
  }
}
