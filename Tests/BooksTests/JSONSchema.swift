import Foundation

/// A JSON Schema, as far as `SpecSchema` uses the language.
struct JSONSchema {
  struct Unreadable: Error {}

  let root: [String: Any]

  init(_ text: String) throws {
    guard let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    else {
      throw Unreadable()
    }
    self.root = root
  }

  /// Whether a JSON text is what the schema describes.
  func allows(_ text: String) throws -> Bool {
    try allows(
      JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed), root)
  }

  /// The definition of that name.
  func definition(_ name: String) -> [String: Any] {
    (root["$defs"] as? [String: Any])?[name] as? [String: Any] ?? [:]
  }

  private func allows(_ value: Any, _ schema: [String: Any]) throws -> Bool {
    try schema.allSatisfy { keyword, argument in
      switch (keyword, argument) {
      case ("$schema", _), ("title", _), ("description", _), ("$defs", _), ("then", _), ("else", _):
        return true
      case ("$ref", let path as String):
        return try allows(value, definition(String(path.dropFirst("#/$defs/".count))))
      case ("if", let condition as [String: Any]):
        let branch = schema[try allows(value, condition) ? "then" : "else"] as? [String: Any]
        return try allows(value, branch ?? [:])
      case ("anyOf", let schemas as [[String: Any]]):
        return try schemas.contains { try allows(value, $0) }
      case ("type", let types): return Self.has(value, oneOf: types as? [String] ?? ["\(types)"])
      case ("enum", let values as [AnyHashable]):
        return (value as? AnyHashable).map(values.contains) ?? false
      case ("minLength", let least as Int):
        return (value as? String).map { $0.count >= least } ?? true
      default: return try allows(value, keyword, argument, beside: schema)
      }
    }
  }

  /// What is said of the parts of a list or an object.
  private func allows(
    _ value: Any, _ keyword: String, _ argument: Any, beside schema: [String: Any]
  ) throws -> Bool {
    let list = value as? [Any], object = value as? [String: Any]
    switch (keyword, argument) {
    case ("items", let items as [String: Any]):
      return try list.map { try $0.allSatisfy { try allows($0, items) } } ?? true
    case ("minItems", let least as Int): return list.map { $0.count >= least } ?? true
    case ("maxItems", let most as Int): return list.map { $0.count <= most } ?? true
    case ("required", let names as [String]):
      return object.map { object in names.allSatisfy { object[$0] != nil } } ?? true
    case ("propertyNames", let names as [String: Any]):
      return try object.map { try $0.keys.allSatisfy { try allows($0, names) } } ?? true
    case ("properties", let properties as [String: [String: Any]]):
      return try properties.allSatisfy { name, property in
        try object?[name].map { try allows($0, property) } ?? true
      }
    case ("additionalProperties", let rest):
      let known = schema["properties"] as? [String: Any] ?? [:]
      return try (object ?? [:]).filter { known[$0.key] == nil }.allSatisfy { _, other in
        try (rest as? [String: Any]).map { try allows(other, $0) } ?? false
      }
    default: throw Unreadable()
    }
  }

  private static func has(_ value: Any, oneOf types: [String]) -> Bool {
    switch value {
    case is NSNull: types.contains("null")
    case is String: types.contains("string")
    case is [Any]: types.contains("array")
    case is [String: Any]: types.contains("object")
    case let number as NSNumber:
      types.contains(String(cString: number.objCType) == "c" ? "boolean" : "number")
    default: false
    }
  }
}
