import Foundation
import Testing

/// Every failure is a sentence, with the right status, and leaves nothing behind.
@Suite struct ErrorTests {
  let actplot: Actplot

  init() throws {
    actplot = try Actplot()
  }

  /// Arguments and words of the message.
  static let wrongUsage: [([String], [String])] = [
    (["sigmod"], ["“sigmod”", "Did you mean “sigmoid”", "actplot list"]),
    (["nonsense"], ["“nonsense”", "actplot list"]),
    ([""], ["“”"]),
    (["relu", "--grad", "--order", "0,1"], ["--order: grad", "0,1"]),
    (["relu", "--with-grad", "--order", "2"], ["--order: with-grad"]),
    (["relu", "--orders", "0,,1"], ["“”"]), (["relu", "--orders", "0,21"], ["21"]),
    (["relu", "--jumps", "jump"], ["“jump”", "connect or gap"]),
    (["relu", "--yscale", "lg"], ["“lg”", "linear, log, symlog"]),
    (["relu", "--xscale", "symlog:0"], ["“0”", "above 0"]),
    (["relu", "--yscale", "log", "--ylim", "0:1"], ["--ylim", "above 0"]),
    (["relu", "--range", "8:-8"], ["reversed", "-8.0:8.0"]),
    (["relu", "--range", "1:1"], ["empty"]),
    (["relu", "--range", "a:b"], ["“a:b”", "A:B"]),
    (["relu", "--range", "nan:1"], ["finite"]),
    (["relu", "--range", "0:inf"], ["finite"]),
    (["relu", "--range", "0:1:0"], ["above 0"]),
    (["relu", "--range", "0:1:-1"], ["above 0"]),
    (["relu", "--range", "0:1:1e-9"], ["10000000"]),
    (["relu", "--range", "0:1e300:1e-300"], ["10000000"]),
    (["relu", "--size", "5in"], ["“5in”", "5x2.5in"]),
    (["relu", "--size", "5x2.5furlongs"], ["in, cm, mm, pt"]),
    (["relu", "--size", "0x1in"], ["14400"]),
    (["relu", "--size", "1x1e99in"], ["14400"]),
    (["relu", "--size", "nanx1in"], ["14400"]),
    (["relu", "--size", "1x1px"], ["1 pt"]),
    (["relu", "--dpi", "0"], ["4800"]),
    (["relu", "--dpi", "-3"], ["4800"]),
    (["relu", "--dpi", "nan"], ["4800"]),
    (["relu", "--dpi", "many"], ["“many”"]),
    (["relu", "--order", "-1"], ["-1", "20"]),
    (["relu", "--order", "21"], ["21", "20"]),
    (["relu", "--order", "99999999999999999999"], ["99999999999999999999"]),
    (["relu", "--grad", "--order", "2"], ["--order: grad", "order 2"]),
    (["relu", "--xlim", "2:1"], ["reversed"]),
    (["relu", "--ylim", "1:1"], ["equal"]),
    (["relu", "--ylim", "1"], ["“1”", "A:B"]),
    (["relu", "--ylim", "0:inf"], ["finite"]),
    (["relu", "--ylim", "1:1.0000000000000002"], ["too close"]),
    (["relu", "--precision", "float8"], ["float8", "bfloat16", "float32"]),
    (["relu", "--format", "gif"], ["gif"]),
    (["relu", "-o", "fig.jpg"], ["“fig.jpg”", ".png"]),
    (["relu", "-o", "fig"], ["“fig”", "--format"]),
    (["relu", "-o", "-"], ["--format"]),
    (["relu", "-o", "fig.png", "--format", "svg"], ["fig.png", "contradicts --format"]),
    (["relu", "--output-dir", ""], ["--output-dir", "empty"]),
    (["relu", "--columns", "9223372036854775807"], ["--columns", "from 1 to 1000"]),
    (["batch", "a.yaml", "--jobs", "9223372036854775807"], ["--jobs", "from 1 to 1024"]),
    (
      ["compare", "a.png", "b.png", "--changed-pixels", "9223372036854775807"],
      ["--changed-pixels", "from 0 to 1000000000"]
    ),
    (["chapter", "--dpi", "x"], ["--dpi", "“x”"]),
    (["chapter", "--format", "gif"], ["--format", "“gif”"]),
    (["relu", "--colour"], ["--colour"]),
    ([], ["activation"]),
  ]

