internal import Activations
internal import Figures

/// What the functions of a gallery can be filtered by.
enum GalleryProperty: String, CaseIterable {
  case smooth, kinks, monotone, bounded, centred, saturating

  /// Whether a function is known to have it; what is not known it has not.
  func holds(for report: FunctionReport) -> Bool {
    let properties = report.properties
    let isWhole = report.poles.isEmpty && !report.hasMorePoles
    switch self {
    case .smooth: return report.kinks.isEmpty && !report.hasMoreKinks && isWhole
    // A bend of the derivative alone is not seen as one.
    case .kinks: return report.kinks.contains { $0.kink.order < 2 }
    case .monotone: return properties.monotonicity != nil
    case .bounded:
      guard let range = properties.range else { return false }
      return range.lowerBound.isFinite && range.upperBound.isFinite
    case .centred:
      guard let range = properties.range else { return false }
      return range.lowerBound < 0 && range.upperBound > 0
    case .saturating:
      let ends = [
        (properties.limitAtMinusInfinity, properties.slopeAtMinusInfinity),
        (properties.limitAtPlusInfinity, properties.slopeAtPlusInfinity),
      ]
      return ends.contains { $0.isFinite && $1 == 0 }
    }
  }
}
