import Foundation

/// Chromium without a window, which opens a report and answers questions about it.
public struct Chromium {
  /// Whether the page may run its scripts.
  public var runsScripts: Bool
  /// The width of the page in pixels.
  public var width: Int
  /// More arguments, such as one that has everything at rest.
  public var arguments: [String]

  /// That there are no answers.
  public struct Failure: Error, CustomStringConvertible {
    /// What went wrong.
    public let description: String
  }

  /// A browser as wide as a screen, unless something else is said.
  public init(runsScripts: Bool = true, width: Int = 1280, arguments: [String] = []) {
    self.runsScripts = runsScripts
    self.width = width
    self.arguments = arguments
  }

  /// The page that a report is opened in: switches of Chromium that turn scripts off turn off its
  /// own answers too, while a frame can be without. What a report forbids stays forbidden in it.
  private func page(_ questions: String) -> String {
    """
    <!DOCTYPE html><meta charset="utf-8">
    <iframe \(runsScripts ? "" : "sandbox=\"allow-same-origin\" ")width="\(width)" height="900" \
    src="report.html"></iframe>
    <pre></pre>
    <script>
      const answers = [];
      window.onload = async () => {
        try {
          const page = frames[0].document, view = frames[0];
          const all = (selector) => [...page.querySelectorAll(selector)];
          const one = (selector) => page.querySelector(selector);
          const shown = (selector) =>
            all(selector).filter((element) => element.getClientRects().length > 0);
          const style = (selector) => view.getComputedStyle(one(selector));
          const ids = (cards) => cards.map((card) => card.id).join(" ");
          const press = (key, target = page) => target.dispatchEvent(
            new view.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
          const type = (text, input) => {
            input.value = text;
            input.dispatchEvent(new view.Event("input", { bubbles: true }));
          };
          const say = (answer) => answers.push(String(answer));
          \(questions.replacing("</", with: "<\\/"))
        } catch (error) {
          answers.push(`${error}`);
        }
        document.querySelector("pre").textContent = JSON.stringify(answers);
      };
    </script>
    """
  }

  /// Opens a report and asks in JavaScript; each `say` is an answer.
  public func ask(_ report: [UInt8], _ questions: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "actplot-report-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(report).write(to: folder.appending(path: "report.html"))
    let page = folder.appending(path: "page.html")
    try Data(self.page(questions).utf8).write(to: page)
    let document = try dump(page, in: folder)
    guard let start = document.firstRange(of: "<pre>[") else {
      throw Failure(description: "no answers in \(document.prefix(2000))")
    }
    let rest = document[document.index(before: start.upperBound)...]
    guard let end = rest.firstRange(of: "</pre>") else {
      throw Failure(description: "the answers have no end in \(rest.prefix(2000))")
    }
    let json = String(rest[..<end.lowerBound]).replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    return try JSONDecoder().decode([String].self, from: Data(json.utf8))
  }

  /// The page as it is printed, as a PDF.
  public func printed(_ page: [UInt8]) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "actplot-print-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.html"), pdf = folder.appending(path: "page.pdf")
    try Data(page).write(to: file)
    _ = try run(["--print-to-pdf=\(pdf.path)", file.absoluteString], in: folder)
    return [UInt8](try Data(contentsOf: pdf))
  }

  /// The document that a page has become.
  private func dump(_ page: URL, in folder: URL) throws -> String {
    try run(
      [
        "--allow-file-access-from-files", "--virtual-time-budget=5000", "--dump-dom",
        page.absoluteString,
      ], in: folder)
  }

  /// Chromium without a window, with all that it keeps in a folder.
  static func command(in folder: URL) -> [String] {
    [
      "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--no-first-run", "--disable-extensions", "--disable-background-networking",
      "--user-data-dir=\(folder.appending(path: "profile").path)",
    ]
  }

  /// What Chromium prints.
  private func run(_ task: [String], in folder: URL) throws -> String {
    let process = Process()
    let output = folder.appending(path: "output")
    try Data().write(to: output)
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = Self.command(in: folder) + arguments + task
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    let end = ContinuousClock.now + .seconds(60)
    while process.isRunning, ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.02) }
    if process.isRunning {
      kill(process.processIdentifier, SIGKILL)
      throw Failure(description: "Chromium took more than a minute")
    }
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: "Chromium failed; is the package chromium installed?")
    }
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }
}
