internal import Activations
internal import Wording

/// What the functions of a figure have to do with each other, which is told to readers who do not see
/// it.
enum Relation: Sendable, Hashable {
  /// They are one function after the other.
  case chain(Chain)
  /// All but the first are close to that.
  case fit(Fit)

  /// Sentences on what is seen over a part of the x axis.
  func sentences(in domain: ClosedRange<Double>, _ words: FigureWords) -> [String] {
    switch self {
    case .chain(let chain): chain.sentences(in: domain, words)
    case .fit(let fit): fit.sentences(words)
    }
  }
}
