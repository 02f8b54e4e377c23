public import Figures
internal import Files
public import Wording

/// The figures of a book as one HTML file: each as it is, with caption, alt text, size and command, so
/// that an author looks through all of them at once.
///
/// The file needs no network and has no script. Images are images only, and texts are escaped.
public struct FiguresPage {
  private var html = Markup()
  private let words: GalleryWords
  private let title: String
  private var count = 0

  /// A figure on the page.
  public struct Item {
    /// What it is called.
    public var name: String
    /// Where it is described.
    public var place: String
    /// The words below it.
    public var caption: String?
    /// What readers are told who do not see it.
    public var alternativeText: String?
    /// The sides of its page in points.
    public var page: (width: Double, height: Double)?
    /// The files that it was written as.
    public var files: [String]
    /// What is shown; without one it is said that there is no image.
    public var image: (format: ImageFormat, bytes: [UInt8])?
    /// Whether its page has no colour, so that it is shown on white.
    public var isTransparent = false
    /// The command that draws it, if there is one.
    public var command: String?

    /// A figure of which nothing else is known yet.
    public init(name: String, place: String) {
      self.name = name
      self.place = place
      files = []
    }
  }

  /// A page without figures.
  ///
  /// - Parameter title: The heading; that they are figures if empty.
  public init(language: Language = .en, title: String = "") {
    words = GalleryWords(language)
    self.title = title.isEmpty ? words.figuresTitle : title
  }

  /// The file, in UTF-8.
  public var bytes: [UInt8] {
    var page = Markup()
    page.addHead(
      title: title, language: words.language.rawValue, style: CatalogPage.style, script: nil)
    page.raw("<body>\n<header class=\"page-head\">\n")
    page.element("h1", text: title.visible)
    page.element("p", ["class": "lead"], text: words.figuresLead(count))
    page.close("header")
    page.raw("<main class=\"figures\">\n")
    page.append(html)
    page.raw("</main>\n</body>\n</html>\n")
    return page.bytes
  }

  /// Adds a figure behind those that are there.
  public mutating func add(_ item: Item) {
    count += 1
    let id = "figure-\(count)"
    html.open("article", ["class": "function", "id": id, "aria-labelledby": "\(id)-name"])
    html.raw("<div class=\"heading\">")
    html.open("h2", ["id": "\(id)-name"])
    html.open("a", ["href": "#\(id)"])
    html.text(item.name.visible)
    html.raw("</a></h2></div>\n")
    addPicture(item)
    html.raw("<dl>\n")
    add(words.caption, item.caption)
    add(words.alternative, item.alternativeText ?? words.noAlternative)
    if let page = item.page {
      let inches = [page.width, page.height].map { decimal($0 / 72, places: 2) }
      let points = [page.width, page.height].map { decimal($0, places: 1) }
      add(
        words.size,
        "\(inches.joined(separator: " × ")) in (\(points.joined(separator: " × ")) pt)")
    }
    add(words.files, item.files.isEmpty ? nil : item.files.joined(separator: ", "))
    add(words.place, item.place)
    html.raw("</dl>\n")
    if let command = item.command { html.addCode(words.shell, command, copy: nil) }
    html.close("article")
  }

  private mutating func addPicture(_ item: Item) {
    html.open("div", ["class": item.isTransparent ? "picture clear" : "picture"])
    let type: String? =
      switch item.image?.format {
      case .svg: "image/svg+xml"
      case .png: "image/png"
      default: nil
      }
    if let image = item.image, let type {
      html.raw("<img loading=\"lazy\" src=\"data:\(type);base64,")
      html.base64(image.bytes)
      html.raw("\" alt=\"")
      html.text(item.alternativeText?.visible ?? "")
      // The page's own points, as wide as the column lets.
      if let page = item.page {
        let sides = [page.width, page.height].map { Int(($0 * 4 / 3).rounded()) }
        html.raw("\" width=\"\(sides[0])\" height=\"\(sides[1])")
      }
      html.raw("\">")
    } else {
      html.element("p", text: words.noImage)
    }
    html.raw("</div>\n")
  }

  private mutating func add(_ term: String, _ description: String?) {
    guard let description, !description.isEmpty else { return }
    html.element("dt", text: term)
    html.element("dd", text: description.visible)
  }
}
