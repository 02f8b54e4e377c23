import Foundation

/// The rows of a file of `References`, which `Tests/Tools/network_references.py` makes.
func references<Row: Decodable>(_ name: String, as row: Row.Type = Row.self) throws -> [Row] {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "References/\(name).json")
  return try JSONDecoder().decode([Row].self, from: Data(contentsOf: file))
}
