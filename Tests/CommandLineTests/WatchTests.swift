import Foundation
import Testing

/// What keeps figures up to date while an author or a build works: `--watch`, `--depfile`.
@Suite struct WatchTests {
  let actplot: Actplot

  init() throws {
    actplot = try Actplot()
    try actplot.write("defaults: {format: svg}\nfigures:\n  relu:\n", to: "book.yaml")
  }

  /// Waits until something holds, for as long as tests may run.
  private func wait(until holds: () throws -> Bool) rethrows {
    while try !holds() { usleep(20_000) }
  }

  private func has(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: actplot.folder.appending(path: file).path)
  }

  @Test(.timeLimit(.minutes(5)))
  func aBookIsDrawnAgainWheneverItIsSaved() throws {
    let (process, output) = try actplot.watch("batch", "book.yaml", "--watch")
    defer { process.terminate() }
    try wait { try has("output/relu.svg") && output().contains("relu") }
    // As an editor that writes beside the file does.
    try actplot.write(
      "defaults: {format: svg}\nfigures:\n  relu:\n  gelu: {points: data.csv}\n", to: "new")
    rename(
      actplot.folder.appending(path: "new").path, actplot.folder.appending(path: "book.yaml").path)
    // The file that it reads is not there yet.
    try wait { try output().contains("data.csv") }
    #expect(!has("output/gelu.svg") && process.isRunning)
    try actplot.write("x,y\n0,0\n1,1\n", to: "data.csv")
    try wait { try has("output/gelu.svg") && output().contains(" gelu\n") }
    // A mistake is told and waited out.
    try actplot.write("figures: [", to: "book.yaml")
    try wait { try output().contains("This is not YAML") }
    try actplot.write("defaults: {format: svg}\nfigures:\n  tanh:\n", to: "book.yaml")
    try wait { try has("output/tanh.svg") && output().contains(" tanh\n") }
    process.interrupt()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
  }

  @Test(
    "What watching cannot go with is told",
    arguments: [["--check"], ["--list"], ["--json"], ["--quiet"], ["--shard", "1/2"]])
  func usage(options: [String]) throws {
    let result = try actplot.run(["batch", "book.yaml", "--watch"] + options)
    #expect(result.status == 64 && result.error.contains("--watch tells"))
    #expect(try actplot.run("batch", "-", "--watch").status == 64)
    #expect(try actplot.run("batch", "book.yaml", "--depfile", "d", "--check").status == 64)
  }

  @Test func aBuildKnowsWhatFiguresAreMadeOf() throws {
    try actplot.write(
      "defaults: {format: svg}\nfigures:\n  relu:\n  gelu: {points: some data.csv}\n",
      to: "book.yaml")
    try actplot.write("x,y\n0,0\n1,1\n", to: "some data.csv")
    let first = try actplot.run("batch", "book.yaml", "-q", "--depfile", "figures.d")
    #expect(first.status == 0)
    let rule = String(decoding: try actplot.bytes("figures.d"), as: UTF8.self)
    #expect(rule == "output/manifest.json: \\\n  book.yaml \\\n  some\\ data.csv\n")
    let file = actplot.folder.appending(path: "figures.d").path
    let made = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
    #expect(try actplot.run("batch", "book.yaml", "-q", "--depfile", "figures.d").status == 0)
    let again = try FileManager.default.attributesOfItem(atPath: file)[.systemFileNumber] as? Int
    #expect(made == again)
  }

  @Test(
    "The manifest is never older than what it is made of", arguments: ["book.yaml", "data.csv"])
  func manifestTime(file: String) throws {
    try actplot.write(
      "defaults: {format: svg}\nfigures:\n  gelu: {points: data.csv}\n", to: "book.yaml")
    try actplot.write("x,y\n0,0\n1,1\n", to: "data.csv")
    #expect(try actplot.run("batch", "book.yaml", "-q").status == 0)
    let isNewer = "[ output/manifest.json -nt \(file) ]"
    // Saved again as it was, with an hour that no clock of a test reaches.
    #expect(try actplot.shell("touch -d '1 hour ago' output/manifest.json").status == 0)
    #expect(try actplot.shell(isNewer).status == 1)
    #expect(try actplot.run("batch", "book.yaml", "-q").error.isEmpty)
    #expect(try actplot.shell(isNewer).status == 0)
    // Where nothing is newer its time stays.
    let before = try actplot.shell("stat -c %y output/manifest.json").text
    #expect(try actplot.run("batch", "book.yaml", "-q").status == 0)
    #expect(try actplot.shell("stat -c %y output/manifest.json").text == before)
  }
}
