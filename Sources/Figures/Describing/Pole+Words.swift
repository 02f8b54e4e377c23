package import Activations

extension Pole {
  /// To which infinity the function runs off on which side: “-∞ from the left and ∞ from the right”.
  package func way(hasLeft: Bool = true, hasRight: Bool = true) -> String {
    let left = hasLeft && left.isInfinite ? left : nil
    let right = hasRight && right.isInfinite ? right : nil
    func name(_ infinity: Double) -> String { infinity < 0 ? "-∞" : "∞" }
    switch (left, right) {
    case (let left?, let right?) where left == right: return "\(name(left)) from both sides"
    case (let left?, let right?):
      return "\(name(left)) from the left and \(name(right)) from the right"
    case (let left?, nil): return "\(name(left)) from the left"
    case (nil, let right?): return "\(name(right)) from the right"
    case (nil, nil): return "no infinity"
    }
  }
}
