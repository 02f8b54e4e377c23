/// The size that the page of a picture has in the end, in points.
public struct PageSize: Sendable, Hashable {
  /// The width; as usual if `nil`, which goes with a ratio.
  public var width: Double?
  /// The height; what the picture takes at that width if `nil`, or what the ratio says.
  public var height: Double?
  /// Width over height, where only that is given.
  public var ratio: Double?

  /// The pages that are named after what they are for.
  public enum Purpose: String, Sendable, Hashable, CaseIterable {
    /// A slide of 16:9.
    case slide
    /// A slide of LaTeX's class beamer, which is 16 cm or 12.8 cm wide.
    case beamerWide = "beamer-16x9"
    case beamer = "beamer-4x3"
    /// A column of a paper with two, 3.4 in wide.
    case column
    /// A column and the page of IEEEtran: 252 and 516 of TeX's points, 72.27 to the inch.
    case ieeeColumn = "ieee-column"
    case ieeePage = "ieee-page"
    /// A column of acmart's sigconf: 241.147 of these points.
    case acmColumn = "acm-column"
    /// A column and the page of ICML's style.
    case icmlColumn = "icml-column"
    case icmlPage = "icml-page"
    /// The width of the text of NeurIPS' style.
    case neurips
    /// The width of the text on A4 paper, 16 cm.
    case a4

    /// The page.
    public var page: PageSize {
      switch self {
      case .slide: PageSize(width: 960, height: 540)
      case .beamerWide: PageSize(width: 16 / 2.54 * 72, height: 9 / 2.54 * 72)
      case .beamer: PageSize(width: 12.8 / 2.54 * 72, height: 9.6 / 2.54 * 72)
      case .column: PageSize(width: 244.8)
      case .ieeeColumn: PageSize(width: 252 / 72.27 * 72)
      case .ieeePage: PageSize(width: 516 / 72.27 * 72)
      case .acmColumn: PageSize(width: 241.14749 / 72.27 * 72)
      case .icmlColumn: PageSize(width: 3.25 * 72)
      case .icmlPage: PageSize(width: 6.75 * 72)
      case .neurips: PageSize(width: 5.5 * 72)
      case .a4: PageSize(width: 16 / 2.54 * 72)
      }
    }

    /// The em of labels that is read there, in points.
    public var fontSize: Double {
      switch self {
      case .slide: 22
      case .column, .ieeeColumn, .ieeePage, .acmColumn, .icmlColumn, .icmlPage: 8
      case .neurips: 9
      case .beamerWide, .beamer, .a4: 10
      }
    }
  }

  /// A page that is so wide, and so high or as high as it takes.
  public init(width: Double, height: Double? = nil) {
    self.width = width
    self.height = height
  }

  /// A page of the usual width in a ratio of width to height.
  public init(ratio: Double) { self.ratio = ratio }
}

extension Scene {
  /// The scene on a page of another size, in the middle of it.
  package func centered(width: Double, height: Double) -> Scene {
    var scene = self
    let x = (width - self.width) / 2, y = (height - self.height) / 2
    if x != 0 || y != 0 { scene.elements = elements.map { $0.moved(x: x, y: y) } }
    (scene.width, scene.height) = (width, height)
    return scene
  }

  /// The scene with every length multiplied.
  package func scaled(by factor: Double) -> Scene {
    var scene = self
    scene.width *= factor
    scene.height *= factor
    scene.elements = elements.map { $0.scaled(by: factor) }
    return scene
  }
}
