import ArgumentParser

/// What the list of commands says of 'network'.
struct NetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: "Draws a network of fully connected layers, or what it computes.",
    discussion: """
      EXAMPLES:
        actplot network 4 5 3                      the chapter's perceptron
        actplot network 4 5:relu 5:relu 3:softmax --bias
        actplot network 784 128 10 --most 8 --direction right
        actplot network 4 5 3 --drop 2:2,5         dropout
        actplot network 2 2 1 --weights "1 0; -1 1" --weights "1; -2" --values 1,2
        actplot network 4 5 3 --collapse --seed 1  linear layers are one layer
        actplot network 1 3 1 --activation sigmoid --swap --seed 1
        actplot network 1 8 1 --activation relu --pieces --seed 3
        actplot network 2 8 1 --activation relu --pieces --seed 3
      """)
}
