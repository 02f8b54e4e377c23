import ArgumentParser

/// What the list of commands says of 'gradients'; its words never come here, as `Main` reads them.
struct GradientsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gradients",
    abstract: "Draws how gradients of deep networks vanish or explode by layer.",
    discussion: """
      Networks of equally wide layers are drawn from seeds, and the gradient of the sum of their \
      outputs goes back through them for a minibatch of standard normal examples. Its root mean square \
      in each layer, before the activation, is shown relative to that of the last layer: the median \
      over the seeds, with a band. Beside an activation whose slope is always below 1, as sigmoid's is \
      at most 0.25, is what such slopes alone make of the gradient. Nothing underflows: beyond 1e-300 \
      the axis has logarithms. The description says how many units are dead.

      EXAMPLES:
        actplot gradients sigmoid tanh relu --depth 50
        actplot gradients sigmoid --depth 500
        actplot gradients tanh relu --init xavier,he,small
        actplot gradients relu --init he --width 64 --seeds 20 --band all
      """)
}
