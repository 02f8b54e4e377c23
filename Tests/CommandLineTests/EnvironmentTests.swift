import Foundation
import Testing

/// Who asks, where and when does not change a byte.
@Suite struct EnvironmentTests {
  private static let formats = ["png", "svg", "pdf"]
  private static let title = "시그모이드 σ(x) 漢字 かな ∭"

  /// The files of a figure whose title needs several fonts.
  private func files(_ environment: [String: String], in actplot: Actplot) throws -> [[UInt8]] {
    let outputs = Self.formats.flatMap { ["-o", "fig.\($0)"] }
    let result = try actplot.run(
      ["sigmoid", "--title", Self.title] + outputs, environment: environment)
    #expect(result.status == 0, "\(result.error)")
    return try Self.formats.map { try actplot.bytes("fig.\($0)") }
  }

  @Test(arguments: [
    ["TZ": "Asia/Seoul"], ["TZ": "Pacific/Marquesas"], ["LANG": "ko_KR.UTF-8"],
    ["LC_ALL": "ja_JP.UTF-8"], ["LANG": "ar_EG.UTF-8", "LC_ALL": "", "LC_CTYPE": "de_DE"],
    ["FC_LANG": "zh-tw"], ["HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent"],
  ])
  func bytesAreTheSame(_ environment: [String: String]) throws {
    let actplot = try Actplot()
    let plain = try files([:], in: actplot)
    #expect(try files(environment, in: actplot) == plain)
  }

  @Test func theHomeDirectorysFontsDoNotMatter() throws {
    let actplot = try Actplot()
    let plain = try files([:], in: actplot)
    let rules = """
      <?xml version="1.0"?>
      <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
      <fontconfig>
        <match target="pattern">
          <edit name="family" mode="assign" binding="strong"><string>NanumMyeongjo</string></edit>
        </match>
      </fontconfig>
      """
    for folder in ["home/.config/fontconfig", "xdg/fontconfig"] {
      let folder = actplot.folder.appending(path: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(rules.utf8).write(to: folder.appending(path: "fonts.conf"))
    }
    let home = actplot.folder.appending(path: "home").path
    let xdg = actplot.folder.appending(path: "xdg").path
    #expect(try files(["HOME": home], in: actplot) == plain)
    #expect(try files(["HOME": home, "XDG_CONFIG_HOME": xdg], in: actplot) == plain)
  }

  /// In a container or behind a change of root there may be none, and Swift reads a program's words
  /// from there.
  @Test(.enabled("needs the right to hide /proc") { try Actplot.canHideProc() })
  func procNeedNotBeMounted() throws {
    let actplot = try Actplot()
    #expect(try actplot.run("tanh", "-o", "plain.svg", "-o", "plain.png").status == 0)
    try actplot.write("figures: {relu: {}, slope: {functions: relu, grad: true}}", to: "book.yaml")
    for (command, output) in [
      ("tanh -o fig.svg -o fig.png", "fig.svg\nfig.png\n"),
      ("'x * sigmoid(x)' --title 'two  words' -o own.pdf", "own.pdf\n"),
      ("eval relu --at -1,2 --format csv | tail -n 1", "2.0,2.0\n"),
      ("batch book.yaml --quiet", ""),
    ] {
      let result = try actplot.shell(Actplot.withoutProc("actplot \(command)"))
      #expect(result.status == 0 && result.text == output, "\(command): \(result.error)")
    }
    for format in ["svg", "png"] {
      #expect(try actplot.bytes("fig.\(format)") == actplot.bytes("plain.\(format)"))
    }
  }

  @Test func theSourceDateIsInPDFAlone() throws {
    let actplot = try Actplot()
    let plain = try files(["SOURCE_DATE_EPOCH": "0"], in: actplot)
    let dated = try files(["SOURCE_DATE_EPOCH": "1000000000", "TZ": "Asia/Seoul"], in: actplot)
    #expect(dated[0] == plain[0] && dated[1] == plain[1])
    #expect(String(decoding: dated[2], as: UTF8.self).contains("(D:20010909014640Z)"))
    let result = try actplot.run(
      "relu", "-o", "fig.pdf", environment: ["SOURCE_DATE_EPOCH": "today"])
    #expect(result.status == 1)
    #expect(result.error.contains("SOURCE_DATE_EPOCH is “today”"))
  }
}
