import Foundation
import Goldens
import Testing

/// The same numbers in every run.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    // Knuth's, of which the high bits are the good ones.
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state << 32 | state >> 32
  }
}

/// Files that are damaged, something else or meant to do harm.
@Suite struct SVGHostileTests {
  private static let start = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"

  private func problem(_ text: String) -> String? {
    problem(Array(text.utf8))
  }

  private func problem(_ bytes: [UInt8]) -> String? {
    do {
      let document = try SVGDocument(bytes)
      // Against an empty page all of it is drawn.
      let page = try SVGDocument(Array("\(Self.start)</svg>".utf8))
      _ = SVGComparison(of: document, with: page).difference
      return nil
    } catch {
      return error.description
    }
  }

  @Test(arguments: [
    ("", "empty"), ("hello", "cannot be read"), ("%PDF-1.7", "is a PDF"),
    ("<html><body/></html>", "its root is <html>"), ("\(start)<g>", "cannot be read"),
    ("\(start)<path d='M 1 1 L 2'/></svg>", "path data"),
    ("\(start)<path d='M 1 1 L nan 3'/></svg>", "path data"),
    ("\(start)<path d='M 1 1 L inf 3'/></svg>", "path data"),
    ("\(start)<path d='M 1 1 L 1e999 3'/></svg>", "path data"),
    ("\(start)<path d='L 1 1'/></svg>", "path data"),
    ("\(start)<path d='M 1 1 X 3'/></svg>", "path data"),
    ("\(start)<path d='M 1 1 Z 3'/></svg>", "path data"),
    ("\(start)<path d='M 1 1 H 9 L 1e300 3'/></svg>", "further than"),
    (
      "\(start)<g transform='scale(1e300)'><path d='M 1 1 H 9 L 1e300 3'/></g></svg>",
      "further than"
    ),
    (
      "\(start)<g transform='scale(1e200) scale(1e200)'><rect width='1'/></g></svg>", "further than"
    ),
    ("\(start)<g transform='turn(3)'/></svg>", "transform"),
    ("\(start)<g transform='scale('/></svg>", "transform"),
    ("\(start)<rect width='wide' height='1'/></svg>", "width"),
    ("\(start)<polygon points='1 2 x'/></svg>", "points"),
    ("\(start)&nbsp;</svg>", "cannot be read"),
    ("<!DOCTYPE svg SYSTEM 'x.dtd'>\(start)&nbsp;</svg>", "entity"),
    ("<svg xmlns='http://www.w3.org/2000/svg' width='0' height='9'/>", "page is"),
    ("<svg xmlns='http://www.w3.org/2000/svg' width='1e300' height='9'/>", "page is"),
    ("<svg xmlns='http://www.w3.org/2000/svg' width='nan' height='9'/>", "width"),
    ("\(start)<g id='a'><use href='#a'/></g></svg>", "uses an element in itself"),
    ("\(start)<clipPath id='a' clip-path='url(#a)'/><g clip-path='url(#a)'/></svg>", "in itself"),
    (
      "\(start)<clipPath id='a'><use id='b' href='#b'/></clipPath><g clip-path='url(#a)'/></svg>",
      "in itself"
    ),
    (
      "\(start)<pattern id='a' fill='url(#a)'/><rect width='9' height='9' fill='url(#a)'/></svg>",
      "name each other"
    ),
  ])
  func problems(_ text: String, _ part: String) {
    let found = problem(text)
    #expect(found?.contains(part) == true, "\(found ?? "nothing")")
    #expect(found?.hasSuffix(".") == true)
  }

  /// Arcs whose ellipse cannot be calculated are lines, or too far away; none of them traps.
  @Test func extremeArcs() {
    for data in ["5 5 0 1 1 1e300 3", "1e300 5 0 1 1 1e300 3", "5 5 1e300 0 1 -1e300 1e300"] {
      #expect(problem("\(Self.start)<path d='M0 0A\(data)' stroke='red'/></svg>") != nil)
    }
    for data in ["1e-300 1e-300 0 1 1 2 3", "1 1e-200 0 1 1 2 3", "1e300 1e-300 0 1 0 2 3"] {
      #expect(problem("\(Self.start)<path d='M0 0A\(data)' stroke='red'/></svg>") == nil)
    }
    let numbers = [
      "0", "1", "-1", "5", "1e-320", "-1e-300", "1e-200", "1e-160", "1e-154", "1e-20", "1e6",
      "1e20", "-1e154", "1e155", "1e200", "1e300", "-1e308", "1.7976931348623157e308", "360",
    ]
    var random = Seeded(state: 7)
    func one() -> String { numbers.randomElement(using: &random) ?? "0" }
    for _ in 0..<4000 {
      let flags = "\(Bool.random(using: &random) ? 1 : 0) \(Bool.random(using: &random) ? 1 : 0)"
      let data = "M \(one()) \(one()) a \(one()) \(one()) \(one()) \(flags) \(one()) \(one())"
      let pen = "stroke='red' stroke-width='\(one())' transform='scale(\(one()), \(one()))'"
      _ = problem("\(Self.start)<path d='\(data)' \(pen)/></svg>")
    }
  }

