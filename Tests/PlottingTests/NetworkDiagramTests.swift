import TestSupport
import Testing
import Typesetting

@testable import Plotting

@Suite("Diagrams of networks")
struct NetworkDiagramTests {
  private func diagram(
    _ counts: [Int], _ change: (inout NetworkDiagram) -> Void = { _ in }
  ) -> NetworkDiagram {
    var diagram = NetworkDiagram(counts.map { NetworkDiagram.Layer($0) })
    change(&diagram)
    return diagram
  }

  private func scene(
    _ counts: [Int], _ change: (inout NetworkDiagram) -> Void = { _ in }
  ) throws -> Scene {
    try diagram(counts, change).scene(measuring: FixedPitchMeasurer())
  }

  // MARK: Words

  @Test func `units of several hidden layers tell which layer they are of`() throws {
    let scene = try scene([2, 3, 3, 1])
    #expect(scene.text(of: .unitLabel(layer: 0, index: 1))?.string == "$x_{2}$")
    #expect(scene.text(of: .unitLabel(layer: 1, index: 0))?.string == "$h^{(1)}_{1}$")
    #expect(scene.text(of: .unitLabel(layer: 2, index: 2))?.string == "$h^{(2)}_{3}$")
    #expect(scene.text(of: .unitLabel(layer: 3, index: 0))?.string == "$o_{1}$")
    #expect(scene.text(of: .layerCaption(layer: 2))?.string == "Hidden layer 2")
  }

  @Test func `letters and captions can be given, in any script, or left out`() throws {
    let scene = try scene([2, 3, 1]) {
      $0.letters = ["x", "", "\\hat{y}"]
      $0.captions = ["입력층", "", "출력층"]
      $0.layers[1].activation = "relu"
    }
    #expect(scene.text(of: .unitLabel(layer: 2, index: 0))?.string == "$\\hat{y}_{1}$")
    #expect(scene.text(of: .unitLabel(layer: 1, index: 0)) == nil)
    #expect(scene.text(of: .layerCaption(layer: 0))?.string == "입력층")
    #expect(scene.text(of: .layerCaption(layer: 1)) == nil)
    #expect(scene.text(of: .layerActivation(layer: 1))?.string == "relu")
    #expect(scene.summary.hasPrefix("입력층: 2 units. Hidden layer: 3 units, relu. 출력층"))
  }

  @Test func `a long name is set smaller, and a very long one in larger units`() throws {
    let plain = try scene([1, 2, 1])
    let long = try scene([1, 2, 1]) { $0.letters = ["x", "\\mathrm{abc}", "o"] }
    let longest = try scene([1, 2, 1]) { $0.letters = ["x", "\\mathrm{abcdefgh}", "o"] }
    let mark = Scene.Mark.unitLabel(layer: 1, index: 0)
    let sizes = try [plain, long, longest].map { try #require($0.text(of: mark)).fontSize }
    #expect(sizes[0] == 9 && sizes[1] < 9 && isClose(sizes[2], 0.7 * 9))
    let radii = try [plain, long, longest].map { scene in
      try #require(NetworkReading(scene).unit(1, 0)).radius
    }
    #expect(isClose(radii[0], radii[1]) && radii[2] > 1.2 * radii[0])
  }

  @Test func `readers who see nothing are told all that is drawn`() throws {
    let scene = try scene([784, 3, 2]) {
      $0.most = 8
      $0.hasBiases = true
      $0.layers[1] = NetworkDiagram.Layer(
        3, activation: "tanh", dropped: [2, 0], values: [0, 1, 2])
      $0.weights = [(784, 3), (3, 2)].map { rows, columns in
        NetworkDiagram.Weights(
          Array(repeating: Array(repeating: -0.12345, count: columns), count: rows),
          biases: Array(repeating: 2, count: columns))
      }
    }
    #expect(scene.title == "Multilayer perceptron 784-3-2")
    #expect(
      scene.summary == "Input layer: 784 units, of which 8 are drawn. Hidden layer: 3 units, tanh,"
        + " units 1 and 3 dropped. Output layer: 2 units. Every unit is connected to every unit of"
        + " the next layer, except the dropped ones. Each layer but the last has a bias. Weights"
        + " from -0.123 to 2. Values from 0 to 2.")
    #expect(try self.scene([3, 1]).title == "Single-layer network 3-1")
    let own = try self.scene([3, 1]) { ($0.accessibleTitle, $0.accessibleSummary) = ("a", "b") }
    #expect(own.title == "a" && own.summary == "b")
  }

  // MARK: Units left out, dropped, with values

  @Test func `of a large layer its first and last units are drawn`() throws {
    let reading = NetworkReading(try scene([784, 5]) { $0.most = 5 })
    #expect(reading.units.filter { $0.layer == 0 }.map(\.index) == [0, 1, 2, 782, 783])
    #expect(try scene([784, 5]).text(of: .layerCount(layer: 0))?.string == "784 units")
  }

