import Activations
import Testing
import Typesetting

@testable import Figures

@Suite("Pictures for TeX and PostScript")
struct TeXPictureTests {
  private func text(_ name: String, _ format: ImageFormat, title: String = "") throws -> String {
    let request = FigureRequest([try Formula(name)], title: title)
    return String(decoding: try request.render(as: format), as: UTF8.self)
  }

  @Test(
    "A label is written as TeX reads it",
    arguments: [
      ("plain", "plain"), ("50% of_$x_1$", "50\\% of\\_$x_1$"), ("\u{2212}2", "$-$2"),
      ("3×10⁻⁸", "3$\\times$10$^{-8}$"), ("π/2", "$\\pi$/2"), ("a\nb", "\\shortstack{a\\\\b}"),
      ("a \\$", "a \\$"),
    ])
  func labels(label: String, tex: String) throws {
    #expect(try TeXText(label).tex == tex)
  }

  @Test("A picture has its words as text, its colours defined, and closes what it opens")
  func picture() throws {
    let pgf = try text("tanh", .pgf, title: "50% of $\\tanh$")
    #expect(pgf.contains("50\\% of $\\tanh$}"))
    #expect(pgf.contains("$-$8}"))
    func count(_ part: String) -> Int { pgf.ranges(of: part).count }
    #expect(count("\\begin{pgfscope}") == count("\\end{pgfscope}"))
    #expect(count("\\begin{pgfscope}") > 20 && count("\\end{pgfpicture}") == 1)
    for color in pgf.matches(of: /color\{(actplot\d+)\}/).map(\.output.1) {
      #expect(pgf.contains("\\definecolor{\(color)}{RGB}"))
    }
  }

  @Test("Encapsulated PostScript names no time and is the same each time")
  func postScript() throws {
    let eps = try text("tanh", .eps)
    #expect(eps.hasPrefix("%!PS-Adobe-3.0 EPSF-3.0\n"))
    #expect(eps.contains("%%BoundingBox: 0 0 ") && !eps.contains("CreationDate"))
    #expect(try text("tanh", .eps) == eps)
  }
}
