internal import Activations
internal import Files

/// Where the paper is that an activation comes from.
struct SourceLink {
  let address: String

  /// The paper itself where its number in arXiv is known, and a search for it where that is not.
  init(_ activation: Activation) {
    if let prefix = activation.source.firstRange(of: "arXiv:") {
      let number = activation.source[prefix.upperBound...].prefix { $0.isNumber || $0 == "." }
      address = "https://arxiv.org/abs/\(number)"
    } else {
      let words = "\(activation.source) \(activation.name) activation"
      let query = words.split(separator: " ").map { urlEncoded(String($0)) }.joined(separator: "+")
      address = "https://scholar.google.com/scholar?q=\(query)"
    }
  }
}
