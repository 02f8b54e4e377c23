import ArgumentParser

/// What the list of commands says of 'fit'; its words never come here, as `Main` reads them.
struct FitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fit",
    abstract: "Draws networks of one hidden layer that are close to a function, by construction.",
    discussion: """
      Nothing is trained: the weights follow from the function. Units of one bend, such as relu, make \
      the broken line through the function at knots between which it is off by the same (de Boor 1973, \
      "Good approximation by splines with variable knots"). Units that pass between two levels or two \
      slopes, such as sigmoid or gelu, stand equally far apart, and their output weights are least \
      squares. The description of the figure has the greatest error of each. More units come as close \
      as wanted: that is universal approximation (Cybenko 1989, Leshno et al. 1993).

      --json prints the weights of one network, for 'actplot network --weights FILE'. Every option of \
      'actplot plot' can be given.

      EXAMPLES:
        actplot fit "sin(x) + x/3" --units 3,6,12 --range -4:4
        actplot fit "sin(x) + x/3" --units 6 --terms --range -4:4
        actplot fit "exp(-x^2)" --activation sigmoid --units 4,8 --range -3:3
        actplot fit "sin(x)" --errors --range -4:4
        actplot fit "abs(x)" --units 2 --json > weights.json
      """)
}
