import Activations
import Files
import Testing
import Wording

@testable import Gallery

@Suite struct CatalogPageTests {
  private func page(_ functions: [String], language: Language = .en) throws -> String {
    let page = try CatalogPage(functions.map { try Formula($0) }, language: language)
    return String(decoding: page.bytes, as: UTF8.self)
  }

  private func data(_ page: String) throws -> JSONNode {
    let start = try #require(page.firstRange(of: "id=\"data\">"))
    let end = try #require(page[start.upperBound...].firstRange(of: "</script>"))
    return try #require(JSONNode(page[start.upperBound..<end.lowerBound].utf8))
  }

  @Test func everyFunctionIsThereOnce() throws {
    let text = try page(["gelu", "x * sigmoid(2*x)", "gelu", "relu"])
    let ids = text.matches(of: /<article id="([^"]*)"/).map { String($0.output.1) }
    #expect(ids.first == "gelu" && ids.last == "relu" && Set(ids).count == ids.count)
    #expect(text.matches(of: /<figure><svg/).count == ids.count)
  }

  /// What the page reads off is what the core computes, rounded to five digits.
  @Test(arguments: ["sigmoid", "relu", "1/x", "exp(x)", "log(x)"])
  func samplesAreThoseOfTheCore(_ function: String) throws {
    let samples = try #require(
      data(page([function]))["functions"]?.elements.first?["samples"])
    for (name, grid) in [("near", GallerySamples.near), ("far", GallerySamples.far)] {
      let truth = try Formula(function).samples(at: grid.points, order: 2).derivatives
      for (order, values) in truth.enumerated() {
        let written = try #require(samples[name]?.elements[order].elements)
        #expect(written.count == values.count)
        for (value, node) in zip(values, written) {
          let read = node.number.flatMap { Double($0) } ?? .nan
          if value.isNaN {
            #expect(read.isNaN)
          } else if value.isInfinite {
            #expect(read == value)
          } else {
            #expect(abs(read - value) <= 5.0001e-5 * abs(value) || value.magnitude < 1e-307)
          }
        }
      }
    }
  }

  /// The tail of sigmoid's slope is lost in float32, and said to be.
  @Test func whatSingleArithmeticLosesIsThere() throws {
    let samples = try #require(data(page(["sigmoid"]))["functions"]?.elements.first?["samples"])
    let slopes = try #require(samples["single"]?.elements[1].elements)
    let lost = slopes.filter { $0.elements[1].number == "0" }
    #expect(lost.count > 10)
  }

  @Test func parametersVaryWithinTheirDomain() throws {
    let elu = try GallerySamples(Formula("elu"))
    let variation = try #require(elu.variations.first)
    #expect(variation.parameter == "alpha" && variation.values[variation.usual] == 1)
    let index = try #require(variation.values.firstIndex(of: 2))
    let truth = try Formula("elu", parameters: ["alpha": 2])
      .samples(at: GallerySamples.coarse.points, order: 1).derivatives
    #expect(variation.derivatives[index] == truth)
    // A width has to be positive.
    let gaussian = try GallerySamples(Formula("softplus"))
    #expect(gaussian.variations.allSatisfy { $0.values.count > 2 })
  }

  @Test func aKinkShowsWhatEachFrameworkTakes() throws {
    let text = try page(["relu6"])
    #expect(text.contains("<th scope=\"row\">PyTorch</th>"))
    let facts = GalleryFacts(
      try GalleryEntry(Formula("relu"), id: "relu", language: .en).report, GalleryWords(.en)
    ).rows
    #expect(
      facts.contains {
        $0.term == "Kinks" && $0.lines == ["x = 0: slope 0 on the left, 1 on the right"]
      })
    #expect(facts.contains { $0.term == "Range" && $0.lines == ["[0, ∞)"] })
  }

  @Test(arguments: [
    ("sigmoid", ["smooth", "monotone", "bounded", "saturating"]),
    ("relu", ["kinks", "monotone", "saturating"]),
    ("tanh", ["smooth", "monotone", "bounded", "centred", "saturating"]),
    ("1/x", ["saturating"]),
  ])
  func properties(_ function: String, _ expected: [String]) throws {
    let report = try GalleryEntry(Formula(function), id: "f", language: .en).report
    let found = GalleryProperty.allCases.filter { $0.holds(for: report) }.map(\.rawValue)
    // Whether 1/x is centred depends on a range that is not told of what has a pole.
    #expect(found.filter { $0 != "centred" || function != "1/x" } == expected)
  }

  @Test func theCommandsSayWhatIsShown() throws {
    let text = try String(
      decoding: CatalogPage([Formula("elu", parameters: ["alpha": 0.5], convention: .jax)]).bytes,
      as: UTF8.self)
    #expect(text.contains("--convention jax") && text.contains("alpha = 0.5"))
  }

  @Test func aLinkLeadsToThePaper() throws {
    #expect(
      SourceLink(try Activation(named: "elu")).address == "https://arxiv.org/abs/1511.07289")
    let search = SourceLink(try Activation(named: "sigmoid")).address
    #expect(search.hasPrefix("https://scholar.google.com/scholar?q=Rumelhart+et+al.+1986"))
    #expect(search.allSatisfy { $0.isASCII && $0 != " " && $0 != "\"" })
  }

  /// All of the catalogue fits a page that loads at once.
  @Test(arguments: Language.allCases) func theCatalogueIsSmall(_ language: Language) throws {
    let page = try CatalogPage(
      Activation.catalog.map { try Formula($0.name) }, language: language, threads: 2)
    #expect(page.bytes.count < 3_000_000)
    #expect(page.entries.count == Activation.catalog.count)
  }
}
