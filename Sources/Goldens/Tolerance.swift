/// How far an image may be from its golden.
///
/// Colour differences are distances in OKLab (B. Ottosson, "A perceptual color space for image
/// processing", 2020) with the lightness of CIELAB, in which 1 is from black to white and 0.02 is
/// about the least that an eye sees, beside black too.
/// Where pixels are not opaque the greater of the distances on white and on black paper counts.
public struct Tolerance: Sendable, Hashable {
  /// A pixel counts as changed if its colour is further off than this.
  public var colorDifference = 0.0
  /// The same for pixels on anti-aliased edges, those that lie between a darker and a lighter
  /// neighbour in both images; `nil` for no exception.
  public var edgeColorDifference: Double?
  /// How many pixels may have changed. If this and the three limits below are all `nil`, none may;
  /// otherwise those that are not `nil` must all be kept.
  public var changedPixels: Int?
  /// Which share of the pixels may have changed, from 0 to 1.
  public var changedShare: Double?
  /// How many pixels may have changed in any square of 8 x 8, which a missing tick fills and noise
  /// does not.
  public var pixelsInWindow: Int?
  /// The greatest root mean square of the differences of 8-bit channels, changed pixels or not, as
  /// matplotlib's `compare_images` computes it: over red, green and blue, and alpha too if an image
  /// is not opaque.
  public var rms: Double?
  /// How far the points of an SVG may be off, in points (1/72 in). Line widths and dashes may be a
  /// tenth of it off.
  public var points = 0.01

  /// Every pixel as it was; shapes within 0.01 pt, which writing fewer digits stays within.
  public static let exact = Tolerance()

  /// What another version of Cairo or FreeType, on another kind of machine, may do to the same
  /// figure.
  ///
  /// Measured on 110 figures drawn by Cairo 1.16.0 with FreeType 2.12 and by Cairo 1.18.5 with
  /// FreeType 2.13: nearly all of the pixels that differ, at most 1 in 2,500, are on edges and
  /// differ by one or two levels of 255; here and there one differs by up to eight, which is 0.03.
  /// So isolated pixels are let pass, and what fills a place is not.
  public static let otherMachine = {
    var tolerance = Tolerance()
    tolerance.colorDifference = 0.01
    tolerance.edgeColorDifference = 0.015
    tolerance.pixelsInWindow = 2
    return tolerance
  }()

  /// A tolerance that can be changed from `exact`.
  public init() {}
}
