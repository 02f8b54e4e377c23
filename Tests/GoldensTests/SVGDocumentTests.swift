import Goldens
import Testing

/// What is read of an SVG, however it is written.
@Suite struct SVGDocumentTests {
  private func read(_ body: String, size: String = "width=\"100pt\" height=\"100pt\"") throws
    -> SVGDocument
  {
    let text = """
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      \(size) viewBox="0 0 100 100">\(body)</svg>
      """
    return try SVGDocument(Array(text.utf8))
  }

  private static let line = "<path stroke=\"#ff0000\" fill=\"none\" d=\"M 10 20 L 30 40\"/>"

  /// Everything here is the same line from (10, 20) to (30, 40) in red.
  @Test(arguments: [
    "<line stroke=\"red\" x1=\"10\" y1=\"20\" x2=\"30\" y2=\"40\"/>",
    "<polyline stroke=\"red\" fill=\"none\" points=\"10,20 30,40\"/>",
    "<path stroke='rgb(100%, 0%, 0%)' d='M10 20 30 40'/>",
    "<path stroke='rgb(255,0,0)' d='m1e1,20l+20 2.0e1'/>",
    "<path style=\"stroke:#f00;fill:none\" d=\"M 10 20 L 30 40 M 3 3\"/>",
    "<g stroke=\"red\"><path d=\"M 10 20 L 30 40\"/></g>",
    "<g stroke=\"blue\"><path stroke=\"inherit\" style=\"stroke:red\" d=\"M 10 20 L 30 40\"/></g>",
    "<g color=\"red\"><path stroke=\"currentColor\" d=\"M 10 20 L 30 40\"/></g>",
    "<path transform=\"translate(10 20)\" stroke=\"red\" d=\"M 0 0 L 20 20\"/>",
    "<path transform=\"matrix(1,0,0,-1,0,100)\" stroke=\"red\" d=\"M 10 80 L 30 60\"/>",
    "<g transform=\"translate(40,20)rotate(90)\"><path stroke=\"red\" d=\"M 0 30 L 20 10\"/></g>",
    "<path transform=\"rotate(180, 20, 30)\" stroke=\"red\" d=\"M 30 40 L 10 20\"/>",
    "<path transform=\"scale(2)\" stroke-width=\"0.5\" stroke=\"red\" d=\"M 5 10 L 15 20\"/>",
    "<defs><path id=\"a\" d=\"M 0 0 l 20 20\"/></defs><use stroke=\"red\" href=\"#a\" x=\"10\" y=\"20\"/>",
    "<use stroke=\"red\" xlink:href=\"#a\" x=\"10\" y=\"20\"/><symbol overflow=\"visible\" id=\"a\"><path d=\"M0 0l20 20\"/></symbol>",
    "<style>*{stroke:red}</style><path d=\"M 10 20 L 30 40\"/>",
    "<style>.b{stroke:red} path{stroke:blue} /* no */</style><path class=\"a b\" d=\"M 10 20L30 40\"/>",
    "<style>#c{stroke:red}.b{stroke:blue}</style><path id=\"c\" class=\"b\" d=\"M 10 20 L 30 40\"/>",
    "<clipPath id=\"p\"><rect width=\"90\" height=\"90\"/></clipPath><g clip-path=\"url(#p)\">\(line)</g>",
    "<g visibility=\"hidden\">\(line)</g>\(line)", "<g display=\"none\">\(line)</g>\(line)",
    "\(line)<path d=\"M 200 200 L 210 200 L 210 210 Z\"/>",
    "\(line)<path fill=\"none\" d=\"M 1 1 L 2 2\"/>",
    "<metadata><g xmlns=\"other\"/></metadata>\(line)", "<svg>\(line)</svg>",
    "<svg overflow=\"visible\" x=\"10\" y=\"20\" width=\"50\" height=\"50\" viewBox=\"0 0 100 100\"><path stroke-width=\"2\" stroke=\"red\" d=\"M0 0L40 40\"/></svg>",
  ])
  func sameLine(_ body: String) throws {
    let document = try read(body)
    #expect(document.shapes.count == 1)
    let shape = try #require(document.shapes.first)
    #expect(shape.strokeColor == "#ff0000")
    #expect(shape.fillColor == nil)
    #expect(abs(shape.style.width - 1) < 1e-9)
    #expect(shape.commands == "ML")
    for (point, want) in zip(shape.points, [SIMD2(10.0, 20), SIMD2(30, 40)]) {
      #expect((point - want).max() < 1e-9 && (point - want).min() > -1e-9, "\(point)")
    }
    let comparison = SVGComparison(of: document, with: try read(Self.line))
    #expect(comparison.changes.isEmpty, "\(comparison.changes)")
  }

