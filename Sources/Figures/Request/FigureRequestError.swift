internal import Wording

/// Wishes that contradict each other.
public enum FigureRequestError: Error, Hashable, CustomStringConvertible {
  /// So many columns of panels are none.
  case columns(Int)
  /// Tangents to a derivative by a parameter.
  case tangentByParameter
  /// A point or tangent at an x where no curve has a finite value and slope.
  case undefined(Double)
  /// A tangent at an x where a curve jumps.
  case tangentAtJump(Double)
  /// Slopes of a function, by its label, that is curved somewhere or jumps.
  case notOfStraightPieces(String)
  /// Slopes where no function itself is drawn.
  case slopesOfDerivatives
  /// Terms of a function or derivative, by its label, that is no sum.
  case noSum(String)
  /// A difference of so many curves.
  case differenceOf(Int)
  /// The area between so many curves.
  case fillBetween(Int)
  /// The area between curves, of which the left and the right y axis have so many.
  case fillBetweenAtTwins(Int, Int)
  /// A second y axis for the derivatives beside the first, of which there are none.
  case twinOfOneOrder
  /// A second y axis where each derivative has a panel of its own.
  case twinInPanels(Arrangement)
  /// An area from one x to another between which nothing is drawn.
  case nothingToFill(ClosedRange<Double>)
  /// A difference in another arrangement than one panel.
  case differenceInPanels

  /// A sentence that says what cannot be and what can.
  public var description: String {
    switch self {
    case .columns(let count):
      "Panels cannot stand in \(count) columns; 1 is the least."
    case .tangentByParameter:
      "A tangent needs the slope in x, and these are derivatives by a parameter; leave out the"
        + " tangents or differentiate by x."
    case .undefined(let x):
      "No curve has a finite value at x = \(x), or no slope for a tangent; mark another x."
    case .tangentAtJump(let x):
      "A curve jumps at x = \(x) and has no tangent there; draw one at another x."
    case .notOfStraightPieces(let label):
      "\(quoted(label)) is not made of straight pieces that join, and has no slopes to name; leave out"
        + " the slopes, or draw tangents."
    case .slopesOfDerivatives:
      "Slopes are named of functions, and only derivatives are drawn; draw order 0, or leave them out."
    case .noSum(let label):
      "\(quoted(label)) is not a sum when it is written out, or too long, and has no terms to draw; leave"
        + " out the terms."
    case .differenceOf(let count):
      "A difference is of two curves, and there \(count == 1 ? "is 1" : "are \(count)"); give two"
        + " functions and one order."
    case .fillBetween(let count):
      "An area between curves is between two, and there \(count == 1 ? "is 1" : "are \(count)") on the"
        + " axes; give two functions, or fill under the curves."
    case .fillBetweenAtTwins(let left, let right):
      "An area between curves is between two of one y axis, and the left one has \(left) and the right"
        + " one \(right); fill under the curves, or leave out the twin."
    case .twinOfOneOrder:
      "A second y axis is for derivatives beside the function, and one order is drawn; draw several, as"
        + " in --with-grad or --order 0,2, or leave out the twin."
    case .twinInPanels(let arrangement):
      "In the layout \(arrangement.rawValue) each derivative has a panel and a y axis of its own; leave"
        + " out the twin, or choose the layout single or sheet."
    case .nothingToFill(let range):
      "No curve is drawn from x = \(range.lowerBound) to \(range.upperBound), and there is no area to"
        + " fill; choose others."
    case .differenceInPanels:
      "A difference is drawn below one panel; leave out the layout, or the difference."
    }
  }
}