  @Test(arguments: NetworkDiagram.DroppedUnits.allCases)
  func `a dropped unit is told apart, and so are its connections`(
    look: NetworkDiagram.DroppedUnits
  ) throws {
    let scene = try scene([2, 3, 1]) {
      $0.layers[1].dropped = [1]
      $0.droppedUnits = look
      $0.drawsDroppedConnections = true
    }
    let reading = NetworkReading(scene)
    let mark = Scene.Mark.unit(layer: 1, index: 1)
    let shapes = scene.elements.filter { $0.mark == mark }.map(\.shape)
    #expect(shapes.count == (look == .absent ? 0 : 1))
    if case .stroke(_, let style, _) = shapes.first {
      #expect(style.dashes.isEmpty == (look == .crossed))
    }
    #expect((scene.lines(of: .unitCross(layer: 1, index: 1)) != nil) == (look == .crossed))
    #expect((scene.text(of: .unitLabel(layer: 1, index: 1)) != nil) == (look == .hollow))
    let pale = reading.arrows.filter { $0.style.color == NetworkStyle().droppedConnection.color }
    #expect(pale.count == (look == .absent ? 0 : 3) && reading.arrows.count - pale.count == 6)
  }

  @Test func `the colour of a unit tells its value, and its name is read on it`() throws {
    for preset in Theme.Preset.allCases {
      let values = stride(from: -4.0, through: 2, by: 0.5).map { $0 }
      let scene = try scene([values.count, 1]) {
        $0.theme = preset.theme
        $0.most = values.count
        $0.layers[0].values = values
      }
      let fills = preset.theme.network.valueFills
      var colors: [Color] = []
      for index in values.indices {
        for element in scene.elements where element.mark == .unit(layer: 0, index: index) {
          guard case .box(_, let style) = element.shape else { continue }
          colors.append(style.fill)
          let text = try #require(scene.text(of: .unitLabel(layer: 0, index: index)))
          #expect(text.color.contrast(with: style.fill) >= 4.5)
        }
      }
      #expect(Set(colors).count == values.count)
      #expect(colors.first == fills.negative && colors[8] == fills.zero)
      #expect(colors.last == fills.zero.mixed(with: fills.positive, part: 0.5))
      let labels = (0..<3).map { scene.text(of: .colorBarLabel(index: $0))?.string }
      #expect(labels == ["\u{2212}4", "0", "2"])
    }
  }

  @Test(arguments: [[0.0, 0], [1e300, -1e300], [.leastNonzeroMagnitude, 0], [-3, -2]])
  func `values of any size have a key`(values: [Double]) throws {
    let scene = try scene([2, 1]) { $0.layers[0].values = values }
    #expect(scene.text(of: .colorBarLabel(index: 0)) != nil)
    #expect(scene.numbers.allSatisfy { $0.isFinite })
  }

  // MARK: Weights

  @Test func `the width of a connection is in proportion to its weight, and its colour the sign`()
    throws
  {
    let matrix = [[1.0, -2], [0.5, 0], [-1, 1e-6]]
    for preset in Theme.Preset.allCases {
      let style = preset.theme.network
      let scene = try scene([3, 2]) {
        $0.theme = preset.theme
        $0.weights = [NetworkDiagram.Weights(matrix)]
      }
      let reading = NetworkReading(scene)
      #expect(reading.arrows.count == 6)
      for arrow in reading.arrows {
        guard case .connection(0, let from, let to) = arrow.mark else { continue }
        let weight = matrix[from][to]
        let look = weight > 0 ? style.positive : weight < 0 ? style.negative : style.zero
        #expect(arrow.style.color == look.color)
        let width = max(weight.magnitude / 2 * look.width, style.zero.width)
        #expect(isClose(arrow.style.width, width))
        let length = arrow.head[1].distance(to: arrow.line[1])
        #expect(length == 0)
      }
      let labels = (0..<4).map { scene.text(of: .legendLabel(index: $0))?.string }
      #expect(labels == ["2", "1", "\u{2212}1", "\u{2212}2"])
      #expect(scene.text(of: .keyTitle(index: 0))?.string == "Weights")
    }
  }

  @Test(arguments: [
    ([[1.37]], ["1", "0.5"]), ([[-0.004]], ["\u{2212}0.001", "\u{2212}0.002"]), ([[0]], ["0"]),
    ([[7.1e-12]], ["5.0×10⁻¹²", "2.5×10⁻¹²"]),
  ])
  func `the key has round weights of the signs that there are`(
    matrix: [[Double]], labels: [String]
  ) throws {
    let scene = try scene([1, 1]) { $0.weights = [NetworkDiagram.Weights(matrix)] }
    let drawn = (0..<5).compactMap { scene.text(of: .legendLabel(index: $0))?.string }
    #expect(drawn == labels)
  }

  @Test func `very many arrows are few elements, and few have a name each`() throws {
    let many = try scene([40, 40]) { $0.most = 40 }
    #expect(NetworkReading(many).arrows.count == 1600)
    #expect(many.elements.count { $0.mark == .connections(layer: 0) } == 50)
    let rows = (0..<40).map { (row: Int) -> [Double] in
      (0..<40).map { (column: Int) -> Double in Double(row - 20) + Double(column) / 41 }
    }
    let weighted = try scene([40, 40]) {
      $0.most = 40
      $0.weights = [NetworkDiagram.Weights(rows)]
    }
    #expect(NetworkReading(weighted).arrows.count == 1600)
    // Sixteen widths of two colours, of which any may begin a path.
    #expect(weighted.elements.count { $0.mark == .connections(layer: 0) } <= 50 + 33)
    #expect(try scene([16, 16]) { $0.most = 16 }.elements.count > 256)
  }

  @Test func `the more connections, the thinner, but for the published look`() throws {
    let widths = try [5, 7, 12, 40].map { count in
      let scene = try scene([count, count]) { $0.most = count }
      return try #require(NetworkReading(scene).arrows.first).style.width
    }
    #expect(widths[0] == NetworkStyle().connection.width && widths == widths.sorted(by: >))
    #expect(widths[3] > 0.3)
  }
}
