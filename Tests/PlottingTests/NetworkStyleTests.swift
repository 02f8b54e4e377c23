import TestSupport
import Testing

@testable import Plotting

@Suite("Looks of networks")
struct NetworkStyleTests {
  @Test("Words and lines are seen on what they stand on", arguments: Theme.Preset.allCases)
  func contrast(preset: Theme.Preset) {
    let theme = preset.theme, style = theme.network
    for fill in [style.outerFill, style.hiddenFill, style.biasFill] {
      #expect(theme.textColor.contrast(with: fill) >= 4.5, "\(fill)")
    }
    #expect(style.dropped.color.contrast(with: theme.background) >= 4.5)
    for line in [style.edge, style.connection, style.positive, style.negative] {
      #expect(line.color.contrast(with: theme.background) >= 3, "\(line)")
    }
    // What was dropped is seen, but fainter than anything else.
    let dropped = style.droppedConnection.color.contrast(with: theme.background)
    #expect((1.4..<style.connection.color.contrast(with: theme.background)).contains(dropped))
  }

  @Test("Signs are told apart by every reader, and hidden units", arguments: Theme.Preset.allCases)
  func palette(preset: Theme.Preset) {
    let style = preset.theme.network
    for vision in ColorVision.allCases {
      let signs = vision.distance(style.positive.color, style.negative.color)
      #expect(signs >= 0.14 || style.positive.dashes != style.negative.dashes, "\(vision) \(signs)")
      #expect(vision.distance(style.outerFill, style.hiddenFill) >= 0.06, "\(vision)")
      let fills = style.valueFills
      #expect(vision.distance(fills.negative, fills.positive) >= 0.14, "\(vision)")
      for end in [fills.negative, fills.positive] {
        #expect(vision.distance(end, fills.zero) >= 0.14, "\(vision)")
      }
    }
  }

  @Test("Print has no colour")
  func print() {
    let style = NetworkStyle.print
    let colors = [
      style.outerFill, style.hiddenFill, style.biasFill, style.edge.color, style.connection.color,
      style.dropped.color, style.positive.color, style.negative.color, style.zero.color,
      style.valueFills.negative, style.valueFills.zero, style.valueFills.positive,
    ]
    for color in colors { #expect(color.red == color.green && color.green == color.blue) }
  }

  @Test("With the text grows what stands beside it, lines too, and with these their arrowheads")
  func scaling() throws {
    let diagram = NetworkDiagram([4, 5, 3].map { NetworkDiagram.Layer($0) })
    var large = diagram
    large.theme = Theme.chapter.scaled(fontSize: 20)
    var heavy = diagram
    heavy.theme = Theme.chapter.scaled(lineWidth: 3)
    let readings = try [diagram, large, heavy].map {
      NetworkReading(try $0.scene(measuring: FixedPitchMeasurer()))
    }
    let radii = readings.map { $0.units[0].radius }
    #expect(isClose(radii[1], 2 * radii[0]) && isClose(radii[2], radii[0]))
    let gaps = try readings.map { reading in
      let units = try [0, 1].map { try #require(reading.unit(1, $0)).center }
      return units[0].distance(to: units[1])
    }
    #expect(isClose(gaps[1], 2 * gaps[0]))
    let widths = readings.map { $0.arrows[0].style.width }
    #expect(isClose(widths[1], 2 * widths[0]) && isClose(widths[2], 2 * widths[0]))
    let heads = readings.map { $0.arrows[0].head[0].distance(to: $0.arrows[0].head[1]) }
    #expect(isClose(heads[2], 2 * heads[0]))
  }
}
