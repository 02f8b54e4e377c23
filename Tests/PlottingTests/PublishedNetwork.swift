import Foundation
import Typesetting

/// The published figure of a multilayer perceptron, from Fixtures/mlp-figure.json.
struct PublishedNetwork: Decodable {
  /// An arrow between neighbouring rows.
  struct Arrow: Decodable {
    let row: Int
    let from: Int
    let to: Int
    let start: Point
    let base: Point
    let tip: Point
    let barbs: [Point]

    init(from decoder: any Decoder) throws {
      var numbers = try decoder.unkeyedContainer()
      row = try numbers.decode(Int.self)
      from = try numbers.decode(Int.self)
      to = try numbers.decode(Int.self)
      func point() throws -> Point {
        Point(x: try numbers.decode(Double.self), y: try numbers.decode(Double.self))
      }
      start = try point()
      base = try point()
      let barb = try point()
      tip = try point()
      barbs = [barb, try point()]
    }
  }

  struct Fills: Decodable {
    let outer: String
    let hidden: String
  }

  let radius: Double
  let strokeWidth: Double
  let fills: Fills
  let rows: [[Point]]
  let captions: [String]
  let arrows: [Arrow]

  private enum CodingKeys: String, CodingKey {
    case radius
    case strokeWidth = "stroke_width"
    case fills, rows, captions, arrows
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    radius = try values.decode(Double.self, forKey: .radius)
    strokeWidth = try values.decode(Double.self, forKey: .strokeWidth)
    fills = try values.decode(Fills.self, forKey: .fills)
    captions = try values.decode([String].self, forKey: .captions)
    arrows = try values.decode([Arrow].self, forKey: .arrows)
    rows = try values.decode([[[Double]]].self, forKey: .rows)
      .map { $0.map { Point(x: $0[0], y: $0[1]) } }
  }

  static func load() throws -> PublishedNetwork {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/mlp-figure.json")
    return try JSONDecoder().decode(PublishedNetwork.self, from: Data(contentsOf: file))
  }
}
