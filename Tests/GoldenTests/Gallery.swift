import Activations
import Figures
import Plotting

/// A figure that shows something that figures can do; its golden has its name.
struct GalleryFigure: Sendable, CustomStringConvertible {
  let name: String
  /// What it is kept as.
  let formats: [ImageFormat]
  private let formulas: [String]
  private let orders: [Int]
  private let domain: ClosedRange<Double>
  private let change: @Sendable (inout FigureRequest) throws -> Void

  /// The figure of formulas and their derivatives, in the standard look before it is changed.
  init(
    _ name: String, of formulas: [String], orders: [Int] = [0],
    over domain: ClosedRange<Double> = -8...8, as formats: [ImageFormat] = [.png],
    change: @escaping @Sendable (inout FigureRequest) throws -> Void = { _ in }
  ) {
    self.name = name
    self.formats = formats
    self.formulas = formulas
    self.orders = orders
    self.domain = domain
    self.change = change
  }

  func request() throws -> FigureRequest {
    var request = FigureRequest(
      try formulas.map { try Formula($0) }, orders: orders, sampling: .adaptive(domain))
    // Enough to see every line, and small to keep.
    request.resolution = try Resolution(dpi: 80)
    try change(&request)
    return request
  }

  var golden: FigureGolden { FigureGolden(name: "Gallery/\(name)") }
  var description: String { name }
}

/// All that figures can do.
enum Gallery {
  static let figures: [GalleryFigure] =
    curves + legends + panels + scales + ticks + twins + jumps + explanations + looks + texts
    + mathematics
    + pages

  /// An activation with one of its parameters set to each of the values.
  static func family(
    _ name: String, _ parameter: String, _ values: [Double], withRespectTo variable: String? = nil
  ) throws -> [Formula] {
    try values.map {
      try Formula(name, parameters: [parameter: $0], withRespectTo: variable)
    }
  }
}
