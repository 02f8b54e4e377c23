import Goldens
import TestSupport
import Testing

/// The report as a browser shows it.
@Suite(.serialized) struct ReportInChromiumTests {
  private let report = HTMLReport(
    ReportSamples.all + [
      ReportSamples.changed(
        "a & b.svg", ["The line moved"], severity: 0.2,
        actual: ReportSamples.svg(width: 600))
    ], title: "Goldens", accepting: AcceptCommand(["accept"])
  ).bytes

  @Test func controlsOfTheScriptNeedTheScript() throws {
    let questions = "say(page.documentElement.className); say(shown('.script').length)"
    #expect(try Chromium(runsScripts: false).ask(report, questions) == ["", "0"])
    let answers = try Chromium().ask(report, questions)
    #expect(answers[0] == "js")
    // The view “Slider”, the filter, its count, the keys; the choice for each of five that can be
    // decided on; a copy of the command for all; what shows the figures of the common finding.
    #expect(answers[1] == "11")
  }

  /// The command is written for what is accepted, by keys and by choices.
  @Test func decisionsMakeACommand() throws {
    let answers = try Chromium().ask(
      report,
      """
      say(shown(".decisions").length);
      one("[id='much.svg'] [value=accept]").click();
      one("[id='new.svg'] [value=accept]").click();
      one("[id='slightly.svg'] [value=refuse]").click();
      say(one(".tally").textContent); say(one(".decisions code").textContent);
      one("[id='much.svg'] [value=refuse]").click();
      say(one(".decisions code").textContent);
      """)
    #expect(
      answers == [
        "0", "2 accepted, 1 refused, 2 to decide", "accept --only much.svg --only new.svg",
        "accept --only new.svg",
      ])
  }

  @Test func viewsNeedNoScript() throws {
    let answers = try Chromium(runsScripts: false).ask(
      report,
      """
      const pair = "[id='much.svg'] ";
      const place = (role) => one(pair + role + " img").getBoundingClientRect();
      say(place(".golden").left < place(".now").left && place(".now").left <
        place(".difference").left && place(".golden").top === place(".difference").top);
      one("[value=overlay]").checked = true;
      say(style(pair + ".now img").mixBlendMode);
      say(place(".golden").left === place(".now").left && place(".golden").top === place(".now").top);
      one("[value=blink]").checked = true;
      say([".golden", ".now"].map((role) => style(pair + role).animationName));
      say(shown(pair + "img").length);
      one("[value=difference]").checked = true;
      say(shown(pair + "img").map((image) => image.alt));
      say(shown("[id='new.svg'] img").map((image) => image.alt));
      """)
    #expect(
      answers == [
        "true", "difference", "true", "blink,blink", "2", "Difference of much.svg",
        "Now: new.svg",
      ])
  }

  @Test func sizesNeedNoScript() throws {
    let answers = try Chromium(runsScripts: false).ask(
      report,
      """
      const width = (card, role) =>
        one(`[id='${card}'] ${role} img`).getBoundingClientRect().width;
      const golden = width("a%20%26%20b.svg", ".golden");
      say((width("a%20%26%20b.svg", ".now") / golden).toFixed(2));
      say(width("much.svg", ".now") < 400);
      one("[id='much.svg'] .frame").click();
      say(width("much.svg", ".now")); say(width("slightly.svg", ".now") < 400);
      one("[name=size][value='4']").checked = true;
      say(width("slightly.svg", ".now"));
      one("[name=size][value='1']").checked = true;
      say(width("slightly.svg", ".now"));
      say(style("[id='failed.png'] img").imageRendering);
      one("[name=size][value='2']").checked = true;
      say(style("[id='failed.png'] img").imageRendering);
      """)
    #expect(answers == ["2.00", "true", "800", "true", "1600", "400", "auto", "pixelated"])
  }

  @Test func statesNeedNoScript() throws {
    let answers = try Chromium(runsScripts: false).ask(
      report,
      """
      one("[value=changed]").click(); one("[value=failed]").click();
      say(ids(shown(".card")));
      one("[value=changed]").click(); one("[value=orphaned]").click();
      say(ids(shown(".card")));
      """)
    #expect(
      answers == [
        "missing.svg new.svg orphaned.svg",
        "much.svg a%20%26%20b.svg slightly.svg missing.svg new.svg",
      ])
  }

  @Test func keysGoThroughFigures() throws {
    let answers = try Chromium().ask(
      report,
      """
      const here = () => say(page.activeElement.id + view.location.hash);
      press("j"); here(); press("ArrowRight"); here(); press("j"); here(); press("k"); here();
      for (let step = 0; step < 20; step++) press("j");
      here(); press("ArrowLeft"); here();
      one("[value=missing]").click(); press("k"); here();
      """)
    let ids = [
      "failed.png", "much.svg", "a%20%26%20b.svg", "much.svg", "orphaned.svg", "new.svg",
      "slightly.svg",
    ]
    #expect(answers == ids.map { "\($0)#\($0)" })
  }

  @Test func keysChangeViewsAndSizes() throws {
    let answers = try Chromium().ask(
      report,
      """
      const checked = (name) => one(`[name=${name}]:checked`).value;
      say([..."slobd12345"].map((key) => { press(key); return checked("view"); }));
      say([..."+=+++-----"].map((key) => { press(key); return checked("size"); }));
      press("?"); say(one("dialog").open); press("s"); say(checked("view"));
      one("dialog button").click(); say(one("dialog").open);
      """)
    let views = "side,slider,overlay,blink,difference"
    #expect(
      answers == [
        "\(views),\(views)", "1,2,4,4,4,2,1,fit,fit,fit", "true", "difference", "false",
      ])
  }

  @Test func filterFindsNamesAndFindings() throws {
    let answers = try Chromium().ask(
      report,
      """
      const filter = one("[name=filter]"), count = () => one(".shown").textContent;
      press("/"); say(page.activeElement === filter);
      type("MOVED much", filter); say(ids(shown(".card"))); say(count());
      press("j", filter); say(page.activeElement === filter);
      say(shown(".group").map((group) => group.className).join());
      press("Escape", filter); say(shown(".card").length + count());
      one(".find").click(); say(filter.value + ": " + ids(shown(".card")));
      type("no such figure", filter); say(shown(".card").length + ", " + count());
      """)
    #expect(
      answers == [
        "true", "much.svg", "1 of 7 shown", "true", "group changed,group equal", "7",
        "The line moved: much.svg a%20%26%20b.svg", "0, 0 of 7 shown",
      ])
  }

  @Test func sliderPartsTheImages() throws {
    let answers = try Chromium().ask(
      report,
      """
      const slide = "[id='much.svg'] .slide";
      say(shown(slide).length); press("l"); say(shown(slide).length);
      type("25", one(slide));
      say(style("[id='much.svg'] .golden .frame").clipPath);
      say(style("[id='much.svg'] .now .frame").clipPath);
      const image = one("[id='much.svg'] .now img").getBoundingClientRect();
      const range = one(slide).getBoundingClientRect();
      say([range.left - image.left, range.right - image.right, range.height - image.height]);
      """)
    #expect(
      answers == [
        "0", "1", "inset(-1px 75% -1px -1px)", "inset(-1px -1px -1px 25%)", "-16,16,0",
      ])
  }

  @Test func nothingBlinksForWhoWantsRest() throws {
    let answers = try Chromium(arguments: ["--force-prefers-reduced-motion"]).ask(
      report,
      """
      press("b"); say(style("[id='much.svg'] .now").animationName);
      say(style("[id='much.svg'] .golden").opacity); say(shown(".still").length);
      """)
    #expect(answers == ["none", "0", "1"])
  }

  @Test func hostileTextsAndPicturesRunNothing() throws {
    let script = "<script>top.harm = 1</script><a onload=\"top.harm = 1\"/>"
    let images = ReportSamples.hostile.map {
      ReportSamples.changed($0, [$0, $0], actual: ReportSamples.svg(extra: script))
    }
    let hostile = HTMLReport(
      images, title: ReportSamples.hostile.joined(),
      accepting: AcceptCommand(ReportSamples.hostile))
    var tampered = hostile.bytes
    tampered += Array("<script>top.harm = 2</script><img src=x onerror=\"top.harm = 3\">".utf8)
    let questions = """
      all("img").forEach((image) => { image.loading = "eager"; });
      await new Promise((resolve) => setTimeout(resolve, 100));
      say(page.documentElement.className); say(top.harm);
      say(new Set(all("[id]").map((element) => element.id)).size === all("[id]").length);
      say(all(".card").length);
      say(all(".card img").every((image) => image.naturalWidth === 400));
      say(all("h3 bdi").map((name) => name.textContent).includes("<script>top.harm = 1</script>"));
      """
    let answers = try Chromium().ask(tampered, questions)
    #expect(
      answers == [
        "js", "undefined", "true", "\(images.count)", "true", "true",
      ])
  }

  @Test(arguments: [320, 400, 1280])
  func pageIsNotWiderThanTheWindow(_ width: Int) throws {
    let answers = try Chromium(width: width).ask(
      report,
      """
      const room = page.documentElement;
      for (const key of "slobd") { press(key); say(room.scrollWidth <= room.clientWidth); }
      press("s"); press("+"); press("+"); say(room.scrollWidth <= room.clientWidth);
      """)
    #expect(answers == Array(repeating: "true", count: 6))
  }
}