  /// Numbers at the end of what there is, wherever an attribute takes one.
  @Test(arguments: [
    "<rect width='1e308' height='1e308' rx='1e308' stroke='red'/>", "<circle r='1e-320'/>",
    "<svg width='1e-320' height='1e-320' viewBox='0 0 1e308 1e308'><rect width='9' height='9'/></svg>",
    "<svg viewBox='1e308 1e308 1e308 1e308'><rect width='9' height='9'/></svg>",
    "<path d='M0 0H9' stroke='rgb(1e999,-1e999,1e308%)' stroke-width='1e308'/>",
    "<path d='M0 0H9' stroke='red' stroke-dasharray='1e308 1e-320' stroke-dashoffset='1e308'/>",
    "<path d='M0 0H9' stroke='red' stroke-miterlimit='1e308' opacity='1e308'/>",
    "<g transform='scale(1e154)'><g transform='scale(1e154)'><path d='M0 0H0' stroke='red'/></g></g>",
    "<text x='1e308' y='9'>a</text>", "<polygon points='1'/><polygon points=''/>",
    "<path d='M0 0A'/>", "<path d='M'/>", "<text rotate='1e308'/>", "<use href='#'/>",
  ])
  func extremeNumbers(_ body: String) {
    _ = problem("\(Self.start)\(body)</svg>")
  }

  @Test func entityBomb() {
    var text = "<!DOCTYPE svg [<!ENTITY a 'ha'>"
    for (name, other) in zip("bcdefghijk", "abcdefghij") {
      text += "<!ENTITY \(name) '\(String(repeating: "&\(other);", count: 10))'>"
    }
    #expect(
      problem("\(text)]>\(Self.start)<title>&k;</title></svg>")?.contains("document type") == true)
  }

  @Test(arguments: ["g", "svg", "text", "x", "clipPath"])
  func deepNesting(_ name: String) {
    let opening = String(repeating: "<\(name)>", count: 100_000)
    let closing = String(repeating: "</\(name)>", count: 100_000)
    #expect(problem("\(Self.start)\(opening)\(closing)</svg>")?.contains("deep") == true)
    // As deep as is allowed is read without harm.
    let some = String(repeating: "<\(name)>", count: 199)
    let end = String(repeating: "</\(name)>", count: 199)
    #expect(problem("\(Self.start)\(some)\(end)</svg>") == nil)
  }

  @Test(arguments: [("use", "elements"), ("pattern", "too often")])
  func bombOfReferences(_ kind: String, _ part: String) {
    var text = Self.start + "<defs><path id='i0' d='M 0 0 L 1 1 L 1 0 Z'/>"
    for level in 1...40 {
      let twice = String(repeating: "<use href='#i\(level - 1)'/>", count: 2)
      text += "<g id='i\(level)'>\(twice)</g>"
    }
    text += "</defs>"
    text += kind == "use" ? "<use href='#i40'/>" : "<rect width='9' height='9' fill='url(#i40)'/>"
    #expect(problem(text + "</svg>")?.contains(part) == true)
  }

  @Test func tooLarge() {
    #expect(problem([UInt8](repeating: 0x20, count: 100 << 20))?.contains("larger than") == true)
    let many = String(repeating: "<g/>", count: 600_000)
    #expect(problem("\(Self.start)\(many)</svg>")?.contains("elements") == true)
  }

  /// What each of many shapes costs is counted together.
  @Test func bombOfClips() {
    let zigzag = String(repeating: "l1 1l-1-1", count: 20_000)
    let shapes = String(repeating: "<path clip-path='url(#p)' d='M0 0l9 9h8z'/>", count: 5_000)
    let clip = "<clipPath id='p'><path d='M0 0l9 9h9\(zigzag)z'/></clipPath>"
    #expect(problem("\(Self.start)\(clip)\(shapes)</svg>")?.contains("points") == true)
  }

  /// Every file that is cut off is said to be, and no byte that is changed does harm.
  @Test func truncatedAndDamaged() throws {
    let bytes = Array(Plot().svg.utf8)
    for count in stride(from: 0, to: bytes.count - 1, by: 97) {
      #expect(problem(Array(bytes[..<count])) != nil)
    }
    var random = Seeded(state: 20)
    for _ in 0..<200 {
      var damaged = bytes
      for _ in 0..<3 {
        damaged[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      _ = problem(damaged)
    }
  }

  /// The golden and the image are told apart.
  @Test func saysWhichFile() {
    let good = Array(Plot().svg.utf8)
    for (new, old, word) in [(good, [], "golden"), ([], good, "image")] {
      let error = #expect(throws: ImageError.self) { try SVGComparison(of: new, with: old) }
      #expect(error?.description.hasPrefix("The \(word) cannot be compared.") == true)
    }
  }
}
