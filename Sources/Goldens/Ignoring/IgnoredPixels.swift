/// Which pixels of two images are left out.
struct IgnoredPixels {
  /// The marks of all pixels, row by row, before anything is compared; `nil` if none is left out.
  private(set) var marks: [UInt8]?
  private(set) var leftOut: [LeftOut] = []

  static let none = IgnoredPixels()

  private init() {}

  /// - Parameter scale: How many pixels one of the units is that regions are in.
  init(
    _ ignored: [Ignored], width: Int, height: Int, scale: Double, _ places: MarkPlaces
  ) throws(ImageError) {
    let size = SIMD2(Double(width), Double(height))
    for (ignored, boxes, near) in try ignored.boxes(in: size, scale: scale, places) {
      var own = [UInt8](repeating: 0, count: width * height)
      for box in boxes {
        let page = box.intersection(Box(low: .zero, high: size))
        guard !page.isEmpty else { continue }
        let columns = Int(page.low.x.rounded(.down))..<Int(page.high.x.rounded(.up))
        for row in Int(page.low.y.rounded(.down))..<Int(page.high.y.rounded(.up)) {
          for column in columns { own[row * width + column] = PixelMarks.Mark.ignored.rawValue }
        }
      }
      let count = own.count { $0 != 0 }
      leftOut.append(
        LeftOut(ignored, count: count, isOfPixels: true, near: count == 0 ? near : nil))
      guard count > 0 else { continue }
      marks = marks.map { zip($0, own).map(max) } ?? own
    }
  }
}
