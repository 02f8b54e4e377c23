import Activations
import TestSupport
import Testing
import Wording

@testable import Gallery

/// The page as a browser shows it.
@Suite(.serialized) struct CatalogInChromiumTests {
  /// One of each kind: smooth, with a kink, with a parameter, of no row of the catalogue, with a pole.
  private static let page = Result { try page(in: .en) }

  private static func page(in language: Language) throws -> [UInt8] {
    try CatalogPage(
      ["relu", "prelu", "sigmoid", "tanh", "gelu", "elu", "x * sigmoid(2 * x)", "1/x"]
        .map { try Formula($0) }, language: language
    ).bytes
  }

  private func ask(_ questions: String, _ chromium: Chromium = Chromium()) throws -> [String] {
    try chromium.ask(Self.page.get(), questions)
  }

  @Test func withoutScriptsItIsACatalogue() throws {
    let answers = try ask(
      """
      say(shown(".script").length); say(shown("article").length); say(shown("figure svg").length);
      say(shown("math").length >= 14); say(shown("dl").length);
      say(one("[href='#gelu']") !== null);
      """, Chromium(runsScripts: false))
    #expect(answers == ["0", "8", "8", "true", "8", "true"])
  }

  @Test func searchAndFiltersLeaveWhatHasAll() throws {
    let answers = try ask(
      """
      const names = () => ids(shown("article"));
      const check = (value) => one(`[value=${value}]`).click();
      type("hyperbolic", one("#search")); say(names()); say(one(".shown").textContent);
      type("hendrycks GELU", one("#search")); say(names());
      type("", one("#search")); check("kinks"); say(names());
      check("kinks"); check("bounded"); check("centred"); say(names());
      one("[type=reset]").click(); await new Promise((done) => view.setTimeout(done, 10));
      say(shown("article").length);
      one("#family").value = "elu"; one("#family").dispatchEvent(new view.Event("input", { bubbles: true }));
      say(names());
      type("no such function", one("#search")); say(shown(".nothing").length);
      """)
    #expect(
      answers == [
        "tanh", "1 of 8 shown", "gelu", "relu prelu", "tanh", "8", "elu", "1",
      ])
  }

  /// Values are those of the samples, by keys, by the pointer and for other parameters.
  @Test func valuesAreReadOffTheCurve() throws {
    let answers = try ask(
      """
      const at = (id) => one(`#${id} .at`), read = (id) => one(`#${id} .reading output`).textContent;
      say(read("sigmoid"));
      at("sigmoid").value = 200; at("sigmoid").dispatchEvent(new view.Event("input"));
      say(read("sigmoid")); say(at("sigmoid").getAttribute("aria-valuetext") === read("sigmoid"));
      const figure = one("#relu figure svg"), box = figure.getBoundingClientRect();
      const spine = one("#relu .spine.right").getBoundingClientRect();
      figure.dispatchEvent(new view.PointerEvent("pointermove",
        { clientX: spine.left, clientY: box.top + 20, bubbles: true }));
      say(read("relu"));
      say(read("f-1-x"));
      const slider = one("#elu .variation input"); const result = () =>
        one("#elu .variation output").textContent;
      say(result()); slider.value = slider.max; slider.dispatchEvent(new view.Event("input"));
      say(result()); at("elu").value = 0; at("elu").dispatchEvent(new view.Event("input"));
      say(read("elu")); say(shown("#elu .curve-1").length); say(one("#elu .other-1").getAttribute("d").length > 1000);
      """)
    #expect(
      answers == [
        "x = 0, f = 0.5, f′ = 0.25, f″ = 0", "x = 2, f = 0.8808, f′ = 0.10499, f″ = −0.079963",
        "true", "x = 8, f = 8, f′ = 1, f″ = 0",
        "x = 0, f = ∞, f′ = −∞, f″ = ∞",
        "alpha = 1", "alpha = 4", "x = −8, f = −3.999, f′ = 0.001342", "0", "true",
      ])
  }

  /// Lines go to a jump from both sides, and none crosses it, whatever the parameter is.
  @Test func noLineCrossesAJump() throws {
    let answers = try ask(
      """
      const pieces = (line) => line.getAttribute("d").split("M").slice(1)
        .map((piece) => piece.split("L").map((point) => point.split(" ").map(Number)));
      const tell = (line) => { const [left, right] = pieces(line);
        say(pieces(line).length); const [end] = left.slice(-1), [start] = right;
        say(Math.abs(end[0] - start[0]) < 0.02 && end[1] > start[1] + 5);
        say(left.every(([, y]) => y === end[1]) && right.every(([, y]) => y === start[1])); };
      const slider = one("#prelu .variation input"); slider.value = 0;
      slider.dispatchEvent(new view.Event("input"));
      tell(one("#prelu .other-2")); say(pieces(one("#prelu .other-1")).length);
      say(shown("#prelu .dot").length);
      one("#relu .compare").click(); one("[name=order][value='1']").click();
      tell(one(".chart .line-1"));
      """)
    #expect(answers == ["2", "true", "true", "1", "0", "2", "true", "true"])
  }

  @Test func functionsAreCompared() throws {
    let answers = try ask(
      """
      const press1 = (id) => one(`#${id} .compare`).click();
      say(shown("#explorer").length);
      press1("sigmoid"); press1("tanh");
      say(view.location.hash); say(all(".chart .line").length);
      one("[name=order][value='1']").click(); one("[name=scale][value=log]").click();
      one("[name=range][value=far]").click(); one("[name=single]").click();
      say(view.location.hash); say(all(".chart .line").length);
      say(one(".command code").textContent);
      const x = one("#explorer [name=x]"); x.value = 0; x.dispatchEvent(new view.Event("input"));
      say(one("#explorer .reading output").innerText.replace(/\\s+/g, " "));
      press1("gelu"); press1("elu"); press1("relu");
      say(one(".explorer .notice").textContent); say(all(".chosen li").length);
      say(one("#gelu .compare").getAttribute("aria-pressed"));
      one(".chosen button").click(); say(view.location.hash.slice(0, 30));
      view.history.back(); await new Promise((done) => view.setTimeout(done, 200));
      say(all(".chosen li").length);
      one(".close").click(); say(shown("#explorer").length);
      """)
    #expect(
      answers == [
        "0", "#compare=sigmoid,tanh", "2",
        "#compare=sigmoid,tanh&order=1&scale=log&range=far&single=1", "4",
        "actplot sigmoid tanh --grad --yscale log --range=-128:128 -o figure.svg",
        "x = −128 sigmoid′ 2.5722e−56 (float32: 0) tanh′ 2.6465e−111 (float32: 0)",
        "Four are compared at most; remove one first.", "4", "true",
        "#compare=tanh,gelu,elu&order=1",
        "4", "0",
      ])
  }

  /// A link to a state leads to it, whatever it says that is not so.
  @Test func linksLeadToStates() throws {
    let answers = try ask(
      """
      const go = async (hash) => { view.location.hash = hash;
        await new Promise((done) => view.setTimeout(done, 100)); };
      await go("#compare=relu,gelu&order=2&threshold=0.1");
      say(all(".chosen li").length); say(one("[name=order]:checked").value);
      say(one(".threshold output").textContent); say(one(".dead").innerText.split("\\n")[0]);
      await go("#compare=nobody,relu,relu,__proto__&order=9&scale=%3Cimg%3E&threshold=x");
      say(ids(all("[aria-pressed=true]").map((button) => button.closest("article"))));
      say(one("[name=order]:checked").value);
      await go("#embed=gelu"); say(ids(shown("article")));
      say(shown("#gelu .spine").length); say(shown(".page-head, .filters").length);
      await go("#%E0%A4%A"); await go("#tanh"); say(shown("article").length);
      """)
    #expect(
      answers == [
        "2", "2", "0.1", "relu: |f′| < 0.1: x = −8 … 0", "relu", "0", "gelu", "4", "0",
        "8",
      ])
  }

  /// What is searched and varied is in the address, leads back there, and is in the commands.
  @Test func theAddressHoldsWhatIsSearchedAndVaried() throws {
    let answers = try ask(
      """
      const hash = () => view.decodeURIComponent(view.location.hash);
      const go = async (hash) => { view.location.hash = hash;
        await new Promise((done) => view.setTimeout(done, 100)); };
      const names = () => ids(shown("article"));
      type("GELU", one("#search")); say(hash());
      type("", one("#search")); one("[value=kinks]").click(); say(hash());
      await go("#q=hyperbolic"); say(names()); say(one("[value=kinks]").checked);
      await go("#family=elu&has=monotone"); say(names()); say(one("#search").value);
      await go("#family=nobody"); say(shown("article").length); say(one("#family").value);
      view.history.back(); await new Promise((done) => view.setTimeout(done, 200)); say(names());
      await go("#"); say(shown("article").length);
      const knob = one("#elu .variation input"), code = () => one("#elu .commands code").textContent;
      const usual = code();
      knob.value = 0; knob.dispatchEvent(new view.Event("input", { bubbles: true }));
      say(hash()); say(code());
      say(all("#elu .commands code").slice(0, 3).every((part) => part.textContent.includes("-1")));
      await go("#show=elu&set=alpha:1"); say(code() === usual);
      await go("#show=prelu&set=weight:0.5");
      say(one("#prelu .variation output").textContent); say(one("#prelu .commands code").textContent);
      await go("#q=tanh"); say(one("#prelu .variation output").textContent);
      """)
    #expect(
      answers == [
        "#q=GELU", "#has=kinks", "tanh", "false", "elu", "", "8", "", "elu", "8",
        "#show=elu&set=alpha:-1", "actplot elu --set alpha=-1 --with-grad -o elu.svg", "true",
        "true", "weight = 0.5", "actplot prelu --set weight=0.5 --with-grad -o prelu.svg",
        "weight = 0.25",
      ])
  }

  /// A name is found as it is written in programs, with modules, spaces or underscores.
  @Test(
    arguments: [
      ("nn.GELU", "gelu"), ("torch.nn.functional.gelu", "gelu"), ("F.elu", "elu prelu gelu"),
      ("max(0,x)", "relu prelu"), ("max(0, x)", "relu prelu"),
    ])
  func namesOfProgramsAreFound(_ query: String, _ names: String) throws {
    let answers = try ask(
      "type(\"\(query)\", one('#search')); say(ids(shown('article')));")
    #expect(Set(answers[0].split(separator: " ")).isSuperset(of: [names.split(separator: " ")[0]]))
    #expect(!answers[0].contains("tanh"))
  }

  /// What an address names and the page has not is said, with what may have been meant.
  @Test func unknownNamesAreSaid() throws {
    let answers = try ask(
      """
      const go = async (hash) => { view.location.hash = hash;
        await new Promise((done) => view.setTimeout(done, 100));
        say(one(".page-notice").textContent); };
      await go("#gleu"); await go("#compare=relu,sigmod"); await go("#relu"); await go("#embed=thanh");
      await go("#show=elu&set=beta:1"); await go("#%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E");
      say(all(".page-notice *").length);
      """)
    #expect(
      answers == [
        "There is no “gleu” on this page. Did you mean gelu?",
        "There is no “sigmod” on this page. Did you mean sigmoid?", "",
        "There is no “thanh” on this page. Did you mean tanh?",
        "There is no “beta” on this page.",
        "There is no “<img src=x onerror=alert(1)>” on this page.",
        "0",
      ])
  }

  /// Paper has the functions, and nothing that is pressed or moved.
  @Test func itIsPrinted() throws {
    let pdf = try Chromium().printed(Self.page.get())
    let text = try PDFReader.output("pdftotext", pdf)
    for word in ["relu", "tanh", "Range", "Limits", "PyTorch"] { #expect(text.contains(word)) }
    for word in ["Compare", "Search", "Read at", "Copy", "find it"] {
      #expect(!text.contains(word))
    }
  }

  // MARK: For everyone

  /// Nothing is wider than a telephone, nor than its card.
  @Test(arguments: [360, 1920], Language.allCases) func itFits(
    _ width: Int, _ language: Language
  ) throws {
    let answers = try Chromium(width: width).ask(
      Self.page(in: language),
      """
      one("#relu .compare").click();
      for (const part of all("details")) part.open = true;
      say(page.documentElement.scrollWidth <= view.innerWidth);
      say(all("article, #explorer, .filters").every((part) =>
        part.getBoundingClientRect().right <= view.innerWidth));
      say(shown("article button, article input, article dd, article code").filter((part) =>
        part.getBoundingClientRect().right > part.closest("article").getBoundingClientRect().right)
        .map((part) => part.textContent));
      """)
    #expect(answers == ["true", "true", ""])
  }

  /// Every control has a name and can be reached by keys, and is large enough to be met.
  @Test func controlsHaveNames() throws {
    let answers = try ask(
      """
      one("#relu .compare").click();
      const controls = shown("button, input, select, a, summary");
      const name = (control) => (control.getAttribute("aria-label") || control.textContent ||
        control.closest("label")?.textContent || "").trim();
      say(controls.filter((control) => !name(control)).map((control) => control.outerHTML));
      say(controls.filter((control) => control.tabIndex < 0 && !control.matches("[type=radio]")).length);
      say(shown("button, select").filter((control) =>
        control.getBoundingClientRect().height < 24).length);
      say(all("figure svg").every((figure) => figure.getAttribute("role") === "img"));
      say(new Set(all("[id]").map((part) => part.id)).size === all("[id]").length);
      say(all("h1").length);
      """)
    #expect(answers == ["", "0", "0", "true", "true", "1"])
  }

  /// Text has a contrast of 4.5 with what is behind it, on light pages and on dark ones.
  @Test(arguments: [[], ["--blink-settings=preferredColorScheme=0"]])
  func contrast(_ arguments: [String]) throws {
    let answers = try ask(
      """
      one("#relu .compare").click();
      const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
      const light = (color) => { const [r, g, b] = numbers(color).map((level) => {
        const share = level / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4; });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
      const behind = (element) => { for (let at = element; at; at = at.parentElement) {
        const color = view.getComputedStyle(at).backgroundColor;
        if ((numbers(color)[3] ?? 1) > 0.99) return color; } return "rgb(255,255,255)"; };
      const texts = shown("p, dt, dd, h1, h2 a, button, summary, span, legend, code, th, td, small, output")
        .filter((element) => element.textContent.trim() && !element.closest("svg"));
      const weak = texts.filter((element) => {
        const pair = [light(view.getComputedStyle(element).color), light(behind(element))].sort();
        return (pair[1] + 0.05) / (pair[0] + 0.05) < 4.5; });
      say(texts.length > 100); say(weak.map((element) => element.outerHTML.slice(0, 80)));
      say(view.getComputedStyle(page.body).backgroundColor);
      """, Chromium(arguments: arguments))
    #expect(answers[0] == "true" && answers[1] == "")
    #expect((answers[2] == "rgb(13, 15, 18)") == !arguments.isEmpty)
  }
}
