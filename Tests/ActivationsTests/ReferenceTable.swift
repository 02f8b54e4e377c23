import Foundation

/// The true values of one activation, at its default parameters: a file of `References`.
///
/// The files were made with mpmath 1.3 from definitions of their own; each number in them is the
/// true one rounded once to binary64.
struct ReferenceTable {
  /// A true number.
  struct Truth {
    let value: Double
    /// Whether the sign holds for a zero too: written `0.0` or `-0.0`, a zero comes from underflow
    /// or is the value at a zero, with the sign of the function beside it. Written `0`, it is the
    /// true value.
    let isSigned: Bool
  }

  /// True derivatives at a point, one for each order of the section that it stands in.
  struct Row {
    let x: Double
    let truths: [Truth]
  }

  static let lowOrders = 0...2
  static let highOrders = 3...10

  /// The points of the value, the first and the second derivative.
  private(set) var low: [Row] = []
  /// The points of the derivatives of the orders 3 to 10.
  private(set) var high: [Row] = []

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "References")

  /// The names of all activations that have a file.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "txt" }
      .map { $0.deletingPathExtension().lastPathComponent }
      .sorted()
  }

  /// Reads the file of the activation of that name.
  init(named name: String) throws {
    let file = Self.folder.appending(path: name + ".txt")
    guard FileManager.default.fileExists(atPath: file.path) else {
      throw ReferenceTableError.noFile(name: name)
    }
    let text = try String(contentsOf: file, encoding: .utf8)
    var isHigh = false
    for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("#") || line.isEmpty {
        if line.hasPrefix("# orders 3 to 10") { isHigh = true }
        continue
      }
      let place = "\(name).txt, line \(i + 1)"
      let orders = isHigh ? Self.highOrders : Self.lowOrders
      let fields = try line.split(separator: " ").map { field in
        guard let value = Double(field), !value.isNaN else {
          throw ReferenceTableError.notANumber(field: String(field), place: place)
        }
        return Truth(value: value, isSigned: field != "0")
      }
      guard fields.count == orders.count + 1 else {
        throw ReferenceTableError.wrongCount(fields.count, place: place)
      }
      let row = Row(x: fields[0].value, truths: Array(fields.dropFirst()))
      if isHigh { high.append(row) } else { low.append(row) }
    }
  }
}

enum ReferenceTableError: Error {
  case noFile(name: String)
  case notANumber(field: String, place: String)
  case wrongCount(_ count: Int, place: String)
}
