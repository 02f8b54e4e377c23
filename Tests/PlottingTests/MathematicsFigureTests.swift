import TestSupport
import Testing

@testable import Plotting
import Typesetting

@Suite("Mathematics in figures")
struct MathematicsFigureTests {
  private static let cases = "$\\begin{cases}x\\\\y\\\\z\\end{cases}$"

  private func scene(title: String = "", labels: [String] = []) throws -> Scene {
    let curves = labels.map { Curve(x: [0, 1], y: [0, 1], label: $0) }
    var figure = Figure([Panel(curves: curves.isEmpty ? [Curve(x: [0, 1], y: [0, 1])] : curves)])
    figure.title = title
    return try figure.scene(measuring: FixedPitchMeasurer())
  }

  @Test func `a deep title keeps off the axes, and a plain one stays where it was`() throws {
    let plain = try scene(title: "title"), deep = try scene(title: Self.cases)
    let plainAxes = try #require(plain.axes), axes = try #require(deep.axes)
    #expect(isClose(plainAxes.top - (try #require(plain.text(of: .title))).origin.y, 6))
    let title = try #require(deep.text(of: .title))
    let bottom = title.pieces.compactMap { piece -> Double? in
      if case .glyphs(let run) = piece { run.ink.bottom } else { nil }
    }.max()
    #expect(title.origin.y + (try #require(bottom)) < axes.top - 1)
    #expect(deep.height > plain.height)
  }

  @Test func `rows of a legend are as high as their mathematics`() throws {
    let scene = try scene(labels: ["a", Self.cases, "c"])
    let texts = (0..<3).compactMap { scene.text(of: .legendLabel(index: $0)) }
    let ink = texts.map { text in
      text.pieces.compactMap { piece -> Rectangle? in
        guard case .glyphs(let run) = piece else { return nil }
        return run.ink
      }.map { ($0.top + text.origin.y, $0.bottom + text.origin.y) }
    }
    #expect(ink.count == 3)
    for (upper, lower) in zip(ink, ink.dropFirst()) {
      let bottom = upper.map(\.1).max(), top = lower.map(\.0).min()
      #expect(try #require(bottom) < #require(top))
    }
  }

  @Test func `a figure keeps the notation for those who cannot see it`() throws {
    let text = try scene(title: "$x^2$").text(of: .title)
    #expect(text?.string == "$x^2$")
  }
}