  @Test(arguments: wrongUsage)
  func wrongUsageExitsWith64(_ arguments: [String], _ words: [String]) throws {
    let result = try actplot.run(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    for word in words { #expect(result.error.contains(word), "\(result.error)") }
    #expect(try actplot.files().isEmpty)
  }

  static let failures: [([String], [String])] = [
    (["relu", "-o", "/dev/full", "--format", "svg"], ["/dev/full", "No space left"]),
    (["relu", "-o", "none/fig.svg"], ["none/fig.svg", "No such file", "--output-dir"]),
    (["relu", "--output-dir", "/dev/null"], ["/dev/null", "Not a directory"]),
    (["relu", "-o", ".", "--format", "svg"], ["Is a directory"]),
    (["relu", "--output-dir", String(repeating: "a/", count: 60_000)], ["too long", "shorter"]),
    (["relu", "--title", "\u{e5e5}"], ["U+E5E5"]),
    (["relu", "--title", "שלום"], ["right to left"]),
    (["relu", "--title", "a \u{7}bell"], ["U+0007"]),
    (["relu", "--size", "100x100in", "--dpi", "1200", "-o", "f.png"], ["32767"]),
    (["relu", "--range", "1e300:1.1e300", "--xlim", "0:1"], ["no sample with a finite value"]),
  ]

  @Test(arguments: failures)
  func failuresExitWith1(_ arguments: [String], _ words: [String]) throws {
    let result = try actplot.run(arguments)
    #expect(result.status == 1)
    for word in words { #expect(result.error.contains(word), "\(result.error)") }
    #expect(result.error.hasPrefix("Error: ") && result.error.hasSuffix(".\n"))
    #expect(try actplot.files().isEmpty)
  }

  /// What goes to standard output.
  static let outputs = [
    "relu -o - --format svg", "list", "info gelu", "eval relu --at 1", "plot --help", "--version",
    "batch --schema", "--generate-completion-script bash", "batch none.yaml --json",
  ]

  @Test(arguments: outputs)
  func aFullDiskBehindStandardOutput(_ line: String) throws {
    let result = try actplot.shell("actplot \(line) > /dev/full")
    #expect(result.status == 1)
    #expect(result.error.contains("standard output: No space left"))
  }

  @Test func aClosedStandardOutput() throws {
    let result = try actplot.shell("actplot --help >&-")
    #expect(result.status == 1)
    #expect(result.error.contains("standard output: Bad file descriptor"))
  }

  /// Files that are opened take the lowest number that is free.
  @Test func aClosedStreamIsNotTakenForAFile() throws {
    let open = try actplot.run("relu", "-o", "open.svg")
    #expect(open.status == 0)
    _ = try actplot.shell("actplot relu -o closed.svg <&- >&- 2>&-")
    #expect(try actplot.bytes("closed.svg") == actplot.bytes("open.svg"))
  }

  @Test func aFileThatCannotBeReplacedIsKept() throws {
    _ = try actplot.run("relu", "-o", "fig.svg")
    let before = try actplot.bytes("fig.svg")
    #expect(try actplot.run("tanh", "--title", "\u{e5e5}", "-o", "fig.svg").status == 1)
    #expect(try actplot.bytes("fig.svg") == before)
    #expect(try actplot.files() == ["fig.svg"])
  }

  @Test func aLinkToNowhereIsNotReplaced() throws {
    let link = actplot.folder.appending(path: "link.svg").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "none/fig.svg")
    #expect(try actplot.run("relu", "-o", "link.svg").status == 1)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "none/fig.svg")
  }

  @Test func aLimitOnTheSizeOfFilesIsASentence() throws {
    let result = try actplot.shell("ulimit -f 4; exec actplot relu -o fig.svg")
    #expect(result.status == 1)
    #expect(result.error.contains("fig.svg: File too large"))
    #expect(try actplot.files().isEmpty)
  }

  @Test func theLongestNameCanBeWritten() throws {
    let name = String(repeating: "a", count: 251) + ".svg"
    #expect(try actplot.run("relu", "-o", name).status == 0)
    #expect(try actplot.files() == [name])
  }

  @Test func aReaderThatStopsIsNoError() throws {
    for (line, start) in [("relu -o - --format svg", "<?xml"), ("plot --help", "OVERV")] {
      // With a signal, and as a parent that ignores it leaves it.
      for signals in ["", "trap '' PIPE; "] {
        let result = try actplot.shell("\(signals)actplot \(line) | head -c 5")
        #expect(result.status == 0)
        #expect(result.text == start)
        #expect(result.error.isEmpty)
      }
    }
  }

  @Test func hugeNamesAreCut() throws {
    let result = try actplot.run(String(repeating: "a", count: 100_000))
    #expect(result.status == 64)
    #expect(result.error.count < 1_000)
  }
}
