import Files
import Goldens

/// How a terminal shows pictures.
enum PictureWay: String, CaseIterable {
  /// By Kitty's graphics protocol, which takes PNG.
  case kitty
  /// As DEC's terminals did, six rows of a colour at a time.
  case sixel
  /// Not at all.
  case none

  /// What the terminal is told to show a PNG; `nil` if it shows none, or that cannot be read.
  ///
  /// - Parameter width: How wide the terminal is in pixels, to which wider pictures are made smaller.
  func picture(_ png: [UInt8], width: Int) -> String? {
    switch self {
    case .none: nil
    case .kitty: kitty(png, width: width)
    case .sixel: (try? RasterImage(png: png)).map { SixelPicture($0, width: width).text }
    }
  }

  private func kitty(_ png: [UInt8], width: Int) -> String? {
    guard let image = try? RasterImage(png: png) else { return nil }
    var bytes: [UInt8] = []
    appendBase64(of: png, to: &bytes)
    let columns = image.width > width ? ",c=\(ProgressBar.columns(of: 1))" : ""
    var text = "", start = 0
    while start < bytes.count {
      let end = min(start + 4096, bytes.count)
      let first = start == 0 ? "a=T,f=100,q=2\(columns)," : ""
      text += "\u{1B}_G\(first)m=\(end < bytes.count ? 1 : 0);"
      text += String(decoding: bytes[start..<end], as: UTF8.self) + "\u{1B}\\"
      start = end
    }
    return text
  }
}

/// An image in the colours and rows of Sixel.
struct SixelPicture {
  private let width: Int
  private let height: Int
  /// The colour of each pixel.
  private var colors: [Int] = []
  /// Red, green and blue from 0 to 255, by colour.
  private var palette: [[Int]] = []

  /// How many colours a terminal has at least.
  private static let mostColors = 256

  /// - Parameter width: How wide it may be; wider images are made smaller by a whole factor.
  init(_ image: RasterImage, width: Int) {
    let factor = max(1, (image.width + max(1, width) - 1) / max(1, width))
    self.width = image.width / factor
    height = image.height / factor
    var pixels: [[Int]] = []
    for y in 0..<height {
      for x in 0..<self.width { pixels.append(Self.mean(image, x * factor, y * factor, factor)) }
    }
    // Those of plots are few; of others there are as many as a cube of six to a side has.
    let isFew = Set(pixels).count <= Self.mostColors
    var places: [[Int]: Int] = [:]
    colors = pixels.map { pixel in
      let color = isFew ? pixel : pixel.map { ($0 * 5 + 127) / 255 * 51 }
      if let place = places[color] { return place }
      places[color] = palette.count
      palette.append(color)
      return palette.count - 1
    }
  }

  /// The mean of a square of pixels on white paper.
  private static func mean(_ image: RasterImage, _ x: Int, _ y: Int, _ side: Int) -> [Int] {
    let most = image.depth == 8 ? 255 : 65535
    var sum = [0, 0, 0]
    for row in y..<y + side {
      for column in x..<x + side {
        let samples = image.samples(x: column, y: row)
        for channel in 0..<3 {
          sum[channel] +=
            (samples[channel] * samples[3] + most * (most - samples[3])) / most * 255 / most
        }
      }
    }
    return sum.map { $0 / (side * side) }
  }

  /// What is sent to the terminal.
  var text: String {
    var text = "\u{1B}Pq\"1;1;\(width);\(height)"
    for (place, color) in palette.enumerated() {
      let shares = color.map { "\(($0 * 100 + 127) / 255)" }
      text += "#\(place);2;\(shares.joined(separator: ";"))"
    }
    for top in stride(from: 0, to: height, by: 6) { text += band(top) + "-" }
    return text + "\u{1B}\\"
  }

  /// Six rows, one colour after the other.
  private func band(_ top: Int) -> String {
    let rows = top..<min(top + 6, height)
    var sixels: [Int: [UInt8]] = [:]
    for y in rows {
      for x in 0..<width {
        sixels[colors[y * width + x], default: [UInt8](repeating: 0, count: width)][x] |=
          1 << UInt8(y - top)
      }
    }
    return sixels.sorted { $0.key < $1.key }.map { "#\($0.key)" + Self.runs($0.value) }
      .joined(separator: "$")
  }

  /// What repeats is counted.
  private static func runs(_ values: [UInt8]) -> String {
    var text = "", start = 0
    while start < values.count {
      let count = values[start...].prefix { $0 == values[start] }.count
      let sign = String(Unicode.Scalar(values[start] + 63))
      text += count > 3 ? "!\(count)\(sign)" : String(repeating: sign, count: count)
      start += count
    }
    return text
  }
}