  @Test(arguments: [
    ("H 30 V 40 h -20 z", "MLLLZ"), ("h 5 5 5", "MLLL"), ("Q 20 0 30 20 T 50 20", "MCC"),
    ("C 1 2 3 4 5 6 S 7 8 9 10", "MCC"), ("A 10 10 0 0 1 30 20", "MCC"),
    ("a 0 10 0 01 30 20", "ML"),
    ("a10 10 0 1130 20", "MCC"), ("l 5 5 z l 5 0", "MLZML"), ("L 50 50 L 10 20 Z", "MLZ"),
    ("m 5 5 10 10", "ML"), ("L.5.5-1-1", "MLL"),
  ])
  func pathCommands(_ data: String, _ commands: String) throws {
    let document = try read("<path stroke=\"red\" fill=\"none\" d=\"M 10 20 \(data)\"/>")
    #expect(document.shapes.map(\.commands) == [commands])
  }

  @Test func arcsAreRound() throws {
    // Half a circle around (50, 50) of radius 20, on the left; with the sweep it goes upwards.
    let arc = try read("<path fill=\"none\" stroke=\"red\" d=\"M 50 70 A 20 20 0 0 1 50 30\"/>")
    let points = try #require(arc.shapes.first).points
    #expect(points.count == 7)
    #expect(abs(points[3].x - 30) < 1e-9 && abs(points[3].y - 50) < 1e-9)
    let circle = try read("<circle cx=\"50\" cy=\"50\" r=\"20\"/>")
    let round = try #require(circle.shapes.first).points
    #expect(round.allSatisfy { abs($0.x - 50) <= 20.001 && abs($0.y - 50) <= 20.001 })
  }

  @Test(arguments: [
    ("#1f77b4", "#1f77b4"), ("#ABC", "#aabbcc"),
    ("rgb(12.156863%,46.666667%,70.588235%)", "#1f77b4"),
    ("rgb(31, 119, 180)", "#1f77b4"), ("RebeccaPurple", "#663399"), ("rgba(0,0,0,0.5)", "#000000"),
    ("hsl(0,100%,50%)", "#ff0000"), ("hsl(-150deg 50% 50% / 0.5)", "#4080bf"),
    ("hsla(120, 100%, 25%, 50%)", "#008000"), ("hsl(1e300,0%,100%)", "#ffffff"),
  ])
  func colors(_ text: String, _ color: String) throws {
    #expect(try read("<circle r=\"9\" fill=\"\(text)\"/>").shapes.map(\.fillColor) == [color])
  }

  @Test func rootAndWords() throws {
    let text = """
      <?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">
      <svg xmlns="http://www.w3.org/2000/svg" width="2in" height="96" role="img">
      <title>a &lt; b</title><desc>c<b>d</b></desc></svg>
      """
    let document = try SVGDocument(Array(text.utf8))
    #expect(document.size == [144, 72])
    #expect(document.root["role"] == "img")
    #expect(document.title == "a < b")
    #expect(document.summary == "cd")
    #expect(document.shapes.isEmpty)
  }

