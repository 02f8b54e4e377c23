internal import Files

/// Why what another program sends of a document cannot be read.
package struct DocumentError: Error, CustomStringConvertible {
  /// A sentence.
  package let description: String

  init(_ description: String) { self.description = description }
}

/// How deep documents are nested at most: pandoc writes four levels for each list in a list.
private let deepestDocument = 400

/// Reads what another program sends.
///
/// - Parameters:
///   - bytes: What it sends.
///   - sender: What sends it and how it is made, for a sentence.
func documentNode(_ bytes: [UInt8], from sender: String) throws(DocumentError) -> JSONNode {
  guard let root = JSONNode(bytes, deepest: deepestDocument) else {
    let fault = JSONNode.fault(in: bytes, deepest: deepestDocument)
    throw DocumentError(
      bytes.isEmpty
        ? "Nothing came on standard input, where \(sender) is expected."
        : "Standard input is not \(sender): byte \(fault + 1) is not as JSON has it there, or nested"
          + " more than \(deepestDocument) deep.")
  }
  return root
}
