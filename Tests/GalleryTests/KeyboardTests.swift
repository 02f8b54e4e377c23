import Activations
import TestSupport
import Testing

@testable import Gallery

/// The page without a pointer: every key is one that Chromium is told was pressed.
@Suite(.serialized) struct KeyboardTests {
  private let page: DrivenPage

  init() throws {
    page = try DrivenPage(
      CatalogPage(["relu", "elu", "x * sigmoid(2 * x)", "tanh"].map { try Formula($0) }).bytes)
  }

  /// Presses the tabulator until what matches a selector has the focus.
  private func tab(to selector: String) throws {
    for _ in 0..<200 {
      try page.press(.tab)
      if try has(selector) { return }
    }
    Issue.record("the tabulator does not lead to \(selector)")
  }

  private func has(_ selector: String) throws -> Bool {
    try page.value("document.activeElement.matches(\"\(selector)\")") == "true"
  }

  private func text(_ selector: String) throws -> String {
    try page.value("document.querySelector(\"\(selector)\").textContent")
  }

  private func shown() throws -> String {
    try page.value(
      "[...document.querySelectorAll('article:not([hidden])')].map((a) => a.id).join(' ')")
  }

  /// Every control is met once, in the order in which the page is read, is seen and marked when it has
  /// the focus, and lets it go again; back it goes the same way.
  @Test(arguments: [360, 1280]) func theTabulatorGoesThroughThePage(_ width: Int) throws {
    let page = try DrivenPage(
      CatalogPage(["relu", "elu"].map { try Formula($0) }).bytes, width: width)
    _ = try page.value(
      """
      (() => {
        for (const part of document.querySelectorAll("details")) part.open = true;
        document.querySelector("#relu .compare").click();
        window.controls = [...document.querySelectorAll("a, button, input, select, summary")]
          .filter((part) => part.getClientRects().length > 0 && !part.disabled
            && (part.type !== "radio" || part.checked));
        window.state = () => {
          const part = document.activeElement, box = part.getBoundingClientRect();
          const style = getComputedStyle(part);
          const isMarked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
          const isSeen = box.bottom > 0 && box.top < innerHeight && box.right > 0
            && box.left < innerWidth;
          return `${controls.indexOf(part)}${isMarked ? "" : " unmarked"}${isSeen ? "" : " unseen"}`;
        };
        // The link that skips the controls has its place only while it has the focus.
        controls = [...new Set([document.querySelector(".skip"), ...controls])];
        return scrollTo(0, 0);
      })()
      """)
    let count = try #require(Int(page.value("controls.length")))
    #expect(count > 40)
    var states: [String] = []
    for _ in 0..<count {
      try page.press(.tab)
      states.append(try page.value("state()"))
    }
    #expect(states == (0..<count).map { "\($0)" })
    try page.press(.tab)
    #expect(try page.value("state()") != "\(count - 1)")
    // Backwards from the last, wherever the focus was in between.
    try page.press(.tab, shift: true)
    #expect(try page.value("state()") == "\(count - 1)")
    try page.press(.tab, shift: true)
    #expect(try page.value("state()") == "\(count - 2)")
  }

  @Test func searchAndFilters() throws {
    try page.press(.tab)
    #expect(try has(".skip"))
    try tab(to: "#search")
    try page.type("hyperb")
    #expect(try shown() == "tanh" && text(".shown") == "1 of 4 shown")
    try page.press(.escape)
    #expect(try shown() == "relu elu x-sigmoid-2-x tanh")
    try tab(to: "[value=bounded]")
    try page.press(.space)
    #expect(try shown() == "tanh")
    try page.press(.space)
    try tab(to: "[value=saturating]")
    try page.press(.space)
    #expect(try shown() == "relu elu x-sigmoid-2-x tanh")
    try page.press(.tab, shift: true)
    try page.press(.tab, shift: true)
    try page.press(.space)
    #expect(try shown() == "tanh" && has("[value=bounded]"))
    // The button that shows all goes when it is pressed, and what had the focus is not lost.
    try tab(to: "[type=reset]")
    try page.press(.enter)
    _ = try page.value("new Promise((done) => setTimeout(done, 50))")
    #expect(try shown() == "relu elu x-sigmoid-2-x tanh" && has("#search"))
    try tab(to: "#family")
    try page.type("elu")
    #expect(try shown() == "elu")
  }

