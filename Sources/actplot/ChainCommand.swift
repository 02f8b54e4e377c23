import ArgumentParser

/// What the list of commands says of 'chain'; its words never come here, as `Main` reads them.
struct ChainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chain",
    abstract:
      "Plots functions of functions, as the layers of a network are.",
    discussion: """
      Functions compose from the inside out: the first works on x, the second on its result. Affine \
      maps collapse into one, which is computed in exact fractions; an activation between them keeps \
      them from it. Of a function of itself the gradient is a product of slopes, one for each time, and \
      vanishes where these are small. Every option of 'actplot plot' can be given.

      EXAMPLES:
        actplot chain sigmoid --depth 1,2,4,8 --grad --yscale log
        actplot chain "2*x-1" "3-x/2" --terms
        actplot chain "2*x-1" "3-x/2" --between relu --terms
        actplot chain "1.5*x" tanh --depth 1,4,16
        actplot chain swish --set beta=1,4 --depth 3 --range -4:4
      """)
}
