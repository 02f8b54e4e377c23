package import Activations
package import Wording

extension Pole {
  /// To which infinity the function runs off on which side: “-∞ from the left and ∞ from the right”.
  package func way(
    hasLeft: Bool = true, hasRight: Bool = true, in words: FigureWords = FigureWords(.en)
  ) -> String {
    let left = hasLeft && left.isInfinite ? left : nil
    let right = hasRight && right.isInfinite ? right : nil
    return words.way(left: left, right: right)
  }
}
