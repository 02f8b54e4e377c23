/// The libraries whose names and conventions the catalogue knows.
public enum Framework: String, Sendable, Hashable, CaseIterable {
  case torch, jax, keras, tf, onnx, nnlib, timm

  /// Those with conventions of their own; timm has the ones of torch.
  public static let conventions: [Framework] = [.torch, .jax, .keras, .tf, .onnx, .nnlib]

  /// The name as the project itself writes it.
  public var title: String {
    switch self {
    case .torch: "PyTorch"
    case .jax: "JAX"
    case .keras: "Keras"
    case .tf: "TensorFlow"
    case .onnx: "ONNX"
    case .nnlib: "NNlib"
    case .timm: "timm"
    }
  }
}

/// What is taken for derivatives where a formula's own max, min and clamp meet a tie.
extension Framework {
  /// PyTorch and JAX share a tie between both arguments of max and min, and so does Keras on top of
  /// them; `tf.maximum` and `tf.minimum` leave it to the first. The gradients of ONNX Runtime leave it
  /// to the second, ChainRules to the second of max and the first of min.
  func tie(of extreme: Primitive) -> Program.Tie {
    switch self {
    case .torch, .timm, .jax, .keras: .mean
    case .tf: .first
    case .onnx: .second
    case .nnlib: extreme == .max ? .second : .first
    }
  }

  /// `jnp.clip`, which Keras has as well, is made of max and min; `torch.clamp`, `tf.clip_by_value` and
  /// Julia's `clamp` let the argument's derivative through at both bounds.
  var tieOfClamp: Program.Tie { self == .jax || self == .keras ? .mean : .first }
}

/// What a derivative is taken to be at a kink, where it has two one-sided limits.
public enum Side: Sendable, Hashable {
  /// The limit from below.
  case left
  /// The limit from above.
  case right
  /// Half of both.
  case mean
  /// This share of the right limit and the rest of the left one.
  case blend(right: Double)

  /// The share of the right limit.
  var weightOfRight: Double {
    switch self {
    case .left: 0
    case .right: 1
    case .mean: 0.5
    case .blend(let share): share
    }
  }
}

/// What the derivatives of an activation are taken to be at one of its kinks.
///
/// Each list goes from the first derivative up; its last entry holds for all higher orders.
public struct KinkConvention: Sendable, Hashable {
  /// The place, as a formula in the activation's parameters.
  public let point: String
  /// The choice of PyTorch, or where it has no such function, the one of most frameworks.
  public let sides: [Side]
  /// The frameworks that choose otherwise.
  public let exceptions: [Framework: [Side]]

  init(at point: String, _ sides: [Side], except exceptions: [Framework: [Side]] = [:]) {
    self.point = point
    self.sides = sides
    self.exceptions = exceptions
  }

  /// The choice of that framework.
  public func sides(in framework: Framework) -> [Side] { exceptions[framework] ?? sides }
}
