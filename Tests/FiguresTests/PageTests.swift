import CairoRenderer
import TestSupport
import Testing
import Typesetting

@testable import Figures
@testable import Plotting

@Suite("Pages of an exact size")
struct PageTests {
  private func drawing(
    _ words: [String], _ kind: FigureKind = .plot
  ) throws -> any Drawing {
    try FigureSettings(arguments: words, of: kind, own: []).drawing(kind)
  }

  private func scene(
    _ words: [String], _ kind: FigureKind = .plot
  ) throws -> Scene {
    try drawing(words, kind).pageScene(measuring: TextSetter())
  }

  static let figures: [[String]] = [
    ["relu"], ["relu", "gelu", "tanh", "--legend", "outside"], ["sigmoid", "--with-grad"],
    ["x*1e9", "--title", "A title"],
    ["tanh", "--axes", "origin", "--xlabel", "$x_1$"],
    ["elu", "--order", "0,1,2", "--layout", "column"],
    ["gelu", "relu", "--layout", "sheet"], ["exp(x)", "--yscale", "log"],
    ["tanh(x)+1", "2*sigmoid(2*x)", "--difference"],
    ["relu(x) - 2*relu(x-1) + relu(x-2)", "--terms"],
    [
      "log(1+exp(x)) + 0.5*tanh(x)*exp(-x^2/2) - sin(x)/x + max(0, x - 1)^2/(1+x^2)", "--title",
      "auto", "--xlabel", "words below an axis that is not nearly as long as they are",
    ],
  ]

  @Test("Axes fill a page that is given both ways", arguments: figures)
  func both(words: [String]) throws {
    for (page, width, height) in [("300x200pt", 300.0, 200.0), ("13.333x7.5in", 959.976, 540)] {
      let scene = try scene(words + ["--page", page])
      #expect(abs(scene.width - width) < 1e-9 && abs(scene.height - height) < 1e-9)
      let room = try content(of: scene)
      // What is drawn has the usual margin on every side.
      let margins = [room.left, room.top, width - room.right, height - room.bottom]
      for margin in margins { #expect(margin > 6.5 && margin < 12, "\(page): \(margins)") }
    }
  }

  @Test("The height follows a width", arguments: figures)
  func width(words: [String]) throws {
    let scene = try scene(words + ["--page", "3.4in"])
    #expect(abs(scene.width - 244.8) < 1e-9)
    #expect(scene.height > 60 && scene.height < 900)
  }

  @Test("A ratio takes the usual width")
  func ratio() throws {
    let scene = try scene(["relu", "--page", "16:9"])
    #expect(abs(scene.width - 360) < 1e-9 && abs(scene.height - 202.5) < 1e-9)
  }

  @Test("A page in pixels has as many", arguments: ["72", "96", "150", "300"])
  func pixels(dpi: String) throws {
    let drawing = try drawing(["relu", "--page", "640x360", "--dpi", dpi])
    let png = try drawing.render(as: .png)
    func number(_ start: Int) -> Int { png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) } }
    #expect(number(16) == 640 && number(20) == 360)
  }

  @Test("A diagram is scaled into the page, in the middle of it")
  func diagrams() throws {
    let usual = try scene(["4", "5", "3"], .network)
    let scene = try scene(["4", "5", "3", "--page", "400x400pt"], .network)
    #expect(scene.width == 400 && scene.height == 400)
    #expect(scene.elements.count == usual.elements.count)
    let room = try content(of: scene)
    #expect(room.left >= 0 && room.right <= 400 && abs(room.midY - 200) < 20)
    let wide = try self.scene(["4", "5", "3", "--page", "800pt"], .network)
    #expect(abs(wide.height - usual.height * 800 / usual.width) < 1e-6)
  }

  @Test("A page that is named brings letters that are read there, unless these are chosen")
  func purposes() throws {
    for purpose in PageSize.Purpose.allCases {
      let drawing = try drawing(["relu", "--page", purpose.rawValue])
      #expect(drawing.look.fontSize == purpose.fontSize)
      let own = try self.drawing(["relu", "--font-size", "9", "--page", purpose.rawValue])
      #expect(own.look.fontSize == 9)
    }
  }

  @Test(
    "Pages of papers and slides have the sizes of their classes",
    arguments: [
      ("ieee-column", 251.06, nil), ("ieee-page", 514.07, nil), ("acm-column", 240.25, nil),
      ("icml-column", 234, nil), ("icml-page", 486, nil), ("neurips", 396, nil),
      ("beamer-16x9", 453.54, 255.12), ("beamer-4x3", 362.83, 272.13),
    ] as [(String, Double, Double?)])
  func classes(page: String, width: Double, height: Double?) throws {
    let scene = try scene(["relu", "--page", page])
    #expect(abs(scene.width - width) < 0.01)
    if let height { #expect(abs(scene.height - height) < 0.01) }
  }

  @Test(
    "What is no page, or leaves no room, is told",
    arguments: [
      ("3.4", "is not a page"), ("in", "is not a page"), ("0x0in", "1 pt to 14400 pt"),
      ("3x4x5in", "is not a page"), ("16:0", "is not a page"), ("1e9:1", "is not a page"),
      ("-3x2in", "1 pt"), ("nanxnanin", "1 pt"), ("30x20pt", "30 x 20 pt has no room"),
      ("30pt", "A page 30 pt wide has no room"),
      ("slid", "is not a page"),
    ])
  func errors(page: String, words: String) {
    do {
      _ = try scene(["relu", "--page", page])
      Issue.record("\(page) is taken")
    } catch { #expect("\(error)".contains(words), "\(error)") }
  }

  @Test("The size of the axes and that of the page contradict each other")
  func contradiction() {
    #expect(throws: (any Error).self) {
      try drawing(["relu", "--page", "3.4in", "--size", "3x2in"])
    }
  }

  /// The room that is drawn in.
  private func content(of scene: Scene) throws -> Rectangle {
    var boxes: [Rectangle] = []
    for element in scene.elements {
      switch element.shape {
      case .stroke(let runs, _, let clip):
        guard clip == nil else { continue }
        boxes += runs.joined().map { Rectangle(left: $0.x, top: $0.y, width: 0, height: 0) }
      case .box(let box, _): boxes.append(box)
      case .area(let points, _, _):
        boxes += points.map { Rectangle(left: $0.x, top: $0.y, width: 0, height: 0) }
      case .text(let text):
        let extent = try TextSetter().typeset(text.string, fontSize: text.fontSize).extent
        boxes.append(
          text.angle == 0
            ? extent.box(at: text.origin)
            : Rectangle(
              left: text.origin.x - extent.ascent, top: text.origin.y - extent.advance,
              width: extent.ascent + extent.descent, height: extent.advance))
      }
    }
    let first = try #require(boxes.first)
    return boxes.reduce(first) { $0.union($1) }
  }
}
