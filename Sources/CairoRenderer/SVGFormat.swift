/// What text becomes in an image.
public enum Lettering: String, Sendable, Hashable, CaseIterable {
  /// Filled shapes, which look the same everywhere.
  case outlines
  /// Characters, which can be searched, copied and edited.
  case characters
}

/// How an SVG document is written; what it shows is the scene's.
public struct SVGFormat: Sendable, Hashable {
  /// What text becomes.
  public var lettering: Lettering
  /// Whether the document is to stand within the text of a web page: without the declaration of a
  /// file, and no wider than its column.
  public var isInline: Bool

  /// Of a file of its own, with text as outlines, unless something else is said.
  public init(lettering: Lettering = .outlines, isInline: Bool = false) {
    self.lettering = lettering
    self.isInline = isInline
  }
}
