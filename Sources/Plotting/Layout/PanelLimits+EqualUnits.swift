extension [PanelLimits] {
  /// The limits and the size of the axes boxes of panels, with units of equal length where panels have
  /// them.
  ///
  /// The y axis shows more where its limits are not given; the box is narrower or lower where it would
  /// have to show less, or nothing else. All boxes are of one size.
  ///
  /// - Parameter room: The largest box that there can be.
  /// - Throws: `PlottingError` where scales or extents do not go together.
  func fitted(
    to panels: [Panel], in room: (width: Double, height: Double), _ theme: Theme
  ) throws(PlottingError) -> (limits: [PanelLimits], box: (width: Double, height: Double)) {
    let equal = panels.indices.filter { panels[$0].hasEqualUnits }
    for panel in equal.map({ panels[$0] }) where panel.x.scale != panel.y.scale {
      throw .unequalScales(panel.x.scale, panel.y.scale)
    }
    guard let narrowest = equal.min(by: { self[$0].shape < self[$1].shape }) else {
      return (self, room)
    }
    let areFixed = equal.allSatisfy { panels[$0].y.limits != nil }
    var shape = self[narrowest].shape
    if !areFixed { shape = Swift.min(shape, room.width / room.height) }
    let isNarrower = shape < room.width / room.height
    let box =
      isNarrower
      ? (width: room.height * shape, height: room.height)
      : (width: room.width, height: room.width / shape)
    guard Swift.min(box.width, box.height) >= 2 * theme.labelSize else {
      throw .unequalExtents(x: self[narrowest].x.span, y: self[narrowest].y.span)
    }
    var limits = self
    for index in equal {
      let more = self[index].x.span / shape - self[index].y.span
      guard more > 1e-9 * self[index].y.span else { continue }
      limits[index].y = try AxisLimits(
        self[index].y.lower - more / 2, self[index].y.upper + more / 2)
    }
    return (limits, box)
  }
}

extension PanelLimits {
  /// Width over height of a box in which units are equally long.
  fileprivate var shape: Double { x.span / y.span }
}
