package import Plotting
package import Typesetting

extension Drawing {
  /// The picture on the page that the look asks for, or on one that is cut to what is drawn.
  ///
  /// Axes fill the page. A diagram is scaled into it.
  ///
  /// - Throws: What `scene(measuring:)` throws, and `PlottingError.pageTooSmall`.
  package func pageScene(measuring measurer: some TextMeasurer) throws -> Scene {
    guard let page = look.page else { return try scene(measuring: measurer) }
    guard let axes = self as? any AxesDrawing, let usual = axes.usualSize else {
      return try scene(measuring: measurer).scaled(to: page)
    }
    return try axes.filling(page, insteadOf: usual, measuring: measurer)
  }
}

extension AxesDrawing {
  /// The page depends on the size of the axes nearly as a straight line does: what is missing is added
  /// to it a few times. Labels that change with the size can make the last of it jump, and the rest is
  /// left as margin.
  fileprivate func filling(
    _ page: PageSize, insteadOf usual: FigureSize, measuring measurer: some TextMeasurer
  ) throws -> Scene {
    let width = page.width ?? usual.width
    let height = page.height ?? page.ratio.map { width / $0 }
    var drawing = self
    drawing.look.page = nil
    var size = (width: width, height: height ?? usual.height * width / usual.width)
    var best: Scene?
    for step in 0..<Self.mostSteps {
      guard min(size.width, size.height) >= FigureSize.sides.lowerBound else { break }
      drawing.size = try FigureSize(width: size.width, height: size.height)
      let scene = try drawing.scene(measuring: measurer)
      let missing = (
        width: width - scene.width,
        height: height.map { $0 - scene.height } ?? 0
      )
      let isWithin = min(missing.width, missing.height) > -Self.tolerance
      if isWithin, best.map({ $0.width + $0.height < scene.width + scene.height }) ?? true {
        best = scene
      }
      if isWithin, max(missing.width, missing.height) < Self.tolerance { break }
      // Ever shorter steps end a dance between two sets of labels.
      let damping = step < 4 ? 1 : 0.5
      size.width += damping * missing.width / drawing.look.theme.axesWidthShare
      size.height =
        height == nil
        ? usual.height * size.width / usual.width
        : size.height + damping * missing.height / drawing.look.theme.axesHeightShare
    }
    guard let best else {
      throw PlottingError.pageTooSmall(width: width, height: height)
    }
    return best.centered(width: width, height: height ?? best.height)
  }

  /// How much a page may be off, in points.
  private static var tolerance: Double { 1.0 / 512 }
  private static var mostSteps: Int { 14 }
}

extension Scene {
  /// The scene as large as it can be on a page, in the middle of it.
  fileprivate func scaled(to page: PageSize) -> Scene {
    let width = page.width ?? self.width
    let height = page.height ?? page.ratio.map { width / $0 }
    let factor = min(width / self.width, height.map { $0 / self.height } ?? .infinity)
    let scene = factor == 1 ? self : scaled(by: factor)
    return scene.centered(width: width, height: height ?? scene.height)
  }
}
