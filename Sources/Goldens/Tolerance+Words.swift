internal import Wording

extension Tolerance: CustomStringConvertible {
  /// What is tolerated, in sentences.
  public var description: String {
    var pixels: [String] = []
    if colorDifference > 0 { pixels.append("colours may be \(decimal(colorDifference)) off") }
    if let edgeColorDifference {
      pixels.append("those of anti-aliased edges \(decimal(edgeColorDifference))")
    }
    if let changedPixels { pixels.append("\(counted(changedPixels, "pixel")) may change") }
    if let changedShare { pixels.append("\(percent(changedShare)) of the pixels may change") }
    if let pixelsInWindow {
      pixels.append("\(counted(pixelsInWindow, "pixel")) of a square of 8 x 8 may change")
    }
    if let rms { pixels.append("the RMS may be \(decimal(rms))") }
    let ofPNG = pixels.isEmpty ? "every pixel has to be as it was" : pixels.joined(separator: ", ")
    return "PNG: \(ofPNG). SVG: shapes may be \(decimal(points)) pt off."
  }
}
