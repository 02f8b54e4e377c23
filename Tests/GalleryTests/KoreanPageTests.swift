import TestSupport
import Testing
import Wording

@testable import Activations
@testable import Gallery

/// The Korean page says nothing in English but names.
@Suite(.serialized) struct KoreanPageTests {
  /// The words of a page's texts that are neither Korean nor a name: of a function, of a parameter, of
  /// a framework, or of what formulas are made of.
  private static func foreign(_ texts: [String]) -> Set<String> {
    let words = texts.flatMap { $0.split { !$0.isLetter || !$0.isASCII } }.map { $0.lowercased() }
    return Set(words.filter { $0.count > 1 }).subtracting(names)
  }

  private static let names: Set<String> = {
    var names = [
      "actplot", "float", "swift", "python", "svg", "pdf", "png", "sgn", "arsinh", "sparsemax",
      "siren", "telu",
    ]
    for row in Activation.catalog {
      names += [row.name] + row.names.values.joined() + row.parameters.map(\.name)
      names += row.parameters.flatMap(\.names.values)
      // As it is spelled in sentences.
      names.append(row.name.filter { $0 != "_" })
    }
    names += Framework.allCases.map(\.title) + Primitive.allCases.map(\.rawValue)
    return Set(names.flatMap { $0.split { !$0.isLetter || !$0.isASCII } }.map { $0.lowercased() })
  }()

  /// What is read or read out: texts but for code and sources, labels, titles and placeholders.
  private static let texts = """
    (() => {
      const texts = [];
      const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const part = walker.currentNode;
        if (!part.parentElement.closest("script, style, code, [lang=en]")) texts.push(part.data);
      }
      for (const name of ["aria-label", "aria-valuetext", "alt", "title", "placeholder"]) {
        for (const part of document.querySelectorAll(`[${name}]`)) {
          texts.push(part.getAttribute(name));
        }
      }
      return texts.join("\\n");
    })()
    """

  @Test func noEnglishIsLeft() throws {
    let page = try CatalogPage(
      Activation.catalog.map { try Formula($0.name) }, language: .ko, threads: 2)
    let driven = try DrivenPage(page.bytes)
    let before = try driven.value(Self.texts).split(separator: "\n").map(String.init)
    #expect(before.count > 2000 && before.contains { $0 == "그 외" })
    #expect(Self.foreign(before).isEmpty)
    // With all that scripts say.
    _ = try driven.value(
      """
      (() => {
        for (const id of ["sigmoid", "relu", "gelu", "elu", "tanh"]) {
          document.querySelector(`#${id} .compare`).click();
        }
        for (const name of ["[value=far]", "[name=single]"]) document.querySelector(name).click();
        const search = document.querySelector("#search");
        search.value = "시그모이드";
        search.dispatchEvent(new Event("input", { bubbles: true }));
      })()
      """)
    let after = try driven.value(Self.texts).split(separator: "\n").map(String.init)
    #expect(after.count > before.count && Self.foreign(after).isEmpty)
    // Searches find Korean words.
    #expect(
      try driven.value("document.querySelector('.shown').textContent").contains("개 중")
        && driven.value("document.querySelector('#sigmoid').hidden") == "false")
  }

  /// The test above can fail.
  @Test func englishIsFound() {
    #expect(Self.foreign(["Smooth ReLU whose derivative is tanh", "매끄러운 ReLU"]).contains("whose"))
  }
}