  @Test func theReadingLineMoves() throws {
    try tab(to: "#tanh .at")
    #expect(try text("#tanh .reading output") == "x = 0, f = 0, f′ = 1, f″ = 0")
    let place = "document.querySelector('#tanh .reading-line').getAttribute('x1')"
    let before = try #require(Double(page.value(place)))
    try page.press(.right, times: 20)
    #expect(try text("#tanh .reading output").hasPrefix("x = 1, f = 0.76159, f′ = 0.41997"))
    #expect(try #require(Double(page.value(place))) > before)
    try page.press(.home)
    #expect(try text("#tanh .reading output").hasPrefix("x = −8, f = −1"))
    try page.press(.end)
    try page.press(.left)
    #expect(try text("#tanh .reading output").hasPrefix("x = 7.95, f = 1"))
  }

  @Test func aSliderShowsOtherCurves() throws {
    let drawn = "document.querySelector('#elu .other-1').getAttribute('d') ?? ''"
    #expect(try page.value(drawn).isEmpty)
    try tab(to: "#elu .variation input")
    #expect(try text("#elu .variation output") == "alpha = 1")
    try page.press(.right)
    let curve = try page.value(drawn)
    #expect(try text("#elu .variation output") == "alpha = 1.5" && curve.count > 500)
    try page.press(.right)
    #expect(try page.value(drawn) != curve)
    try page.press(.left, times: 2)
    #expect(try page.value(drawn).isEmpty && text("#elu .variation output") == "alpha = 1")
  }

  @Test func detailsOpenAndCodeIsCopied() throws {
    try tab(to: "#relu .commands summary")
    try page.press(.enter)
    try tab(to: "#relu .commands .copy")
    try page.press(.enter)
    // Where the browser lets nothing be copied, the words are marked.
    let marked = "getSelection().toString() || document.querySelector('#relu .copy').textContent"
    let result = try page.value("new Promise((done) => setTimeout(() => done(\(marked)), 100))")
    #expect(result == "Copied" || result.hasPrefix("actplot relu --with-grad"))
    try tab(to: "#elu h2 a")
    try page.press(.enter)
    #expect(try page.value("location.hash") == "#elu")
  }

  @Test func functionsAreCompared() throws {
    try tab(to: "#elu .compare")
    try page.press(.enter)
    // The next stop leads to the comparison, which may be out of sight.
    try page.press(.tab)
    #expect(try has("#elu .to-comparison"))
    try tab(to: "#tanh .compare")
    try page.press(.space)
    #expect(try page.value("location.hash") == "#compare=elu,tanh" && has("#tanh .compare"))
    try page.press(.tab)
    try page.press(.enter)
    #expect(try has(".chosen a"))
    let top = "document.querySelector('#explorer').getBoundingClientRect().top"
    #expect(try abs(#require(Double(page.value(top)))) < 100)
    try tab(to: "[name=order]")
    try page.press(.right)
    #expect(try page.value("location.hash") == "#compare=elu,tanh&order=1")
    try tab(to: "[name=scale]")
    try page.press(.right)
    try tab(to: "[name=range]")
    try page.press(.right)
    try tab(to: "[name=single]")
    try page.press(.space)
    #expect(
      try page.value("location.hash")
        == "#compare=elu,tanh&order=1&scale=log&range=far&single=1")
    try tab(to: "[name=threshold]")
    try page.press(.right, times: 4)
    #expect(try text(".threshold output") == "0.1" && has("[name=threshold]"))
    try tab(to: "#explorer [name=x]")
    try page.press(.right)
    #expect(try text("#explorer .reading output").hasPrefix("x = 2elu′ 1"))
    try tab(to: "[name=format]")
    try page.press(.down)
    #expect(try text(".command code").hasSuffix("-o figure.pdf"))
  }

  /// What is taken away or closed gives the focus to what is nearest to it.
  @Test func aComparisonIsClosed() throws {
    try tab(to: "#relu .compare")
    try page.press(.enter)
    try tab(to: "#elu .compare")
    try page.press(.enter)
    try page.press(.tab)
    try page.press(.enter)
    try page.press(.tab)
    #expect(try has(".chosen button"))
    try page.press(.enter)
    #expect(try page.value("location.hash") == "#compare=elu" && has(".chosen button"))
    try page.press(.escape)
    #expect(try page.value("document.querySelector('#explorer').hidden") == "true")
    #expect(try has("#elu .compare"))
    try page.press(.enter)
    try page.press(.tab)
    try page.press(.enter)
    try page.press(.tab)
    try page.press(.enter)
    #expect(try has("#elu .compare"))
  }
}
