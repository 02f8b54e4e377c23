internal import Activations

/// The figures of the chapter "Multilayer Perceptrons" of Dive into Deep Learning.
public enum Chapter {
  /// Three activations and their gradients, in the order of the chapter.
  ///
  /// Sampled in float32 as the chapter is. Its sample nearest 0 is then just above it, so that the
  /// gradient of relu rises between x = -0.1 and 0.
  public static let figures: [FigureRequest] = ["relu", "sigmoid", "tanh"].flatMap { name in
    let formula = try? Formula(name)
    return formula.map { formula in
      [0, 1].map { FigureRequest([formula], orders: [$0], precision: .float32) }
    } ?? []
  }
}
