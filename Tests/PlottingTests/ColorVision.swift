import Glibc

@testable import Plotting

/// How a reader sees colours.
///
/// The matrices act on linear sRGB. They are those of Machado, Oliveira and Fernandes, "A
/// Physiologically-based Model for Simulation of Color Vision Deficiency" (IEEE Transactions on
/// Visualization and Computer Graphics 15, 2009), for the severity 1.0, where one kind of cones is
/// missing or sees what another does.
enum ColorVision: CaseIterable {
  case normal
  case protanopia
  case deuteranopia
  case tritanopia

  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanopia:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// How far apart two colours are for such a reader: their distance in OKLab (Ottosson, "A
  /// perceptual color space for image processing", 2020), in which black and white are 1 apart and
  /// 0.02 is just noticed side by side.
  func distance(_ first: Color, _ second: Color) -> Double {
    let pairs = zip(lab(first), lab(second))
    return pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private func lab(_ color: Color) -> [Double] {
    let seen = product(matrix, color.linear).map { min(max($0, 0), 1) }
    let cones = product(
      [
        [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ], seen)
    return product(
      [
        [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
      ], cones.map(cbrt))
  }

  private func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}

extension Color {
  /// What is seen of a box before a page of this colour.
  func behind(_ box: BoxStyle) -> Color {
    let channels = zip([red, green, blue], [box.fill.red, box.fill.green, box.fill.blue])
    return Color(
      channels.reduce(0) { sum, channel in
        let mixed = Double(channel.0) * (1 - box.opacity) + Double(channel.1) * box.opacity
        return sum << 8 | UInt32(mixed.rounded())
      })
  }
}
