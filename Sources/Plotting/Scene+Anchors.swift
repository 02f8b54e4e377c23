extension Scene.Mark {
  /// Which part of its words keeps its place when they are set in other letters: 0 for the left end, 1
  /// for the right, a half for the middle.
  package var anchor: Double {
    switch self {
    case .tickLabel(.y, _), .tickFactor(.x): 1
    case .legendLabel, .tickFactor(.y), .colorBarLabel, .keyTitle: 0
    default: 0.5
    }
  }
}