  /// What is not understood still counts.
  @Test(arguments: [
    (
      "<text x=\"1\" y=\"9\">a</text>", "<text x=\"1\" y=\"9\">b</text>", "text 'a': “a” became “b”"
    ),
    (
      "<text x=\"1\" y=\"9\">a</text>", "<text x=\"3\" y=\"9\">a</text>",
      "text 'a' moved 2 pt right"
    ),
    (
      "<text transform=\"rotate(90)\">a</text>", "<text>a</text>", "text 'a': other effects"
    ),
    (
      "<image width=\"9\" height=\"9\" href=\"data:a\"/>",
      "<image width=\"9\" height=\"9\" href=\"data:b\"/>", "image: another image"
    ),
    (
      "<circle r=\"50\" fill=\"url(#g)\"/><linearGradient id=\"g\"><stop offset=\"0\"/></linearGradient>",
      "<circle r=\"50\" fill=\"url(#g)\"/><linearGradient id=\"g\"><stop offset=\"1\"/></linearGradient>",
      "shape 1 at -50, -50 pt: another gradient or pattern"
    ),
    (
      "<g filter=\"url(#f)\">\(line)</g><filter id=\"f\"><feOffset dx=\"1\"/></filter>", line,
      "shape 1 at 10, 20 pt: other effects"
    ),
    ("<g opacity=\"0.5\">\(line)</g>", line, "shape 1 at 10, 20 pt: opacity 0.5 became 1"),
    (
      "<style>a + b{stroke:red}</style>", "<style>a + b{stroke:blue}</style>",
      "rules of the style sheet changed that are not understood"
    ),
    (
      "<clipPath id=\"p\"><circle r=\"30\"/></clipPath><g clip-path=\"url(#p)\">\(line)</g>", line,
      "shape 1 at 10, 20 pt: clipped otherwise"
    ),
  ])
  func notIgnored(_ old: String, _ new: String, _ sentence: String) throws {
    let comparison = SVGComparison(of: try read(new), with: try read(old))
    #expect(comparison.changes.map(\.sentence) == [sentence])
    #expect(SVGComparison(of: try read(old), with: try read(old)).changes.isEmpty)
  }

  @Test func idsDoNotMatter() throws {
    let one =
      "<radialGradient id=\"a\"><stop/></radialGradient><circle id=\"c\" r=\"9\" fill=\"url(#a)\"/>"
    let other = one.replacing("\"a\"", with: "\"b\"").replacing("#a", with: "#b")
      .replacing("\"c\"", with: "\"d\"")
    #expect(SVGComparison(of: try read(other), with: try read(one)).changes.isEmpty)
  }

  @Test func backgroundsThatCoverThePageAreEqual() throws {
    let exact = "<rect width=\"100\" height=\"100\" fill=\"white\"/>"
    let large = "<rect x=\"-10\" y=\"-10\" width=\"130\" height=\"120\" fill=\"white\"/>"
    let small = "<rect width=\"100\" height=\"90\" fill=\"white\"/>"
    #expect(SVGComparison(of: try read(large), with: try read(exact)).changes.isEmpty)
    #expect(!SVGComparison(of: try read(small), with: try read(exact)).changes.isEmpty)
  }

  /// A letter that is defined once and used often is part of a text as one that is drawn each time.
  @Test func lettersThatAreUsedAreOneText() throws {
    let defs = "<defs><path id=\"a\" d=\"M0 0L5 0L5 5Z\"/></defs>"
    let used =
      "<g>\(defs)<use href=\"#a\" x=\"10\" y=\"10\"/><use href=\"#a\" x=\"20\" y=\"10\"/></g>"
    let drawn = "<path d=\"M10 10L15 10L15 15ZM20 10L25 10L25 15Z\"/>"
    #expect(SVGComparison(of: try read(used), with: try read(drawn)).changes.isEmpty)
  }
}
