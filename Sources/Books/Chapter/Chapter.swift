package import Figures

/// The figures of the chapter "Multilayer Perceptrons" of Dive into Deep Learning.
package enum Chapter {
  /// The batch of the six figures, which is also the example to start a book from.
  package static let spec = """
    # The figures of the chapter "Multilayer Perceptrons" of Dive into Deep Learning.
    #
    # Keys are the options of `actplot plot`, without the dashes; `actplot batch --schema` prints
    # them all for editors. Draw the file with `actplot batch FILE`.

    # What all figures have in common. The book samples in float32, where the sample nearest 0 is
    # just above it, so that the gradient of relu rises between x = -0.1 and 0.
    defaults:
      precision: float32
      range: -8:8:0.1
      size: 5x2.5in

    # What some have in common. A style can have styles of its own, as in `style: [other, wide]`.
    styles:
      gradient:
        grad: true

    # Each figure, by the name of its files. `functions` are names or formulas.
    figures:
      relu:
        functions: relu
        caption: The rectified linear unit.
      relu-grad:
        functions: relu
        style: gradient
        caption: The gradient of the rectified linear unit.
      sigmoid:
        functions: sigmoid
        caption: The logistic sigmoid.
      sigmoid-grad:
        functions: sigmoid
        style: gradient
        caption: The gradient of the logistic sigmoid.
      tanh:
        functions: tanh
        caption: The hyperbolic tangent.
      tanh-grad:
        functions: tanh
        style: gradient
        caption: The gradient of the hyperbolic tangent.

    """

  /// The pictures of the chapter that its code does not draw, by the names of their files, and the
  /// command that draws each.
  static let pictures = ["mlp": "network 4 5 3"]

  /// What describes the figures, as if it stood in a file.
  package static let source = SpecFile(Array(spec.utf8), path: "chapter.yaml")

  /// Three activations and their gradients, in the order of the chapter.
  package static let figures: [FigureRequest] = {
    var figures: [FigureRequest] = []
    source.read { reading in
      guard case .figure(let entry) = reading, let request = try? entry.settings.request() else {
        return
      }
      figures.append(request)
    }
    return figures
  }()
}
