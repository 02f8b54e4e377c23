import Activations
import Files
import Wording

/// The table of functions and their derivatives, made a few rows at a time.
struct EvalTable {
  /// How a table is written.
  enum Format: String, CaseIterable {
    case csv, tsv, json
  }

  let functions: [Formula]
  let order: Int
  let precision: Precision
  let format: Format

  /// How many rows are made at once: many, but for tables so wide that they would fill the memory.
  let rowsAtOnce: Int
  /// JSON's first row begins the array.
  private var isEmpty = true

  init(_ functions: [Formula], order: Int, precision: Precision, format: Format) {
    self.functions = functions
    self.order = order
    self.precision = precision
    self.format = format
    rowsAtOnce = max(1, min(4096, (1 << 17) / (functions.count * (order + 1))))
  }

  /// What stands above the rows.
  var header: [UInt8] {
    let orders = (0...order).map { $0 == 0 ? "" : "d\($0)" }
    let names =
      functions.count == 1
      ? orders.map { $0.isEmpty ? "value" : $0 }
      : functions.flatMap { function in
        orders.map { $0.isEmpty ? function.label : "\(function.label) \($0)" }
      }
    switch format {
    case .csv: return Array((["x"] + names).map(Self.field).joined(separator: ",").utf8) + [10]
    case .tsv: return Array((["x"] + names).joined(separator: "\t").utf8) + [10]
    case .json: return []
    }
  }

  /// What stands below the rows.
  var footer: [UInt8] {
    guard case .json = format else { return [] }
    return Array((isEmpty ? "[]\n" : "]\n").utf8)
  }

  /// The rows of some points, of which there are no more than `rowsAtOnce`.
  mutating func rows(at x: some Sequence<Double>) throws -> [UInt8] {
    let x = Array(x)
    let samples = try functions.map { try $0.samples(at: x, order: order, precision: precision) }
    var bytes: [UInt8] = []
    for row in x.indices {
      switch format {
      case .csv: append(row, of: samples, separator: UInt8(ascii: ","), to: &bytes)
      case .tsv: append(row, of: samples, separator: UInt8(ascii: "\t"), to: &bytes)
      case .json: appendObject(row, of: samples, to: &bytes)
      }
    }
    return bytes
  }

  private func append(
    _ row: Int, of samples: [Samples], separator: UInt8, to bytes: inout [UInt8]
  ) {
    bytes += text(samples[0].x[row]).utf8
    for sample in samples {
      for derivative in sample.derivatives {
        bytes.append(separator)
        bytes += text(derivative[row]).utf8
      }
    }
    bytes.append(10)
  }

  /// A row as an object. The comma stands before it, so that its line is whole as soon as it is
  /// known.
  private mutating func appendObject(_ row: Int, of samples: [Samples], to bytes: inout [UInt8]) {
    bytes.append(isEmpty ? UInt8(ascii: "[") : UInt8(ascii: ","))
    isEmpty = false
    bytes += "{\"x\": \(JSONText.literal(samples[0].x[row])), ".utf8
    if functions.count == 1 {
      appendMembers(row, of: samples[0], to: &bytes)
    } else {
      bytes += "\"functions\": {".utf8
      for (index, function) in functions.enumerated() {
        if index > 0 { bytes += ", ".utf8 }
        bytes += "\(JSONText.literal(function.label)): {".utf8
        appendMembers(row, of: samples[index], to: &bytes)
        bytes.append(UInt8(ascii: "}"))
      }
      bytes.append(UInt8(ascii: "}"))
    }
    bytes += "}\n".utf8
  }

  private func appendMembers(_ row: Int, of samples: Samples, to bytes: inout [UInt8]) {
    for (order, derivative) in samples.derivatives.enumerated() {
      bytes += order == 0 ? "\"value\": ".utf8 : ", \"d\(order)\": ".utf8
      bytes += JSONText.literal(derivative[row]).utf8
    }
  }

  /// A number in as few digits as tell it apart.
  private func text(_ value: Double) -> String {
    precision == .float64 || value.isNaN ? numeral(value) : Float(value).description
  }

  /// A field of CSV, in quotes where RFC 4180 asks for them.
  private static func field(_ text: String) -> String {
    guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
    return
      "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }
}
