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
    public var files: [File]
    /// What is shown; without one it is said that there is no image.
    public var image: (format: ImageFormat, bytes: [UInt8])?
    /// Whether its page has no colour, so that it is shown on white.
    public var isTransparent = false
    /// The command that draws it, if there is one.
    public var command: String?

    /// A file of a figure.
    public struct File {
      /// What it is called.
      public var name: String
      /// The path that leads to it from the folder of the page.
      public var path: String

      /// A file beside the page, unless another path is given.
      public init(_ name: String, path: String? = nil) {
        self.name = name
        self.path = path ?? name
      }
    }

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
    let isWide = item.page.map { $0.width > Self.columnWidth } ?? false
    html.open(
      "article",
      [
        "class": isWide ? "function wide-figure" : "function", "id": id,
        "aria-labelledby": "\(id)-name",
      ])
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
        words.size(inches.joined(separator: " × "), points.joined(separator: " × ")))
    }
    addFiles(item.files)
    add(words.place, item.place)
    html.raw("</dl>\n")
    if let command = item.command { html.addCode(words.shell, command, copy: nil) }
    html.close("article")
  }

  /// The width in points above which a figure takes the room of two, as its letters would be too small
  /// in a column.
  private static let columnWidth = 400.0

  private mutating func addFiles(_ files: [Item.File]) {
    guard !files.isEmpty else { return }
    html.element("dt", text: words.files)
    html.raw("<dd>")
    for (index, file) in files.enumerated() {
      if index > 0 { html.raw(", ") }
      html.open("a", ["href": urlEncoded(file.path, keeping: "/")])
      html.text(file.name.visible)
      html.raw("</a>")
    }
    html.close("dd")
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
      // The file that is shown, as large as the reader wants it.
      let shown = item.files.first { ImageFormat(path: $0.name) == image.format }
      if let shown { html.open("a", ["href": urlEncoded(shown.path, keeping: "/")]) }
      html.raw("<img loading=\"lazy\" src=\"data:\(type);base64,")
      html.base64(image.bytes)
      html.raw("\" alt=\"")
      html.text((item.alternativeText ?? item.name).visible)
      // The page's own points, as wide as the column lets.
      if let page = item.page {
        let sides = [page.width, page.height].map { Int(($0 * 4 / 3).rounded()) }
        html.raw("\" width=\"\(sides[0])\" height=\"\(sides[1])")
      }
      html.raw("\">")
      if shown != nil { html.raw("</a>") }
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
