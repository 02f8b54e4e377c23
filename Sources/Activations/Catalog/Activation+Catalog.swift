extension Activation {
  /// Every activation that can be named, in the order in which listings show them.
  ///
  /// A row is all there is to an activation: values, derivatives, listings and tests come from it.
  public static let catalog: [Activation] = [
    Activation(
      name: "relu",
      formula: "max(x, 0)",
      summary: "Rectified linear unit: keeps what is positive and sets the rest to 0",
      source: "Nair and Hinton 2010; Fukushima 1969",
      kinkConvention: "relu'(0) is taken as 0, as in PyTorch, JAX, TensorFlow and NNlib."),
    Activation(
      name: "sigmoid",
      formula: "sigmoid(x)",
      summary: "Logistic function 1 / (1 + exp(-x)): squashes the line into (0, 1)",
      source: "Verhulst 1845"),
    Activation(
      name: "tanh",
      formula: "tanh(x)",
      summary: "Hyperbolic tangent: squashes the line into (-1, 1), odd about the origin",
      source: "LeCun et al. 1998, Efficient BackProp"),
  ]
}
