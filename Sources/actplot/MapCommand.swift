import ArgumentParser

/// What the list of commands says of 'map'; its words never come here, as `Main` reads them.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Draws what batch norm and its like make of minibatches.",
    discussion: """
      For each minibatch an arrow goes from every input to its output: the same number goes elsewhere \
      in other company, which no activation does. The Jacobian is a grid, an output a row and an input \
      a column, and what stands off its diagonal is how outputs depend on the other inputs. Values and \
      derivatives are the core's, in about 104 bits, rounded once.

      A minibatch that begins with a minus stands behind an equals sign or a space, either way.

      EXAMPLES:
        actplot map batch_norm --batch=-2,-1,0,1 --batch=-2,-1,0,8
        actplot map softmax --batch 1,2,3 --batch 1,2,6
        actplot map layer_norm --batch=-1,0,1 --epsilon 0 --theme dark
      """)
}
